"""Dates as precise as known, intervals of them, and comparison that can say "unknown"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

# EDTF level 0 (ISO 8601-2): year, year-month or year-month-day.
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date of year, month or day precision (proleptic Gregorian)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read `2022`, `2022-11` or `2022-11-14`; ValueError says what is wrong."""
        match = _DATE.fullmatch(text)
        if not match:
            msg = f"'{text}' is not a date like 2022-11-14, 2022-11 or 2022"
            raise ValueError(msg)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # noqa: S101 - the pattern requires it
        if year == 0:
            raise ValueError("there is no year 0000")
        if month is not None and not 1 <= month <= 12:  # noqa: PLR2004
            msg = f"there is no month {month:02}"
            raise ValueError(msg)
        if month is not None and day is not None:
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                name = calendar.month_name[month]
                msg = f"{name} {year} has no day {day:02}"
                raise ValueError(msg)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: dt.date) -> Date:
        """Give a day as a Date."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> dt.date:
        """The earliest day it can be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day it can be."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, day)

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def shifted(self, months: int) -> Date | None:
        """Move it by whole months, to the month's last day at most.

        None stands for what no calendar has: years before 1 and after 9999.
        """
        count = self.year * 12 + (self.month or 1) - 1 + months
        year, month = count // 12, count % 12 + 1
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            return None
        if self.month is None:
            return Date(year)
        day = self.day and min(self.day, calendar.monthrange(year, month)[1])
        return Date(year, month, day)

    def before(self, other: Date) -> bool | None:
        """Tell whether it is before `other`; None when precision leaves it unknown."""
        if self.last < other.first:
            return True
        if self.first >= other.last:
            return False
        return None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`; either may be open (None)."""

    start: Date | None
    end: Date | None

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read `2021-01-20/2025-01-20`, `2012/`, `/1989` or a single date for both ends.

        ValueError says what is wrong.
        """
        ends = text.split("/") if "/" in text else [text, text]
        if len(ends) != 2 or not any(ends):  # noqa: PLR2004
            msg = f"'{text}' is not an interval like 2021-01-20/2025-01-20"
            raise ValueError(msg)
        start, end = (Date.parse(end) if end else None for end in ends)
        if start and end and end.last < start.first:
            msg = f"it ends ({end}) before it begins ({start})"
            raise ValueError(msg)
        return cls(start, end)

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or ''}/{self.end or ''}"


def phase_of_event(when: Date | Interval, as_of: dt.date) -> str:
    """Say whether an event is `upcoming`, `current` or `past` on a day.

    It lasts through the last day of an interval, or for ever if that is open.
    """
    span = Interval(when, when) if isinstance(when, Date) else when
    if span.start and as_of < span.start.first:
        return "upcoming"
    return "past" if span.end and as_of > span.end.last else "current"


def phase_of_state(start: Date | None, end: Date | None, as_of: dt.date) -> str | None:
    """Say a state's phase on a day, or None when precision leaves it unknown.

    On the day `end` names it is over: that day the successor is in office.
    """
    if end and as_of >= end.last:
        return "past"
    if start and as_of < start.first:
        return "upcoming"
    if (start and as_of < start.last) or (end and as_of >= end.first):
        return None
    return "current"
