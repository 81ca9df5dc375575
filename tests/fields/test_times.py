"""Dates, years and intervals are read, shown and answered at their precision."""

import datetime as dt

import pytest

from quiz.dates import Date, Interval
from quiz.fields import read_date
from quiz.model import Answer

FIX = "write a date like 2022-11-14, 2022-11 or 2022"


def span(first, last):
    """Give two days as the numbers a span has."""
    days = (dt.date.fromisoformat(day).toordinal() for day in (first, last))
    return tuple(map(float, days))


def test_a_date_on_its_own_is_read(node, refused):
    """A source's date, or a fact's `checked`, is read like a field's."""
    assert Date(2022, 11) == read_date(node("2022-11"))
    what = "'soon' is not a date like 2022-11-14, 2022-11 or 2022"
    assert refused(read_date, node("soon")) == [f"1:4 bad-date: {what} ({FIX})"]


@pytest.mark.parametrize(
    ("text", "language", "forms", "answer"),
    [
        (
            "2022-11-14",
            "en",
            ("November 14, 2022", "on November 14, 2022", "2022"),
            Answer(
                "November 14, 2022",
                "date",
                accept=("2022-11-14",),
                span=span("2022-11-14", "2022-11-14"),
            ),
        ),
        (
            "2024-02",
            "es",
            ("febrero de 2024", "en febrero de 2024", "2024"),
            Answer(
                "febrero de 2024",
                "date",
                accept=("2024-02",),
                span=span("2024-02-01", "2024-02-29"),
            ),
        ),
        (
            "2022",
            "en",
            ("2022", "in 2022", "2022"),
            Answer("2022", "year", span=span("2022-01-01", "2022-12-31")),
        ),
    ],
)
def test_a_date_is_said_and_answered(text, language, forms, answer, read):
    """A date has its words, a preposition and a year; ISO form is accepted as an answer."""
    date = read("date", text)
    assert forms == tuple(date.form(name, language) for name in ("", "on", "year"))
    assert forms[0] == date.show(language)
    assert date.answers(language) == (answer,)


def test_a_year_brings_years_near_it(read):
    """A year is answered in figures, with plausible wrong years to either side."""
    year = read("year", "1787")
    (answer,) = year.answers("en")
    assert (answer.text, answer.type) == ("1787", "year")
    assert span("1787-01-01", "1787-12-31") == answer.span
    near = [1785, 1789, 1783, 1791, 1782, 1792, 1779, 1795]
    assert answer.near == tuple(
        Answer(str(y), "year", span=span(f"{y}-01-01", f"{y}-12-31")) for y in near
    )
    forms = [year.form(name, "en") for name in ("", "on", "year")]
    assert forms == ["1787", "in 1787", "1787"]
    assert year.show("es") == "1787"


@pytest.mark.parametrize(
    ("text", "shown", "near"),
    [("0003", "3", "1 5 7 8 11"), ("9998", "9998", "9996 9994 9993 9990")],
)
def test_years_near_the_ends_of_the_calendar_are_in_it(text, shown, near, read):
    """No wrong year is before the first or after the last there is; all are written alike."""
    (answer,) = read("year", text).answers("en")
    assert shown == answer.text
    assert near.split() == [year.text for year in answer.near]


@pytest.mark.parametrize(
    ("text", "interval", "shown", "days"),
    [
        (
            "2021-01-20/2025-01-20",
            Interval(Date(2021, 1, 20), Date(2025, 1, 20)),
            "January 20, 2021 – January 20, 2025",
            span("2021-01-20", "2025-01-20"),
        ),
        (
            "2012-11/2013",
            Interval(Date(2012, 11), Date(2013)),
            "November 2012 – 2013",
            span("2012-11-01", "2013-12-31"),
        ),
        (
            "2012/",
            Interval(Date(2012), None),
            "2012 – …",
            (span("2012-01-01", "2012-01-01")[0], float("inf")),
        ),
        (
            "/1989",
            Interval(None, Date(1989)),
            "… – 1989",
            (float("-inf"), span("1989-12-31", "1989-12-31")[0]),
        ),
    ],
)
def test_an_interval_shows_both_ends(text, interval, shown, days, read):
    """An open end is three points, and reaches without end."""
    value = read("interval", text)
    assert interval == value.interval
    assert shown == value.show("en") == value.form("on", "en")
    assert value.answers("en") == (Answer(shown, "interval", span=days),)


@pytest.mark.parametrize(
    ("type_", "text", "problem"),
    [
        ("date", "2022-13", f"there is no month 13 ({FIX})"),
        ("year", "1787-09", "'1787-09' is not a year (write four figures like 1787)"),
        ("year", "987", "'987' is not a year (write four figures like 1787)"),
        ("year", "0000", "there is no year 0000 (write four figures like 1787)"),
        (
            "interval",
            "2025/2021",
            "it ends (2021) before it begins (2025) (write it like 2021-01-20/2025-01-20)",
        ),
        (
            "interval",
            "2021",
            "'2021' is not an interval like 2021-01-20/2025-01-20 (write it like 2021-01-20/2025-01-20)",
        ),
    ],
)
def test_what_is_no_time_is_said(type_, text, problem, read, refused):
    """A day no calendar has, or another form, is refused with the right form."""
    assert refused(read, type_, text) == [f"1:4 bad-date: {problem}"]
