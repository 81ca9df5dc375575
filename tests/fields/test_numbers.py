"""Numbers keep their figures and unit; ordinals have endings and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.keys import Answer


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
        ("1", "2 3 4 5"),
        ("0", ""),
        ("-5", "-8 -7 -6 -4 -3 -2 -1"),
        ("2.5", "1.2 2.2 2.8 3.1 3.8"),
        ("12.30", "6.2 9.8 11.1 13.5 14.8 15.4 18.4"),
        ("5.0", "2 3 4 6 7 8 9"),
        ("0.04", "0.02 0.03 0.05 0.06"),
        ("12.34", "6.17 9.87 11.11 13.57 14.81 15.42 18.51"),
        ("20", "10 16 18 22 24 25 30"),
        ("1250", "625 1,000 1,125 1,375 1,500 1,562 1,875"),
        ("-40", "-20 -32 -36 -44 -48 -50 -60"),
    ],
)
def test_wrong_numbers_are_of_a_like_size(text, near, read):
    """A small number has its neighbours, all else fractions and multiples as precise as itself."""
    (answer,) = read("number", text).answers("en")
    assert near.split() == [other.text for other in answer.near]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("99.5 percent", "49.8 79.6 89.6"),
        ("90 %", "45 72 81 99"),
        ("100 percent", "50 80 90"),
        ("80 percent", "40 64 72 88 96 100"),
        ("92 percent", "46 74 83"),
        ("101 percent", "50 81 91 111 121 126 152"),
        ("120 percent", "60 96 108 132 144 150 180"),
        ("2 talks", "3 4 5 6"),
    ],
)
def test_wrong_numbers_make_sense_with_their_unit(text, near, read):
    """No share is over all there is unless the right one is, and one never has a plural."""
    (answer,) = read("number", text).answers("en")
    unit = answer.sort[0]
    assert [f"{n} {unit}" for n in near.split()] == [n.text for n in answer.near]


@given(st.integers(0, 10**15 - 1))
def test_a_whole_number_keeps_all_its_figures(read, value):
    """Of a number as long as may be, no figure is lost."""
    assert f"{value:,}" == read("number", str(value)).show("en")


@given(st.decimals(-(10**8), 10**8, places=3) | st.integers(-40, 40))
def test_no_wrong_number_is_the_right_one(read, value):
    """Wrong numbers are none of them alike, of one sign and with as many places as the right one."""
    (answer,) = read("number", f"'{value}'").answers("en")
    texts = [answer.text, *(other.text for other in answer.near)]
    assert sorted(set(texts)) == sorted(texts)
    assert all(other.span[0] * float(value) > 0 for other in answer.near)
    assert len({len(text.partition(".")[2]) for text in texts}) == 1


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
        ("13", "en", "", "13th", ("Thirteenth", "thirteenth", "13")),
        (
            "1st",
            "en",
            "Amendment",
            "1st Amendment",
            ("First Amendment", "first", "1st", "Amendment 1"),
        ),
        ("22", "en", "", "22nd", ("Twenty-Second", "twenty-second", "22")),
        ("3", "sw", "", "3.", ("3",)),
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
