"""What of a paper is drawn: sizes, lines and labels follow the answers, which are not in it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from string import ascii_uppercase
from typing import TYPE_CHECKING

from quiz.fields import BLANK
from quiz.papers import SETS
from quiz.wording import part, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.model import Item
    from quiz.papers import Layout, Paper, Section, Task

# How many columns of a character stand in a line of options at 11 points, Letter or A4,
# beside the number, the points and a circle (measured: 2 mm each in a serif face).
_LINE = 68
# A pupil writes about so many characters on a full line (3 mm each).
_WRITTEN = 50
_FULL_LINES = 3
# Answer space follows the answer: a date gets a short line, a name more, a reason most.
_SHORT, _MEDIUM = 14, 40
_SHORT_TYPES = ("date", "number", "ordinal")


@dataclass(frozen=True, slots=True)
class Line:
    """A line to write on: its label or nothing, and `year`, `short`, `medium` or `full`."""

    size: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table: its text, and the number of each cell, 0 for none to be filled in."""

    text: str
    cells: tuple[int, ...]
    points: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the cells to be filled in."""
        return tuple(number for number in self.cells if number)


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a set or a list: its number and its text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """A task as it is drawn. `stem` is cut where it has blanks, whose size is `blank`.

    `one` says that it has one number; `lang` is empty if it is the paper's; `half` that two
    options stand on a line.
    """

    type: str
    number: int
    one: bool
    points: int
    lang: str
    stem: tuple[str, ...]
    blank: str
    options: tuple[tuple[str, str], ...]
    half: bool
    rows: tuple[Place, ...]
    heads: tuple[str, ...]
    grid: tuple[Cells, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A section as it is drawn, with words of its type's where it has none of its own."""

    number: int
    title: str
    instructions: str
    total: int
    tasks: tuple[View, ...]


def groups(paper: Paper, layout: Layout) -> tuple[Group, ...]:
    """Give a paper's sections as they are drawn on a layout."""
    words = wording(paper.language)
    return tuple(
        _group(n, section, paper.language, words, layout)
        for n, section in enumerate(paper.sections, 1)
    )


def _group(
    number: int, section: Section, lang: str, words: Mapping[str, str], layout: Layout
) -> Group:
    return Group(
        number,
        section.title or words[section.type],
        section.instructions or words[f"do-{section.type}"],
        section.total,
        tuple(_view(task, lang, layout) for task in section.tasks),
    )


def _view(task: Task, lang: str, layout: Layout) -> View:
    item = task.rows[0].item
    return View(
        task.type,
        task.number,
        task.type not in SETS,
        task.points,
        item.language if item.language != lang else "",
        tuple(task.stem.split(BLANK)),
        max(_size(answer.type, answer.text) for answer in item.key.answers),
        tuple(zip(ascii_uppercase, task.options, strict=False)),
        halved(task.options, layout),
        tuple(Place(row.number, row.text) for row in task.rows),
        task.heads,
        tuple(_grid(task)) if task.type == "table" else (),
        tuple(_lines(item)) if task.type == "open" else (),
    )


def halved(options: Iterable[str], layout: Layout) -> bool:
    """Tell whether two options stand side by side: all of them must fit half a line."""
    room = _LINE / layout.columns * (11 / 18 if layout.large else 1)
    room *= 0.7 if layout.easy else 1
    # A column more or a size of type more leaves the circle as wide as it was.
    fits = room / 2 - (4 if layout.columns > 1 else 0)
    return all(_columns(option) <= fits for option in options)


def _columns(text: str) -> int:
    """Count how wide a text is, in columns: of East Asian characters each takes two."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _grid(task: Task) -> Iterable[Cells]:
    for text, group in groupby(task.rows, key=lambda row: row.text):
        at = {row.column: row.number for row in group}
        cells = tuple(at.get(column, 0) for column in range(len(task.heads)))
        yield Cells(text, cells, task.points * len(at))


def _lines(item: Item) -> Iterable[Line]:
    """Give the lines an open question is answered on: one for each part, place or answer."""
    answers = item.key.answers
    if len(item.key.parts) > 1:
        for answer in answers:
            label = part(answer.name, item.language)
            yield from _written(answer.type, answer.text, label)
        return
    longest = max(answers, key=lambda answer: _columns(answer.text))
    for n in range(1, item.key.need + 1):
        label = f"{n}." if item.key.ordered else ""
        yield from _written(longest.type, longest.text, label)


def _written(kind: str, text: str, label: str) -> Iterable[Line]:
    size = _size(kind, text)
    yield Line(size, label)
    if size == "full":
        count = min(_FULL_LINES, ceil(_columns(text) / _WRITTEN))
        yield from [Line(size, " ") if label else Line(size)] * (count - 1)


def _size(kind: str, text: str) -> str:
    if kind == "year":
        return "year"
    if kind in _SHORT_TYPES or _columns(text) <= _SHORT:
        return "short"
    return "medium" if _columns(text) <= _MEDIUM else "full"
