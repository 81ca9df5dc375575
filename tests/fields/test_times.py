"""Dates, years and intervals are read, shown and answered at their precision."""

import datetime as dt
from dataclasses import replace

import pytest

from quiz import language
from quiz.dates import Date, Interval
from quiz.fields import read_date
from quiz.keys import Answer

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
    ("text", "language", "said"),
    [
        (
            "2022-11-14",
            "en",
            "November 14, 2022 | on November 14, 2022 | November 14, 2022, | 2022",
        ),
        (
            "2024-02",
            "es",
            "febrero de 2024 | en febrero de 2024 | febrero de 2024 | 2024",
        ),
        ("2022", "en", "2022 | in 2022 | 2022 | 2022"),
    ],
)
def test_a_date_has_the_forms_stems_ask_for(text, language, said, read):
    """A date is said alone, with its preposition, inside a sentence and as its year."""
    date = read("date", text)
    forms = [date.form(name, language) for name in ("", "on", "inside", "year")]
    assert said.split(" | ") == forms
    assert forms[0] == date.show(language)


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        (
            "2022-11-14",
            "en",
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
            Answer(
                "febrero de 2024",
                "date",
                accept=("2024-02",),
                span=span("2024-02-01", "2024-02-29"),
            ),
        ),
        ("2022", "en", Answer("2022", "year", span=span("2022-01-01", "2022-12-31"))),
    ],
)
def test_a_date_is_answered_in_words_or_as_typed(text, language, answer, read):
    """The answer lies on all days the date can be; ISO form is accepted, a year has only one."""
    (found,) = read("date", text).answers(language)
    assert answer == replace(found, near=())


@pytest.mark.parametrize(
    ("type_", "text", "near"),
    [
        ("year", "1787", "1785 1786 1788 1789 1784 1790 1792"),
        ("date", "1787", "1785 1786 1788 1789 1784 1790 1792"),
        ("year", "0003", "1 2 4 5 6 8"),
        ("date", "9998", "9996 9997 9999 9995"),
        (
            "date",
            "2022-11",
            "2021-11 2022-09 2022-10 2022-12 2023-01 2023-11 2024-11",
        ),
        (
            "date",
            "2024-01-31",
            "2023-01-31 2023-11-30 2023-12-31 2024-02-29 2024-03-31 2025-01-31 2026-01-31",
        ),
        ("date", "9999-12-31", "9998-12-31 9999-10-31 9999-11-30"),
    ],
)
def test_a_time_brings_times_near_it(type_, text, near, read):
    """Wrong years, months and days are as precise, a little away, and in the calendar."""
    (answer,) = read(type_, text).answers("en")
    dates = [Date.parse(each.rjust(4, "0")) for each in near.split()]
    expected = [
        Answer(
            language.date(date, "en"),
            answer.type,
            span=span(str(date.first), str(date.last)),
        )
        for date in dates
    ]
    assert expected == list(answer.near)


def test_a_year_is_answered_in_figures(read):
    """A year is said alone or with its preposition, and answered as it is."""
    year = read("year", "1787")
    (answer,) = year.answers("es")
    assert replace(answer, near=()) == Answer(
        "1787", "year", span=span("1787-01-01", "1787-12-31")
    )
    assert [year.form(name, "en") for name in ("", "on", "inside")] == [
        "1787",
        "in 1787",
        "1787",
    ]
    assert year.show("es") == "1787"


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


@pytest.mark.parametrize("text", ["2022-11-14", "2022-11-14/2022-11-14"])
def test_an_interval_of_one_date_is_answered_as_that(text, read):
    """What takes place on one day is that day, with wrong days near it."""
    value = read("interval", text)
    assert value.show("en") == "November 14, 2022"
    assert value.answers("en") == read("date", "2022-11-14").answers("en")


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
            "2021-2022",
            "'2021-2022' is not a date like 2022-11-14, 2022-11 or 2022 (write it like 2021-01-20/2025-01-20)",
        ),
    ],
)
def test_what_is_no_time_is_said(type_, text, problem, read, refused):
    """A day no calendar has, or another form, is refused with the right form."""
    assert refused(read, type_, text) == [f"1:4 bad-date: {problem}"]
