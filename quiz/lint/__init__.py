"""What `quiz check` says of facts and items, one rule a file: the folder is the registry.

A rule is a module here with `look(desk)`, which yields findings.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from quiz.errors import Location, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from quiz.books import Books
    from quiz.decks import Library
    from quiz.generate import Withheld
    from quiz.model import Deck, Item


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What a rule looks at: a deck, its items on a day, and all items of the library.

    `withheld` are the library's questions that are not asked; `today` is the day of the
    check; `books` what was released.
    """

    library: Library
    deck: Deck
    items: tuple[Item, ...]
    every: tuple[Item, ...]
    withheld: tuple[Withheld, ...]
    as_of: date
    today: date
    books: Books


def check(desk: Desk) -> Iterator[Problem]:
    """Apply every rule."""
    for module in pkgutil.iter_modules(__path__):
        yield from import_module(f"{__name__}.{module.name}").look(desk)


def finding(at: Location, code: str, what: str, fix: str) -> Problem:
    """Make a finding: worth a look, not an error."""
    return Problem(at, code, what, fix, "finding")
