"""One key for all versions: what is right in each, side by side, and where a question stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import floor
from textwrap import shorten
from typing import TYPE_CHECKING

from quiz import language
from quiz.dates import Date
from quiz.papers import TYPES, Layout
from quiz.press.answers import short
from quiz.press.fitting import POINT, width
from quiz.press.page import frame
from quiz.press.walk import numbered, walk
from quiz.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.model import Item
    from quiz.papers import Paper
    from quiz.press.looks import Look
    from quiz.press.walk import Numbered

_ROWS = 5  # a block that the eye counts without help
# Characters of an answer in words, on a line of all versions and in one at most and at least;
# the full key has all of them.
_WORDS = (110, 40, 20)
_WIDE = 170.0  # mm, what pages of both sizes have beside their margins, rounded down
_CELL = 1.6  # ems around what stands in a cell, and between blocks
_TYPE = 9  # pt: the fewer pages, the faster it is marked
# How hard items are, and in which order that is said (see quiz.difficulty).
_LEVELS = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, each headed by its first text, in blocks.

    `share` is what a block takes of the page, in percent; all of it if it holds words.
    """

    title: str
    blocks: tuple[tuple[tuple[str, ...], ...], ...]
    share: float


@dataclass(frozen=True, slots=True)
class Count:
    """What versions hold of one sort: its name, and for each how many and worth what."""

    name: str
    cells: tuple[tuple[int, int], ...]


def combined(
    papers: Sequence[Paper], layout: Layout, look: Look, hard: Callable[[Item], str]
) -> str:
    """Give one key for several versions; `hard` says how hard an item is (of its levels)."""
    first = papers[0]
    versions = [paper.version for paper in papers]
    return look.render(
        "combined.html",
        **{**frame(first.language, Layout(layout.size)), "type": _TYPE},
        head=first.head,
        version=", ".join(versions),
        versions=versions,
        codes=_codes(papers),
        seed=first.seed,
        day=language.date(Date.of(first.as_of), first.language),
        answers=list(_answers(papers)),
        places=_places(papers),
        counts=list(_counts(papers, hard)),
    )


def _codes(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    """Give each code once, with the versions that have it."""
    codes = dict.fromkeys(paper.code for paper in papers)
    return [
        (", ".join(paper.version for paper in papers if paper.code == code), code)
        for code in codes
    ]


def _answers(papers: Sequence[Paper]) -> Iterable[Rows]:
    """Give what is right, number by number, for each section of the first version."""
    words = wording(papers[0].language)
    line, most, least = _WORDS
    room = max(least, min(most, line // len(papers)))
    right = [
        {each.number: _brief(each, room) for each in numbered(paper)}
        for paper in papers
    ]
    for section in papers[0].sections:
        numbers = [number for task in section.tasks for number in task.numbers]
        rows = [(str(n), *(each.get(n, "–") for each in right)) for n in numbers]
        yield _set(section.title or words[section.type], rows)


def _brief(each: Numbered, room: int) -> str:
    return shorten(short(each.task, each.row), room, placeholder=" …")


def _places(papers: Sequence[Paper]) -> Rows:
    """Give, for each question of the first version, its number in every version."""
    found = walk(papers)
    rows = [tuple(str(each.number) if each else "–" for each in row) for row in found]
    return _set("", rows)


def _set(title: str, rows: Sequence[tuple[str, ...]]) -> Rows:
    """Cut rows into blocks, and let as many stand beside each other as there is room for."""
    blocks = tuple(
        tuple(row for _, row in group)
        for _, group in groupby(enumerate(rows), key=lambda pair: pair[0] // _ROWS)
    )
    needs = [max(map(width, column)) + _CELL for column in zip(*rows, strict=True)]
    room = _WIDE / (_TYPE * POINT)
    beside = max(1, floor(room / (sum(needs) + _CELL)))
    return Rows(title, blocks, floor(1000 / beside) / 10)


def _counts(papers: Sequence[Paper], hard: Callable[[Item], str]) -> Iterable[Count]:
    """Count each version's questions and points, by type, by difficulty, and in all."""
    words = wording(papers[0].language)
    found = [tuple(numbered(paper)) for paper in papers]
    for sorts, sort in (
        (TYPES, lambda each: each.task.type),
        (_LEVELS, lambda each: hard(each.row.item)),
    ):
        for name in sorts:
            chosen = [[each for each in some if sort(each) == name] for some in found]
            if any(chosen):
                yield Count(words[name], tuple(map(_count, chosen)))
    yield Count(words["total"], tuple(map(_count, found)))


def _count(found: Sequence[Numbered]) -> tuple[int, int]:
    return len(found), sum(each.task.points for each in found)
