"""A fact of which nothing is ever asked is a card that silently vanished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem
    from quiz.generate import Withheld


def look(desk: Desk) -> Iterator[Problem]:
    """Report facts without an item, unless they were retired or only the day bars them."""
    asked = {(item.deck, item.fact) for item in desk.every}
    held: dict[tuple[str, str], list[Withheld]] = {}
    for withheld in desk.withheld:
        held.setdefault((withheld.fact.deck, withheld.fact.id), []).append(withheld)
    for fact in desk.deck.facts:
        refusals = held.get((fact.deck, fact.id), [])
        barred = fact.ended(desk.as_of) or any(each.timely for each in refusals)
        if barred or (fact.deck, fact.id) in asked:
            continue
        reasons = dict.fromkeys(each.reason for each in refusals)
        what = f"nothing is asked of this fact: {'; '.join(reasons)}"
        fix = "fill in what is missing, or take the fact out"
        yield finding(fact.at, "not-asked", what, fix)
