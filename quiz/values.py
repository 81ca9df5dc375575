"""A field's value: what a fact holds, and how a language shows and asks it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from quiz.errors import Location
    from quiz.keys import Answer


class Value(ABC):
    """What a fact holds in a field; each type of field has a class of its own."""

    __slots__ = ()
    type: ClassVar[str]
    at: Location

    @abstractmethod
    def show(self, language: str) -> str | None:
        """Give it as a stem says it, or None if it has no words in the language."""

    @abstractmethod
    def answers(self, language: str) -> tuple[Answer, ...]:
        """Give the right answers it stands for; none if it has no words in the language."""

    def form(self, name: str, language: str) -> str | None:  # noqa: ARG002 - see subclasses
        """Give the form a stem's filter asks for (`short`, `the`, `on` …)."""
        return self.show(language)

    def inner(self) -> tuple[Value, ...]:
        """Give the values it is made of, for lists and the like."""
        return ()

    def given(self, language: str) -> tuple[Answer, ...]:
        """Give what a stem that shows it tells the learner."""
        return self.answers(language)
