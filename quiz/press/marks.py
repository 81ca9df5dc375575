"""A table to enter marks in, pupils by questions: to print, and for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.papers import Layout
from quiz.press.page import frame
from quiz.press.walk import walk
from quiz.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.papers import Paper
    from quiz.press.looks import Look
    from quiz.press.walk import Numbered

ROWS = 32  # a class
# In mm, of a sheet on its long side: width and height less margins, headings and foot; what
# stands beside the marks; a mark; a row of numbers; and a row to write in, at least and most.
_ROOM = {"letter": (255.4, 168.0), "a4": (273.0, 162.0)}
_BESIDE, _MARK, _HEAD = 80.0, 7.0, 4.6
_ROW = (4.4, 7.0)
# What a spreadsheet takes for a formula, or for the end of a cell that hides one
# (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Column:
    """A question: its number in each version, empty where it has none, and its points."""

    numbers: tuple[str, ...]
    points: int


def marks(
    papers: Sequence[Paper],
    layout: Layout,
    look: Look,
    names: Sequence[str] = (),
    rows: int = ROWS,
) -> str:
    """Give the table on sheets on their long side: a row for each name, and up to `rows`.

    Questions stand in the order of the first version, on as many sheets as they need.
    """
    first = papers[0]
    columns = _columns(papers)
    return look.render(
        "marks.html",
        **frame(first.language, Layout(layout.size)),
        head=first.head,
        version=", ".join(paper.version for paper in papers),
        versions=[paper.version for paper in papers],
        sheets=_sheets(columns, layout.size),
        total=sum(column.points for column in columns),
        height=_height(len(papers), max(rows, len(names)), layout.size),
        names=[*names, *[""] * (rows - len(names))],
    )


def marks_csv(
    papers: Sequence[Paper], names: Sequence[str] = (), rows: int = ROWS
) -> str:
    """Give the table as CSV (RFC 4180): a line of headings such as `A1 B7 C4`, one of points.

    It has no formula, and nothing that a spreadsheet would take for one. Excel knows its
    signs if it is written as UTF-8 with a byte order mark.
    """
    words = wording(papers[0].language)
    columns = _columns(papers)
    heads = [_heading(papers, column) for column in columns]
    worth = [column.points for column in columns]
    blank = [""] * (len(columns) + 2)
    pupils = [*map(_plain, names), *[""] * (rows - len(names))]
    table: list[Sequence[str | int]] = [
        [words["name"], words["version"], *heads, words["total"]],
        [words["points"].capitalize(), "", *worth, sum(worth)],
        *([pupil, *blank] for pupil in pupils),
    ]
    text = io.StringIO()
    csv.writer(text).writerows(table)
    return text.getvalue()


def _columns(papers: Sequence[Paper]) -> list[Column]:
    return [_column(row) for row in walk(papers)]


def _column(row: tuple[Numbered | None, ...]) -> Column:
    numbers = tuple(str(each.number) if each else "" for each in row)
    return Column(numbers, max(each.task.points for each in row if each))


def _heading(papers: Sequence[Paper], column: Column) -> str:
    pairs = zip(papers, column.numbers, strict=True)
    return " ".join(f"{paper.version}{number}" for paper, number in pairs if number)


def _sheets(columns: list[Column], size: str) -> list[list[Column]]:
    """Share columns out evenly on as few sheets as they fit on."""
    most = int((_ROOM[size][0] - _BESIDE) / _MARK)
    count = -(-len(columns) // most)
    each = -(-len(columns) // count)
    return [columns[n : n + each] for n in range(0, len(columns), each)]


def _height(versions: int, rows: int, size: str) -> float:
    """Let rows be as high as they all fit a page, if they do at all."""
    room = _ROOM[size][1] - (versions + 1) * _HEAD
    return round(min(max(room / max(rows, 1), _ROW[0]), _ROW[1]), 2)


def _plain(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
