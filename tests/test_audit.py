"""An audit tells of items that are gone, and of those whose update Anki would refuse."""

import datetime as dt
from dataclasses import replace

import pytest

from quiz import api
from quiz.audit import audit
from quiz.books import open_books

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
DECK = """\
deck: rivers
title: T
%ssources: {s: {publisher: P}}
facts:
- {id: po, kind: river, name: Po, ends: %s, source: s}
- {id: elbe, kind: river, name: Elbe, ends: [North Sea, Kiel], source: s}
"""
KIND = """\
kind: river
about: A river.
fields: {name: {type: place}, ends: {type: list%s}}
questions: {%s: {stem: "Where does the {{ name }} end?", answer: ends%s}}
"""


@pytest.fixture
def told(tmp_path):
    """A function that gives what is amiss after a release of another kind and deck."""
    (tmp_path / "kinds").mkdir()

    def found(kind=("", "mouth", ""), deck=("", "[A, B]")):
        problems = ()
        for one, other in ((("", "mouth", ""), ("", "[A, B]")), (kind, deck)):
            (tmp_path / "kinds/river.yaml").write_text(KIND % one, "utf-8")
            (tmp_path / "rivers.yaml").write_text(DECK % other, "utf-8")
            decks = api.load("rivers.yaml", cwd=tmp_path)
            forms = api.forms(decks, as_of=NOW.date())
            problems = api.release(decks, forms, tmp_path, ["anki"], now=NOW).amiss
        return [f"{p.location.line}: {p.code}: {p.what}" for p in problems]

    return found


def test_what_is_as_it_was_is_well(told):
    """Nothing is told of what only changed its words."""
    assert told(deck=("", "[A, C]")) == []


def test_a_question_that_is_gone_is_told_of_each_fact(told):
    """At the fact, since there it can be said how it ended."""
    gone = "was released and is gone: mouth"
    assert sorted(told(kind=("", "end", ""))) == [
        f"5: vanished: 'rivers/po' {gone}",
        f"6: vanished: 'rivers/elbe' {gone}",
    ]


def test_a_question_renamed_is_well(told):
    """`formerly` in the kind keeps each card of it."""
    assert told(kind=("", "end", ", formerly: [mouth]")) == []


def test_another_note_type_is_told_until_it_has_another_id(told):
    """Anki knows a note by guid and note type, and refuses one of another type."""
    what = "was released as a question and is a list in order now"
    (problem,) = told(kind=(", ordered: true", "mouth", ""))[:1]
    assert problem.startswith(f"5: other-note-type: 'rivers/po/mouth' {what}")


def test_a_ledger_that_cannot_be_written_is_told(tmp_path):
    """Since what changed has then no time of its own."""
    text = "deck: d\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
    text += "- {id: a, kind: qa, ask: Q?, answer: A, source: s}\n"
    (tmp_path / "d.yaml").write_text(text, "utf-8")
    library = api.load("d.yaml", cwd=tmp_path).library
    file, decks = library.files["d"], [library.decks["d"]]
    for barred in (False, True):
        record = replace(file.record, own=not barred, barred=barred)
        library.files["d"] = replace(file, record=record)
        books = open_books(library, decks[0].facts, NOW.date())
        codes = [problem.code for problem in audit(books, decks)]
        assert codes == ["unwritable-ledger"] * barred


def test_decks_that_were_not_read_are_not_missed(told, tmp_path):
    """Of a collection of which one file is named, the others are not said to be gone."""
    told()
    other = "deck: seas\ntitle: S\nsources: {s: {publisher: P}}\nfacts:\n"
    other += "- {id: a, kind: qa, ask: Q?, answer: A, source: s}\n"
    (tmp_path / "seas.yaml").write_text(other, "utf-8")
    decks = api.load("seas.yaml", cwd=tmp_path)
    forms = api.forms(decks, as_of=NOW.date())
    assert api.release(decks, forms, tmp_path, ["anki"], now=NOW).amiss == ()
    found = api.load("rivers.yaml", cwd=tmp_path)
    codes = {problem.code for problem in api.check(found, as_of=NOW.date())}
    assert codes <= {"unlisted-name"}
