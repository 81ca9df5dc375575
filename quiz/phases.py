"""A fact's time: its phase on a day, and whether it was confirmed lately enough."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.dates import Interval, phase_of_event, phase_of_state
from quiz.fields import DateField, IntervalField, YearField

if TYPE_CHECKING:
    from quiz.dates import Date
    from quiz.kinds import Kind
    from quiz.model import Fact, Retired, Source
    from quiz.questions import Question
    from quiz.values import Value


class NotAskedError(Exception):
    """Says why a question is not asked of a fact."""


class NotYetError(NotAskedError):
    """Says that the day, and only the day, bars a question."""


def phase_of(fact: Fact, kind: Kind, as_of: date) -> tuple[str, date | None]:
    """Give a fact's phase on a day and the day that phase began.

    Raises NotAskedError when the fact is not yet true, or cannot be told to be.
    """
    span = _span(fact.values.get(kind.time))
    if span:
        return _event(fact, span, as_of)
    start, end = _date(fact.values.get("from")), _date(fact.values.get("until"))
    if start is None and end is None:
        return "timeless", None
    state = phase_of_state(start, end, as_of)
    if state is None:
        raise NotYetError(f"its dates are not precise enough to tell on {as_of}")
    if state == "upcoming":
        raise NotYetError(f"it is not yet true on {as_of}")
    began = end.last if state == "past" and end else (start.first if start else None)
    return state, began


def turning_points(fact: Fact, kind: Kind) -> tuple[date, ...]:
    """Give the days on which a fact's phase changes: none for what is timeless."""
    when = fact.values.get(kind.time)
    span = _span(when) if when else None
    if span:
        over = span.end.last if span.end else None
        days = [span.start.first] if span.start else []
        return (*days, over + timedelta(1)) if over and over < date.max else tuple(days)
    ends = (_date(fact.values.get("from")), _date(fact.values.get("until")))
    return tuple(end.last for end in ends if end)


def _event(fact: Fact, span: Interval, as_of: date) -> tuple[str, date | None]:
    phase = phase_of_event(span, as_of)
    if phase == "past" and span.end:
        return phase, span.end.last + timedelta(1)
    if phase == "upcoming":
        if not _announced(fact, as_of):
            msg = f"it is not yet known on {as_of}: no source of that day or before"
            raise NotYetError(msg)
        return phase, None
    return phase, span.start.first if span.start else None


def _span(value: Value | None) -> Interval | None:
    if isinstance(value, IntervalField):
        return value.interval
    date = _date(value)
    return Interval(date, date) if date else None


def _date(value: Value | None) -> Date | None:
    return value.date if isinstance(value, (DateField, YearField)) else None


def _announced(fact: Fact, as_of: date) -> bool:
    return any(source.date and source.date.last <= as_of for source in fact.sources)


def stale(fact: Fact, kind: Kind, phase: str, as_of: date) -> Date | None:
    """Give the day a fact was last confirmed, if that is longer ago than its kind allows."""
    fresh = None if phase == "past" else fresh_until(fact, kind)
    return fact.checked if fresh and fresh < as_of else None


def fresh_until(fact: Fact, kind: Kind) -> date | None:
    """Give the last day on which a fact that can change counts as confirmed."""
    if kind.recheck is None or fact.checked is None:
        return None
    days = min(kind.recheck, (date.max - fact.checked.last).days)
    return fact.checked.last + timedelta(days)


def known_sources(fact: Fact, as_of: date) -> tuple[Source, ...]:
    """Give the sources of a fact that had appeared by a day, or all if none had."""
    sources = fact.sources
    known = [s for s in sources if s.date is None or s.date.first <= as_of]
    return tuple(known) or sources


def source_turns(fact: Fact) -> tuple[date, ...]:
    """Give the days on which the sources shown with a fact become others."""
    days = {source.date.first for source in fact.sources if source.date} - {date.min}
    return tuple(
        day
        for day in sorted(days)
        if known_sources(fact, day - timedelta(1)) != known_sources(fact, day)
    )


def last_turn(
    fact: Fact, kind: Kind, began: date | None, old: Date | None, as_of: date
) -> date | None:
    """Give the day on which the calendar last changed what is shown of a fact.

    That is when its phase `began`, a source of it appeared, or, if it is `old`, when it
    came to be shown with the day on which it was confirmed.
    """
    fresh = fresh_until(fact, kind) if old else None
    days = [began, fresh + timedelta(1) if fresh else None]
    days += source_turns(fact)
    return max((day for day in days if day and day <= as_of), default=None)


def end_of(fact: Fact, question: Question, day: date) -> Retired | None:
    """Give the end that a question of a fact has met by a day, or None."""
    for end in (fact.retired, question.retired):
        asked = end is None or (end.questions and question.id not in end.questions)
        if end and not asked and end.on.first <= day:
            return end
    return None
