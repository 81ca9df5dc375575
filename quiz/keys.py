"""A key: the right answers, and how many of them a response must give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Answer:
    """One right answer, or one candidate for a wrong option, in one language.

    `name` is the part of the key it belongs to (a field). `span` is where it lies on the
    line of its type (days for dates, else the number). `broader` are names that contain it;
    `wrong` are curated wrong options, `near` plausible ones a number or year brings itself;
    `article` is what a sentence puts in front.
    """

    text: str
    type: str = "text"
    name: str = ""
    accept: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    span: tuple[float, float] | None = None
    point: tuple[float, float] | None = None
    broader: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    near: tuple[Answer, ...] = ()
    article: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way to give it that is written down."""
        return (self.text, *self.accept)


@dataclass(frozen=True, slots=True)
class Key:
    """The right answers, and how many different ones a response must give.

    If it is `ordered`, all of them, each in its place.
    """

    answers: tuple[Answer, ...]
    need: int = 1
    ordered: bool = False

    @classmethod
    def of(cls, answers: Iterable[str], type: str = "text", need: int = 1) -> Key:  # noqa: A002 - the public word
        """Make a key from plain strings; words in parentheses are optional."""
        return cls(tuple(Answer(text, type) for text in answers), need)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its parts, each once: a where-and-when key has two."""
        return tuple(dict.fromkeys(answer.name for answer in self.answers))
