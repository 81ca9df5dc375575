"""When a card is asked next: FSRS, and what follows from a log of reviews by its rules.

Its parameters are the defaults of the package `fsrs`, which its authors fitted to many
learners' reviews (`DEFAULT_PARAMETERS` of github.com/open-spaced-repetition/py-fsrs): a
retention of 0.9, learning steps of 1 and 10 minutes, a relearning step of 10. What it calls
fuzz, some chance in each interval, is off: the same reviews always give the same schedule.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.metadata import version
from operator import attrgetter
from typing import TYPE_CHECKING, cast

import fsrs

from quiz.study.model import AGAIN, STUDY, Memory, Review, Undo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.study.model import Event

_FSRS = fsrs.Scheduler(enable_fuzzing=False)
_STATES = {state.name.lower(): state for state in fsrs.State}
_KNOWN = fsrs.State.Review.name.lower()


@cache
def rules() -> str:
    """Name the rules; what was remembered by others is to be made anew from the log."""
    return f"fsrs {version('fsrs')}"


def review(memory: Memory | None, card: str, rating: int, at: dt.datetime) -> Memory:
    """Give what is remembered of a card after a review at `at`, the last so far.

    `memory` is what was before, None for a new card; `rating` is one of RATINGS.
    """
    when = at.astimezone(dt.UTC)
    if memory is None:
        known = fsrs.Card(card_id=0, due=when)
    else:
        known = fsrs.Card(
            0,
            _STATES[memory.state],
            memory.step,
            memory.stability,
            memory.difficulty,
            memory.due,
            memory.last,
        )
    after, _ = _FSRS.review_card(known, fsrs.Rating(rating), when)
    lapsed = memory is not None and memory.state == _KNOWN and rating == AGAIN
    return Memory(
        card,
        after.state.name.lower(),
        after.step,
        cast("float", after.stability),  # None is for cards that were never reviewed
        cast("float", after.difficulty),
        after.due,
        when,
        (memory.reviews if memory else 0) + 1,
        (memory.lapses if memory else 0) + lapsed,
    )


def replay(events: Iterable[Event]) -> dict[str, Memory]:
    """Give what is remembered of each card, whatever order a log got its events in."""
    return {after.card: after for _, _, after in history(events)}


def history(
    events: Iterable[Event],
) -> Iterator[tuple[Review, Memory | None, Memory]]:
    """Give each review that moved a schedule, with the memory before and after it.

    Reviews that were undone did not, nor did those that were no study. They count in the
    order of their time, then of their uid, so that two logs merge to the same either way.
    """
    found = tuple(events)
    undone = {each.review for each in found if isinstance(each, Undo)}
    counted = (
        each
        for each in found
        if isinstance(each, Review) and each.mode == STUDY and each.uid not in undone
    )
    memories: dict[str, Memory] = {}
    for each in sorted(counted, key=attrgetter("at", "uid")):
        before = memories.get(each.card)
        after = review(before, each.card, each.rating, each.at)
        memories[each.card] = after
        yield each, before, after
