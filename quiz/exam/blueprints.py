"""What a paper is to hold: a blueprint, read from a YAML file or made from the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.difficulty import LEVELS
from quiz.errors import COMMAND, Location, Problem, Problems, QuizError
from quiz.papers import FEWEST, TYPES
from quiz.reader import Mapping, Node, Scalar, Sequence
from quiz.shape import (
    choice,
    count,
    fail,
    items,
    known_keys,
    read_slug,
    required,
    scalar,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence as Several

_KEYS = ("blueprint", "title", "class", "date", "instructions", "sections")
_SECTION = (
    *("type", "count", "topic", "tag", "kind", "deck", "difficulty"),
    *("points", "title", "instructions"),
)
MOST = 999  # questions in a section
_WORK = {"order": 4}  # a list takes a pupil as long as so many questions
_EXAMPLE = "{type: mc, count: 10}"


@dataclass(frozen=True, slots=True)
class Part:
    """A section that is wanted: so many numbered questions of a type, of certain items.

    Each of `topics`, `tags`, `kinds`, `decks` and `levels` (of difficulty) names what may be
    taken; if it is empty, anything may. `points` are for each question, None by its type.
    If it is `elastic`, it may have fewer questions than `count`, and is `full` if it has all
    there are. `where` says where each name stands.
    """

    type: str
    count: int
    at: Location = COMMAND
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    points: int | None = None
    title: str = ""
    instructions: str = ""
    elastic: bool = False
    full: bool = False
    where: tuple[tuple[str, Location], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """The parts of a paper, and the texts at its head.

    Its elastic parts together have `number` questions at least.
    """

    parts: tuple[Part, ...]
    title: str = ""
    group: str = ""
    day: str = ""
    instructions: str = ""
    name: str = ""
    number: int = 1


def read_blueprint(root: Mapping) -> Blueprint:
    """Read a blueprint; raises QuizError with every problem in it."""
    problems = Problems()
    known_keys(root, _KEYS, "a blueprint", problems)
    title, group, day, instructions = (
        _words(root, key, problems)
        for key in ("title", "class", "date", "instructions")
    )
    name = problems.attempt(
        lambda: read_slug(required(root, "blueprint", "a blueprint"), "a blueprint")
    )
    sections = problems.attempt(_sections, root) or ()
    parts = [problems.attempt(_part, each) for each in sections]
    problems.check()
    made = tuple(part for part in parts if part)
    return Blueprint(made, title, group, day, instructions, name or "")


def _sections(root: Mapping) -> tuple[Node, ...]:
    node = required(root, "sections", "a blueprint")
    if not (isinstance(node, Sequence) and node.items):
        what = "'sections' is not a list of what the paper is to hold"
        fail(node.at, "wrong-type", what, f"write each as '- {_EXAMPLE}'")
    return node.items


def _part(node: Node) -> Part:
    if not isinstance(node, Mapping):
        fail(node.at, "wrong-type", "a section is a mapping", f"write it as {_EXAMPLE}")
    problems = Problems()
    known_keys(node, _SECTION, "a section", problems)
    form = problems.attempt(
        lambda: choice(required(node, "type", "a section"), TYPES, "type")
    )
    number = problems.attempt(_number, node, form)
    levels = _each(
        node, "difficulty", problems, lambda n: choice(n, LEVELS, "difficulty")
    )
    topics, tags, kinds, decks = (
        _each(node, key, problems, lambda n: scalar(n, "a name"))
        for key in ("topic", "tag", "kind", "deck")
    )
    where = tuple(
        (each.text, each.at)
        for key in ("topic", "tag", "kind", "deck")
        for each in items(node.get(key))
        if isinstance(each, Scalar)
    )
    points = node.get("points")
    worth = problems.attempt(count, points) if points else None
    title, instructions = (
        _words(node, key, problems) for key in ("title", "instructions")
    )
    problems.check()
    return Part(
        form or "",
        number or 0,
        node.at,
        topics,
        tags,
        kinds,
        decks,
        levels,
        worth,
        title,
        instructions,
        where=where,
    )


def _number(node: Mapping, form: str | None) -> int:
    wanted = required(node, "count", "a section")
    number = count(wanted, MOST)
    fewest = FEWEST.get(form or "", 1)
    if number < fewest:
        what = f"a section of type '{form}' has {fewest} questions or more"
        fix = f"write {fewest} or more, or choose another type"
        fail(wanted.at, "too-few-rows", what, fix)
    return number


def _words(node: Mapping, key: str, problems: Problems) -> str:
    value = node.get(key)
    return (problems.attempt(scalar, value, "some words") or "") if value else ""


def _each(
    node: Mapping, key: str, problems: Problems, read: Callable[[Node], str]
) -> tuple[str, ...]:
    found = (problems.attempt(read, item) for item in items(node.get(key)))
    return tuple(text for text in found if text)


def shared(number: int, types: Several[str], *, strict: bool = True) -> Blueprint:
    """Share so many questions among types, evenly, in the order of a paper's sections.

    A type of which there are too few leaves the rest to the others; if it is not `strict`,
    there may be fewer in all. Raises QuizError if the number is too small for the types.
    """
    chosen = [name for name in TYPES if name in types]
    counts = {name: FEWEST.get(name, 1) for name in chosen}
    fewest = sum(counts.values())
    if number < fewest:
        what = f"{number} questions are too few for the types {', '.join(chosen)}"
        fix = f"ask for {fewest} or more, or for fewer types"
        raise QuizError(Problem(COMMAND, "too-few-rows", what, fix))
    for _ in range(number - fewest):
        counts[min(chosen, key=lambda name: counts[name] * _WORK.get(name, 1))] += 1
    parts = tuple(Part(name, counts[name], elastic=True) for name in chosen)
    return Blueprint(parts, number=number if strict else 1)
