"""What a response counts as for the schedule: FSRS's ratings, from what is seen of it.

- wrong, or close and not counted: Again;
- close and counted, or right after a hint: Hard;
- right: Good, or Hard if it was slow, or Easy if it was quick and the card long known.

How long it takes is measured against what the same reading and typing take anybody: 3 seconds
to think, 15 letters a second to read the question and its options (about 180 words a minute,
a calm reader's pace), and 3 letters a second to type what was typed (about 35 words a minute, a
slow typist's). Slow is more than three times that, quick is no more than that; long known is
a card remembered for 21 days or more, which Anki calls mature. Where nothing was measured, or
more than 5 minutes passed, as when someone was called away, time says nothing. The learner's own
word (right, wrong, easy) goes before all this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.verdict import CLOSE
from quiz.study.model import AGAIN, EASY, GOOD, HARD

if TYPE_CHECKING:
    from quiz.model import Entry
    from quiz.study.model import Memory

_THINKING = 3.0  # seconds
_READING = 15  # letters a second
_TYPING = 3
_SLOW = 3  # times as long as it takes
_AWAY = 300_000  # milliseconds
_LONG = 21  # days


def rate(
    entry: Entry,
    response: str,
    result: str,
    *,
    right: bool,
    elapsed: int = 0,
    hinted: bool = False,
    memory: Memory | None = None,
) -> int:
    """Give one of RATINGS for a response to a card.

    `result` is the grader's, `right` what it counts as; `elapsed` is milliseconds from the
    question to the response, 0 if that was not measured.
    """
    if not right:
        return AGAIN
    if result == CLOSE or hinted:
        return HARD
    if not 0 < elapsed <= _AWAY:
        return GOOD
    pace = elapsed / expected(entry, response)
    if pace > _SLOW:
        return HARD
    known = memory and memory.state == "review" and memory.stability >= _LONG
    return EASY if known and pace <= 1 else GOOD


def expected(entry: Entry, response: str) -> float:
    """Say how many milliseconds it takes to read a card and type a response."""
    read = len(entry.item.stem) + sum(map(len, entry.options))
    return 1000 * (_THINKING + read / _READING + len(response) / _TYPING)
