"""Numbers keep their figures and unit; ordinals have endings and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model import Answer


@pytest.mark.parametrize(
    ("text", "number", "unit", "shown"),
    [
        ("435", "435", "", "435"),
        ("'1,250'", "1250", "", "1,250"),
        ("1250000", "1250000", "", "1,250,000"),
        ("2.5", "2.5", "", "2.5"),
        ("-40", "-40", "", "-40"),
        ("5 talks", "5", "talks", "5 talks"),
        ("'1,000.5 square miles'", "1000.5", "square miles", "1,000.5 square miles"),
    ],
)
def test_a_number_has_its_figures_and_unit(text, number, unit, shown, read):
    """Figures may be grouped and have a fraction; a unit may follow."""
    value = read("number", text)
    assert (Decimal(number), unit) == (value.number, value.unit)
    assert shown == value.show("en")


def test_a_number_of_its_own_unit_does_not_take_its_kinds(read):
    """The kind's unit is for numbers that say none."""
    assert read("number", "5", unit="votes").show("en") == "5 votes"
    assert read("number", "5 talks", unit="votes").show("en") == "5 talks"


def number(text, value, **rest):
    """Make the answer that a number is."""
    return Answer(text, "number", span=(value, value), **rest)


def test_a_number_is_accepted_without_its_unit(read):
    """The answer has the unit, takes the figures alone, and brings wrong numbers near it."""
    near = tuple(number(f"{n} talks", float(n)) for n in (2, 3, 4, 6, 7, 8, 9))
    expected = number("5 talks", 5.0, accept=("5",), sort=("talks",), near=near)
    assert read("number", "5 talks").answers("en") == (expected,)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("2", "1 3 4 5 6"),
        ("2.5", "1 1.5 2 3 3.5 4 4.5"),
        ("20", "10 16 18 22 24 25 30"),
        ("1250", "625 1,000 1,125 1,375 1,500 1,562 1,875"),
        ("-40", "-20 -32 -36 -44 -48 -50 -60"),
    ],
)
def test_wrong_numbers_are_of_a_like_size(text, near, read):
    """A small number has its neighbours, a large one fractions and multiples of itself."""
    (answer,) = read("number", text).answers("en")
    assert near.split() == [other.text for other in answer.near]


@given(st.integers(0, 10**15 - 1))
def test_no_wrong_number_is_the_right_one(read, value):
    """Of a whole number, the wrong ones are different from it and from each other."""
    (answer,) = read("number", str(value)).answers("en")
    texts = [answer.text, *(other.text for other in answer.near)]
    assert sorted(set(texts)) == sorted(texts)
    assert f"{value:,}" == answer.text


@pytest.mark.parametrize(
    "text", ["several", "1,25", "1 000", "5talks", "1.", ".5", "5 7"]
)
def test_what_is_no_number_is_said(text, read, refused):
    """Words, wrong grouping or a unit that is figures is refused."""
    fix = "write figures, then the unit: 435, 2.5 or 5 talks"
    problem = f"1:4 bad-number: '{text}' is not a number ({fix})"
    assert refused(read, "number", f"'{text}'") == [problem]


@pytest.mark.parametrize("text", ["1234567890123456", "0.1234567890123456", "9" * 50])
def test_a_number_of_very_many_figures_is_refused(text, read, refused):
    """No number is longer than arithmetic on it is exact."""
    what = "this number has more than 15 figures"
    fix = "round it, as in 34.5 trillion dollars"
    assert refused(read, "number", text) == [f"1:4 bad-number: {what} ({fix})"]


@pytest.mark.parametrize(
    ("text", "language", "unit", "shown", "accept"),
    [
        ("13", "en", "", "13th", ("thirteenth",)),
        ("1st", "en", "Amendment", "1st Amendment", ("first Amendment",)),
        ("22", "en", "", "22nd", ("twenty-second",)),
        ("3", "sw", "", "3.", ()),
    ],
)
def test_an_ordinal_is_accepted_in_words(text, language, unit, shown, accept, read):
    """An ordinal has its ending and unit, and may be said in words where there is a rule."""
    value = read("ordinal", text, unit=unit)
    (answer,) = value.answers(language)
    place = float(value.number)
    sort = (unit,) if unit else ()
    expected = Answer(shown, "ordinal", "", accept, sort, (place, place))
    assert expected == answer
    assert shown == value.show(language)


@pytest.mark.parametrize("text", ["0", "01", "1.5", "-1", "10000", "last", "13 th"])
def test_what_is_no_place_in_a_series_is_said(text, read, refused):
    """None, a fraction or a word is no place in a series."""
    fix = "write a whole number like 13"
    problem = f"1:4 bad-number: '{text}' is not a place in a series ({fix})"
    assert refused(read, "ordinal", text) == [problem]
