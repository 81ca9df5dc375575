"""The note types, frozen: Anki refuses updates to notes whose type's fields differ."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import genanki

from quiz import resources

# Frozen in version 1: Anki refuses updates to notes whose type's fields differ.
FIELDS = (
    *("Question", "Answer", "Also", "Note", "AsOf", "Source"),
    *("Hint", "Topic", "Lang", "Dir", "Id"),
)
# Note types by item type: id, name, the first of its field ids, its template's id.
NOTE_TYPES = {
    "open": (1763990100001, "Civics Question", 1763990110000, 1763990120000),
    "parts": (1763990100002, "Civics Question in Parts", 1763990130000, 1763990140000),
    "cloze": (1763990100003, "Civics Cloze", 1763990150000, 1763990160000),
}
# The UTC day templates/anki last changed: a newer one brings them to those who have the deck.
TEMPLATES_CHANGED = date(2026, 11, 24)


class _Model(genanki.Model):  # type: ignore[misc]
    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        del timestamp
        made: dict[str, Any] = super().to_json(stamp(TEMPLATES_CHANGED), deck_id)
        return made


def note_types() -> dict[str, genanki.Model]:
    """Make every note type, by item type."""
    folder = resources.folder("templates") / "anki"
    style = (folder / "style.css").read_text("utf-8")
    made = {}
    for kind, (ident, name, field_id, template_id) in NOTE_TYPES.items():
        sides = [
            (folder / f"{kind}.{side}.html").read_text("utf-8")
            for side in ("front", "back")
        ]
        made[kind] = _Model(
            ident,
            name,
            [{"name": field, "id": field_id + n} for n, field in enumerate(FIELDS)],
            [{"name": "Card", "id": template_id, "qfmt": sides[0], "afmt": sides[1]}],
            css=style,
            model_type=1 if kind == "cloze" else 0,
        )
    return made


def stamp(day: date) -> float:
    """Give the second a UTC day begins at, as Anki counts time."""
    return datetime.combine(day, time(), UTC).timestamp()
