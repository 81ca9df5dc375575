"""A fact that can change must have been confirmed lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem


def look(desk: Desk) -> Iterator[Problem]:
    """Report facts still held true whose kind wants rechecking and whose `checked` is old."""
    still = {(i.deck, i.fact): i for i in desk.items if i.phase != "past"}
    for fact in desk.deck.facts:
        kind = desk.library.kinds[fact.deck, fact.kind]
        item = still.get((fact.deck, fact.id))
        if kind.recheck is None or item is None or fact.deck != desk.deck.id:
            continue
        fix = "confirm it in a source and set 'checked' to that day"
        if fact.checked is None:
            what = (
                f"this {kind.name} can change and says no day on which it was checked"
            )
            yield finding(fact.at, "unchecked", what, fix)
        elif item.stale:
            what = f"this {kind.name} was last checked on {item.stale}"
            yield finding(
                fact.at, "stale", f"{what}, over {kind.recheck} days ago", fix
            )
