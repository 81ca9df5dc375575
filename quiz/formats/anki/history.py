"""What a learner answered in Anki on cards of ours, read from a copy of the collection.

Anki's own file is read as bytes and looked at in memory: nothing of it can change. What a row
of the table `revlog` means is said in Anki's `rslib/src/revlog/mod.rs`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.errors import Location, Problem, QuizError
from quiz.formats.anki import unpacking
from quiz.formats.anki.notes import guid
from quiz.formats.anki.reading import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WAYS = ("", "#choice", "#typed")
_SEPARATOR = "\x1f"
_MANUAL, _FILTERED = 4, 3  # kinds of rows
# Only guids of ours are as long, or nearly; a list in order is several cards, each with a
# schedule of its own, where the self-test asks all of it as one.
_NOTES = """
    SELECT id, guid, flds FROM notes WHERE length(guid) = ?
    AND (SELECT count(*) FROM cards WHERE nid = notes.id) = 1
"""
_ROWS = """
    SELECT nid, revlog.id, ease, revlog.type, revlog.factor, time
    FROM revlog JOIN cards ON cards.id = cid ORDER BY revlog.id
"""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: `card` is the name of an Entry, `number` Anki's own of the answer.

    `button` is 1 (Again) to 4 (Easy), `elapsed` milliseconds; `practice` left the schedule as it
    was.
    """

    guid: str
    number: int
    card: str
    at: dt.datetime
    button: int
    elapsed: int
    practice: bool


def read(data: bytes, file: str) -> tuple[Answered, ...]:
    """Read a collection (`collection.anki2`, .colpkg) or a package (.apkg), by time.

    What came before a card was reset to new is left out. Raises QuizError for what is none.
    """
    database = unpacking.database(data, file)
    with contextlib.closing(opened(database)) as connection:
        try:
            return tuple(_answered(connection))
        except (sqlite3.Error, ValueError, TypeError, ArithmeticError):
            what = "this file is no collection of Anki's, or a damaged one"
            fix = "in Anki, export a collection package (.colpkg), and name that"
            at = Location(file, line=0)
            raise QuizError(Problem(at, "bad-package", what, fix)) from None


def _answered(connection: sqlite3.Connection) -> Iterator[Answered]:
    notes = dict(_names(connection.execute(_NOTES, (len(guid("")),))))
    rows = [row for row in connection.execute(_ROWS) if row[0] in notes]
    resets = {
        note: number
        for note, number, _, kind, factor, _ in rows
        if kind == _MANUAL and factor == 0
    }
    for note, number, button, kind, factor, elapsed in rows:
        if button > 0 and number > resets.get(note, 0):
            ident, name = notes[note]
            at = _EPOCH + dt.timedelta(milliseconds=number)
            practice = kind == _FILTERED and factor == 0
            yield Answered(ident, number, name, at, button, elapsed, practice)


def _names(
    rows: Iterable[tuple[int, str, str]],
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Give guid and card of each note that is ours: one of its fields is the id it follows from."""
    for note, ident, fields in rows:
        for field in fields.split(_SEPARATOR):
            for way in _WAYS:
                name = f"{html.unescape(field)}{way}"
                if guid(name) == ident:
                    yield note, (ident, name)
