"""What is authored of each item, whatever the day: all it says before, during and after."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from quiz.ask import ask
from quiz.errors import Problems
from quiz.language import base
from quiz.ledger import Calendar, Content
from quiz.phases import NotAskedError, end_of, fresh_until, source_turns, turning_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.decks import Library
    from quiz.kinds import Kind
    from quiz.model import Fact, Item, Retired


def contents(
    library: Library, facts: Iterable[Fact], today: date, languages: Iterable[str] = ()
) -> dict[str, Content]:
    """Give each item's content, by the id it was first published under.

    What is retired by `today` has none. It covers every wording that the calendar will
    bring, so it changes with the fact, its kind and the names it uses, not with the day.
    An item exists in its deck's language, those of its kind's stems, and `languages`.
    """
    found: dict[str, Content] = {}
    wanted = tuple(languages)
    for fact in facts:
        kind = library.kinds[fact.deck, fact.kind]
        points = turning_points(fact, kind)
        fresh = fresh_until(fact, kind)
        others = source_turns(fact)
        if fresh and fresh < date.max:
            others = (*others, fresh + timedelta(1))
        days = tuple(_days(points))
        for said in _every(library, fact, kind, days, today, wanted):
            wordings = [_essence(item, fact) for _, item in said]
            pairs = zip(said, said[1:], wordings, wordings[1:], strict=False)
            turns = tuple(
                day for _, (day, _), old, new in pairs if old != new and day in points
            )
            item = said[0][1]
            calendar = Calendar(points, (*turns, *others))
            found[item.origin] = Content(digest(wordings), fresh, item.type, calendar)
    return found


def ends(
    library: Library, facts: Iterable[Fact], today: date
) -> Iterator[tuple[str, tuple[date, str]]]:
    """Give the first ids of facts and items that have ended by a day, when and why."""
    for fact in facts:
        if fact.ended(today) and fact.retired:
            yield fact.origin, _end(fact.retired)
            continue
        for question in library.kinds[fact.deck, fact.kind].questions:
            end = end_of(fact, question, today)
            if end:
                yield f"{fact.origin}/{question.origin}", _end(end)


def _end(end: Retired) -> tuple[date, str]:
    why = " ".join(end.why.split())
    if end.instead:
        why += f" (instead: {end.instead})"
    return end.on.first, why


def _every(
    library: Library,
    fact: Fact,
    kind: Kind,
    days: tuple[date, ...],
    today: date,
    languages: tuple[str, ...],
) -> Iterator[list[tuple[date, Item]]]:
    """Give each item on those of `days` on which it is asked."""
    home = library.decks[fact.deck].language
    for question in kind.questions:
        if end_of(fact, question, today):
            continue
        codes = [code for code in question.stems if code != base(home)]
        for code in dict.fromkeys((home, *codes, *languages)):
            ident = f"{fact.ref}/{question.id}" + (f"/{code}" if code != home else "")
            said = []
            for day in days:
                try:
                    _, item = ask(ident, fact, kind, question, day, code, Problems())
                except NotAskedError:
                    continue
                said.append((day, item))
            if said:
                yield said


def _days(points: Iterable[date]) -> Iterator[date]:
    """Give a day of each phase that a fact goes through: before and on each turn."""
    days = {point - timedelta(1) for point in points if point > date.min}
    yield from sorted(days | set(points)) or [date.min]


def _essence(item: Item, fact: Fact) -> list[Any]:
    several = len(item.key.parts) > 1  # whose names are shown then
    key = [
        (a.name if several else "", a.type, a.text, *a.accept) for a in item.key.answers
    ]
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


def digest(wordings: Iterable[Any]) -> str:
    """Give 64 bits of what is said, in whatever order and how often it is said."""
    unique = dict.fromkeys(json.dumps(w, ensure_ascii=False) for w in wordings)
    text = "\n".join(unique)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
