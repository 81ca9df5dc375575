"""The difference of two releases, in a terminal and as JSON."""

import json

import pytest

from quiz.cli.changes import as_json, counts, text
from quiz.diff import KINDS, compare


def test_it_reads_as_it_did(everything, golden):
    """Any change to what a curator reads is seen in the golden file."""
    golden("diff.txt", text(everything, "old.apkg", "the decks as of 2026-11-24"))


def test_lines_end_where_the_terminal_does(everything):
    """But for what is to be pasted in one piece."""
    assert len(counts(everything)) > 80
    lines = text(everything, "old.apkg", "new.apkg").splitlines()
    assert set(everything.searches) <= {*lines}
    assert max(len(line) for line in {*lines} - {*everything.searches}) <= 80


def test_every_kind_is_counted_once(everything):
    """In the order of the kinds; a note that changed twice counts in both."""
    told = "1 added, 7 corrected, 1 regraded, 1 moved, 2 retired, 11 retagged, 1 deck renamed"
    assert counts(everything) == told


def test_nothing_is_said_to_be_nothing(packed):
    """In so many words."""
    same = packed(("a", "D", {}))
    assert (
        text(compare([same], [same]), "a", "b")
        == "a -> b\nnothing changes for a learner\n"
    )


def test_json_holds_all_of_it(everything):
    """Each change with its edits whole, and what was left out, renamed and searched for."""
    made = json.loads(as_json(everything, "a", "b"))
    assert (made["old"], made["new"]) == ("a", "b")
    assert made["counts"] == {kind: everything.counts.get(kind, 0) for kind in KINDS}
    changes = [change for deck in made["decks"] for change in deck["changes"]]
    assert len(changes) == sum(made["counts"].values())
    first = next(each for each in changes if each["id"] == "d/first/ask")
    assert first["edits"][0] == {
        "part": "answer",
        "old": "December 16, 1791",
        "new": "December 15, 1791",
    }
    wording = next(each for each in changes if each["id"] == "d/wording/ask")
    assert [edit["part"] for edit in wording["edits"]] == ["question"]
    moved = next(each for each in changes if each["kind"] == "moved")
    assert moved["decks"] == ["Civics::Names"]
    assert made["renamed"] == [{"old": "Civics::Old name", "new": "Civics::New name"}]
    assert made["left_out"] == ["Civics::Other"]
    assert made["searches"] == list(everything.searches)


@pytest.mark.parametrize("number", [1, 3, 4, 9])
def test_of_many_notes_with_one_change_some_are_named(number, packed):
    """Three, and how many more; fewer than four stand each alone."""
    old, new = (
        packed(*((f"n{each}", "D", {"Note": note}) for each in range(number)))
        for note in ("one note", "one other note")
    )
    told = text(compare([old], [new]), "a", "b")
    assert told.count("{+other+}") == (number if number < 4 else 1)
    assert (f"and {number - 3} more" in told) == (number > 3)
