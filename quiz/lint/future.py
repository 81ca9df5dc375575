"""What was published, read or confirmed was so today at the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Location, Problem
    from quiz.model import Source


def look(desk: Desk) -> Iterator[Problem]:
    """Report days of a deck's own making that are still to come."""
    deck = desk.deck
    days = [(deck.at, "updated", deck.updated)]
    sources: dict[str, tuple[Location, Source]] = {}
    for fact in deck.facts:
        if fact.deck == deck.id:
            days.append((fact.at, "checked", fact.checked))
            for source in fact.sources:
                sources.setdefault(source.id, (fact.at, source))
    for at, source in sources.values():
        days.append((at, f"the date of source {source.id}", source.date))
        days.append((at, f"opened of source {source.id}", source.opened))
    for at, name, day in days:
        if day and day.first > desk.today:
            what = f"{name} is {day}, a day still to come"
            yield finding(at, "future-date", what, "correct the year, month or day")
