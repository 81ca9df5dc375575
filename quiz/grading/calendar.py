"""Dates as people type them, as precise as typed."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.lexicon import is_word, lexicon
from quiz.grading.tokens import DATE, DECADE, NUMBER, ORDINAL, WORD, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAP = 2000
_YEARS = range(1000, 2200)
_CENTURY, _MONTHS = 100, 12
# From how many letters on a month is known though it is misspelt.
_LONG, _LONGER = 5, 7


@dataclass(frozen=True, slots=True)
class Day:
    """What was said of a date; what was not said is None.

    `swapped` is the other reading of a date in figures, day before month; `short` tells
    that the year had two figures.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    short: bool = False
    swapped: tuple[int, int] | None = None

    @property
    def parts(self) -> dict[str, int]:
        """What was said, by name."""
        said = {"year": self.year, "month": self.month, "day": self.day}
        return {name: value for name, value in said.items() if value is not None}


def read_day(words: Sequence[Word], code: str) -> tuple[Day, tuple[Word, ...]] | None:
    """Read one date from words; give it with the words that are no part of it.

    None if there is no date, or more than one.
    """
    found: dict[str, int] = {}
    figures: list[Word] = []
    rest: list[Word] = []
    for word in _counted(words, code):
        said = _said(word, code)
        if said is None:
            return None
        if any(found.setdefault(name, value) != value for name, value in said.items()):
            return None
        if word.kind in (NUMBER, ORDINAL):
            figures.append(word)
        elif not said and not lexicon(code).has("weekdays", word.text):
            rest.append(word)
    for word in figures:
        name = _name(word, found)
        if name is None or found.setdefault(name, int(word.value or 0)) != word.value:
            return None
    swapped = next((_swapped(word.text) for word in words if word.kind == DATE), None)
    short = 0 <= found.get("year", _CENTURY) < _CENTURY
    day = Day(found.get("year"), found.get("month"), found.get("day"), short, swapped)
    return (day, tuple(rest)) if found and _exists(day) else None


def _said(word: Word, code: str) -> dict[str, int] | None:
    """Give the parts of a date that a word says by itself; None if it can be none."""
    if word.kind == DECADE:
        return None
    if word.kind == DATE:
        day = _figures(word.text)
        return day.parts if day else None
    month = _month(word.text, code) if word.kind == WORD else None
    return {"month": month} if month else {}


def _counted(words: Sequence[Word], code: str) -> Iterator[Word]:
    """Read a number that counts what follows (`19th amendment`) as a plain word, 7/4 as a date."""
    known = lexicon(code)
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        if word.kind == NUMBER and re.fullmatch(r"\d{1,2}/\d{1,2}", word.text):
            yield Word(word.text, DATE)
        elif word.kind == WORD and word.roman in _YEARS:
            yield replace(word, kind=NUMBER, value=Fraction(word.roman or 0))
        elif (
            word.kind in (ORDINAL, NUMBER)
            and (word.value or 0) < _CENTURY
            and after
            and after.kind == WORD
            and not known.has("light", after.text)
            and not known.has("filler", after.text)
            and not _month(after.text, code)
        ):
            yield Word(word.text)
        else:
            yield word


@lru_cache(maxsize=4096)
def _month(word: str, code: str) -> int | None:
    """Give the month a word names, also misspelt."""
    months = lexicon(code).counts.get("months", {})
    if word in months or len(word) < _LONG:
        return months.get(word)
    near = {
        number
        for name, number in months.items()
        if len(name) >= _LONG - 1
        and OSA.distance(word, name) <= 1 + (len(name) > _LONGER)
    }
    return near.pop() if len(near) == 1 and not is_word(word, code) else None


def _name(word: Word, found: dict[str, int]) -> str | None:
    """Say what a number in a date is: a year, or the day of a month that was named."""
    value = word.value
    if value is None or value.denominator != 1:
        return None
    if value in _YEARS and word.kind == NUMBER:
        return "year"
    if 1 <= value <= 31 and ("day" not in found or found["day"] == value):  # noqa: PLR2004
        return "day"
    short = word.kind == NUMBER and len(word.text) == 2  # noqa: PLR2004
    return "year" if short and "month" in found else None


def _figures(text: str) -> Day | None:
    """Read `11/14/2022` (month first, as in the United States), `2022-11-14` and `7/4`."""
    parts = [int(part) for part in re.split(r"[/.\-]", text)]
    if parts[0] >= _CENTURY:
        day = Day(parts[0], parts[1], parts[2])
    else:
        first, second = sorted(parts[:2]) if parts[0] > _MONTHS else parts[:2]
        day = Day(parts[2] if len(parts) > 2 else None, first, second)  # noqa: PLR2004
    return day if _exists(day) else None


def _swapped(text: str) -> tuple[int, int] | None:
    """Give the other reading of a date in figures, as month and day, if it has one."""
    first, second, *_ = (int(part) for part in re.split(r"[/.\-]", text))
    return (second, first) if first <= _MONTHS and second <= _MONTHS else None


def _exists(day: Day) -> bool:
    if day.month is not None and not 1 <= day.month <= _MONTHS:
        return False
    if day.day is None or day.month is None:
        return True
    year = _LEAP if day.year is None or day.short else day.year
    return 1 <= day.day <= calendar.monthrange(year, day.month)[1]
