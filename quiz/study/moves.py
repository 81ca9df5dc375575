"""A session goes on by lines: what each does to it, and what there is to record of it, at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from quiz.grading.verdict import CORRECT
from quiz.study.judging import judged
from quiz.study.model import AGAIN, EASY, Event, Mark, Review, Undo
from quiz.study.rating import rate
from quiz.study.session import (
    ASKING,
    CHANGED,
    CHOOSE,
    HELP,
    HINT,
    MARKED,
    NO_HINT,
    NOTHING,
    OVER,
    SETTLING,
    TOLD,
    UNDONE,
    UNKNOWN,
    UNMARKED,
    Line,
    Session,
    Turn,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.model import Entry
    from quiz.study.session import Rules

# A session after a line, and the events to record.
Moved: TypeAlias = tuple[Session, tuple[Event, ...]]

SIGN = ":"  # begins a command where a response is expected
# A card that counted as Again comes again after so many others, if there are as many.
_LATER = 5
_YES, _NO = ("y", "yes"), ("n", "no")


def start(rules: Rules, cards: tuple[Entry, ...]) -> Session:
    """Begin a session with cards; without any it is over."""
    return Session(rules, cards, phase=ASKING if cards else OVER)


def leave(session: Session) -> Session:
    """End a session where it is; a response that is not settled is not kept."""
    turns = tuple(turn for turn in session.turns if turn.right is not None)
    return replace(session, turns=turns, phase=OVER, left=True, notice="")


def take(session: Session, line: Line) -> Moved:
    """Take a line; raises ValueError if the session is over."""
    session = replace(session, notice="")
    if session.phase == ASKING:
        return _asked(session, line)
    if session.phase == SETTLING:
        return _settled(session, line)
    if session.phase == TOLD:
        return _told(session, line)
    msg = "the session is over"
    raise ValueError(msg)


def _asked(session: Session, line: Line) -> Moved:
    typed = line.typed.strip()
    if typed.startswith(SIGN) or typed == "?":
        return _commanded(session, typed.removeprefix(SIGN).strip().casefold(), line)
    entry = session.entry
    verdict = judged(entry, typed, session.rules.judge)
    if verdict is None:
        return replace(session, notice=CHOOSE), ()
    turn = Turn(
        entry, typed, verdict, session.waiting, line.elapsed, hinted=session.hinted
    )
    asked = replace(session, turns=(*session.turns, turn), hinted=False)
    if session.rules.settles(verdict, entry.item.key):
        return replace(asked, phase=SETTLING), ()
    return _count(asked, line, right=verdict.result == CORRECT)


def _commanded(session: Session, command: str, line: Line) -> Moved:
    if command in ("q", "quit"):
        return leave(session), ()
    if command in ("u", "undo"):
        return _undo(session, line)
    if command in ("h", "hint"):
        if session.entry.item.hint:
            return replace(session, notice=HINT, hinted=True), ()
        return replace(session, notice=NO_HINT), ()
    known = command in ("?", "help")
    return replace(session, notice=HELP if known else UNKNOWN), ()


def _settled(session: Session, line: Line) -> Moved:
    said = line.typed.strip().casefold()
    if said in _YES or said in _NO:
        return _count(session, line, right=said in _YES)
    if said in ("q", ":q"):
        return leave(session), ()
    if said in ("u", ":u"):
        return _undo(session, line)
    return replace(session, notice=UNKNOWN), ()


def _told(session: Session, line: Line) -> Moved:
    letter, _, why = line.typed.strip().removeprefix(SIGN).partition(" ")
    letter = letter.casefold()
    if letter == "b":
        return _mark(session, line, why.strip())
    if why or letter not in _KEYS:
        return replace(session, notice=HELP if letter == "?" else UNKNOWN), ()
    return _KEYS[letter](session, line)


def _go_on(session: Session, _: Line) -> Moved:
    turn, rest = session.turns[-1], session.waiting[1:]
    if session.rules.again and turn.rating == AGAIN and not turn.marked:
        rest = (*rest[:_LATER], turn.entry, *rest[_LATER:])
    over = not rest or session.rules.ends(session.marks)
    return replace(session, waiting=rest, phase=OVER if over else ASKING), ()


def _quit(session: Session, _: Line) -> Moved:
    return leave(session), ()


def _undo(session: Session, line: Line) -> Moved:
    """Take back the last response, which is asked again."""
    if not session.turns:
        return replace(session, notice=NOTHING), ()
    turn = session.turns[-1]
    rest, waiting = session.turns[:-1], turn.before
    made = replace(session, turns=rest, waiting=waiting, hinted=turn.hinted)
    made = replace(made, phase=ASKING, notice=UNDONE)
    events = (Undo(line.uid(), line.at, turn.review),) if turn.review else ()
    return made, events


def _mark(session: Session, line: Line, why: str) -> Moved:
    """Mark the question as bad, or take that back."""
    turn = session.turns[-1]
    bad = not turn.marked
    made = _last(session, replace(turn, marked=bad))
    mark = Mark(line.uid(), line.at, turn.entry.name, bad=bad, why=why)
    return replace(made, notice=MARKED if bad else UNMARKED), (mark,)


def _say(*, right: bool, easy: bool = False) -> Callable[..., Moved]:
    def override(session: Session, line: Line) -> Moved:
        made, events = _count(session, line, right=right, easy=easy)
        return replace(made, notice=CHANGED), events

    return override


def _count(session: Session, line: Line, *, right: bool, easy: bool = False) -> Moved:
    """Let the last response count as right or wrong, instead of what it counted as before."""
    turn, rules = session.turns[-1], session.rules
    rating = (
        EASY
        if easy
        else rate(
            turn.entry,
            turn.response,
            turn.verdict.result,
            right=right,
            elapsed=turn.elapsed,
            hinted=turn.hinted,
            memory=rules.memories.get(turn.entry.name),
        )
    )
    if turn.review and (turn.right, turn.rating) == (right, rating):
        return session, ()
    old = (Undo(line.uid(), line.at, turn.review),) if turn.review else ()
    counted = replace(turn, right=right, rating=rating, review=line.uid())
    review = Review(
        *(counted.review, line.at, turn.entry.name, rating, turn.verdict.result),
        *(turn.response, counted.overridden, turn.elapsed, rules.mode),
    )
    return replace(_last(session, counted), phase=TOLD), (*old, review)


def _last(session: Session, turn: Turn) -> Session:
    return replace(session, turns=(*session.turns[:-1], turn))


_KEYS: dict[str, Callable[[Session, Line], Moved]] = {
    "": _go_on,
    "q": _quit,
    "u": _undo,
    "r": _say(right=True),
    "w": _say(right=False),
    "e": _say(right=True, easy=True),
}
