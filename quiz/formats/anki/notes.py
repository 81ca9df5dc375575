"""Items become notes: fields as HTML, tags, and an identity that never changes."""

from __future__ import annotations

import hashlib
import html
import re
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any

import genanki

from quiz import language
from quiz.fields import BLANK
from quiz.formats.anki.types import FIELDS, note_types, stamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from quiz.keys import Key
    from quiz.model import Form, Item, Source

# Types whose other forms say nothing that a learner would not know.
_ONE_FORM = ("date", "year", "number", "ordinal", "interval")


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
        super().write_to_db(cursor, stamp(self.changed), deck_id, ids)


def guid(item_id: str) -> str:
    """Give a note's identity in Anki: 72 bits that only the item's first id decides."""
    digest = hashlib.blake2b(f"civics-quiz:{item_id}".encode(), digest_size=9).digest()
    return urlsafe_b64encode(digest).decode()


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
        "Hint": escape(item.hint),
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


def notes_of(form: Form) -> Iterator[_Note]:
    """Make the notes of a form, in its order."""
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
