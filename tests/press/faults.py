"""What is wrong with a printed paper, as read back from its PDF: fonts by poppler, all else by place."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

from reading import MARGINS, MM, POINTS, SLACK, Area, areas, type_size

from quiz.fields import BLANK
from quiz.likeness import mentions, normalised
from quiz.press.views import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reading import Print

    from quiz.papers import Paper, Task

_WIDE = 40.0  # pt, of a line to write on
_CELL = 0.35  # pt, by which sizes of type may differ


def problems_of(made: Print, paper: Paper) -> list[str]:
    """Say what is wrong with a printed paper, a sentence each."""
    return [
        *_pages(made, paper),
        *_margins(made),
        *_overlaps(made),
        *_fonts(made.path),
        *_tasks(made, paper),
    ]


def _pages(made: Print, paper: Paper) -> Iterator[str]:
    for n, sheet in enumerate(made.sheets, 1):
        size = POINTS[made.layout.size]
        if max(abs(sheet.width - size[0]), abs(sheet.height - size[1])) > SLACK:
            yield f"page {n} is {sheet.width:.0f} x {sheet.height:.0f}"
        foot = " ".join(w.text for w in sheet.words if w.middle > sheet.foot)
        for text in (f"Page {n} of {len(made.sheets)}", paper.code):
            if text not in foot:
                yield f"page {n} does not say '{text}' at its foot: {foot}"
        if f"Version {paper.version}" not in foot:
            yield f"page {n} does not say its version at its foot: {foot}"
        if all(word.middle > sheet.foot for word in sheet.words):
            yield f"page {n} is empty"
    first = " ".join(word.text for word in made.sheets[0].words)
    if f"/ {paper.total}" not in first:
        yield f"the first page does not say that there are {paper.total} points"


def _margins(made: Print) -> Iterator[str]:
    side, above, below = (mm * MM - SLACK for mm in MARGINS)
    for n, sheet in enumerate(made.sheets, 1):
        boxes = [(w.left, w.right, w.top, w.bottom) for w in sheet.words]
        for left, right, top, bottom in (*boxes, *sheet.drawn):
            # Engines paint the whole sheet white first.
            if right - left >= sheet.width - SLACK:
                continue
            inside = left >= side and right <= sheet.width - side
            if not (inside and top >= above and bottom <= sheet.height - below):
                yield f"page {n} has something in its margin at {left:.0f}, {top:.0f}"


def _overlaps(made: Print) -> Iterator[str]:
    for n, sheet in enumerate(made.sheets, 1):
        words = sorted(sheet.words, key=lambda word: word.top)
        for place, one in enumerate(words):
            for other in words[place + 1 :]:
                down = one.bottom - other.top
                if down <= 0:
                    break
                across = min(one.right, other.right) - max(one.left, other.left)
                # Boxes of lines of letters touch where the letters do not.
                if across > SLACK and down > 0.45 * min(one.size, other.size):
                    yield f"page {n}: '{one.text}' and '{other.text}' overlap"


def _fonts(path: Path) -> Iterator[str]:
    told = subprocess.run(
        ["pdffonts", path], check=True, capture_output=True, encoding="utf-8"
    ).stdout.splitlines()
    column = told[0].index("emb")
    for line in told[2:]:
        if line[column : column + 3] != "yes" or "Type 3" in line:
            yield f"a font is not embedded as one: {line.split()[0]}"


def _tasks(made: Print, paper: Paper) -> Iterator[str]:
    found, wrong = areas(made, paper)
    yield from wrong
    views = [
        (group, view) for group in groups(paper, made.layout) for view in group.tasks
    ]
    for task, (group, view) in zip(paper.tasks, views, strict=True):
        if task.type == "table":
            yield from _table(made, task, found.values())
            continue
        if not all(number in found for number in task.numbers):
            continue
        parts = [found[number] for number in task.numbers]
        area = parts[0]
        top = area.before if task.type == "match" else area.top
        whole = Area(area.page, top, parts[-1].end, area.left, area.right)
        split = len({(part.page, part.left) for part in parts}) > 1
        lacking = [] if split else list(_lacking(made, task, whole))
        # Only in large type can it be longer than a page; then it begins at the head of one.
        head = area.page and not area.before
        if (split or lacking) and head and made.layout.large:
            continue
        if split:
            yield f"the set from number {task.number} is split"
            continue
        yield from lacking
        first = view is group.tasks[0]
        yield from _headed(made, task, area, group.title if first else "")
        drawn = made.sheets[area.page].drawn
        lines = len({round(each[3]) for each in drawn if _is_line(each, whole)})
        if lines < len(view.lines):
            yield f"number {task.number} has {lines} lines to write on"


def _table(made: Print, task: Task, found: Iterable[Area]) -> Iterator[str]:
    """Say what is wrong with a table, whose numbers stand small in its cells."""
    small = 0.8 * type_size(made.layout)
    numbers = {str(number) for number in task.numbers}
    cells = [
        word
        for sheet in made.sheets
        for word in sheet.words
        if word.text in numbers and abs(word.size - small) < _CELL
    ]
    if len(cells) != len(numbers):
        yield f"the table from number {task.number} lacks a number"
        return
    start, pages = cells[0], sorted({word.page for word in cells})
    before = [area for area in found if area.holds(start)]
    long = made.layout.large and start.page and not before
    if len(pages) > 1 and not long:
        yield f"the table from number {task.number} is split"
    joined = "".join(word.text for page in pages for word in made.sheets[page].words)
    for text in (*task.heads, *(row.text for row in task.rows)):
        for word in text.split():
            if word not in joined:
                yield f"the table from number {task.number} lacks '{word}'"


def _lacking(made: Print, task: Task, area: Area) -> Iterator[str]:
    """Say what of a task does not stand in its area."""
    words = made.within(area)
    there = Counter(word.text for word in words)
    joined = "".join(word.text for word in words)
    for text in (*task.stem.split(BLANK), *task.options, *(r.text for r in task.rows)):
        for word, times in Counter(text.split()).items():
            # A word is broken at a hyphen or if it is long; beside a blank it stands against it.
            pieces = re.split(r"(?<=-)", word)
            if there[word] < times and not all(p in joined for p in pieces):
                yield f"number {task.number} lacks '{word}' on page {area.page + 1}"
    points = joined.count(f"[{task.points}]")
    if points < task.places:
        yield f"number {task.number} does not say that it is worth {task.points}"


def _headed(made: Print, task: Task, area: Area, title: str) -> Iterator[str]:
    """Say if the heading of a section does not stand right above its first task."""
    if not title:
        return
    above = Area(area.page, area.before, area.top + 2, area.left, area.right)
    if title.split(maxsplit=1)[0] not in {word.text for word in made.within(above)}:
        yield f"the heading '{title}' does not stand above number {task.number}"


def _is_line(drawn: tuple[float, float, float, float], area: Area) -> bool:
    """Tell whether a line to write on was drawn, be it as the lower edge of a box."""
    left, right, top, bottom = drawn
    wide = right - left > _WIDE and bottom - top < _WIDE
    across = area.left <= left + SLACK and right - SLACK <= area.right
    return wide and across and area.top <= bottom < area.end


def leaks(made: Print, paper: Paper) -> list[str]:
    """Say which answers that are to be written stand by their own question."""
    found, _ = areas(made, paper)
    told = []
    for task in paper.tasks:
        row = task.rows[0]
        if row.right is not None or task.type == "table" or task.number not in found:
            continue
        text = " ".join(word.text for word in made.within(found[task.number]))
        asked = normalised(task.stem.replace(BLANK, " "))
        told += [
            f"number {task.number} shows '{answer.text}'"
            for answer in row.item.key.answers
            if mentions(text, answer.text) and not mentions(asked, answer.text)
        ]
    return told
