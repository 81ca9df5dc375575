"""Everything we can tell a user: a place, a problem there, and the error that carries them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

P = ParamSpec("P")
T = TypeVar("T")

# A slip changes at most this share of a word (one letter in three).
_SLIP = 0.34
# How many characters of a line an excerpt shows at most.
_EXCERPT = 100


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: `line` and `column` count from 1, `width` in characters.

    Line 0 means the whole of it.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def excerpt(self) -> str:
        """Show the line with carets under the place, or nothing if it is unknown.

        Of a long line only what stands around the place is shown.
        """
        if not self.text.strip():
            return ""
        shown, before = self.text.replace("\t", " ").rstrip(), self.column - 1
        if len(shown) > _EXCERPT:
            start = max(0, min(before - _EXCERPT // 3, len(shown) - _EXCERPT))
            cut = "…" if start else ""
            rest = "…" if start + _EXCERPT < len(shown) else ""
            before += len(cut) - start
            shown = f"{cut}{shown[start : start + _EXCERPT]}{rest}"
        carets = "^" * max(1, min(self.width, len(shown) - before))
        margin = " " * 5
        return f"{self.line:>5} | {shown}\n{margin} | {' ' * before}{carets}\n"


COMMAND = Location("command line", line=0)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong (`error`) or worth a look (`finding`), where it is and its fix.

    `code` is a stable slug; `what` and `fix` are sentences without a full stop.
    """

    location: Location
    code: str
    what: str
    fix: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.location}: {self.severity}[{self.code}]: {self.what}"

    def report(self) -> str:
        """Give the message as printed: headline, excerpt, fix."""
        return f"{self}\n{self.location.excerpt()}  fix: {self.fix}\n"


class QuizError(Exception):
    """Carries every problem of a run, sorted by place and without repetition."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = in_order(problems)

    def __str__(self) -> str:
        return "\n".join(problem.report() for problem in self.problems)


class Problems(list[Problem]):
    """Gathers problems, so that one run can report them all."""

    def attempt(
        self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Call, and keep the problems it raises; None stands for the result then."""
        try:
            return call(*args, **kwargs)
        except QuizError as error:
            self.extend(error.problems)
            return None

    def add(self, at: Location, code: str, what: str, fix: str) -> None:
        """Note an error."""
        self.append(Problem(at, code, what, fix))

    def check(self) -> None:
        """Raise what was gathered, if anything."""
        if self:
            raise QuizError(*self)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place, each once."""
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda p: (p.location, p.code, p.what))
    )


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Find the known word of which `word` is probably a slip, if there is one."""
    limit = max(1, int(len(word) * _SLIP))
    scorer = DamerauLevenshtein.distance
    hit = process.extractOne(word, sorted(known), scorer=scorer, score_cutoff=limit)
    return str(hit[0]) if hit else None


def choose(word: str, known: Iterable[str]) -> str:
    """Phrase the fix for an unknown word: the likely one, or all there are."""
    options = sorted(known)
    likely = did_you_mean(word, options)
    if likely:
        return f"did you mean '{likely}'?"
    return f"use one of: {', '.join(options)}" if options else "there is none to use"
