"""A form as a blueprint wants it, or what is missing for that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.errors import Problems, choose
from quiz.exam import choosing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.exam.blueprints import Blueprint, Part
    from quiz.exam.choosing import Chosen
    from quiz.keys import Answer
    from quiz.model import Item
    from quiz.papers import Section


def fill(
    items: Sequence[Item],
    blueprint: Blueprint,
    seed: int,
    right: Callable[[Item, Answer], bool],
) -> tuple[Section, ...]:
    """Choose the sections of a form from items of its decks; those with no task are left out.

    What an elastic part lacks is taken by other elastic parts. `right` tells whether an answer
    is right for an item, if only in part. Raises QuizError, at the part of the blueprint,
    if a name in it is unknown or there are too few items.
    """
    problems = Problems()
    for part in blueprint.parts:
        _known(part, items, problems)
    problems.check()
    parts = blueprint.parts
    while True:
        chosen = choosing.choose(items, parts, seed, right)
        others = _shifted(parts, chosen)
        if others is None:
            break
        parts = others
    _enough(blueprint, parts, chosen, items, seed, problems)
    problems.check()
    return tuple(section for section in chosen.sections if section.tasks)


def _known(part: Part, items: Iterable[Item], problems: Problems) -> None:
    known = {
        "topic": (part.topics, {item.topic for item in items} - {""}),
        "tag": (part.tags, {above for item in items for above in _above(item)}),
        "kind": (part.kinds, {item.kind for item in items}),
        "deck": (part.decks, {item.deck for item in items}),
    }
    for what, (wanted, there) in known.items():
        for name in wanted:
            if name not in there:
                told = f"no item of the decks asked for has the {what} '{name}'"
                at = dict(part.where).get(name, part.at)
                problems.add(at, f"unknown-{what}", told, choose(name, there))


def _above(item: Item) -> Iterable[str]:
    """Give an item's tags and those they stand under."""
    for tag in item.tags:
        steps = tag.split("::")
        yield from ("::".join(steps[: n + 1]) for n in range(len(steps)))


def _shifted(parts: Sequence[Part], chosen: Chosen) -> tuple[Part, ...] | None:
    """Let elastic parts be as large as they can, and others take what they lack.

    Gives None if none lacks anything. A part that is made smaller is drawn anew even if no other
    can take the rest: its statements are to be balanced among as many as there are.
    """
    lacking = {n: chosen.lacking[n] for n, part in enumerate(parts) if part.elastic}
    takers = [n for n, lack in lacking.items() if not lack and not parts[n].full]
    total = sum(lacking.values())
    if not total:
        return None
    rest = list(parts)
    for n, lack in lacking.items():
        if lack:
            rest[n] = replace(parts[n], count=parts[n].count - lack, full=True)
    for place, n in enumerate(takers):
        each, more = divmod(total, len(takers))
        rest[n] = replace(parts[n], count=parts[n].count + each + (place < more))
    return tuple(rest)


def _enough(
    blueprint: Blueprint,
    parts: Sequence[Part],
    chosen: Chosen,
    items: Sequence[Item],
    seed: int,
    problems: Problems,
) -> None:
    """Report each part that is not full, and elastic parts that are too few together."""
    elastic = [part for part in parts if part.elastic]
    found = sum(
        part.count - lack
        for part, lack in zip(parts, chosen.lacking, strict=True)
        if part.elastic
    )
    for part, lack, there in zip(parts, chosen.lacking, chosen.available, strict=True):
        if lack and not part.elastic:
            told = _too_few(_named(part), part.count, part.count - lack, there, seed)
            problems.add(part.at, "too-few", *told)
    if elastic and found < blueprint.number:
        named = " or ".join(part.type for part in elastic)
        there = sum(
            any(choosing.fits(item, part) for part in elastic) for item in items
        )
        told = _too_few(named, blueprint.number, found, there, seed)
        problems.add(elastic[0].at, "too-few", *told)


def _too_few(
    named: str, wanted: int, found: int, there: int, seed: int
) -> tuple[str, str]:
    asked = f"asked for {wanted} {named}, "
    fix = f"ask for {found} with --seed {seed}, or for more topics, types or decks"
    if not found:
        fix = "ask for another type, or for more topics or decks"
    if there <= found:
        return f"{asked}the decks have {there}", fix
    what = f"{asked}and of the {there} that fit {found} can stand on one paper"
    return what, f"{fix}; the others ask the same, or tell each other's answers"


def _named(part: Part) -> str:
    """Say what a part takes: 'mc of topic Rights, hard'."""
    words = [part.type]
    for what, names in (
        ("topic", part.topics),
        ("tag", part.tags),
        ("kind", part.kinds),
        ("deck", part.decks),
        ("difficulty", part.levels),
    ):
        if names:
            words.append(f"of {what} {' or '.join(names)}")
    return " ".join(words)
