"""Which number each question has in each version, so that versions can be compared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.papers import SETS, Row, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.papers import Paper


@dataclass(frozen=True, slots=True)
class Numbered:
    """What has a number on a paper and is marked on its own: a task, or a row of a set."""

    number: int
    task: Task
    row: Row

    @property
    def asked(self) -> str:
        """The question, in a set that of the row's item."""
        return self.row.item.stem if self.task.type in SETS else self.task.stem


def numbered(paper: Paper) -> Iterator[Numbered]:
    """Give all that has a number on a paper, in order."""
    for task in paper.tasks:
        first = {row.number: row for row in reversed(task.rows)}
        yield from (Numbered(number, task, first[number]) for number in task.numbers)


def walk(papers: Sequence[Paper]) -> list[tuple[Numbered | None, ...]]:
    """Find each question of the first version in every version; None where it is not."""
    found = [_named(paper) for paper in papers]
    return [tuple(each.get(name) for each in found) for name in found[0]]


def _named(paper: Paper) -> dict[tuple[str, str, int], Numbered]:
    """Name what has a number by its item and how it is asked, and how often that was before."""
    seen: Counter[tuple[str, str]] = Counter()
    made = {}
    for each in numbered(paper):
        name = each.row.item.id, each.task.type
        made[*name, seen[name]] = each
        seen[name] += 1
    return made
