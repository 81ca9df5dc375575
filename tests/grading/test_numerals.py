from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from quiz.grading.numerals import roman
from quiz.grading.tokens import MARK
from quiz.grading.words import read


def figures(text):
    """Give the numbers that a text is read as."""
    return [word.value for word in read(text, "en") if word.kind != MARK]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("four hundred and thirty-five", [435]),
        ("four thirty-five", [435]),
        ("seventeen eighty-seven", [1787]),
        ("nineteen oh five", [1905]),
        ("nineteen hundred", [1900]),
        ("two thousand and twenty-two", [2022]),
        ("twenty twenty", [2020]),
        ("331.4 million", [331_400_000]),
        ("331,449,281", [331_449_281]),
        ("two-thirds", [Fraction(2, 3)]),
        ("3/4", [Fraction(3, 4)]),
        ("a hundred", [100]),
        ("twentyseven", [27]),
        ("twenty-third", [23]),
        ("forteenth", [14]),
        ("one, two and three", [1, 2, None, 3]),
    ],
)
def test_numbers_are_read_however_written(text, values):
    """In words, figures, as years are spoken, run together, or misspelt by one letter."""
    assert figures(text) == values


@given(st.integers(0, 999_999_999))
def test_what_another_library_says_in_words_is_read_back(number):
    """As num2words says it."""
    assert figures(num2words(number)) == [number]


@given(st.integers(1, 999_999))
def test_ordinals_in_words_are_read_back(number):
    """As num2words says them."""
    assert figures(num2words(number, to="ordinal")) == [number]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("xiv", 14),
        ("mdcclxxxvii", 1787),
        ("iiii", None),
        ("ic", None),
        ("", None),
        ("civil", None),
    ],
)
def test_roman_numerals_are_read_in_their_usual_form(text, worth):
    """What is not written so is a word."""
    assert roman(text) == worth
