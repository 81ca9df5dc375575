"""A session knows where it stands."""

from quiz.grading.verdict import Verdict
from quiz.study.session import NOTICES, PHASES, Rules, Session, Turn


def turn(card, name, result="correct", right=True):
    """Make a turn of a card."""
    return Turn(card(name), "x", Verdict(result, ""), (), right=right)


def test_it_counts_its_cards_and_knows_one_that_comes_again(card, judge):
    """A card that comes again is not counted twice, and its first response is its score."""
    turns = (turn(card, "a"), turn(card, "b", "wrong", right=False))
    made = Session(Rules(judge), (card("c"), card("b")), turns)
    assert (made.number, made.total, made.repeats) == (3, 3, False)
    more = Session(Rules(judge), (card("b"),), (*turns, turn(card, "c")))
    assert (more.number, more.total, more.repeats) == (3, 3, True)
    done = Session(Rules(judge), (), (*more.turns, turn(card, "b")), PHASES[-1])
    assert [each.right for each in done.firsts] == [True, False, True]
    assert done.marks == (True, False, True, True)


def test_what_is_not_settled_counts_for_nothing(card, judge):
    """Neither as a mark nor in the score."""
    made = Session(Rules(judge), (card(),), (turn(card, "a", "close", right=None),))
    assert (made.marks, made.firsts) == ((), ())


def test_a_learner_overrides_what_is_clear_and_settles_what_is_close(card):
    """Only the first is against the grader's word."""
    said = [
        turn(card, "a", result, right).overridden
        for result in ("correct", "close", "wrong")
        for right in (True, False)
    ]
    assert said == [False, True, False, False, True, False]


def test_notices_and_phases_are_distinct():
    """Each has a word of its own."""
    assert len({*NOTICES, *PHASES}) == len(NOTICES) + len(PHASES)
