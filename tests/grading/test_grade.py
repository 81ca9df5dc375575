import pytest

from quiz.grading import grade
from quiz.grading.words import LIMIT
from quiz.keys import Answer, Key
from quiz.model import Name, Names


@pytest.mark.parametrize("typed", ["", "   ", "?!", "🇺🇸", "\n"])
def test_what_says_nothing_is_wrong(judged, typed):
    """Marks and pictures are no answer."""
    assert judged(typed, ["Congress"]).why == "Nothing was answered."


@pytest.mark.parametrize("typed", ["Yes", "I think it's yes", "None", "it is none"])
def test_an_answer_may_be_a_word_of_talk(judged, typed):
    """If the key says so."""
    assert judged(typed, ["Yes", "None"]).result == "correct"


def test_a_long_response_is_right_only_word_by_word(judged):
    """An essay is no answer."""
    essay = "we the people " * 40
    assert len(essay) > LIMIT
    assert judged(essay, [essay]).result == "correct"
    assert judged(essay + "x", [essay]).result == "wrong"
    assert judged("a, " * 50, ["Congress"]).result == "wrong"


def test_a_verdict_says_what_matched_and_what_is_missing(judged):
    """As the key writes it."""
    branches = ["Legislative", "Executive", "Judicial"]
    verdict = judged("judicial; legislative", branches, "list-member", 3)
    assert verdict.matched == ("Legislative", "Judicial")
    assert verdict.missing == ("Executive",)
    assert verdict.why == "2 of 3 right; 1 still missing."
    assert judged("Nov 2022", ["2022-11-14"], "date").missing == ("day",)


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("bill; vote; law", "correct"),
        ("law; vote; bill", "wrong"),
        ("bill; vote", "close"),
    ],
)
def test_a_list_in_order_is_right_in_its_order(typed, result):
    """Each in its place."""
    key = Key(tuple(map(Answer, ("bill", "vote", "law"))), 3, ordered=True)
    assert grade(typed, key).result == result


def test_a_curators_own_names_are_known():
    """Rivals and other names come from the library that is studied."""
    names = Names(
        [
            Name("Ann Lee", "person", sort=("mayor",), aliases=("Annie L",)),
            Name("Bo Lee", "person", sort=("mayor",)),
        ]
    )
    key = Key.of(["Ann Lee"], "person")
    assert grade("Annie L", key, names=names).result == "correct"
    assert grade("Lee", key, names=names).result == "close"
    assert grade("Bo Lee", key, names=names).result == "wrong"


def test_a_key_of_two_parts_is_answered_in_one_response():
    """Where and when, in any order."""
    key = Key(
        (
            Answer("Bali, Indonesia", "place", "where"),
            Answer("November 14, 2022", "date", "when"),
        ),
        2,
    )
    assert grade("Bali on November 14, 2022", key).result == "correct"
    assert grade("14 Nov 2022, Bali", key).result == "correct"
    assert grade("Bali", key).result == "close"
    assert grade("Bali, November 15, 2022", key).result == "wrong"


def test_a_language_without_rules_still_compares():
    """Case, accents and order of marks."""
    assert grade("KONGRESSI!", Key.of(["kongressi"]), language="fi").result == "correct"
    assert grade("senaatti", Key.of(["kongressi"]), language="fi").result == "wrong"
