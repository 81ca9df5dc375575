"""The nouns of the self-test: what happened, and what is remembered of a card."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields
from dataclasses import dataclass

# What the schedule follows; practice before a test and mock exams leave it as it is.
STUDY, CRAM, EXAM = "study", "cram", "exam"
MODES = (STUDY, CRAM, EXAM)
# FSRS's ratings.
AGAIN, HARD, GOOD, EASY = RATINGS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Review:
    """One confirmed response of a learner.

    `uid` is unique for ever, on any machine; `at` is in UTC, of millisecond precision; `card`
    is the name of what was asked (see `model.Entry.name`); `rating` is one of RATINGS, what
    it counts as in the end; `result` is the grader's verdict, whatever the learner said
    then, and `overridden` tells that the learner said otherwise; `elapsed` is milliseconds
    from question to response.
    """

    uid: str
    at: dt.datetime
    card: str
    rating: int
    result: str
    response: str = ""
    overridden: bool = False
    elapsed: int = 0
    mode: str = STUDY


@dataclass(frozen=True, slots=True)
class Undo:
    """A review that does not count after all: `review` is its uid."""

    uid: str
    at: dt.datetime
    review: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A question that the learner called bad (`bad`), or good again."""

    uid: str
    at: dt.datetime
    card: str
    bad: bool = True
    why: str = ""


Event = Review | Undo | Mark


@dataclass(frozen=True, slots=True)
class Memory:
    """What follows from all reviews of a card: FSRS's state of it.

    `state` is `learning`, `review` or `relearning`; `step` is None in review; `stability` is
    in days; `due` and `last` are in UTC.
    """

    card: str
    state: str
    step: int | None
    stability: float
    difficulty: float
    due: dt.datetime
    last: dt.datetime
    reviews: int
    lapses: int
