"""What was answered in Anki as reviews of the same cards here, so that none begins anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.errors import Location, Problem, QuizError
from quiz.formats.anki import history
from quiz.study.model import AGAIN, CRAM, STUDY, Review

if TYPE_CHECKING:
    from quiz.formats.anki.history import Answered
    from quiz.study.store import Store

# What SQLite files and packages begin with.
_STARTS = (b"SQLite format 3\0", b"PK\3\4")

# An answer that is typed in Anki is what an open question is here: one schedule for both.
_TYPED = "#typed"


def is_collection(data: bytes) -> bool:
    """Tell a collection or a package from an export of a profile."""
    return data.startswith(_STARTS)


def read(data: bytes, file: str, *, open_now: bool = False) -> tuple[Review, ...]:
    """Read the answers to our cards, by time; raises QuizError for what is no collection.

    One that is `open_now` is refused, since part of it is elsewhere.
    """
    if open_now:
        what = (
            "Anki has this collection open, so that part of it is not in the file yet"
        )
        fix = "close Anki and try again, or export a collection package (.colpkg)"
        at = Location(file, line=0)
        raise QuizError(Problem(at, "open-collection", what, fix))
    return tuple(map(_review, history.read(data, file)))


def _review(each: Answered) -> Review:
    """Make a review of an answer, known by the note and Anki's number of the answer.

    Anki judges no answer, so what its learner pressed stands for the verdict.
    """
    return Review(
        f"anki-{each.guid}-{each.number}",
        each.at,
        each.card.removesuffix(_TYPED),
        each.button,
        "wrong" if each.button == AGAIN else "correct",
        elapsed=each.elapsed,
        mode=CRAM if each.practice else STUDY,
    )


def merge(store: Store, found: tuple[Review, ...]) -> int:
    """Add the reviews that a store does not have by their uid, and give how many those are."""
    known = {event.uid for event in store.events()}
    return store.record(*(each for each in found if each.uid not in known))
