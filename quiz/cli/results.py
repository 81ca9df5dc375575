"""How a self-test or a mock exam begins and ends on a screen, and all of it as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quiz.cli.asking import HOW, right_answer
from quiz.cli.screens import counted
from quiz.cli.terminal import Para
from quiz.language import called
from quiz.study.exams import ANY
from quiz.study.sitting import ALL, FAILED, PASSED, RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.model import Entry
    from quiz.study.exams import Exam
    from quiz.study.queue import Past
    from quiz.study.session import Session, Turn
    from quiz.study.sitting import Sitting

WHICH_STATE = "Which state do you live in, such as CA or California?"
_ENGLISH = "en"  # the language of these screens
_NONE = (
    "Nothing is due now, and you have had the new questions of this day. "
    "To practise all the same: quiz test --cram"
)
_NONE_WRONG = "There is nothing that you answered wrong last time."
_UNDER = "   "
# The rules that are told in one sentence.
_NUMBERS = ("questions", "starred", "asked", "pass", "stop", "oral")


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is to come: cards due now and until the end of tomorrow, None in an exam.

    `seed` is what decided by chance, None if nothing did; `kept` says whether the responses
    were.
    """

    now: int | None = None
    tomorrow: int | None = None
    seed: int | None = None
    kept: bool = True


def opening(
    cards: Sequence[Entry], past: Past, *, cram: bool = False, wrong: bool = False
) -> Iterator[Para]:
    """Say what a session holds, or why it holds nothing."""
    held = counted(len(cards), "question")
    if not cards:
        yield Para(_NONE_WRONG if wrong else _NONE)
        return
    if cram:
        yield Para(f"{held} for practice. Your schedule stays as it is.")
    elif wrong:
        yield Para(f"{held} that you answered wrong last time.")
    else:
        due = sum(card.name in past.memories for card in cards)
        new = len(cards) - due
        parts = [f"{due} due"] * (due > 0) + [f"{new} new"] * (new > 0)
        yield Para(f"{held}: {', '.join(parts)}.")
    yield Para(HOW)


def invited(sitting: Sitting, language: str | None) -> Iterator[Para]:
    """Say as an officer would what an exam is and how it goes."""
    exam = sitting.exam
    yield Para(exam.title, tone="strong")
    if exam.whom:
        yield Para(_noted(exam.whom, exam, "whom"))
    stops = f", and stops at {exam.right} right or {exam.wrong} wrong"
    asks = f"The officer asks {'up to ' if exam.right else ''}{exam.asked} questions"
    passes = f"{asks}{stops if exam.right else ''}. You pass with {exam.passing} right."
    yield Para(_noted(passes, exam, *_NUMBERS))
    if taken := _taken(exam, language):
        yield Para(_noted(taken, exam, "language"))
    if sitting.elsewhere:
        yield Para("The officer may also ask this, which your decks cannot:")
    for each in sitting.elsewhere:
        found = f"{each.ask} Look it up: {each.where}"
        yield Para(_with(found, each.note), first="  ", rest=_UNDER)
    if sitting.lacking:
        more = counted(sitting.lacking, "question")
        yield Para(f"Your decks lack {more} of the {exam.questions} that may be asked.")
    yield Para(HOW)


def summary(session: Session, ahead: Ahead) -> Iterator[Para]:
    """Say how a session went, what to look at again, and what is to come."""
    turns = session.firsts
    right = sum(turn.right is True for turn in turns)
    yield Para()
    if turns:
        yield Para(f"{right} of {len(turns)} right.")
    elif session.left:
        yield Para("You answered nothing.")
    wrong = [turn for turn in turns if not turn.right]
    yield from _listed("Look at this again:", wrong)
    if ahead.kept and ahead.now is not None:
        yield Para(
            f"Due now: {ahead.now}. Due by the end of tomorrow: {ahead.tomorrow}."
        )
    yield from _end(ahead)


def result(sitting: Sitting, session: Session, ahead: Ahead) -> Iterator[Para]:
    """Say as an officer would how an exam ended, and what to study."""
    exam = sitting.exam
    outcome, reason = sitting.outcome or ("", "")
    asked = len(sitting.marks)
    yield Para()
    if outcome == PASSED:
        yield Para(f"You passed the test: {exam.title}.", "Congratulations.", "good")
    elif outcome == FAILED:
        yield Para(f"You did not pass the test: {exam.title}.", "Sorry.", "bad")
    else:
        yield Para("You left before the end, so there is no result.")
    if asked:
        said = f"You answered {sitting.right} of {counted(asked, 'question')} right"
        yield Para(f"{said}; {exam.passing} of {exam.asked} are needed.")
    if outcome and reason == ALL:
        yield Para("All questions were asked.")
    elif outcome in (PASSED, FAILED):
        enough = f"{exam.right} right" if reason == RIGHT else f"{exam.wrong} wrong"
        yield Para(_noted(f"The officer stops at {enough}.", exam, "stop"))
    if outcome == FAILED and exam.again:
        yield Para(_noted(exam.again, exam, "again"))
    yield from _listed("Study this:", [t for t in session.turns if not t.right])
    yield from _end(ahead)


def _taken(exam: Exam, language: str | None) -> str:
    """Say in which language an exam is taken, if that is not plain."""
    if exam.language == ANY:
        told = "language" in exam.sources
        return "You may take it in the language of your choice." if told else ""
    if language in (None, exam.language) and "language" not in exam.notes:
        return ""
    return f"The real test is taken in {called(exam.language, _ENGLISH)}."


def _noted(text: str, exam: Exam, *rules: str) -> str:
    """Say after a sentence what the exam notes of the rules that it tells, each note once."""
    return _with(text, *dict.fromkeys(exam.notes.get(rule, "") for rule in rules))


def _with(text: str, *notes: str) -> str:
    return " ".join([text, *(f"({note})" for note in notes if note)])


def _listed(head: str, turns: Iterable[Turn]) -> Iterator[Para]:
    for number, turn in enumerate(turns):
        if not number:
            yield Para(head)
        yield Para(turn.entry.item.stem, first="- ", rest="  ")
        yield Para(right_answer(turn.entry), first="  ", rest="  ")


def _end(ahead: Ahead) -> Iterator[Para]:
    if ahead.seed is not None:
        yield Para(f"Chance was drawn with --seed {ahead.seed}.")
    if not ahead.kept:
        yield Para("Your responses were not kept. With --profile NAME they are.")


def response_object(turn: Turn, number: int | None) -> dict[str, Any]:
    """Give a response as an object; `number` is the question's on the list of an exam."""
    item, verdict = turn.entry.item, turn.verdict
    made: dict[str, Any] = {
        "type": "response",
        "card": turn.entry.name,
        "id": item.id,
        "stem": item.stem,
        "options": turn.entry.options,
        "response": turn.response,
        "result": verdict.result,
        "right": turn.right,
        "rating": turn.rating,
        "overridden": turn.overridden,
        "why": verdict.why,
        "matched": verdict.matched,
        "missing": verdict.missing,
        "answers": [answer.text for answer in item.key.answers],
        "need": item.key.need,
        "elapsed": turn.elapsed,
    }
    return made if number is None else {**made, "number": number}


def summary_object(
    session: Session, ahead: Ahead, sitting: Sitting | None
) -> dict[str, Any]:
    """Give the end of a session as an object."""
    turns = session.firsts
    made: dict[str, Any] = {
        "type": "summary",
        "asked": len(turns),
        "right": sum(turn.right is True for turn in turns),
        "again": [turn.entry.item.id for turn in turns if not turn.right],
        "left": session.left,
        "due": ahead.now,
        "due_tomorrow": ahead.tomorrow,
        "seed": ahead.seed,
        "kept": ahead.kept,
    }
    if sitting:
        outcome, reason = sitting.outcome or (None, None)
        made["exam"] = {
            "name": sitting.exam.name,
            "outcome": outcome,
            "reason": reason,
            "right": sitting.right,
            "wrong": sitting.wrong,
            "pass": sitting.exam.passing,
        }
    return made


def json_line(made: dict[str, Any]) -> bytes:
    """Give an object as a line of UTF-8, whatever the terminal speaks (RFC 8259, 8.1)."""
    return json.dumps(made, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
