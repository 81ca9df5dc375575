"""What is authored of each item, whatever the day: all it says before, during and after."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from quiz.ask import ask
from quiz.errors import Problems
from quiz.phases import NotAskedError, turning_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.decks import Library
    from quiz.kinds import Kind
    from quiz.model import Fact, Item


def digests(library: Library, facts: Iterable[Fact], today: date) -> dict[str, str]:
    """Give a digest of each item's content, by the id it was first published under.

    Facts retired by `today` have none. It covers every wording that the calendar will
    bring, so it changes with the fact, its kind and the names it uses, not with the day.
    """
    found: dict[str, list[Any]] = {}
    for fact in facts:
        if fact.ended(today):
            continue
        for item in _every(library, fact, library.kinds[fact.deck, fact.kind]):
            found.setdefault(item.origin, []).append(_essence(item, fact))
    return {name: _digest(wordings) for name, wordings in found.items()}


def _every(library: Library, fact: Fact, kind: Kind) -> Iterator[Item]:
    home = library.decks[fact.deck].language
    for question in kind.questions:
        for code in question.stems:
            ident = f"{fact.ref}/{question.id}" + (f"/{code}" if code != home else "")
            for day in _days(fact, kind):
                try:
                    _, item = ask(ident, fact, kind, question, day, code, Problems())
                except NotAskedError:
                    continue
                yield item


def _days(fact: Fact, kind: Kind) -> Iterator[date]:
    """Give a day of each phase the fact goes through."""
    points = turning_points(fact, kind)
    if not points:
        yield date.min
    for point in points:
        if point > date.min:
            yield point - timedelta(1)
        yield point


def _essence(item: Item, fact: Fact) -> list[Any]:
    key = [(a.name, a.type, a.text, *a.accept) for a in item.key.answers]
    sources = [
        (source.publisher, source.title, str(source.date), source.url)
        for source in fact.sources
    ]
    return [
        item.stem,
        key,
        item.key.need,
        item.type,
        item.note,
        item.topic,
        item.tags,
        sources,
        item.hint,
    ]


def _digest(wordings: list[Any]) -> str:
    unique = dict.fromkeys(json.dumps(w, ensure_ascii=False) for w in wordings)
    text = "\n".join(unique)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
