"""What the self-test says on a screen, in plain English; its other words are in `results`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.screens import answers
from quiz.cli.terminal import Para
from quiz.grading.verdict import CLOSE, CORRECT
from quiz.study import session as of
from quiz.study.judging import letters
from quiz.study.model import EASY, EXAM, STUDY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.model import Entry, Item, Source
    from quiz.study.session import Session, Turn

HOW = (
    "Type your answer and press Enter. Enter alone means: I do not know. "
    ":q quits, :? says what else you can type."
)
_HELP = (
    ":h  shows a hint, if there is one",
    ":u  takes back your last response, and asks it again",
    ":q  quits; all that you answered is in the summary",
)
_TOLD_HELP = (
    "r  counts your response as right",
    "w  counts it as wrong",
    "e  counts it as right, and as easy: it comes later",
    "b  marks the question as bad, and it is asked no more; you can say why: b a name is wrong",
    "u  takes your response back, and asks it again",
    "q  quits",
)
_SETTLING_HELP = "y counts it, n does not, u takes it back, q quits."
_NOTICES = {
    of.NO_HINT: "There is no hint for this one.",
    of.NOTHING: "There is nothing to take back yet.",
    of.UNDONE: "Taken back.",
    of.MARKED: "Marked as a bad question: it is asked no more.",
    of.UNMARKED: "No longer marked as a bad question.",
}
_ORDER = "In order, with a semicolon (;) between."
_PROMPT = ">"
_SETTLE = "Count it? [y/n]"


def screen(session: Session) -> Iterator[Para]:
    """Say what there is to say before the next line is typed."""
    if session.notice and session.notice not in (of.UNDONE, of.CHANGED):
        yield from _noticed(session)
    elif session.phase == of.ASKING:
        if session.notice:
            yield Para(_NOTICES[session.notice])
        yield from _asked(session)
    elif session.phase == of.SETTLING:
        yield from _close(session.turns[-1])
    elif session.phase == of.TOLD:
        turn = session.turns[-1]
        close = turn.verdict.result == CLOSE
        if close and not session.rules.settles(turn.verdict, turn.entry.item.key):
            yield from () if session.notice else _close(turn)
        yield from _changed(turn) if close or session.notice else _told(turn)
        if not session.notice and session.rules.mode != EXAM:
            yield from _context(turn.entry.item)


def prompt(session: Session) -> str:
    """Give what stands in front of the line to be typed."""
    if session.phase == of.ASKING:
        return _PROMPT
    if session.phase == of.SETTLING:
        return _SETTLE
    override = "w counts it as wrong"
    if session.rules.mode == STUDY:
        override += ", e as easy"
    if not session.turns[-1].right:
        override = "r counts it as right"
    return f"Enter goes on; {override}, b bad question, u undo, q quit:"


def _asked(session: Session) -> Iterator[Para]:
    entry = session.entry
    place = f"{session.number} of {session.total}."
    again = "Once more." if session.repeats else ""
    yield Para()
    yield Para(" ".join(filter(None, (place, again, entry.item.topic))))
    yield Para(entry.item.stem)
    if entry.item.key.ordered:
        yield Para(_ORDER)
    yield from options(entry)


def options(entry: Entry) -> Iterator[Para]:
    """Give a card's options, with their letters."""
    for letter, option in zip(letters(entry), entry.options, strict=True):
        yield Para(option, first=f"  {letter}) ", rest="     ")


def _noticed(session: Session) -> Iterator[Para]:
    notice, entry = session.notice, session.entry
    if notice == of.HINT:
        yield Para(entry.item.hint, "Hint:", "strong")
    elif notice == of.CHOOSE:
        last = letters(entry)[-1]
        yield Para(f"Type a letter from a to {last}, or the words of an option.")
    elif notice == of.HELP or (notice == of.UNKNOWN and session.phase == of.ASKING):
        lines = _HELP if session.phase == of.ASKING else _TOLD_HELP
        yield from (Para(line, rest="    ") for line in lines)
    elif notice == of.UNKNOWN and session.phase == of.SETTLING:
        yield Para(_SETTLING_HELP)
    elif notice == of.UNKNOWN:
        yield Para("This response is told already. Press Enter to go on.")
    else:
        yield Para(_NOTICES[notice])


def _close(turn: Turn) -> Iterator[Para]:
    yield Para(turn.verdict.why, "Almost.", "almost")
    yield Para(right_answer(turn.entry))


def _told(turn: Turn) -> Iterator[Para]:
    """Say a verdict that is clear, and the answer."""
    verdict = turn.verdict
    if verdict.result == CORRECT:
        yield Para(_said_right(turn), "Right.", "good")
    else:
        yield Para(verdict.why if turn.response else "", "Wrong.", "bad")
        yield Para(right_answer(turn.entry))


def _context(item: Item) -> Iterator[Para]:
    """Say what else is known about a question, and from where."""
    if item.note:
        yield Para(item.note)
    if item.sources:
        more = len(item.sources) - 1
        yield Para(
            f"{_cited(item.sources[0])}{f' (and {more} more)' if more else ''}",
            "Source:",
        )


def _changed(turn: Turn) -> Iterator[Para]:
    how = "right" if turn.right else "wrong"
    easy = " and easy" if turn.rating == EASY else ""
    yield Para(f"as {how}{easy}.", "Counted", "good" if turn.right else "bad")


def _said_right(turn: Turn) -> str:
    """Say the answers that a right response gave, as the key has them, and what else is right."""
    if turn.entry.options:
        return ""
    key, matched = turn.entry.item.key, turn.verdict.matched
    if key.need == len(key.answers) or not matched:
        return answers(key)
    given = "; ".join(matched)
    others = [answer.text for answer in key.answers if answer.text not in matched]
    return f"{given} (also right: {'; '.join(others)})" if others else given


def right_answer(entry: Entry) -> str:
    """Say what is right: the option, where there are some, else the key."""
    chosen = entry.options[entry.right or 0] if entry.options else ""
    return f"The answer: {chosen or answers(entry.item.key)}"


def _cited(source: Source) -> str:
    day = str(source.date) if source.date else ""
    return ", ".join(filter(None, (source.title, source.publisher, day)))
