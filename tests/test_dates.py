"""Dates are as precise as known, and say "unknown" where that is not enough."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.dates import Date, Interval, phase_of_event, phase_of_state


def cut(day, parts):
    """Give a day as a date of one part (year), two (month) or three (day)."""
    return Date(*(day.year, day.month, day.day)[:parts])


PARTS = st.integers(1, 3)
# Dates that often touch, contain or precede one another.
NEAR = st.builds(cut, st.dates(dt.date(2001, 11, 1), dt.date(2003, 2, 28)), PARTS)
DATES = NEAR | st.builds(cut, st.dates(), PARTS)
INTERVALS = st.builds(Interval, st.none() | NEAR, st.none() | NEAR).filter(
    lambda it: (
        (it.start or it.end)
        and not (it.start and it.end and it.end.last < it.start.first)
    )
)
SHARE = st.floats(0, 1)


def day_in(date, share):
    """Give one of the days a date can be."""
    return date.first + (date.last - date.first) * share


@pytest.mark.parametrize(
    ("text", "date", "first", "last", "precision"),
    [
        ("2022", Date(2022), (2022, 1, 1), (2022, 12, 31), "year"),
        ("0987", Date(987), (987, 1, 1), (987, 12, 31), "year"),
        ("9999", Date(9999), (9999, 1, 1), (9999, 12, 31), "year"),
        ("2022-11", Date(2022, 11), (2022, 11, 1), (2022, 11, 30), "month"),
        ("2024-02", Date(2024, 2), (2024, 2, 1), (2024, 2, 29), "month"),
        ("2022-11-14", Date(2022, 11, 14), (2022, 11, 14), (2022, 11, 14), "day"),
        ("2024-02-29", Date(2024, 2, 29), (2024, 2, 29), (2024, 2, 29), "day"),
    ],
)
def test_a_date_is_as_precise_as_written(text, date, first, last, precision):
    """A year, a month and a day are read as such and span the days they can be."""
    assert date == Date.parse(text)
    assert (dt.date(*first), dt.date(*last)) == (date.first, date.last)
    assert precision == date.precision


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0000", "there is no year 0000"),
        ("2022-00", "there is no month 00"),
        ("2022-13-01", "there is no month 13"),
        ("2022-11-00", "November 2022 has no day 00"),
        ("2022-11-31", "November 2022 has no day 31"),
        ("1900-02-29", "February 1900 has no day 29"),
        *(
            (text, f"'{text}' is not a date like 2022-11-14, 2022-11 or 2022")
            for text in ("", "22", "20222", "2022-1", "2022-11-1", "2022/11", "-2022")
        ),
        ("2022 ", "'2022 ' is not a date like 2022-11-14, 2022-11 or 2022"),
        ("2022\n", "'2022\n' is not a date like 2022-11-14, 2022-11 or 2022"),
    ],
)
def test_what_is_no_date_is_said(text, message):
    """A day that no calendar has, or another form, is refused in plain words."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is compared
        Date.parse(text)
    assert message == str(caught.value)


@given(DATES)
def test_a_date_reads_back_as_written(date):
    """A date of any precision is the text it is written as."""
    assert date == Date.parse(str(date))


@given(st.dates())
def test_a_day_is_a_date(day):
    """A day as a date is that day and no other."""
    date = Date.of(day)
    assert (day, day, "day") == (date.first, date.last, date.precision)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2021-12-31", "2022", True),
        ("2022", "2023", True),
        ("2022-11", "2022-11", None),
        ("2022-11-14", "2022", None),
        ("2022", "2022-11-14", None),
        ("2022-01-01", "2022", None),
        ("2022-12-31", "2022", False),
        ("2022", "2022-01-01", False),
        ("2022-11-14", "2022-11-14", False),
        ("2023", "2022-12", False),
    ],
)
def test_precision_leaves_order_unknown(one, other, answer):
    """A day is neither before nor after the year it lies in, unless at its edge."""
    assert answer is Date.parse(one).before(Date.parse(other))


@given(DATES, SHARE, DATES, SHARE)
def test_what_order_says_holds_for_every_day(one, ours, other, theirs):
    """Whichever days two dates turn out to be, `before` was right or said unknown."""
    answer = one.before(other)
    assert answer in (None, day_in(one, ours) < day_in(other, theirs))
    sometimes, always = one.first < other.last, one.last < other.first
    assert (answer is None) == (sometimes and not always)


@given(DATES, SHARE, DATES)
def test_dates_overlap_if_they_can_be_one_day(one, share, other):
    """Overlap is mutual, and fails only where every day of one is before the other."""
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(Date.of(day_in(one, share)))
    assert one.overlaps(other) == (not (one.before(other) or other.before(one)))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        (
            "2021-01-20/2025-01-20",
            Interval(Date(2021, 1, 20), Date(2025, 1, 20)),
        ),
        ("2012-11/", Interval(Date(2012, 11), None)),
        ("/1989", Interval(None, Date(1989))),
        ("1989/1989", Interval(Date(1989), Date(1989))),
    ],
)
def test_an_interval_may_be_open(text, interval):
    """Either end of an interval may be left out, and each has its own precision."""
    assert interval == Interval.parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        *(
            (text, f"'{text}' is not an interval like 2021-01-20/2025-01-20")
            for text in ("", "/", "2021", "2021/2022/2023", "2021-2022")
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
    ("one", "other", "answer"),
    [
        ("2009-01-20/2017-01-20", "2017-01-20/2021-01-20", False),
        ("2009-01-20/2017-01-21", "2017-01-20/2021-01-20", True),
        ("2009/2017", "2017/2021", True),
        ("2009/2016", "2017/2021", False),
        ("2009/", "/2008", False),
        ("2009/", "2030/", True),
        ("/2009", "2000/2001", True),
    ],
)
def test_successive_terms_do_not_overlap(one, other, answer):
    """On the day a term ends it is over, so the next may begin that day."""
    assert answer is Interval.parse(one).overlaps(Interval.parse(other))
    assert answer is Interval.parse(other).overlaps(Interval.parse(one))


@given(INTERVALS, INTERVALS)
def test_overlap_of_intervals_is_mutual(one, other):
    """If one interval overlaps another, so does the other the one."""
    assert one.overlaps(other) == other.overlaps(one)


@given(NEAR, st.dates(dt.date(2001, 1, 1), dt.date(2004, 1, 1)))
def test_an_event_is_upcoming_then_current_then_past(when, day):
    """An event is current on every day it can be, upcoming before and past after."""
    date = Date.of(day)
    expected = "current" if when.overlaps(date) else "past"
    expected = "upcoming" if date.before(when) and not when.overlaps(date) else expected
    assert expected == phase_of_event(when, day)


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


@given(INTERVALS, st.dates(dt.date(2001, 1, 1), dt.date(2004, 1, 1)))
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
