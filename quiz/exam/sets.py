"""Several items as one task: matching, putting in order by time, and a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from quiz.exam.frames import beginning, frame
from quiz.exam.tasks import can, single
from quiz.likeness import in_order, overlap
from quiz.papers import FEWEST, Row, Task
from quiz.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from quiz.exam.cues import Company
    from quiz.keys import Answer
    from quiz.model import Item

SPARE = 2  # choices that belong to no row, if there are so many; one at least
EVENTS = 4  # what is put in order by time
_TIMES = ("date", "year")
_WHOLE = re.compile(r"\d+")
_FIGURE = re.compile(r"[\d.,]+")
_LIKE = 3  # words with which like questions begin


@dataclass(frozen=True, slots=True)
class Size:
    """How many numbered questions a set has: the fewest, the most, and what is best."""

    fewest: int
    most: int
    aim: int


ROWS = Size(FEWEST["match"], 8, 6)  # of a matching set: what one looks over at a glance
CELLS = Size(FEWEST["table"], 12, 8)  # of a table


@dataclass(frozen=True, slots=True)
class Pool:
    """Items that sets are made of, the better ones first; what else is right; who is there.

    `right` tells whether an answer is right for an item, if only in part.
    """

    items: tuple[Item, ...]
    right: Callable[[Item, Answer], bool]
    company: Company
    drawn: Random


def matching(pool: Pool, rows: int) -> Task | None:
    """Make a set of so many rows with one spare choice or more, or None if there is none."""
    for group in _groups(pool, "match"):
        chosen = list(islice(_together(pool, group), rows))
        if len(chosen) < rows or not _is_one_question(chosen):
            continue
        spare = list(islice(_spare(pool, chosen, group), SPARE))
        if not spare:
            continue
        answers = [*(item.key.answers[0] for item in chosen), *spare]
        ordered = in_order(answers)
        bank = sorted(answers, key=lambda each: each.span or ()) if ordered else answers
        shared = frame([item.stem for item in chosen])
        made = tuple(
            Row(item, 0, text, bank.index(item.key.answers[0]))
            for item, text in zip(chosen, shared.parts, strict=True)
        )
        options = tuple(answer.text for answer in bank)
        return Task("match", shared.words, made, 1, options, ordered)
    return None


def chronology(pool: Pool) -> Task | None:
    """Make a list of events to be put in the order of their time, or None if there is none."""
    for group in _groups(pool, "match"):
        dated = [item for item in group if is_dated(item)]
        chosen = list(islice(_together(pool, dated), EVENTS))
        chosen.sort(key=lambda item: item.key.answers[0].span or ())
        if len(chosen) == EVENTS and not _is_told([item.stem for item in chosen]):
            shared = frame([item.stem for item in chosen])
            parts = zip(chosen, shared.parts, strict=True)
            made = (
                Row(item, 0, text, place) for place, (item, text) in enumerate(parts)
            )
            words = wording(chosen[0].language)["by-time"]
            return Task("order", f"{words} {shared.words}".strip(), tuple(made), EVENTS)
    return None


def _is_told(stems: Sequence[str]) -> bool:
    """Tell whether figures in the stems stand in the order that is asked for."""
    figures = [list(map(int, _WHOLE.findall(stem))) for stem in stems]
    return all(figures) and figures == sorted(figures)


def is_dated(item: Item) -> bool:
    """Tell whether its answer is a time, by which it can be put in order."""
    answer = item.key.answers[0]
    return answer.type in _TIMES and answer.span is not None


def table(pool: Pool, cells: int) -> Task | None:
    """Make a table of so many cells to fill in, of two columns, or None if there is none.

    Its rows are what two questions of a kind are asked about. The last row may have one cell.
    """
    groups = [group for group in _groups(pool, "table") if len(group) > 1]
    for one, other in combinations(groups, 2):
        if one[0].kind != other[0].kind:
            continue
        heads = [frame([item.stem for item in group]) for group in (one, other)]
        if not all(head.words for head in heads):
            continue
        columns = [
            dict(zip(head.parts, group, strict=True))
            for head, group in zip(heads, (one, other), strict=True)
        ]
        rows = _filled(pool, columns, cells)
        if rows:
            return Task("table", "", rows, 1, heads=tuple(head.words for head in heads))
    return None


def _filled(
    pool: Pool, columns: Sequence[dict[str, Item]], cells: int
) -> tuple[Row, ...]:
    rows: list[Row] = []
    company = pool.company.copy()
    for text in columns[0]:
        if text not in columns[1]:
            continue
        wanted = min(len(columns), cells - len(rows))
        cell = [column[text] for column in columns][:wanted]
        made = Task(
            "table", "", tuple(Row(i, 0, text, column=n) for n, i in enumerate(cell))
        )
        if not company.bars(made):
            company.add(made)
            rows += made.rows
        if len(rows) == cells:
            return tuple(rows)
    return ()


def _groups(pool: Pool, form: str) -> list[list[Item]]:
    """Give the items that can stand in one set, in any order.

    They are of one kind and question, and so are their answers: of one type, and numbers of
    one thing, since else the form of an answer tells where it belongs (Haladyna and others
    2002, "A review of multiple-choice item-writing guidelines": homogeneous choices).
    """
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in pool.items:
        if can(item, form):
            answer = item.key.answers[0]
            unit = _FIGURE.sub("", answer.text) if answer.type == "number" else ""
            key = item.kind, item.question, item.language, answer.type, unit
            groups.setdefault(key, []).append(item)
    found = list(groups.values())
    pool.drawn.shuffle(found)
    return found


def _is_one_question(items: Sequence[Item]) -> bool:
    """Tell whether items ask the same of several things: if by words only, in like words."""
    if any(item.key.answers[0].type != "text" for item in items):
        return True
    return beginning([item.stem for item in items]) >= _LIKE


def _together(pool: Pool, group: Iterable[Item]) -> Iterator[Item]:
    """Give items of which none tells another's answer, or has an answer right for another."""
    company = pool.company.copy()
    chosen: list[Item] = []
    for item in group:
        task = single(item, "open", pool.drawn)
        if not company.bars(task) and all(
            _apart(pool, item, other) for other in chosen
        ):
            company.add(task)
            chosen.append(item)
            yield item


def _apart(pool: Pool, one: Item, other: Item) -> bool:
    ours, theirs = one.key.answers[0], other.key.answers[0]
    return not (
        overlap(ours, theirs) or pool.right(one, theirs) or pool.right(other, ours)
    )


def _spare(pool: Pool, chosen: list[Item], group: list[Item]) -> Iterator[Answer]:
    """Give choices that are right for no row, those first which answer a like question."""
    taken = [item.key.answers[0] for item in chosen]
    others = [item.key.answers[0] for item in group]
    wrong = [answer for item in chosen for answer in item.distractors]
    alike = len({answer.type for answer in taken}) == 1
    for answer in (*others, *wrong):
        if alike and answer.type != taken[0].type:
            continue
        barred = any(overlap(answer, other) for other in taken)
        if not barred and not any(pool.right(item, answer) for item in chosen):
            taken.append(answer)
            yield answer
