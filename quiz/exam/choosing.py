"""Items become the tasks of a form: as a blueprint wants, and none that gives another away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.chance import chance
from quiz.difficulty import difficulty
from quiz.exam import sets
from quiz.exam.cues import Company, common, told
from quiz.exam.sets import Pool
from quiz.exam.tasks import can, single, truths
from quiz.papers import FALSE, TRUE, Section, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from quiz.exam.blueprints import Part
    from quiz.keys import Answer
    from quiz.model import Item

# How often tasks are drawn anew, in the hope that all that is wanted can stand together; then
# those go first that tell and are told the least; and then it is less strict what tells.
_DRAWS = 6
_LAST = ((True, True), (False, False), (False, False), (False, True))
# The order in which parts are filled: what needs most of its items goes first.
_FIRST = ("table", "match", "order", "tf", "cloze", "mc", "open")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sections of a form, one a part, in order; and how many each part lacks.

    `available` says how many items each part could have taken, had they been alone.
    """

    sections: tuple[Section, ...]
    lacking: tuple[int, ...]
    available: tuple[int, ...]


def choose(
    items: Sequence[Item],
    parts: Sequence[Part],
    seed: int,
    right: Callable[[Item, Answer], bool],
) -> Chosen:
    """Choose tasks for each part; those of the draw that lacks least.

    `right` tells whether an answer is right for an item, if only in part.
    """
    fitting = [[item for item in items if fits(item, part)] for part in parts]
    every = {item.id: item for each in fitting for item in each}.values()
    usual = common(every)
    counts: dict[str, int] = {}
    best: tuple[int, list[Section]] | None = None
    draws = [(True, False)] * _DRAWS + [*_LAST]
    for attempt, (strict, sparse) in enumerate(draws):
        if sparse and not counts:
            counts = told(every)
        crowded = counts if sparse else {}
        company = Company(strict=strict, common=usual)
        sections = _drawn(fitting, parts, (seed, attempt), right, crowded, company)
        lack = sum(_lacks(*pair) for pair in zip(parts, sections, strict=True))
        if best is None or lack < best[0]:
            best = lack, sections
        if not lack:
            break
    found = best[1] if best else []
    return Chosen(
        tuple(found),
        tuple(_lacks(*pair) for pair in zip(parts, found, strict=True)),
        tuple(map(len, fitting)),
    )


def fits(item: Item, part: Part) -> bool:
    """Tell whether a part may take an item."""
    return (
        (can(item, part.type) or (part.type == "order" and _is_event(item)))
        and (not part.topics or item.topic in part.topics)
        and (not part.tags or any(_tagged(item, tag) for tag in part.tags))
        and (not part.kinds or item.kind in part.kinds)
        and (not part.decks or item.deck in part.decks)
        and (not part.levels or difficulty(item) in part.levels)
    )


def _is_event(item: Item) -> bool:
    return can(item, "match") and sets.is_dated(item)


def _tagged(item: Item, tag: str) -> bool:
    return any(tag == own or own.startswith(f"{tag}::") for own in item.tags)


def _lacks(part: Part, section: Section) -> int:
    return part.count - sum(task.places for task in section.tasks)


def _drawn(
    fitting: Sequence[Sequence[Item]],
    parts: Sequence[Part],
    seed: tuple[int, int],
    right: Callable[[Item, Answer], bool],
    crowded: dict[str, int],
    company: Company,
) -> list[Section]:
    made: dict[int, list[Task]] = {n: [] for n in range(len(parts))}
    places = sorted(range(len(parts)), key=lambda n: _FIRST.index(parts[n].type))
    drawing: dict[int, Iterator[Task]] = {}
    for place in places:
        part = parts[place]
        name = (*seed, place)
        ranked = sorted(
            fitting[place],
            key=lambda item: (crowded.get(item.id, 0), _rank(item, *name)),
        )
        drawn = chance(*name, part.type)
        pool = Pool(tuple(ranked), right, company, drawn)
        if part.type in _SETS:
            made[place] += _set_tasks(part, pool)
        elif part.elastic:
            drawing[place] = _tasks(part, pool)
        else:
            made[place] += _tasks(part, pool)
    while drawing:  # by turns, so that what is scarce is shared
        for place, tasks in list(drawing.items()):
            task = next(tasks, None)
            if task:
                made[place].append(task)
            else:
                del drawing[place]
    return [
        Section(part.type, tuple(made[n]), part.title, part.instructions)
        for n, part in enumerate(parts)
    ]


def _rank(item: Item, *name: object) -> float:
    return chance(*name, item.origin or item.id).random()


def _tasks(part: Part, pool: Pool) -> Iterator[Task]:
    """Draw tasks of one item each: first of facts that are not yet asked, then of any."""
    left = part.count
    truth = _truths(part.count, pool.drawn)
    either = sum(part.type == "tf" and _can_be_false(item) for item in pool.items)
    held: list[Item] = []
    for item in _twice(pool.items, pool.company, held):
        if not left:
            return
        task = _task(item, part, pool.drawn, truth, either)
        either -= _can_be_false(item)
        if task and not pool.company.bars(task):
            pool.company.add(task)
            left -= 1
            if part.type == "tf":
                truth[task.rows[0].right or TRUE] -= 1
            yield task


def _twice(items: Iterable[Item], company: Company, held: list[Item]) -> Iterator[Item]:
    for item in items:
        if company.knows(item):
            held.append(item)
        else:
            yield item
    yield from held


def _truths(number: int, drawn: Random) -> dict[int, int]:
    """Share statements evenly between true and false; chance has the odd one."""
    half, odd = divmod(number, 2)
    more = odd * drawn.choice((TRUE, FALSE))
    return {TRUE: half + odd - more, FALSE: half + more}


def _can_be_false(item: Item) -> bool:
    return FALSE in truths(item)


def _task(
    item: Item, part: Part, drawn: Random, left: dict[int, int], either: int
) -> Task | None:
    """Make a task; a statement is true or false as is `left`, of so many that can be either.

    If those are no more than are to be false, it is false.
    """
    if part.type != "tf":
        return single(item, part.type, drawn, points=part.points)
    open_to = [truth for truth in truths(item) if left[truth]]
    if FALSE in open_to and left[FALSE] >= either:
        open_to = [FALSE]
    if not open_to:
        return None
    truth = drawn.choices(open_to, [left[truth] for truth in open_to])[0]
    return single(item, "tf", drawn, truth=truth, points=part.points)


def _set_tasks(part: Part, pool: Pool) -> Iterator[Task]:
    make = _SETS[part.type]
    left = part.count
    while left:
        task = make(pool, left)
        if task is None:
            return
        left -= task.places
        pool.company.add(task)
        yield replace(task, points=part.points or task.points)


def _match(pool: Pool, left: int) -> Task | None:
    sizes = _sizes(left, sets.ROWS)
    return next(filter(None, (sets.matching(pool, size) for size in sizes)), None)


def _table(pool: Pool, left: int) -> Task | None:
    sizes = _sizes(left, sets.CELLS)
    return next(filter(None, (sets.table(pool, size) for size in sizes)), None)


def _sizes(left: int, size: sets.Size) -> list[int]:
    """Give the sizes of a set, those first after which what is left is a set again or nothing."""
    possible = range(size.fewest, min(size.most, left) + 1)
    return sorted(
        possible, key=lambda n: (0 < left - n < size.fewest, abs(n - size.aim))
    )


def _order(pool: Pool, left: int) -> Task | None:
    del left
    lists = [item for item in pool.items if can(item, "order")]
    tasks = (single(item, "order", pool.drawn) for item in lists)
    fair = (task for task in tasks if not pool.company.bars(task))
    makers = [lambda: next(fair, None), lambda: sets.chronology(pool)]
    pool.drawn.shuffle(makers)
    return makers[0]() or makers[1]()


_SETS = {"match": _match, "order": _order, "table": _table}
