"""Two items that ask the same and want the same are one item too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.likeness import normalised
from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem


def look(desk: Desk) -> Iterator[Problem]:
    """Report items of a deck whose stems are the same."""
    first: dict[str, str] = {}
    for item in desk.items:
        stem = normalised(item.stem)
        if stem in first:
            what = f"the question '{item.stem}' is asked twice, also by {first[stem]}"
            yield finding(item.at, "twin", what, "take one of the two facts out")
        first.setdefault(stem, item.id)
