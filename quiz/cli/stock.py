"""What a session asks from: the items of the decks asked for and the names, ready to hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quiz import api, places
from quiz.cli.caching import kept, stamp
from quiz.cli.options import collection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from quiz.api import Collection
    from quiz.model import Deck, Item, Names

T = TypeVar("T")


@dataclass(frozen=True)
class Stock:
    """Decks as named on the command line, of a day and in a language.

    Each part raises QuizError, when it is first wanted, as `quiz.api` does.
    """

    named: list[str] | None
    as_of: dt.date
    language: str | None = None

    @cached_property
    def found(self) -> Collection:
        """Everything, as it is read from the files."""
        return collection(self.named)

    @cached_property
    def pairs(self) -> list[tuple[Deck, tuple[Item, ...]]]:
        """The decks asked for, each with its items and without its facts."""
        return self._kept("items", self._pairs)

    @cached_property
    def names(self) -> Names:
        """Every name that is listed: the grader needs them, but not before a response."""
        return self._kept("names", lambda: self.found.library.names)

    def _pairs(self) -> list[tuple[Deck, tuple[Item, ...]]]:
        day, language = self.as_of, self.language
        made = api.catalogue(self.found, as_of=day, language=language)
        chosen = api.chosen(self.found, made, day, language)
        return [(replace(deck, picks=()), items) for deck, items in chosen]

    def _kept(self, name: str, make: Callable[[], T]) -> T:
        return make() if self._now is None else kept(name, self._now, make)

    @cached_property
    def _now(self) -> bytes | None:
        """The stamp of what is asked for; standard input has none."""
        named = self.named or []
        if "-" in named or "found" in vars(self):
            return None
        here = Path.cwd()
        files, _ = places.find(named, here)
        read = [file.path for file in (*files.kinds, *files.names, *files.decks)]
        return stamp((named, here, self.as_of, self.language), read)
