"""An Anki package: frozen note types, ids that never change, and the same bytes each time.

What real Anki does on import decides this: it knows a note by guid and note type and takes
an update only with a newer `mod`. So guids come from item ids alone, note types' ids, fields
and templates are frozen, and each note's `mod` is the day its content last changed.
"""

from __future__ import annotations

import hashlib
import html
import io
import itertools
import json
import sqlite3
import zipfile
from typing import TYPE_CHECKING

import genanki

from quiz.formats import Format
from quiz.formats.anki.notes import notes_of
from quiz.formats.anki.types import stamp

if TYPE_CHECKING:
    from quiz.model import Form

PARENT = "Civics"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip member can be dated
_SQLITE_VERSION = slice(96, 100)  # header bytes that name the writing library


def deck_id(name: str) -> int:
    """Give a deck's id in the package, above those Anki keeps for itself."""
    digest = hashlib.blake2b(f"civics-quiz:{name}".encode(), digest_size=4).digest()
    return (1 << 31) + int.from_bytes(digest, "big")


def _render(form: Form) -> bytes:
    name = f"{PARENT}::{form.title.replace('::', ': ')}"
    about = f"{form.about} " if form.about else ""
    updated = form.updated.isoformat()
    notes = tuple(notes_of(form))
    cards = sum(len(note.cards) for note in notes)
    text = html.escape(f"{about}{cards} cards, updated {updated}.")
    deck = genanki.Deck(deck_id(form.deck), name, text)
    for note in notes:
        deck.add_note(note)
    second = stamp(form.updated)
    first = int(second * 1000) + deck.deck_id % 86_400_000
    database = sqlite3.connect(":memory:")
    try:
        cursor = database.cursor()
        genanki.Package(deck).write_to_db(cursor, second, itertools.count(first))
        database.commit()
        data = bytearray(database.serialize())
    finally:
        database.close()
    data[_SQLITE_VERSION] = bytes(4)
    return _zip({"collection.anki2": bytes(data), "media": json.dumps({}).encode()})


def _zip(members: dict[str, bytes]) -> bytes:
    """Pack members so that the same content gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            package.writestr(info, data)
    return stream.getvalue()


FORMAT = Format("Anki package, one deck a file", ".apkg", _render, text=False)
