"""How far apart two answers are grows with time, place, number and length."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.keys import Answer
from quiz.likeness import distance

WORDS = st.sampled_from(["the", "a", "House", "White", "of", "Senate", "1787", "é"])
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
TYPES = st.sampled_from(["text", "place", "person", "date", "interval", "number"])
ENDS = st.integers(0, 9).map(float)
SPANS = st.one_of(
    st.none(),
    st.tuples(ENDS, ENDS).map(sorted).map(tuple),
    ENDS.map(lambda start: (start, math.inf)),
    ENDS.map(lambda end: (-math.inf, end)),
)
POINTS = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@st.composite
def answers(draw, types=TYPES):
    """Make an answer of any type, with a span and a point."""
    return Answer(
        draw(PHRASES),
        draw(types),
        span=draw(SPANS),
        point=draw(POINTS),
    )


@given(answers())
def test_nothing_is_nearer_than_itself(one):
    """An answer has no distance to itself."""
    assert distance(one, one) == 0


@given(st.sampled_from(["text", "date", "interval", "place"]), st.data())
def test_distance_is_the_same_both_ways(kind, data):
    """Apart from numbers, which are near in proportion, distance has no direction."""
    one, other = (data.draw(answers(st.just(kind))) for _ in range(2))
    assert math.isclose(distance(one, other), distance(other, one))
    assert distance(one, other) >= 0


DAY, YEAR = 1.0, 365.25


def point(text, kind, where, span=None):
    """Make an answer of four letters at a point or in time."""
    return Answer(text, kind, point=where, span=span and (span, span))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (Answer("abcd"), Answer("ab"), 0.5),
        (point("1787", "year", None, YEAR), point("1797", "year", None, 11 * YEAR), 1),
        (point("a", "date", None, YEAR), point("b", "date", None, 6 * YEAR), 1),
        (
            point("a", "interval", None, YEAR),
            point("b", "interval", None, 6 * YEAR),
            0.5,
        ),
        (point("a", "person", None, YEAR), point("b", "person", None, 21 * YEAR), 1),
        (point("8", "number", None, 8), point("9", "number", None, 9), 0.5),
        (point("2", "ordinal", None, 2), point("5", "ordinal", None, 5), 3),
        (point("a", "place", (0, 0)), point("b", "place", (0, 180)), 6.6717),
        (point("a", "place", (90, 0)), point("b", "place", (0, 50)), 3.3358),
        (
            point("a", "interval", None, math.inf),
            point("b", "interval", None, 1.0),
            math.inf,
        ),
        (point("a", "place", (0, 0)), point("b", "place", None), 0),
        (point("a", "date", None, YEAR), point("b", "date", None), 0),
    ],
)
def test_near_is_below_one(one, other, apart):
    """Ten years, five for a date, twenty for a birth, 3000 km or a quarter make one unit."""
    assert math.isclose(apart, distance(one, other), abs_tol=1e-4)


def test_a_span_lies_at_its_middle():
    """A month is as far from a day as its middle is."""
    month = Answer("a", "date", span=(0.0, 10 * 365.25))
    day = Answer("b", "date", span=(0.0, 0.0))
    assert distance(month, day) == 1
