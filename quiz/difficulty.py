"""How hard an item is to answer from memory, by a rule that anyone can check.

One step up for each thing that is more to recall: an exact number or time, and another if that
is to the day; more than four words; two answers at once, and another for three or an order. One
step down if any of three or more answers will do. No step is easy, one is medium, more are hard.
(After Wozniak's "Twenty rules", 1999: sets and enumerations, exact figures and long answers
are what is forgotten first. How it is asked, from options or not, is another matter.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.keys import Answer
    from quiz.model import Item

LEVELS = ("easy", "medium", "hard")
_EXACT = ("date", "year", "interval", "number", "ordinal")
_LONG = 4  # words
_MANY = 3  # answers


def difficulty(item: Item) -> str:
    """Give one of LEVELS."""
    key = item.key
    steps = int(any(answer.type in _EXACT for answer in key.answers))
    steps += any(_is_day(answer) for answer in key.answers)
    steps += any(len(answer.text.split()) > _LONG for answer in _wanted(item))
    steps += (key.need > 1) + (key.need >= _MANY or key.ordered)
    steps -= key.need == 1 and len(key.answers) >= _MANY
    return LEVELS[min(max(steps, 0), len(LEVELS) - 1)]


def _wanted(item: Item) -> tuple[Answer, ...]:
    """Give the answers that must be known: the shortest, where any will do."""
    by_length = sorted(item.key.answers, key=lambda each: len(each.text.split()))
    return tuple(by_length[: item.key.need])


def _is_day(answer: Answer) -> bool:
    low, high = answer.span or (0.0, 1.0)
    return answer.type == "date" and low == high
