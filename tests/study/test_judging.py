"""What a response says depends on how the card is asked."""

import pytest

from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.study.judging import judged, letters

OPTIONS = ("The Senate", "The House", "1920", "a b")
STEPS = ("bill", "vote", "signature", "law")


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("a", CORRECT),
        (" A) ", CORRECT),
        ("(a)", CORRECT),
        ("the senate", CORRECT),
        ("Senate", CORRECT),
        ("b", WRONG),
        ("1920", WRONG),
        ("", WRONG),
        ("e", None),
        ("the president", None),
        ("ab", None),
    ],
)
def test_an_option_is_chosen_by_its_letter_or_its_words(typed, result, card, judge):
    """What is neither is no response at all."""
    found = judged(card(options=OPTIONS), typed, judge)
    assert (found and found.result) == result
    if result == WRONG and typed:
        assert found.missing == ("The Senate",)


def test_options_have_letters(card):
    """As many as there are options."""
    assert letters(card(options=OPTIONS)) == "abcd"


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("bill; vote; signature; law", CORRECT),
        ("bill;vote;signature;law;", CORRECT),
        ("bill; vote; sig; law", CLOSE),
        ("bill; vote; law", CLOSE),
        ("bill; law", CLOSE),
        ("bill", WRONG),
        ("vote; bill; signature; law", WRONG),
        ("bill; vote; president; law", WRONG),
        ("bill; vote; signature; law; end", WRONG),
        (";", WRONG),
    ],
)
def test_a_list_is_judged_in_its_order(typed, result, card, judge):
    """Half of it in order is close; another order, or what is not in it, is wrong."""
    found = judged(card(answer=STEPS, ordered=True), typed, judge)
    assert found.result == result
    if typed == "bill; law":
        assert (found.matched, found.missing) == (("bill", "law"), STEPS[1:3])


def test_nothing_is_wrong_and_not_worth_a_judge(card):
    """Whatever the judge would make of it."""
    assert judged(card(), "  ", None).result == WRONG
    assert judged(card(), "  ", None).missing == ("yes",)
