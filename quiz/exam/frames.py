"""What several questions share: their words before and after the part in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "…"
# A frame says something of itself from so many words on; what differs stays short in a list.
_FEWEST = 3
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that stems share, with an ellipsis where they differ, and these parts.

    Stems that share too little have no common words: then each part is its whole stem.
    """

    words: str
    parts: tuple[str, ...]


def frame(stems: Sequence[str]) -> Frame:
    """Find what two or more stems share."""
    split = [stem.split() for stem in stems]
    start = _shared(split)
    rest = [words[start:] for words in split]
    end = _shared([words[::-1] for words in rest])
    parts = [words[: len(words) - end] for words in rest]
    head, tail = split[0][:start], split[0][len(split[0]) - end :] if end else []
    fits = all(0 < len(part) <= _LONGEST for part in parts)
    if not fits or len(head) + len(tail) < _FEWEST or not head:
        return Frame("", tuple(stems))
    return Frame(" ".join([*head, GAP, *tail]), tuple(map(" ".join, parts)))


def beginning(stems: Sequence[str]) -> int:
    """Count the words with which all of some stems begin."""
    return _shared([stem.split() for stem in stems])


def _shared(split: Sequence[Sequence[str]]) -> int:
    """Count the words with which all begin."""
    return sum(
        1
        for _ in takewhile(
            lambda column: len(set(column)) == 1, zip(*split, strict=False)
        )
    )
