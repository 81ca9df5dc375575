import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from quiz.grading.calendar import read_day
from quiz.grading.words import read


def said(text):
    """Give what a text says of a date."""
    found = read_day(read(text, "en"), "en")
    return found and found[0].parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("November 14, 2022", {"year": 2022, "month": 11, "day": 14}),
        ("14 Nov 2022", {"year": 2022, "month": 11, "day": 14}),
        ("the fourteenth of november 2022", {"year": 2022, "month": 11, "day": 14}),
        ("11/14/2022", {"year": 2022, "month": 11, "day": 14}),
        ("14.11.2022", {"year": 2022, "month": 11, "day": 14}),
        ("2022-11-14", {"year": 2022, "month": 11, "day": 14}),
        ("Monday, 4th of July", {"month": 7, "day": 4}),
        ("7/4", {"month": 7, "day": 4}),
        ("July fourth, seventeen seventy-six", {"year": 1776, "month": 7, "day": 4}),
        ("Febuary 1913", {"year": 1913, "month": 2}),
        ("MDCCLXXXVII", {"year": 1787}),
        ("1920, with the 19th amendment", {"year": 1920}),
        ("February 30", None),
        ("July or August", None),
        ("13/13/2022", None),
        ("the 1780s", None),
        ("Congress", None),
    ],
)
def test_dates_are_read_as_people_type_them(text, parts):
    """As precise as typed; none if there is none, or two."""
    assert said(text) == parts


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2199, 12, 31)),
    st.sampled_from(["long", "medium", "full"]),
)
def test_what_another_library_writes_is_read_back(day, style):
    """As Babel writes it for the United States."""
    text = format_date(day, style, locale="en_US")
    assert said(text) == {"year": day.year, "month": day.month, "day": day.day}


def test_a_date_in_figures_has_two_readings_where_both_can_be():
    """Month first is the one of the United States."""
    found = read_day(read("4/7/1776", "en"), "en")
    assert found[0].parts == {"year": 1776, "month": 4, "day": 7}
    assert found[0].swapped == (7, 4)
