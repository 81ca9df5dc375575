"""A fact's time: its phase on a day, and whether it was confirmed lately enough."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.dates import phase_of_event, phase_of_state
from quiz.fields import DateField, IntervalField, YearField

if TYPE_CHECKING:
    from quiz.dates import Date
    from quiz.kinds import Kind
    from quiz.model import Fact


class NotAskedError(Exception):
    """Says why a question is not asked of a fact."""


def phase_of(fact: Fact, as_of: date) -> tuple[str, date | None]:
    """Give a fact's phase on a day and the day that phase began.

    Raises NotAskedError when the fact is not yet true, or cannot be told to be.
    """
    when = fact.values.get("when")
    if isinstance(when, (DateField, YearField)):
        phase = phase_of_event(when.date, as_of)
        if phase == "upcoming" and not _announced(fact, as_of):
            msg = f"it is not yet known on {as_of}: no source of that day or before"
            raise NotAskedError(msg)
        if phase == "past":
            return phase, when.date.last + timedelta(1)
        return phase, when.date.first if phase == "current" else None
    start, end = _reign(fact)
    if start is None and end is None:
        return "timeless", None
    state = phase_of_state(start, end, as_of)
    if state is None:
        raise NotAskedError(f"its dates are not precise enough to tell on {as_of}")
    if state == "upcoming":
        raise NotAskedError(f"it is not yet true on {as_of}")
    began = end.last if state == "past" and end else (start.first if start else None)
    return state, began


def _reign(fact: Fact) -> tuple[Date | None, Date | None]:
    when = fact.values.get("when")
    if isinstance(when, IntervalField):
        return when.interval.start, when.interval.end
    start, end = fact.values.get("from"), fact.values.get("until")
    return (
        start.date if isinstance(start, (DateField, YearField)) else None,
        end.date if isinstance(end, (DateField, YearField)) else None,
    )


def _announced(fact: Fact, as_of: date) -> bool:
    return any(source.date and source.date.last <= as_of for source in fact.sources)


def stale(fact: Fact, kind: Kind, phase: str, as_of: date) -> Date | None:
    """Give the day a fact was last confirmed, if that is longer ago than its kind allows."""
    if kind.recheck is None or fact.checked is None or phase == "past":
        return None
    return fact.checked if (as_of - fact.checked.last).days > kind.recheck else None
