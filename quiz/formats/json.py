"""JSON Lines: one item a line, everything known about it, nothing lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from quiz.formats import Format

if TYPE_CHECKING:
    from quiz.keys import Answer
    from quiz.model import Form, Item, Source


def as_dict(item: Item) -> dict[str, Any]:
    """Give an item as the object of one line; keys may be added, never renamed."""
    return {
        "id": item.id,
        "deck": item.deck,
        "fact": item.fact,
        "kind": item.kind,
        "question": item.question,
        "language": item.language,
        "type": item.type,
        "stem": item.stem,
        "key": [_answer(answer) for answer in item.key.answers],
        "need": item.key.need,
        "distractors": [answer.text for answer in item.distractors],
        "no_options": item.no_options,
        "note": item.note,
        "topic": item.topic,
        "sources": [_source(source) for source in item.sources],
        "tags": list(item.tags),
        "as_of": item.as_of.isoformat(),
        "phase": item.phase,
        "stale": str(item.stale) if item.stale else None,
        "hint": item.hint,
        "says": item.says,
    }


def line(item: Item) -> str:
    """Give an item as one line of JSON."""
    return json.dumps(as_dict(item), ensure_ascii=False)


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "name": answer.name,
        "type": answer.type,
        "answer": answer.text,
        "accept": list(answer.accept),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": str(source.date) if source.date else None,
        "url": source.url,
    }


def _render(form: Form) -> bytes:
    return "".join(f"{line(item)}\n" for item in form.items).encode("utf-8")


FORMAT = Format("JSON Lines, one item a line", ".jsonl", _render, joins=True)
