"""A learner says in which state they live; some items are of certain states only."""

import pytest

from quiz.errors import QuizError
from quiz.study.states import STATES, asked_in, read_state


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CA", "CA"),
        (" ca ", "CA"),
        ("California", "CA"),
        ("new  york", "NY"),
        ("D.C.", "DC"),
        ("district of columbia", "DC"),
        ("Puerto Rico", "PR"),
        ("US Virgin Islands", "VI"),
    ],
)
def test_codes_and_names_are_read(typed, code):
    """In any case, with or without full stops."""
    assert read_state(typed) == code


def test_there_are_fifty_states_and_six_others():
    """D.C. and the five inhabited territories."""
    assert len(STATES) == 56
    assert {"DC", "PR", "GU", "VI", "AS", "MP"} < STATES.keys()


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("Californa", "did you mean 'California'?"),
        ("XX", "write it as in CA or California"),
        ("", "write it as in CA or California"),
    ],
)
def test_what_is_no_state_is_said(typed, fix):
    """With the state that is probably meant."""
    with pytest.raises(QuizError) as caught:
        read_state(typed)
    (problem,) = caught.value.problems
    assert (problem.code, problem.fix) == ("unknown-state", fix)


def test_an_item_is_confined_to_the_states_of_its_tags():
    """Tags are in small letters; no such tag means every state."""
    assert asked_in(("harbor::1", "state::ca", "state::ny")) == {"CA", "NY"}
    assert asked_in(("harbor::1",)) == frozenset()
