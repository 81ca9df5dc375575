"""A session of the self-test as it stands: what is asked, by which rules, and what was said.

It is always in one of four phases: it asks; or a response was close, and the learner settles
whether it counts; or it has told the verdict, and waits; or it is over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping  # noqa: TC003 - dataclass fields
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.grading.verdict import CLOSE, CORRECT, Verdict
from quiz.keys import Key  # noqa: TC001 - dataclass fields
from quiz.model import Entry  # noqa: TC001 - dataclass fields
from quiz.study.judging import Judge  # noqa: TC001 - dataclass fields
from quiz.study.model import AGAIN, STUDY, Memory

if TYPE_CHECKING:
    import datetime as dt

PHASES = (ASKING, SETTLING, TOLD, OVER) = ("asking", "settling", "told", "over")
# What the screen is to say besides, after a line that did something else than go on.
NOTICES = (
    *(HELP := "help", HINT := "hint", NO_HINT := "no-hint", CHOOSE := "choose"),
    *(UNKNOWN := "unknown", NOTHING := "nothing-to-undo", UNDONE := "undone"),
    *(MARKED := "marked", UNMARKED := "unmarked", CHANGED := "changed"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was typed, when (UTC), and milliseconds since it was asked for.

    `uid` gives a new one at each call.
    """

    typed: str
    at: dt.datetime
    uid: Callable[[], str]
    elapsed: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A response and what became of it.

    `right` is what it counts as, None until that is settled; `review` is the uid of the
    review that records it; `before` is what was waiting when it was asked.
    """

    entry: Entry
    response: str
    verdict: Verdict
    before: tuple[Entry, ...]
    elapsed: int = 0
    hinted: bool = False
    right: bool | None = None
    rating: int = AGAIN
    review: str = ""
    marked: bool = False

    @property
    def overridden(self) -> bool:
        """Whether the learner said otherwise than the grader."""
        clear = self.verdict.result != CLOSE
        return clear and self.right != (self.verdict.result == CORRECT)


@dataclass(frozen=True, slots=True)
class Rules:
    """How a session goes: in which mode, by which judge.

    `again` says that what was wrong comes again; `settles` tells whether a verdict on a key
    is for the learner to settle; `ends` tells by the marks so far whether it ends early.
    """

    judge: Judge
    mode: str = STUDY
    memories: Mapping[str, Memory] = field(default_factory=dict)
    again: bool = True
    settles: Callable[[Verdict, Key], bool] = lambda verdict, _: verdict.result == CLOSE
    ends: Callable[[tuple[bool, ...]], bool] = lambda _: False


@dataclass(frozen=True, slots=True)
class Session:
    """Cards that wait, the first of which is asked or told now, and the turns so far."""

    rules: Rules
    waiting: tuple[Entry, ...]
    turns: tuple[Turn, ...] = ()
    phase: str = ASKING
    notice: str = ""
    hinted: bool = False
    left: bool = False

    @property
    def entry(self) -> Entry:
        """The card that is asked or told now."""
        return self.waiting[0]

    @property
    def marks(self) -> tuple[bool, ...]:
        """Which of the responses count as right."""
        return tuple(turn.right for turn in self.turns if turn.right is not None)

    @property
    def firsts(self) -> tuple[Turn, ...]:
        """The first response to each card, of those that count for something."""
        found: dict[str, Turn] = {}
        for turn in self.turns:
            if turn.right is not None:
                found.setdefault(turn.entry.name, turn)
        return tuple(found.values())

    @property
    def number(self) -> int:
        """Which of the `total` cards this is."""
        told = {turn.entry.name for turn in self.turns}
        return len(told | {self.entry.name})

    @property
    def total(self) -> int:
        """How many cards it has."""
        names = {turn.entry.name for turn in self.turns}
        return len(names | {entry.name for entry in self.waiting})

    @property
    def repeats(self) -> bool:
        """Whether the card that is asked now was asked before."""
        return any(turn.entry.name == self.entry.name for turn in self.turns)
