"""The ledger and the decks must agree before a release is committed."""

import datetime as dt

import pytest

from quiz import api

DECK = """\
deck: %s
title: T
%ssources: {s: {publisher: P}}
facts:
  - {id: a, kind: qa, ask: Who?, answer: Ann, source: s}
  - {id: b, kind: qa, ask: Where?, answer: Rome, source: s}
"""
NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


@pytest.fixture
def told(tmp_path):
    """A function that gives what the rule says of decks after a release of others."""

    def found(before, after):
        codes = []
        for texts in (before, after):
            for name in {*before, *after}:
                (tmp_path / f"{name}.yaml").unlink(missing_ok=True)
            for name, text in texts.items():
                (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
            decks = api.load(tmp_path, cwd=tmp_path)
            codes = [
                f"{p.location.file}: {p.code}: {p.what}"
                for p in api.check(decks, as_of=NOW.date())
                if p.code in ("vanished", "ledger-behind")
            ]
            forms = api.forms(decks, as_of=NOW.date())
            api.release(decks, forms, tmp_path / "out", ["anki"], now=NOW)
        return codes

    return found


ONE = DECK % ("one", "")
TWO = DECK % ("two", "")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Never released: nothing to say.
        ({"one": ONE}, {"one": ONE}, []),
        ({"one": ONE}, {"one": ONE, "two": TWO}, []),
        (
            {"one": ONE},
            {"one": ONE.replace("Rome", "Bonn")},
            ["one.yaml: ledger-behind: ledger.tsv is behind this deck: one/b/ask"],
        ),
        (
            {"one": ONE},
            {"one": ONE.replace("id: b", "id: c, formerly: [b]")},
            [],
        ),
        (
            {"one": ONE, "two": TWO},
            {"one": ONE.replace("id: b", "id: c, formerly: [b]")},
            [
                "ledger.tsv: vanished: 'two/a' was released and is gone: ask",
                "ledger.tsv: vanished: 'two/b' was released and is gone: ask",
            ],
        ),
    ],
    ids=["same", "new deck", "changed", "renamed", "deck gone"],
)
def test_what_is_behind_or_gone_is_told(before, after, expected, told):
    """A changed item, and one that is gone, also with its deck; not what has a new name."""
    assert expected == told(before, after)


def test_the_shipped_ledger_is_current(shipped):
    """What is committed is what a build would write: a learner gets what we read."""
    decks = api.Collection(shipped, tuple(shipped.decks.values()), named=False)
    found = api.check(decks, as_of=NOW.date())
    assert [p.what for p in found if p.code in ("vanished", "ledger-behind")] == []
