"""Read a printed paper back from its PDF, whoever made it.

A task begins at its number, which stands alone in the margin, and ends where the next one in
its column begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pdfplumber

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.papers import Layout, Paper

POINTS = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}
MM = 72 / 25.4
# Left and right, top, bottom in mm: the page number stands at the foot of the text.
MARGINS = (18, 14, 15)
SLACK = 1.0  # pt
_HIDDEN = 2.0  # pt: what only screen readers say is smaller
_FOOT = 16.0  # pt
_HEADING = 1.15  # of the size of type


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from the top left."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Where it stands on the page from above."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, its words in reading order, boxes of all that is drawn."""

    width: float
    height: float
    words: tuple[Word, ...]
    drawn: tuple[tuple[float, float, float, float], ...]

    @property
    def foot(self) -> float:
        """Where the line of version and page number begins."""
        return self.height - MARGINS[2] * MM - _FOOT


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page: where a task stands, and how far up nothing else has a number."""

    page: int
    top: float
    end: float
    left: float
    right: float
    before: float = 0.0

    def holds(self, word: Word) -> bool:
        """Tell whether a word stands there."""
        across = self.left <= word.left + SLACK and word.right - SLACK <= self.right
        return word.page == self.page and across and self.top <= word.middle < self.end


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF as it was read, and the layout that it was to have."""

    sheets: tuple[Sheet, ...]
    layout: Layout
    path: Path

    def within(self, area: Area) -> list[Word]:
        """Give the words of an area."""
        return [word for word in self.sheets[area.page].words if area.holds(word)]


def read(path: Path, layout: Layout) -> Print:
    """Read a PDF of a page."""
    with pdfplumber.open(path) as pdf:
        sheets = tuple(_sheet(n, page) for n, page in enumerate(pdf.pages))
    return Print(sheets, layout, path)


def _sheet(number: int, page: Any) -> Sheet:
    found = page.extract_words(extra_attrs=["size"], x_tolerance=1.5, y_tolerance=1)
    words = tuple(
        Word(w["text"], number, w["x0"], w["x1"], w["top"], w["bottom"], w["size"])
        for w in found
        if w["size"] > _HIDDEN
    )
    shapes = (*page.rects, *page.lines, *page.curves)
    drawn = tuple((s["x0"], s["x1"], s["top"], s["bottom"]) for s in shapes)
    return Sheet(float(page.width), float(page.height), words, drawn)


def type_size(layout: Layout) -> float:
    """Give the size of type of a layout in points."""
    return 18 if layout.large else 12 if layout.easy else 11


def areas(made: Print, paper: Paper) -> tuple[dict[int, Area], list[str]]:
    """Find where each number of a paper stands, and say what is wrong with the numbers."""
    columns, width = made.layout.columns, made.sheets[0].width
    side = MARGINS[0] * MM
    middle = width / 2 if columns > 1 else width
    found: list[tuple[int, int, Word]] = []
    for word in (word for sheet in made.sheets for word in sheet.words):
        column = int(word.left >= middle)
        edge = (
            (middle if column else side) + (type_size(made.layout) if column else 0) + 2
        )
        if re.fullmatch(r"\d+\.", word.text) and word.left <= edge:
            found.append((word.page, column, word))
    found.sort(key=lambda each: (each[0], each[1], each[2].top))
    wanted = [n for task in paper.tasks for n in task.numbers if task.type != "table"]
    numbers = [int(word.text[:-1]) for _, _, word in found]
    made_areas = {}
    for place, (page, column, word) in enumerate(found):
        end = made.sheets[page].foot
        if place + 1 < len(found) and found[place + 1][:2] == (page, column):
            end = found[place + 1][2].top - 2
        left, right = (middle, width) if column else (0.0, middle)
        headings = [
            head.top
            for head in made.sheets[page].words
            if head.size > _HEADING * type_size(made.layout)
            and word.bottom < head.top < end
            and left <= head.left < right
        ]
        end = min((end, *headings))
        before = 0.0
        if place and found[place - 1][:2] == (page, column):
            before = found[place - 1][2].bottom
        area = Area(page, word.top - 2, end, left, right, before)
        made_areas[int(word.text[:-1])] = area
    wrong = [] if numbers == wanted else [f"the numbers are {numbers}, not {wanted}"]
    return made_areas, wrong
