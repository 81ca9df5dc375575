"""Events and memories as rows of the store's tables, and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from quiz.study.model import Mark, Memory, Review, Undo

if TYPE_CHECKING:
    from quiz.study.model import Event

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_TICK = dt.timedelta(microseconds=1)

# The columns of a row, in the order in which the functions below give and take them.
LOG = (
    *("uid", "at", "kind", "subject", "rating", "result", "response"),
    *("overridden", "elapsed", "mode", "bad", "why"),
)
MEMORY = (
    *("card", "state", "step", "stability", "difficulty"),
    *("due", "last", "reviews", "lapses"),
)
Row = tuple[Any, ...]


def ticks(at: dt.datetime) -> int:
    """Give a moment as microseconds since 1970 in UTC."""
    return (at - _EPOCH) // _TICK


def moment(ticks: int) -> dt.datetime:
    """Give the moment of so many microseconds since 1970, in UTC."""
    return _EPOCH + ticks * _TICK


def row_of(event: Event) -> Row:
    """Give the row of the log that holds an event."""
    head = (event.uid, ticks(event.at))
    match event:
        case Review():
            return (
                *(*head, "review", event.card, event.rating, event.result),
                *(plain(event.response), event.overridden, event.elapsed, event.mode),
                *(None, None),
            )
        case Undo():
            return (*head, "undo", event.review, *(None,) * 8)
        case Mark():
            return (
                *(*head, "mark", event.card, *(None,) * 6),
                *(event.bad, plain(event.why)),
            )


def event_of(row: Row) -> Event:
    """Give the event that a row of the log holds."""
    uid, at, kind, subject, *more, bad, why = row
    when = moment(at)
    if kind == "undo":
        return Undo(uid, when, subject)
    if kind == "mark":
        return Mark(uid, when, subject, bool(bad), why)
    rating, result, response, overridden, elapsed, mode = more
    return Review(
        *(uid, when, subject, rating, result),
        *(response, bool(overridden), elapsed, mode),
    )


def row_of_memory(memory: Memory) -> Row:
    """Give the row that holds a memory."""
    return (
        *(memory.card, memory.state, memory.step, memory.stability, memory.difficulty),
        *(ticks(memory.due), ticks(memory.last), memory.reviews, memory.lapses),
    )


def memory_of(row: Row) -> Memory:
    """Give the memory that a row holds."""
    card, state, step, stability, difficulty, due, last, reviews, lapses = row
    return Memory(
        *(card, state, step, stability, difficulty),
        *(moment(due), moment(last), reviews, lapses),
    )


def plain(text: str) -> str:
    """Give text as it can be stored: what a terminal sent that is no character becomes a mark."""
    return text.encode("utf-8", "replace").decode()
