"""Dates are as precise as known, and say "unknown" where that is not enough."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.dates import Date


def cut(day, parts):
    """Give a day as a date of one part (year), two (month) or three (day)."""
    return Date(*(day.year, day.month, day.day)[:parts])


PARTS = st.integers(1, 3)
# Dates that often touch, contain or precede one another.
NEAR = st.builds(cut, st.dates(dt.date(2001, 11, 1), dt.date(2003, 2, 28)), PARTS)
DATES = NEAR | st.builds(cut, st.dates(), PARTS)
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


@pytest.mark.parametrize(
    ("date", "months", "moved"),
    [
        ("2022-11-14", 1, "2022-12-14"),
        ("2022-11-14", 2, "2023-01-14"),
        ("2022-11-14", -11, "2021-12-14"),
        ("2022-01-31", 1, "2022-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2022-11", 14, "2024-01"),
        ("2022", 12, "2023"),
        ("2022", 11, "2022"),
        ("0001-01-01", -1, None),
        ("0001", -12, None),
        ("9999-12", 1, None),
        ("9999", 12, None),
        ("9999-11-30", 1, "9999-12-30"),
    ],
)
def test_a_date_is_moved_by_months(date, months, moved):
    """A month that is too short gives its last day; the calendar has a first and a last year."""
    assert (moved and Date.parse(moved)) == Date.parse(date).shifted(months)


@given(DATES, st.integers(-99999, 99999))
def test_a_moved_date_keeps_its_precision(date, months):
    """A moved date is as precise as before and as many months away, a year in whole years."""
    moved = date.shifted(months)
    count = date.year * 12 + (date.month or 1) - 1 + months
    assert (moved is not None) == (12 <= count <= 9999 * 12 + 11)
    if moved is not None:
        assert date.precision == moved.precision
        assert (count // 12, date.month and count % 12 + 1) == (moved.year, moved.month)
        assert (moved.day or 0) <= (date.day or 0)
        assert moved == Date.parse(str(moved))
