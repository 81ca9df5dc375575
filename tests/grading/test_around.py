import pytest

from quiz.grading.around import beside, broader
from quiz.keys import Key

KEY = Key.of(["Bali, Indonesia"], "place")


@pytest.mark.parametrize(
    ("typed", "fits"), [("Bali Indonesia", True), ("Bali Japan", False)]
)
def test_what_contains_a_place_may_stand_beside_it(case, typed, fits):
    """And nothing else."""
    words, found = case(typed, KEY)
    name = found.known.record("Bali, Indonesia", "place")
    assert beside(words[1], words, KEY.answers[0], name, found) is fits


def test_what_contains_a_place_is_right_as_far_as_it_goes(case):
    """It is less precise than asked."""
    words, found = case("in Indonesia", KEY)
    name = found.known.record("Bali, Indonesia", "place")
    assert broader(words, KEY.answers[0], name, found).result == "close"
    words, found = case("in Japan", KEY)
    assert broader(words, KEY.answers[0], name, found) is None
