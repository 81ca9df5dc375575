import datetime as dt
from importlib.metadata import version
from random import Random

import fsrs
from hypothesis import given
from hypothesis import strategies as st

from quiz.study import scheduler
from quiz.study.model import (
    AGAIN,
    CRAM,
    EASY,
    EXAM,
    GOOD,
    HARD,
    RATINGS,
    Mark,
    Memory,
    Undo,
)

START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
# What a learner may do: a rating, and after how many minutes.
STEPS = st.tuples(st.sampled_from(RATINGS), st.integers(0, 600_000))


def driven(steps):
    """Give FSRS's own card after these steps, the moment of the last, and how often it lapsed."""
    oracle = fsrs.Scheduler(enable_fuzzing=False)
    card, at, lapses = fsrs.Card(card_id=1, due=START), START, 0
    for rating, minutes in steps:
        at += dt.timedelta(minutes=minutes)
        lapses += card.state == fsrs.State.Review and rating == AGAIN
        card, _ = oracle.review_card(card, fsrs.Rating(rating), at)
    return card, at, lapses


@given(st.lists(STEPS, min_size=1, max_size=30))
def test_it_agrees_with_fsrs_driven_directly(steps):
    """State, step, stability, difficulty and due are its own, to the last digit."""
    memory, at = None, START
    for rating, minutes in steps:
        at += dt.timedelta(minutes=minutes)
        memory = scheduler.review(memory, "c", rating, at)
    card, last, lapses = driven(steps)
    assert memory == Memory(
        "c",
        card.state.name.lower(),
        card.step,
        card.stability,
        card.difficulty,
        card.due,
        last,
        len(steps),
        lapses,
    )


def test_a_card_goes_from_learning_to_review_and_back_as_the_steps_say():
    """Ten minutes after the first Good, days after the second; a lapse is relearned."""
    day = 24 * 60
    steps = [(GOOD, 0), (GOOD, 10), (GOOD, 2 * day), (AGAIN, 9 * day), (HARD, 10)]
    memory, at, seen = None, START, []
    for rating, minutes in steps:
        at += dt.timedelta(minutes=minutes)
        memory = scheduler.review(memory, "c", rating, at)
        seen.append((memory.state, memory.due - at, memory.reviews, memory.lapses))
    minutes = dt.timedelta(minutes=1)
    assert seen == [
        ("learning", 10 * minutes, 1, 0),
        ("review", 2 * day * minutes, 2, 0),
        ("review", 11 * day * minutes, 3, 0),
        ("relearning", 10 * minutes, 4, 1),
        ("relearning", 15 * minutes, 5, 1),
    ]
    assert scheduler.review(None, "c", EASY, at).state == "review"


def test_any_clock_will_do():
    """A moment told by another zone's clock is the same moment."""
    there = dt.timezone(dt.timedelta(hours=-5))
    assert scheduler.review(None, "c", GOOD, START) == scheduler.review(
        None, "c", GOOD, START.astimezone(there)
    )


def test_only_study_counts_and_what_was_undone_does_not(review):
    """Practice, mock exams, marks and undone reviews leave the schedule as it is."""
    first, second = review("a", after=0), review("b", after=1, rating=HARD)
    plain = scheduler.replay([first, second])
    others = [
        *(review("c", after=2, mode=CRAM), review("d", after=3, mode=EXAM)),
        *(review("e", after=4), Undo("f", START, "e"), Mark("g", START, "d/f/q")),
        *(Undo("h", START, "f"), Undo("i", START, "never")),
    ]
    assert plain == scheduler.replay([*others, second, first])
    assert plain["d/f/q"].reviews == 2
    assert scheduler.replay(others) == {}


def test_the_order_of_a_log_does_not_count(logs):
    """Two machines' logs give the same state, whichever came first."""

    @given(logs, st.randoms(use_true_random=False))
    def check(log, random: Random):
        shuffled = [*log]
        random.shuffle(shuffled)
        assert scheduler.replay(log) == scheduler.replay(shuffled)

    check()


def test_history_tells_what_was_known_before_each_review(review):
    """Memories before and after each review make a chain, card by card."""
    log = [review("b", after=30), review("a", after=1), review("c", "x", after=2)]
    told = [*scheduler.history(log)]
    assert [each.uid for each, _, _ in told] == ["a", "c", "b"]
    (_, none, first), (_, nothing, other), (_, before, after) = told
    assert (none, nothing, before) == (None, None, first)
    assert scheduler.replay(log) == {"d/f/q": after, "x": other}


def test_the_rules_are_named_by_the_release_that_made_them():
    """Another release of fsrs may count otherwise."""
    assert f"fsrs {version('fsrs')}" == scheduler.rules()
