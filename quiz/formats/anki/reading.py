"""An Anki package read back: its decks and notes, whoever wrote it and in whichever form.

All happens in memory, so nothing is left behind, and whatever is wrong with a file is a problem
that names it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quiz.errors import Location, Problem, QuizError
from quiz.formats.anki import blobs, unpacking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# In the newer form names are in tables of their own, and no longer JSON in the table `col`.
_TABLES = 15
_SEPARATOR = (
    "\x1f"  # stands between fields, and in the newer form between the names of decks
)
_CARDS = """
    SELECT nid, CASE odid WHEN 0 THEN did ELSE odid END,
           CASE WHEN type = 0 THEN CASE odid WHEN 0 THEN due ELSE odue END END, data
    FROM cards ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as stored: `mod` is when its content last changed, `decks` are those of its cards.

    `position` is where it stands among new cards, None if that is no longer known.
    """

    guid: str
    type: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    mod: dt.datetime
    decks: tuple[str, ...]
    position: int | None


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck by its full name (`Civics::News`), and what it says of itself, as HTML."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Package:
    """What a package brings; notes are in the order in which they are learned."""

    decks: tuple[Deck, ...]
    notes: tuple[Note, ...]


def read(data: bytes, file: str) -> Package:
    """Read a package; raises QuizError, naming `file`, for what is none."""
    database = unpacking.collection(data, file)
    with contextlib.closing(opened(database)) as connection:
        try:
            return _read(connection)
        # It is SQLite, but not as Anki writes it: no such table, no such key, no such type.
        except (
            *(sqlite3.Error, ValueError, LookupError, TypeError, AttributeError),
            *(OverflowError, RecursionError, OSError),
        ):
            what = (
                "the collection in this package is damaged, or no collection of Anki's"
            )
            fix = "export it again, or get the file again"
            at = Location(file, line=0)
            raise QuizError(Problem(at, "bad-package", what, fix)) from None


def opened(database: bytes) -> sqlite3.Connection:
    """Open a collection in memory."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    # Indexes of the newer form order names so. SQLite may read one, and must know how then.
    connection.create_collation("unicase", _unicase)
    return connection


def _unicase(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)


def _read(connection: sqlite3.Connection) -> Package:
    ((version,),) = connection.execute("SELECT ver FROM col")
    newer = version >= _TABLES
    decks = dict(_deck_tables(connection) if newer else _deck_json(connection))
    types = dict(_type_tables(connection) if newer else _type_json(connection))
    places: dict[int, dict[str, None]] = {}
    positions: dict[int, int] = {}
    for note, deck, due, more in connection.execute(_CARDS):
        places.setdefault(note, {})[decks[deck].name] = None
        position = _position(more) if due is None else due
        if position is not None:
            positions[note] = min(position, positions.get(note, position))
    made = []
    for ident, guid, kind, mod, tags, fields in connection.execute(
        "SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id"
    ):
        name, names = types[kind]
        note = Note(
            str(guid),
            name,
            dict(zip(names, fields.split(_SEPARATOR), strict=True)),
            tuple(tags.split()),
            dt.datetime.fromtimestamp(mod, dt.UTC),
            tuple(places.get(ident, ())),
            positions.get(ident),
        )
        made.append(note)
    last = max(positions.values(), default=0) + 1
    made.sort(key=lambda note: last if note.position is None else note.position)
    return Package(tuple(sorted(decks.values(), key=_path)), tuple(made))


def _path(deck: Deck) -> list[str]:
    """Give what orders decks as Anki does: each right before those that it holds."""
    return deck.name.casefold().split("::")


def _position(more: str) -> int | None:
    """Find where a card that was studied stood when it was new."""
    try:
        known = json.loads(more or "{}")
    except ValueError:  # older clients and add-ons kept words of their own there
        return None
    found = known.get("pos") if isinstance(known, dict) else None
    return found if isinstance(found, int) else None


def _deck_json(connection: sqlite3.Connection) -> Iterator[tuple[int, Deck]]:
    ((text,),) = connection.execute("SELECT decks FROM col")
    for ident, deck in json.loads(text).items():
        yield int(ident), Deck(str(deck["name"]), str(deck.get("desc") or ""))


def _deck_tables(connection: sqlite3.Connection) -> Iterator[tuple[int, Deck]]:
    for ident, name, kind in connection.execute("SELECT id, name, kind FROM decks"):
        yield ident, Deck("::".join(name.split(_SEPARATOR)), blobs.description(kind))


def _type_json(
    connection: sqlite3.Connection,
) -> Iterator[tuple[int, tuple[str, list[str]]]]:
    ((text,),) = connection.execute("SELECT models FROM col")
    for ident, model in json.loads(text).items():
        fields: list[dict[str, Any]] = sorted(
            model["flds"], key=lambda each: each["ord"]
        )
        yield int(ident), (str(model["name"]), [str(field["name"]) for field in fields])


def _type_tables(
    connection: sqlite3.Connection,
) -> Iterator[tuple[int, tuple[str, list[str]]]]:
    fields: dict[int, list[str]] = {}
    for ident, name in connection.execute(
        "SELECT ntid, name FROM fields ORDER BY ntid, ord"
    ):
        fields.setdefault(ident, []).append(name)
    for ident, name in connection.execute("SELECT id, name FROM notetypes"):
        yield ident, (name, fields.get(ident, []))
