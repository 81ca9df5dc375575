"""A question that another deck answers otherwise needs a word more, in one of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.likeness import normalised
from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem
    from quiz.model import Item


def look(desk: Desk) -> Iterator[Problem]:
    """Report items whose stem another deck of the library has with another key."""
    by_stem: dict[tuple[str, str], list[Item]] = {}
    for item in desk.every:
        by_stem.setdefault(_stem(item), []).append(item)
    for item in desk.items:
        for other in by_stem[_stem(item)]:
            if other.deck != item.deck and _texts(other) != _texts(item):
                what = f"the question '{item.stem}' has another answer in {other.id}"
                fix = "say more in one of the two, so that only one answer fits"
                yield finding(item.at, "other-answer", what, fix)


def _stem(item: Item) -> tuple[str, str]:
    return item.language, normalised(item.stem)


def _texts(item: Item) -> frozenset[str] | tuple[str, ...]:
    texts = tuple(normalised(answer.text) for answer in item.key.answers)
    return texts if item.key.ordered else frozenset(texts)
