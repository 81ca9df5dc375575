"""Versions of a form: the same tasks in another order, with their options in another."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, groupby
from typing import TYPE_CHECKING

from quiz.chance import chance
from quiz.likeness import is_above
from quiz.papers import SETS, Row, Section, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from quiz.keys import Answer

LETTERS = "ABCDEFGHIJ"
_TRIES = 20  # to find an order that no version before it has


def versions(
    sections: Sequence[Section], seed: int, letters: str
) -> dict[str, tuple[Section, ...]]:
    """Order the tasks of a form for each version, by its letter, and number them.

    Sections keep their order, and so do options that stand in order: what is drawn for those
    is how many lie before the right one. Which letter is right is left to chance alone, since
    a balance that is kept is a cue (Bar-Hillel and Attali 2002, "Seek whence").
    """
    made: dict[str, tuple[Section, ...]] = {}
    orders: set[tuple[str, ...]] = set()
    for letter in letters:
        for attempt in range(_TRIES):
            drawn = chance(seed, letter, attempt)
            tried = [_shuffled(section, drawn) for section in sections]
            order = tuple(task.rows[0].item.id for each in tried for task in each.tasks)
            if order not in orders:
                break
        orders.add(order)
        numbers = count(1)
        made[letter] = tuple(
            replace(each, tasks=tuple(_numbered(task, numbers) for task in each.tasks))
            for each in tried
        )
    return made


def _shuffled(section: Section, drawn: Random) -> Section:
    tasks = [_mixed(task, drawn) for task in section.tasks]
    drawn.shuffle(tasks)
    return replace(section, tasks=tuple(tasks))


def _mixed(task: Task, drawn: Random) -> Task:
    if task.type == "mc" and task.ordered:
        return _in_line(task, drawn)
    if task.type == "mc":
        return _with_options(task, drawn)
    if task.type == "match":
        rows = tuple(drawn.sample(task.rows, len(task.rows)))
        mixed = replace(task, rows=rows)
        return mixed if task.ordered else _with_options(mixed, drawn)
    if task.type == "order":
        return replace(task, rows=tuple(_out_of_order(task.rows, drawn)))
    if task.type == "table":
        return replace(task, rows=tuple(_table(task.rows, drawn)))
    return task


def _with_options(task: Task, drawn: Random) -> Task:
    places = drawn.sample(range(len(task.options)), len(task.options))
    rows = tuple(replace(row, right=places.index(row.right or 0)) for row in task.rows)
    options = tuple(task.options[place] for place in places)
    return replace(task, rows=rows, options=options)


def _in_line(task: Task, drawn: Random) -> Task:
    """Draw which place the right option has among those that stand in order.

    What lies nearest on either side is taken, as far as there is any.
    """
    (row,) = task.rows
    item = row.item
    right = next(a for a in item.key.answers if a.text == task.options[row.right or 0])
    others = (*item.distractors, *item.beside)
    below = [answer for answer in others if is_above(answer, right)]
    above = [answer for answer in others if is_above(right, answer)]
    wrong = len(item.distractors)
    most, fewest = min(wrong, len(below)), max(0, wrong - len(above))
    place = drawn.randint(fewest, most)
    options = (
        *_nearest(below, right, place),
        right,
        *_nearest(above, right, wrong - place),
    )
    texts = tuple(answer.text for answer in sorted(options, key=_span))
    return replace(
        task, rows=(replace(row, right=texts.index(right.text)),), options=texts
    )


def _nearest(answers: list[Answer], right: Answer, number: int) -> list[Answer]:
    start, end = _span(right)
    return sorted(
        answers, key=lambda each: abs(_span(each)[0] + _span(each)[1] - start - end)
    )[:number]


def _span(answer: Answer) -> tuple[float, float]:
    return answer.span or (0.0, 0.0)


def _out_of_order(rows: Sequence[Row], drawn: Random) -> list[Row]:
    """Mix the rows of a list, so that it does not stand in its right order already."""
    mixed = list(rows)
    while mixed == list(rows):
        drawn.shuffle(mixed)
    return mixed


def _table(rows: Sequence[Row], drawn: Random) -> Iterator[Row]:
    """Mix the rows of a table, with one that is not full at its end."""
    lines = [list(line) for _, line in groupby(rows, key=lambda row: row.text)]
    drawn.shuffle(lines)
    for line in sorted(lines, key=len, reverse=True):
        yield from line


def _numbered(task: Task, numbers: Iterable[int]) -> Task:
    """Give each row of a set a number, or all rows of a list the same."""
    counted = iter(numbers)
    number = next(counted)
    rows = []
    for place, row in enumerate(task.rows):
        if place and task.type in SETS:
            number = next(counted)
        rows.append(replace(row, number=number))
    return replace(task, rows=tuple(rows))
