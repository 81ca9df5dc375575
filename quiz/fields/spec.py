"""What a kind asks of a field, and what reading a value may look up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.likeness import identical
from quiz.model import NOWHERE
from quiz.shape import fail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.errors import Location
    from quiz.model import Names
    from quiz.reader import Node
    from quiz.values import Value


@dataclass(frozen=True, slots=True)
class Spec:
    """A field as a kind declares it.

    `of` are the types of a name or of a list's members; `ordered` says that a list's order
    is part of what is asked.
    """

    name: str
    type: str
    optional: bool = False
    min: int = 1
    unit: str = ""
    of: tuple[str, ...] = ()
    ordered: bool = False
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Scope:
    """What reading looks up: the listed names, the file's language, and the reader itself."""

    names: Names
    language: str
    read: Callable[[Node, Spec, Scope], Value]


def refuse_twins(
    values: Iterable[Value], language: str, fix: str = "keep one of them"
) -> None:
    """Raise QuizError at a value that is the same as an earlier one."""
    seen = set()
    for value in values:
        shown = value.show(language)
        if shown is not None and identical(shown) in seen:
            what = f"'{shown}' stands twice in this list"
            fail(value.at, "duplicate-answer", what, fix)
        seen.add(identical(shown or ""))
