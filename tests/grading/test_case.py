import pytest

from quiz.grading.case import NEUTRAL, asked, hit, sort_asked
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.keys import Answer, Key

STEM = "Which amendment ended slavery?"


def test_a_question_says_what_may_be_repeated():
    """And of what sort the answer is."""
    assert {"amendment", "slavery"} <= asked(STEM, "en")
    assert sort_asked(STEM, "en") >= {"amendment"}
    assert "slavery" not in sort_asked("What did he do to slavery?", "en")


@pytest.mark.parametrize(
    ("typed", "talk", "echoed"),
    [
        ("the", True, False),
        ("probably", True, False),
        ("slavery", False, True),
        ("not", False, False),
    ],
)
def test_words_that_add_nothing_are_known(case, typed, talk, echoed):
    """What turns a meaning round is never one of them."""
    (word,), found = case(typed, Key.of(["13th Amendment"]), STEM)
    assert (found.talk(word), found.echoed(word)) == (talk, echoed)


def test_the_better_hit_ranks_higher():
    """By result, then by fewest errors."""
    answer = Answer("Senate")
    ranked = [
        hit(WRONG, "other", answer),
        hit(CLOSE, "missing", answer, 2),
        hit(CLOSE, "missing", answer, 1),
        hit(CORRECT, "right", answer),
    ]
    assert sorted(ranked, key=lambda each: each.rank) == ranked
    assert NEUTRAL not in {each.result for each in ranked}
