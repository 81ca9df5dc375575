"""Times last from one date to another, and a day lies before, in or after them, if that is known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.dates import Date, Interval, phase_of_event, phase_of_state


def cut(day, parts):
    """Give a day as a date of one part (year), two (month) or three (day)."""
    return Date(*(day.year, day.month, day.day)[:parts])


# Dates that often touch, contain or precede one another.
NEAR = st.builds(
    cut, st.dates(dt.date(2001, 11, 1), dt.date(2003, 2, 28)), st.integers(1, 3)
)
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2004, 1, 1))
INTERVALS = st.builds(Interval, st.none() | NEAR, st.none() | NEAR).filter(
    lambda it: (
        (it.start or it.end)
        and not (it.start and it.end and it.end.last < it.start.first)
    )
)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        (
            "2021-01-20/2025-01-20",
            Interval(Date(2021, 1, 20), Date(2025, 1, 20)),
        ),
        ("2012-11/", Interval(Date(2012, 11), None)),
        ("/1989", Interval(None, Date(1989))),
        ("1989/1990-02", Interval(Date(1989), Date(1990, 2))),
        ("1989/1989", Interval(Date(1989), Date(1989))),
        ("1989-11-09", Interval(Date(1989, 11, 9), Date(1989, 11, 9))),
    ],
)
def test_an_interval_may_be_open_or_one_date(text, interval):
    """Either end may be left out, each has its own precision, and a single date is both."""
    assert interval == Interval.parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        *(
            (text, f"'{text}' is not an interval like 2021-01-20/2025-01-20")
            for text in ("", "/", "2021/2022/2023")
        ),
        *(
            (text, f"'{text}' is not a date like 2022-11-14, 2022-11 or 2022")
            for text in ("2021-2022", "then")
        ),
        ("2025/2021-02", "it ends (2021-02) before it begins (2025)"),
        ("2021/13", "'13' is not a date like 2022-11-14, 2022-11 or 2022"),
    ],
)
def test_what_is_no_interval_is_said(text, message):
    """An interval without an end, or that ends before it begins, is refused."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is compared
        Interval.parse(text)
    assert message == str(caught.value)


@given(INTERVALS)
def test_an_interval_reads_back_as_written(interval):
    """An interval is the text it is written as."""
    assert interval == Interval.parse(str(interval))


@pytest.mark.parametrize(
    ("text", "written"),
    [("2021/2021", "2021"), ("2021-02/", "2021-02/"), ("/2021", "/2021")],
)
def test_an_interval_of_one_date_is_written_as_that(text, written):
    """Where both ends are one date, it stands once."""
    assert written == str(Interval.parse(text))


@given(INTERVALS, DAYS)
def test_an_event_lasts_through_its_last_day(span, day):
    """An event is current from its first day to its last, upcoming before and past after."""
    begun = span.start is None or span.start.first <= day
    ended = span.end is not None and span.end.last < day
    expected = "current" if begun and not ended else "past" if ended else "upcoming"
    assert expected == phase_of_event(span, day)


@given(NEAR, DAYS)
def test_an_event_of_one_date_can_be_on_any_of_its_days(when, day):
    """A date alone counts as an interval of that date."""
    assert phase_of_event(Interval(when, when), day) == phase_of_event(when, day)


@pytest.mark.parametrize(
    ("start", "end", "day", "phase"),
    [
        ("2009-01-20", "2013-01-20", "2009-01-19", "upcoming"),
        ("2009-01-20", "2013-01-20", "2009-01-20", "current"),
        ("2009-01-20", "2013-01-20", "2013-01-19", "current"),
        ("2009-01-20", "2013-01-20", "2013-01-20", "past"),
        ("2009-01-20", "", "2040-01-01", "current"),
        ("", "2013-01-20", "2000-01-01", "current"),
        ("2009", "", "2008-12-31", "upcoming"),
        ("2009", "", "2009-06-01", None),
        ("2009", "", "2009-12-31", "current"),
        ("2009", "", "2010-01-01", "current"),
        ("2009", "2009-06-01", "2009-07-01", "past"),
        ("", "2013", "2012-12-31", "current"),
        ("", "2013", "2013-06-01", None),
        ("", "2013", "2013-12-31", "past"),
        ("", "", "2013-12-31", "current"),
    ],
)
def test_a_state_is_over_on_the_day_it_ends(start, end, day, phase):
    """A state holds from its first day to the day before its last; in between may be unknown."""
    first, last = (Date.parse(text) if text else None for text in (start, end))
    assert phase == phase_of_state(first, last, dt.date.fromisoformat(day))


def telling_days(date, day):
    """Give a date's ends and, if among its days, a day and those beside it."""
    if date is None:
        return [None]
    near = (day + dt.timedelta(step) for step in (-1, 0, 1))
    days = {date.first, date.last, *near}
    return [Date.of(each) for each in days if date.first <= each <= date.last]


@given(INTERVALS, DAYS)
def test_a_phase_is_unknown_only_where_it_would_differ(interval, day):
    """A phase is what it is on all days a state can begin and end, or unknown if those differ."""
    phases = {
        phase_of_state(start, end, day)
        for start in telling_days(interval.start, day)
        for end in telling_days(interval.end, day)
        if not (start and end) or start.first <= end.first
    }
    assert None not in phases
    expected = phases.pop() if len(phases) == 1 else None
    assert expected == phase_of_state(interval.start, interval.end, day)
