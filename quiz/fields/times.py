"""Fields that are times: date, year and interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, NoReturn

from quiz import language as lang
from quiz.dates import Date, Interval
from quiz.errors import Location  # noqa: TC001 - dataclass fields
from quiz.fields.spec import Scope, Spec  # noqa: TC001
from quiz.keys import Answer
from quiz.reader import Node  # noqa: TC001 - read by subclasses' callers
from quiz.shape import fail, scalar
from quiz.values import Value

_FIX = "write a date like 2022-11-14, 2022-11 or 2022"


def read_date(node: Node) -> Date:
    """Read a date of year, month or day precision."""
    try:
        return Date.parse(scalar(node, "a date like 2022-11-14"))
    except ValueError as error:
        _reject(node, error, _FIX)


def _reject(node: Node, error: ValueError, fix: str) -> NoReturn:
    fail(node.at, "bad-date", str(error), fix)


def _span(date: Date) -> tuple[float, float]:
    return (float(date.first.toordinal()), float(date.last.toordinal()))


@dataclass(frozen=True, slots=True)
class DateField(Value):
    """A date as precise as known."""

    type: ClassVar[str] = "date"
    date: Date
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> DateField:
        """Read `2022-11-14`, `2022-11` or `2022`."""
        del spec, scope
        return cls(read_date(node), node.at)

    def show(self, language: str) -> str | None:
        return lang.date(self.date, language)

    def form(self, name: str, language: str) -> str | None:
        if name == "on":
            return lang.on(self.date, language)
        if name == "inside":
            return lang.inside(self.date, language)
        return str(self.date.year) if name == "year" else self.show(language)

    def as_year(self) -> YearField:
        """Give its year, which a question may ask for alone."""
        return YearField(Date(self.date.year), self.at)

    def answers(self, language: str) -> tuple[Answer, ...]:
        shown, iso = lang.date(self.date, language), str(self.date)
        accept = (iso,) if iso != shown else ()
        return (
            Answer(
                shown,
                _type(self.date),
                accept=accept,
                span=_span(self.date),
                near=_neighbours(self.date, language),
            ),
        )


def _type(date: Date) -> str:
    return "year" if date.precision == "year" else "date"


def _neighbours(date: Date, language: str) -> tuple[Answer, ...]:
    """Give plausible wrong dates: the same day or month a few months or years away."""
    steps = (-24, -12, 12, 24, -36, 36, 60)
    if date.precision != "year":
        steps = (-12, -2, -1, 1, 2, 12, 24)
    others = [other for step in steps if (other := date.shifted(step))]
    return tuple(
        Answer(lang.date(other, language), _type(date), span=_span(other))
        for other in others
    )


@dataclass(frozen=True, slots=True)
class YearField(Value):
    """A year."""

    type: ClassVar[str] = "year"
    date: Date
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> YearField:
        """Read `1787`."""
        del spec, scope
        text = scalar(node, "a year like 1787")
        if not re.fullmatch(r"\d{4}", text):
            error = ValueError(f"'{text}' is not a year")
            _reject(node, error, "write four figures like 1787")
        try:
            return cls(Date.parse(text), node.at)
        except ValueError as error:
            _reject(node, error, "write four figures like 1787")

    def show(self, language: str) -> str | None:
        return lang.date(self.date, language)

    def form(self, name: str, language: str) -> str | None:
        return lang.on(self.date, language) if name == "on" else self.show(language)

    def answers(self, language: str) -> tuple[Answer, ...]:
        shown, near = lang.date(self.date, language), _neighbours(self.date, language)
        return (Answer(shown, "year", span=_span(self.date), near=near),)


@dataclass(frozen=True, slots=True)
class IntervalField(Value):
    """A time from one date to another; either end may be open."""

    type: ClassVar[str] = "interval"
    interval: Interval
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> IntervalField:
        """Read `2021-01-20/2025-01-20`."""
        del spec, scope
        text = scalar(node, "an interval like 2021-01-20/2025-01-20")
        try:
            return cls(Interval.parse(text), node.at)
        except ValueError as error:
            _reject(node, error, "write it like 2021-01-20/2025-01-20")

    def show(self, language: str) -> str | None:
        return lang.interval(self.interval, language)

    def answers(self, language: str) -> tuple[Answer, ...]:
        start, end = self.interval.start, self.interval.end
        if start and start == end:
            return DateField(start, self.at).answers(language)
        span = (
            float(start.first.toordinal()) if start else float("-inf"),
            float(end.last.toordinal()) if end else float("inf"),
        )
        shown = lang.interval(self.interval, language)
        return (Answer(shown, "interval", span=span),)
