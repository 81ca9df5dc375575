"""The note types, frozen: Anki refuses updates to notes whose type's fields differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import genanki

from quiz import resources

if TYPE_CHECKING:
    from pathlib import Path

# The UTC day templates/anki last changed: a newer one brings them to those who have the deck.
TEMPLATES_CHANGED = date(2026, 11, 24)

_COMMON = (
    *("Question", "Answer", "Also", "Note", "AsOf", "Source"),
    *("Hint", "Topic", "Lang", "Dir", "Id"),
)
_PIECE = re.compile(r"<!-- ([\w.]+) -->\n")


@dataclass(frozen=True, slots=True)
class NoteType:
    """What Anki knows a note type by: its id and name, its fields', and its template's id.

    Fields' ids follow one another from `first`. None of this may ever change: a note type
    that must differ is a new one, with ids and a name of its own.
    """

    id: int
    name: str
    first: int
    template: int
    extra: tuple[str, ...] = ()
    cloze: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """Its fields, in order."""
        return (*_COMMON, *self.extra)


# By how an entry is asked. Field ids are ten thousand apart, so that no two are the same.
NOTE_TYPES = {
    "open": NoteType(1763990100001, "Civics Question", 1763990110000, 1763990120000),
    "parts": NoteType(
        1763990100002, "Civics Question in Parts", 1763990130000, 1763990140000
    ),
    "cloze": NoteType(
        1763990100003, "Civics Cloze", 1763990150000, 1763990160000, cloze=True
    ),
    "typed": NoteType(
        *(1763990100004, "Civics Typed Answer", 1763990170000, 1763990180000),
        ("Typed",),
    ),
    "order": NoteType(
        *(1763990100005, "Civics Ordered List", 1763990190000, 1763990200000),
        ("List",),
        cloze=True,
    ),
    "choice": NoteType(
        *(1763990100006, "Civics Multiple Choice", 1763990210000, 1763990220000),
        ("Choices",),
    ),
}


class _Model(genanki.Model):  # type: ignore[misc]
    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        del timestamp
        made: dict[str, Any] = super().to_json(stamp(TEMPLATES_CHANGED), deck_id)
        return made


def note_types() -> dict[str, genanki.Model]:
    """Make every note type, by how an entry is asked."""
    folder = resources.folder("templates") / "anki"
    style = (folder / "style.css").read_text("utf-8")
    made = {}
    for kind, of in NOTE_TYPES.items():
        front, back = (
            _side(folder, f"{kind}.{side}.html") for side in ("front", "back")
        )
        made[kind] = _Model(
            of.id,
            of.name,
            [{"name": name, "id": of.first + n} for n, name in enumerate(of.fields)],
            [{"name": "Card", "id": of.template, "qfmt": front, "afmt": back}],
            css=style,
            model_type=int(of.cloze),
        )
    return made


def _side(folder: Path, name: str) -> str:
    """Give a side's template, with the pieces it shares with others in their places."""

    def piece(match: re.Match[str]) -> str:
        text = _side(folder, match[1])  # which may have pieces of its own
        return f"<script>\n{text}</script>\n" if match[1].endswith(".js") else text

    return _PIECE.sub(piece, (folder / name).read_text("utf-8"))


def stamp(day: date) -> float:
    """Give the second a UTC day begins at, as Anki counts time."""
    return datetime.combine(day, time(), UTC).timestamp()
