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
import re
import sqlite3
import zipfile
from base64 import urlsafe_b64encode
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import genanki

from quiz import language, resources
from quiz.fields import BLANK
from quiz.formats import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.model import Form, Item, Key, Source

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
PARENT = "Civics"
# Types whose other forms say nothing that a learner would not know.
_ONE_FORM = ("date", "year", "number", "ordinal", "interval")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip member can be dated
_SQLITE_VERSION = slice(96, 100)  # header bytes that name the writing library


class _Model(genanki.Model):  # type: ignore[misc]
    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        del timestamp
        made: dict[str, Any] = super().to_json(_stamp(TEMPLATES_CHANGED), deck_id)
        return made


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a `mod` of its own and exactly one card, whatever its fields hold."""

    changed: date

    @property
    def cards(self) -> list[genanki.Card]:
        return [genanki.Card(0)]

    def write_to_db(
        self, cursor: Any, timestamp: float, deck_id: int, ids: Any
    ) -> None:
        del timestamp
        super().write_to_db(cursor, _stamp(self.changed), deck_id, ids)


def _stamp(day: date) -> float:
    return datetime.combine(day, time(), UTC).timestamp()


def guid(item_id: str) -> str:
    """Give a note's identity in Anki: 72 bits that only the item's first id decides."""
    digest = hashlib.blake2b(f"civics-quiz:{item_id}".encode(), digest_size=9).digest()
    return urlsafe_b64encode(digest).decode()


def deck_id(name: str) -> int:
    """Give a deck's id in the package, above those Anki keeps for itself."""
    digest = hashlib.blake2b(f"civics-quiz:{name}".encode(), digest_size=4).digest()
    return (1 << 31) + int.from_bytes(digest, "big")


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


def escape(text: str) -> str:
    """Escape for a field: HTML, and what Anki would take for clozes, sounds and the like."""
    safe = html.escape(text)
    for char in "{}[]":
        safe = safe.replace(char, f"&#{ord(char)};")
    return safe


def fields_of(item: Item) -> dict[str, str]:
    """Give a note's fields by name, as HTML."""
    question = escape(item.stem)
    if item.type == "cloze":
        hidden = escape(item.key.answers[0].text).replace(":", "&#58;")  # no hint
        question = question.replace(BLANK, "{{c1::" + hidden + "}}", 1)
    made = {
        "Question": question,
        "Answer": _answer(item.key, item.language),
        "Also": _also(item.key),
        "Note": escape(item.note),
        "AsOf": _as_of(item),
        "Source": "<br>".join(_cite(source, item.language) for source in item.sources),
        "Hint": "",
        "Topic": escape(item.topic),
        "Lang": item.language,
        "Dir": language.direction(item.language),
        "Id": escape(item.id),
    }
    return {name: made[name] for name in FIELDS}


def _answer(key: Key, code: str) -> str:
    texts = [escape(answer.text) for answer in key.answers]
    if len(key.parts) > 1:
        rows = (
            f"<div><dt>{escape(answer.name.replace('-', ' '))}</dt><dd>{text}</dd></div>"
            for answer, text in zip(key.answers, texts, strict=True)
        )
        return f"<dl>{''.join(rows)}</dl>"
    if len(texts) == 1:
        return texts[0]
    listed = "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
    if key.need == len(texts):
        return listed
    wanted = escape(language.number_word(key.need, code))
    return f'<p class="need">Any {wanted} of these</p>{listed}'


def _also(key: Key) -> str:
    if len(key.answers) > 1 or key.answers[0].type in _ONE_FORM:
        return ""
    others = "; ".join(escape(form) for form in key.answers[0].accept)
    return f'<span class="label">Also right:</span> {others}' if others else ""


def _as_of(item: Item) -> str:
    if item.stale is None:
        return ""
    return f"As of {escape(language.date(item.stale, item.language))}"


def _cite(source: Source, code: str) -> str:
    name = escape(source.title or source.publisher)
    if source.url:
        name = f'<a href="{html.escape(source.url)}">{name}</a>'
    rest = [source.publisher] if source.title else []
    rest += [language.date(source.date, code)] if source.date else []
    return ", ".join([name, *map(escape, rest)])


def _tags(item: Item) -> list[str]:
    names = [f"deck::{item.deck}", *item.tags]
    topic = re.sub(r"[^\w.-]+", "-", item.topic).strip("-")
    if topic:
        names.append(f"topic::{topic}")
    return sorted(f"civics::{name}" for name in names)


def _notes(form: Form) -> Iterator[_Note]:
    types = note_types()
    for entry in form.entries:
        item = entry.item
        note = _Note(
            types[item.type],
            list(fields_of(item).values()),
            tags=_tags(item),
            guid=guid(item.origin),
            due=entry.number,
        )
        note.changed = max(form.updated, item.since or form.updated)
        yield note


def _render(form: Form) -> bytes:
    name = f"{PARENT}::{form.title.replace('::', ': ')}"
    about = f"{form.about} " if form.about else ""
    updated = form.updated.isoformat()
    text = html.escape(f"{about}{len(form.entries)} cards, updated {updated}.")
    deck = genanki.Deck(deck_id(form.deck), name, text)
    for note in _notes(form):
        deck.add_note(note)
    stamp = _stamp(form.updated)
    first = int(stamp * 1000) + deck.deck_id % 86_400_000
    database = sqlite3.connect(":memory:")
    try:
        cursor = database.cursor()
        genanki.Package(deck).write_to_db(cursor, stamp, itertools.count(first))
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
