"""A name that no names file lists but that is nearly a listed one is probably a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.errors import did_you_mean
from quiz.fields import names_in
from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem

# A shorter form, such as PA, is one letter away from many a name that is no slip of it.
_TELLING = 4


def look(desk: Desk) -> Iterator[Problem]:
    """Report unlisted names, with the likely listed one if there is one."""
    known: dict[str, list[str]] = {}
    for name in desk.library.names:
        known.setdefault(name.type, []).extend(
            form for form in (name.text, *name.aliases) if len(form) >= _TELLING
        )
    for fact in desk.deck.facts:
        if fact.deck != desk.deck.id:
            continue
        for value in fact.values.values():
            for name in names_in(value):
                if name.listed:
                    continue
                likely = did_you_mean(name.text, known.get(name.type, ()))
                what = f"the {name.type} '{name.text}' is in no names file"
                if likely:
                    yield finding(
                        name.at, "near-name", what, f"did you mean '{likely}'?"
                    )
                else:
                    fix = "add it to a file in names/, so that it has its other forms"
                    yield finding(name.at, "unlisted-name", what, fix)
