"""How what is typed is read and completed."""

import datetime as dt

import pytest
import typer

from quiz.cli import options


def test_a_word_is_completed_from_its_beginning():
    """Sorted, whatever order they were known in."""
    assert options.complete("us", ["use", "us-a", "news"]) == ["us-a", "use"]
    assert options.complete("x", ["use"]) == []


def test_an_id_is_completed_deck_first(monkeypatch, tmp_path):
    """Then the facts of the deck, once its name is there."""
    monkeypatch.chdir(tmp_path)
    assert options.complete_id("us-am") == ["us-amendments"]
    facts = options.complete_id("us-amendments/thir")
    assert "us-amendments/thirteenth" in facts
    assert all(fact.startswith("us-amendments/thir") for fact in facts)


def test_completion_is_silent_where_decks_are_broken(monkeypatch, tmp_path):
    """A terminal is no place for a report while a word is typed."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "bad.yaml").write_text("deck: [", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert options.complete_id("us") == []
    assert options.complete_id("us-amendments/") == []


def test_the_shell_completes(quiz, tmp_path):
    """As bash asks for it."""
    asked = {
        "COMP_WORDS": "quiz list first",
        "COMP_CWORD": "2",
        "_QUIZ_COMPLETE": "complete_bash",
    }
    assert quiz(cwd=tmp_path, **asked).stdout == "first-look\n"


@pytest.mark.parametrize("known", ["letter", "a4"])
def test_a_known_word_is_taken(known):
    """As it is."""
    assert options.one_of("letter", "a4")(known) == known


@pytest.mark.parametrize("unknown", ["", "A4", "legal"])
def test_another_word_is_wrong_usage(unknown):
    """And the known ones are named."""
    message = f"'{unknown}' is none of letter, a4"
    with pytest.raises(typer.BadParameter, match=message):
        options.one_of("letter", "a4")(unknown)


def test_the_day_is_today_unless_one_is_asked_for():
    """By this machine's clock."""
    asked = dt.date(2022, 11, 14)
    assert options.day(asked) == asked
    before = dt.datetime.now().astimezone().date()
    assert before <= options.day(None) <= dt.datetime.now().astimezone().date()


def test_a_closed_standard_input_is_an_empty_deck(quiz, tmp_path):
    """`quiz list - < /dev/null` says that there is nothing."""
    ran = quiz("list", "-", cwd=tmp_path)
    assert ran.returncode == 1
    assert "<stdin>:1:1: error[not-a-mapping]: this file is empty" in ran.stderr
