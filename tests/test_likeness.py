"""Answers are the same, overlap or lie some way apart, as a learner would see it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.likeness import distance, mentions, normalised, overlap
from quiz.model import Answer

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
    """Make an answer of any type, with forms, a span, a point and broader names."""
    return Answer(
        draw(PHRASES),
        draw(types),
        accept=tuple(draw(st.lists(PHRASES, max_size=2))),
        span=draw(SPANS),
        point=draw(POINTS),
        broader=tuple(draw(st.lists(PHRASES, max_size=1))),
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The White House", "white house"),
        ("the U.S. Senate", "u s senate"),
        ("Lee's", "lees"),
        ("Lee’s", "lees"),
        ("José", "jose"),
        ("Straße", "strasse"),
        ("H₂O", "h2o"),
        ("  two\n words ", "two words"),
        ("A", "a"),
        ("the", "the"),
        ("An apple", "apple"),
        ("Anchorage", "anchorage"),
        ("5% of $10", "5% of $10"),
        ("¿?", "¿?"),
        ("The A-Team", "team"),
        ("№ 5", "no 5"),
        ("", ""),
    ],
)
def test_what_makes_no_difference_is_folded(text, plain):
    """Case, accents, punctuation, spaces and a leading article are gone; words stay."""
    assert plain == normalised(text)


@given(st.text() | PHRASES)
def test_what_is_folded_stays_folded(text):
    """Folding twice is folding once."""
    assert normalised(text) == normalised(normalised(text))


@given(st.text())
def test_case_makes_no_difference(text):
    """A text in small letters is the same text."""
    assert normalised(text) == normalised(text.casefold())


@pytest.mark.parametrize(
    ("text", "phrase", "answer"),
    [
        ("Who runs the White House?", "White House", True),
        ("Who runs the White House?", "the white house", True),
        ("Whitehouse", "White House", False),
        ("Where is Maine?", "Main", False),
        ("A house", "house", True),
        ("house", "white house", False),
    ],
)
def test_a_text_mentions_whole_words(text, phrase, answer):
    """A phrase is mentioned if its words stand in the text, one after another."""
    assert answer is mentions(text, phrase)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Answer("The House"), Answer("house"), True),
        (Answer("Biden", "person"), Answer("Joe Biden", "person"), False),
        (
            Answer("Joe Biden", "person", accept=("Biden",)),
            Answer("Biden", "person"),
            True,
        ),
        (Answer("the lower house"), Answer("house"), True),
        (Answer("house"), Answer("the lower house"), True),
        (Answer("Bali, Indonesia", "place"), Answer("Indonesia", "place"), True),
        (
            Answer("Bali", "place", broader=("Indonesia",)),
            Answer("Indonesia", "place"),
            True,
        ),
        (
            Answer("Indonesia", "place"),
            Answer("Bali", "place", broader=("Indonesia",)),
            True,
        ),
        (
            Answer("Bali", "place", broader=("Indonesia",)),
            Answer("Java", "place", broader=("Indonesia",)),
            False,
        ),
        (
            Answer("November 2022", "date", span=(1.0, 30.0)),
            Answer("November 14", "date", span=(14.0, 14.0)),
            True,
        ),
        (
            Answer("November 2", "date", span=(2.0, 2.0)),
            Answer("November 3", "date", span=(3.0, 3.0)),
            False,
        ),
        (
            Answer("1,000", "number", span=(1000.0, 1000.0)),
            Answer("1000", "number", span=(1000.0, 1000.0)),
            True,
        ),
        (Answer("1787", "year", span=(1787.0, 1787.0)), Answer("in 1787"), True),
        (Answer("some", "number"), Answer("few", "number", span=(1.0, 2.0)), False),
    ],
)
def test_answers_overlap_if_both_can_be_right(one, other, answer):
    """The same words, times that touch, a phrase in another or a place that holds it overlap."""
    assert answer is overlap(one, other)


@pytest.mark.parametrize("kind", ["date", "year", "interval", "number", "ordinal"])
def test_what_is_measured_overlaps_where_it_touches(kind):
    """Of dates and numbers, only their place on the line counts, not words in common."""
    one, beside = (Answer("part 1", kind, span=(1.0, end)) for end in (1.0, 2.0))
    other, far = (Answer("1", kind, span=(at, at)) for at in (2.0, 3.0))
    assert not overlap(one, other)
    assert overlap(beside, other)
    assert not overlap(beside, far)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [(kind, True) for kind in ("text", "place", "term", "event")]
    + [(kind, False) for kind in ("person", "body", "document", "office")],
)
def test_a_phrase_in_another_overlaps_where_it_means_the_same(kind, answer):
    """A shorter phrase may be the same thing said less precisely, but a shorter name is another."""
    assert answer is overlap(Answer("Ann of York", kind), Answer("Ann", kind))


@given(answers())
def test_an_answer_overlaps_itself(one):
    """What is the same overlaps."""
    assert overlap(one, one)


@given(answers(), answers())
def test_overlap_is_mutual(one, other):
    """If one answer overlaps another, so does the other the one, whatever their types."""
    assert overlap(one, other) == overlap(other, one)


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
