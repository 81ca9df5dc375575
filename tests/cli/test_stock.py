import datetime as dt

import pytest

from quiz import api
from quiz.cli import stock
from quiz.cli.stock import Stock
from quiz.errors import QuizError

DAY = dt.date(2026, 11, 25)
DECK = """\
deck: one
title: One
sources: {p: {publisher: P}}
facts:
  - {id: a, kind: qa, ask: "%s", answer: two, source: p}
"""


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder with a deck, in which we work."""
    monkeypatch.setenv("CIVICS_QUIZ_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.yaml").write_text(DECK % "How many houses are there?")
    return tmp_path


def stems(*decks, day=DAY):
    """Give the stems of the items of some decks."""
    return [item.stem for _, items in Stock([*decks], day).pairs for item in items]


def test_decks_are_read_once(monkeypatch):
    """The items, and the names when they are wanted, are at hand in the next session."""
    first = Stock(["one.yaml"], DAY)
    assert [item.id for _, items in first.pairs for item in items] == ["one/a/ask"]
    names = [*first.names]
    monkeypatch.setattr(stock, "collection", lambda _: pytest.fail("read again"))
    again = Stock(["one.yaml"], DAY)
    assert repr(again.pairs) == repr(first.pairs)
    assert repr([*again.names]) == repr(names)
    assert names[0].text


def test_a_corrected_deck_is_read_again(place):
    """A question that was changed is asked as it is now."""
    assert stems("one.yaml") == ["How many houses are there?"]
    (place / "one.yaml").write_text(DECK % "How many houses has Congress?")
    assert stems("one.yaml") == ["How many houses has Congress?"]


def test_another_day_has_other_items():
    """What was kept of one day is not asked on another."""
    today = stems("news-biden-xi-bali")
    before = stems("news-biden-xi-bali", day=dt.date(2022, 11, 1))
    assert today != before


def test_a_broken_deck_is_told_every_time(place):
    """Nothing is kept of it, and nothing hides it."""
    (place / "one.yaml").write_text("deck: one\ntitel: x\n")
    for _ in range(2):
        with pytest.raises(QuizError):
            stems("one.yaml")


def test_standard_input_is_read_each_time(monkeypatch):
    """It has no file whose change would show."""
    loaded = api.load("one.yaml")
    monkeypatch.setattr(stock, "collection", lambda _: loaded)
    monkeypatch.setattr(stock, "kept", lambda *_: pytest.fail("it was kept"))
    assert stems("-") == ["How many houses are there?"]
