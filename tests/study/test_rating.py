"""What a response counts as follows from the verdict, the time it took and the learner's word."""

import pytest

from quiz.study.model import AGAIN, EASY, GOOD, HARD
from quiz.study.rating import expected, rate


@pytest.mark.parametrize(
    ("result", "right", "pace", "more", "rating"),
    [
        ("wrong", False, 1, {}, AGAIN),
        ("close", False, 1, {}, AGAIN),
        ("correct", False, 0.5, {}, AGAIN),
        ("close", True, 0.5, {}, HARD),
        ("correct", True, 0.5, {}, GOOD),
        ("wrong", True, 2, {}, GOOD),
        ("correct", True, 2.9, {}, GOOD),
        ("correct", True, 3.1, {}, HARD),
        ("correct", True, 0, {}, GOOD),
        ("correct", True, 1, {"hinted": True}, HARD),
        ("correct", True, 0.9, {"stability": 30.0}, EASY),
        ("correct", True, 1.5, {"stability": 30.0}, GOOD),
        ("correct", True, 3.5, {"stability": 30.0}, HARD),
        ("correct", True, 0.9, {"stability": 20.0}, GOOD),
        ("correct", True, 0.9, {"stability": 30.0, "state": "relearning"}, GOOD),
        ("correct", True, 0, {"stability": 30.0}, GOOD),
        ("close", True, 0.9, {"stability": 30.0}, HARD),
    ],
)
def test_ratings(result, right, pace, more, rating, card, memory):
    """`pace` is how many times as long it took as it takes anybody."""
    asked = card()
    hinted = more.pop("hinted", False)
    known = memory(**more) if more else None
    elapsed = int(pace * expected(asked, "yes"))
    assert rating == rate(
        *(asked, "yes", result),
        right=right,
        elapsed=elapsed,
        hinted=hinted,
        memory=known,
    )


def test_a_learner_who_was_away_was_not_slow(card):
    """After more than five minutes the time says nothing."""
    of = {"right": True}
    assert rate(card(), "yes", "correct", elapsed=300_000, **of) == HARD
    assert rate(card(), "yes", "correct", elapsed=300_001, **of) == GOOD


def test_more_to_read_or_to_type_takes_longer(card):
    """A long question, options, or a long response is not held against anybody."""
    short = expected(card(), "yes")
    assert expected(card(stem="x" * 90), "yes") == pytest.approx(short + 5867, abs=1)
    assert expected(card(options=["x" * 30] * 2), "yes") == short + 4000
    assert expected(card(), "y" * 33) == short + 10_000
