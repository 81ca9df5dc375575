"""A mock exam as it is sat: which questions are drawn, when it ends, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.errors import COMMAND, Problem, QuizError
from quiz.grading.verdict import CLOSE
from quiz.study.states import asked_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from quiz.grading.verdict import Verdict
    from quiz.keys import Key
    from quiz.model import Item
    from quiz.study.exams import Elsewhere, Exam

RESULTS = (PASSED := "passed", FAILED := "failed", STOPPED := "stopped")
# Why an exam ended: enough were right or wrong, all were asked, or the learner left.
REASONS = (RIGHT := "right", WRONG := "wrong", ALL := "all", LEFT := "left")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question of the official list, by its number there, and the item that asks it."""

    number: int
    item: Item


@dataclass(frozen=True, slots=True)
class Sitting:
    """An exam that has been begun: the questions drawn, and which were right so far.

    `elsewhere` are questions of its list that the library cannot ask and the exam says where
    to look up; `lacking` counts the other ones that it cannot ask.
    """

    exam: Exam
    drawn: tuple[Drawn, ...]
    marks: tuple[bool, ...] = ()
    left: bool = False
    elsewhere: tuple[Elsewhere, ...] = ()
    lacking: int = 0

    @property
    def next(self) -> Drawn | None:
        """The question to ask now; None if it has ended."""
        return None if self.outcome else self.drawn[len(self.marks)]

    @property
    def right(self) -> int:
        """How many were right."""
        return sum(self.marks)

    @property
    def wrong(self) -> int:
        """How many were wrong."""
        return len(self.marks) - self.right

    @property
    def outcome(self) -> tuple[str, str] | None:
        """One of RESULTS and one of REASONS, once it has ended."""
        exam = self.exam
        if exam.right and self.right >= exam.right:
            return PASSED, RIGHT
        if exam.wrong and self.wrong >= exam.wrong:
            return FAILED, WRONG
        if len(self.marks) == exam.asked:
            return (PASSED if self.right >= exam.passing else FAILED), ALL
        return (STOPPED, LEFT) if self.left else None

    def answer(self, *, right: bool) -> Sitting:
        """Mark the question asked now; raises ValueError if it has ended."""
        if self.outcome:
            msg = "the exam has ended"
            raise ValueError(msg)
        return replace(self, marks=(*self.marks, right))


def begin(
    exam: Exam, items: Iterable[Item], state: str | None, chance: Random
) -> Sitting:
    """Draw the questions of an exam for a learner who lives in a state (by its code).

    Each question of the list is drawn at most once, and asked by one of the items that
    cover it, by chance; no item is asked twice. Raises QuizError if the items have too few
    questions of the list, or if they differ by state and none is given.
    """
    listed = [item for item in items if exam.numbers(item.tags)]
    if not listed:
        what = f"no deck has questions of the list '{exam.list}'"
        fix = f"name a deck whose items have tags such as {exam.list}::1"
        raise QuizError(Problem(exam.at, "no-list", what, fix))
    if state is None and varies(exam, listed):
        what = "some questions of this exam are about the state one lives in"
        fix = "say which, as in --state CA"
        raise QuizError(Problem(COMMAND, "no-state", what, fix))
    covering = _covering(exam, listed, state)
    drawn = _draw(exam, covering, chance)
    if len(drawn) < exam.asked:
        what = f"this exam asks {exam.asked} questions, and the decks have {len(drawn)}"
        what += " starred ones" if exam.starred else ""
        fix = f"add items with tags such as {exam.list}::1, or name more decks"
        raise QuizError(Problem(exam.at, "too-few-questions", what, fix))
    told = tuple(each for each in exam.elsewhere if each.number not in covering)
    lacking = max(0, exam.questions - len(covering) - len(told))
    return Sitting(exam, drawn, elsewhere=told, lacking=lacking)


def varies(exam: Exam, items: Iterable[Item]) -> bool:
    """Tell whether questions of an exam have other answers in other states."""
    return any(asked_in(item.tags) for item in items if _is_asked(exam, item))


def settles(verdict: Verdict, key: Key) -> bool:
    """Tell whether it is for the learner to say if a response passes.

    One that is close, but gives fewer answers than were asked for, does not: "name two"
    wants two. (It is wrong then, as with an officer.)
    """
    fewer = key.need > 1 and len(verdict.matched) < key.need
    return verdict.result == CLOSE and not fewer


def _is_asked(exam: Exam, item: Item) -> bool:
    starred = not exam.starred or exam.stars in item.tags
    return starred and bool(exam.numbers(item.tags))


def _covering(
    exam: Exam, items: Iterable[Item], state: str | None
) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = {}
    for item in items:
        states = asked_in(item.tags)
        if _is_asked(exam, item) and (not states or state in states):
            for number in exam.numbers(item.tags):
                found.setdefault(number, []).append(item)
    return found


def _draw(
    exam: Exam, covering: dict[int, list[Item]], chance: Random
) -> tuple[Drawn, ...]:
    numbers = sorted(covering)
    chance.shuffle(numbers)
    drawn: list[Drawn] = []
    used: set[str] = set()
    for number in numbers:
        free = [item for item in covering[number] if item.id not in used]
        if free and len(drawn) < exam.asked:
            item = chance.choice(free)
            used.add(item.id)
            drawn.append(Drawn(number, item))
    return tuple(drawn)
