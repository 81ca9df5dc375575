"""Answers are the same, overlap or lie some way apart, as a learner would see it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.keys import Answer
from quiz.likeness import identical, mentions, normalised, overlap, same

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


@st.composite
def answers(draw, types=TYPES):
    """Make an answer of any type, with forms, a span and broader names."""
    return Answer(
        draw(PHRASES),
        draw(types),
        accept=tuple(draw(st.lists(PHRASES, max_size=2))),
        span=draw(SPANS),
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
        ("Ёлка", "елка"),
        ("Ἀθῆναι", "αθηναι"),
        ("C++", "c++"),
        ("§ 5", "§ 5"),
        ("-5", "−5"),
        ("−5", "−5"),
        ("10-5", "10 5"),
        ("AT&T", "at and t"),
    ],
)
def test_what_makes_no_difference_is_folded(text, plain):
    """Case, accents, punctuation, spaces and a leading article are gone; words stay."""
    assert plain == normalised(text)


# Words that only careless folding would take for one another.
DIFFERENT = "कि/का が/か パリ/バリ C/C++ C/C# 5/-5 18/18+ §/¶ 5/5% $5/€5 a#/a 5°/5"


@pytest.mark.parametrize("pair", DIFFERENT.split())
def test_signs_and_letters_of_any_script_tell_words_apart(pair):
    """A mark over a letter that is no accent, or a sign, makes another word."""
    one, other = pair.split("/")
    assert normalised(one) != normalised(other)
    assert identical(one) != identical(other)
    assert not same(Answer(one), Answer(other))


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Who won?", " who  WON", True),
        ("Stop!", "stop.", True),
        ("e\u0301", "\u00e9", True),
        ("10\u00a0000", "10 000", True),
        ("Straße", "strasse", True),
        ("año", "ano", False),
        ("the House", "House", False),
        ("10-5", "10 5", False),
        ("?", "!", False),
        ("?", "", False),
    ],
)
def test_identical_is_stricter_than_alike(one, other, answer):
    """Only case, white space and a final mark make no difference between identical words."""
    assert answer is (identical(one) == identical(other))


@given(st.text() | PHRASES)
def test_what_is_folded_stays_folded(text):
    """Folding twice is folding once."""
    assert normalised(text) == normalised(normalised(text))
    assert identical(text) == identical(identical(text))


@given(st.text())
def test_case_makes_no_difference(text):
    """A text in small letters is the same text."""
    assert normalised(text) == normalised(text.casefold())
    assert identical(text) == identical(text.casefold())


@given(
    st.text("aÉéß.?! \u0301", min_size=1).filter(
        lambda text: any(map(str.isalpha, text))
    )
)
def test_what_is_identical_is_alike(text):
    """What only case, white space and a final mark tell apart is the same in every way."""
    assert normalised(text) == normalised(identical(text))


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


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Answer("The House"), Answer("house", "body"), True),
        (
            Answer("Joe Biden", accept=("Biden",)),
            Answer("J. B.", accept=("BIDEN",)),
            True,
        ),
        (Answer("the lower house"), Answer("house"), False),
        (Answer("Bali", "place", broader=("Asia",)), Answer("Asia", "place"), False),
        (
            Answer("May", "date", span=(1.0, 31.0)),
            Answer("1", "date", span=(31.0, 31.0)),
            True,
        ),
        (
            Answer("May", "date", span=(1.0, 31.0)),
            Answer("1", "date", span=(32.0, 32.0)),
            False,
        ),
        (
            Answer("Ann", "person", span=(1.0, 1.0)),
            Answer("Bo", "person", span=(1.0, 1.0)),
            False,
        ),
        (Answer("few", "number"), Answer("1", "number", span=(1.0, 1.0)), False),
    ],
)
def test_answers_are_the_same_if_they_can_mean_the_same(one, other, answer):
    """A shared form or times that touch make one answer; part of another is not the same."""
    assert answer is same(one, other)


@given(answers())
def test_an_answer_is_the_same_as_itself(one):
    """What is the same overlaps."""
    assert same(one, one)
    assert overlap(one, one)


@given(answers(), answers())
def test_likeness_is_mutual(one, other):
    """If one answer is or overlaps another, so the other the one; what is the same overlaps."""
    assert same(one, other) == same(other, one)
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, other) or not same(one, other)
