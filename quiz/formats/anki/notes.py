"""Items become notes: fields, tags, cards, and an identity that never changes."""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any

import genanki

from quiz.assemble import learned
from quiz.formats.anki.fields import RENDERED, fields_of
from quiz.formats.anki.types import note_types, stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.model import Form, Item


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a `mod` of its own and as many cards as said, whatever its fields hold."""

    changed: float  # seconds
    count: int

    @property
    def cards(self) -> list[genanki.Card]:
        return [genanki.Card(place) for place in range(self.count)]

    def write_to_db(
        self, cursor: Any, timestamp: float, deck_id: int, ids: Any
    ) -> None:
        del timestamp
        super().write_to_db(cursor, self.changed, deck_id, ids)


def guid(item_id: str) -> str:
    """Give a note's identity in Anki: 72 bits that only the item's first id decides."""
    digest = hashlib.blake2b(f"civics-quiz:{item_id}".encode(), digest_size=9).digest()
    return urlsafe_b64encode(digest).decode()


def _tags(item: Item) -> list[str]:
    # By the id its deck had first: a new one is no reason to touch a learner's note.
    names = [f"deck::{item.origin.split('/')[0]}", *item.tags]
    topic = re.sub(r"[^\w.-]+", "-", item.topic).strip("-")
    if topic:
        names.append(f"topic::{topic}")
    return sorted(f"civics::{name}" for name in names)


def notes_of(form: Form) -> Iterator[_Note]:
    """Make the notes of a form, in its order."""
    types = note_types()
    learnt = {item.id for item in learned(form.items, form.halves)}
    for entry in form.entries:
        item = entry.item
        if item.id not in learnt:
            continue
        note = _Note(
            types[entry.type],
            list(fields_of(entry).values()),
            tags=_tags(item),
            guid=guid(entry.name),
            due=entry.number,
        )
        note.changed = _second(item, form)
        # An ordered list is one card a place, all else one.
        note.count = len(item.key.answers) if entry.type == "order" else 1
        yield note


def _second(item: Item, form: Form) -> float:
    """Give when what a note shows last changed: as dated, else by its deck's own day."""
    if item.changed:
        floor = stamp(min(RENDERED, item.as_of))
        return max(item.changed.timestamp(), floor)
    return stamp(max(form.updated, item.since or form.updated))
