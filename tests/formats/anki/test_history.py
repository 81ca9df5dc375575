import sqlite3

import pytest

from quiz.errors import QuizError
from quiz.formats.anki import history
from quiz.formats.anki.notes import guid

NAMES = {1: "d/f/q", 2: "d/f/q#choice", 3: "d/list/order", 4: "d/&amp;/q"}


@pytest.fixture
def collection():
    """A function that gives a collection with some rows of answers, as Anki writes it.

    Each is note, number, button, kind, factor. Notes 1, 2 and 4 are ours, with a card each, 3 is a list
    of two cards; 5 has a guid of ours that is not that of its id, 6 is another's.
    """

    def make(*rows):
        database = sqlite3.connect(":memory:")
        database.executescript(
            "CREATE TABLE notes (id, guid, flds); CREATE TABLE cards (id, nid);"
            "CREATE TABLE revlog (id, cid, ease, type, factor, time);"
        )
        notes = [
            (n, guid(name.replace("&amp;", "&")), name) for n, name in NAMES.items()
        ]
        notes += [(5, guid("d/other/q"), "d/f/q"), (6, "abcdefghij", "d/f/q")]
        for note, ident, name in notes:
            fields = f"Question\x1f{name.partition('#')[0]}\x1f"
            database.execute(
                "INSERT INTO notes VALUES (?, ?, ?)", (note, ident, fields)
            )
            cards = [(note * 10, note)] + [(31, 3)] * (note == 3)
            database.executemany("INSERT INTO cards VALUES (?, ?)", cards)
        for note, number, *more in rows:
            values = (number, note * 10, *more, 900)
            database.execute("INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?)", values)
        database.commit()
        data = database.serialize()
        database.close()
        return data

    return make


def told(data):
    """Give what was read: card, number, button, whether it was practice."""
    return [
        (each.card, each.number, each.button, each.practice)
        for each in history.read(data, "c")
    ]


def test_answers_are_those_to_notes_of_ours(collection):
    """Of one card, whose guid follows from the id that stands in one of their fields."""
    rows = [(note, note, 3, 1, 2500) for note in (4, 5, 6, 3, 2, 1)]
    assert told(collection(*rows)) == [
        *(("d/f/q", 1, 3, False), ("d/f/q#choice", 2, 3, False)),
        ("d/&/q", 4, 3, False),
    ]


def test_a_row_that_is_no_answer_is_none(collection):
    """A day set by hand (4) or anew (5) has no button; practice (3) has no factor."""
    rows = [(1, 1, 0, 4, 2500), (1, 2, 0, 5, 2500), (1, 3, 2, 3, 0), (1, 4, 2, 3, 100)]
    assert told(collection(*rows)) == [("d/f/q", 3, 2, True), ("d/f/q", 4, 2, False)]


def test_what_came_before_a_reset_is_left_out(collection):
    """Of that card alone."""
    rows = [(1, 1, 3, 0, 0), (2, 2, 3, 0, 0), (1, 3, 0, 4, 0), (1, 4, 1, 0, 0)]
    assert [each[:2] for each in told(collection(*rows))] == [
        *(("d/f/q#choice", 2), ("d/f/q", 4)),
    ]


@pytest.mark.parametrize(
    "data",
    [
        *(b"SQLite format 3\0", b"PK\3\4", b"SQLite format 3\0" * 900),
        b"hello",
    ],
)
def test_what_is_no_collection_is_told(data):
    """With its name and a way out."""
    with pytest.raises(QuizError) as caught:
        history.read(data, "c.colpkg")
    (problem,) = caught.value.problems
    assert (problem.code, problem.location.file) == ("bad-package", "c.colpkg")


def test_an_answer_that_makes_no_sense_is_told(collection):
    """As in a collection that was changed by hand."""
    with pytest.raises(QuizError, match="no collection of Anki's, or a damaged one"):
        told(collection((1, 10**18, 3, 1, 2500)))
