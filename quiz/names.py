"""Names YAML becomes Names: how facts write persons, places, bodies and the rest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.errors import Problems
from quiz.fields import NAME_TYPES, read_date
from quiz.model import Name
from quiz.reader import Mapping, Node, Scalar
from quiz.shape import (
    choice,
    fail,
    items,
    known_keys,
    read_text,
    required,
    scalar,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = (
    *("short", "aliases", "article", "sort", "within", "at"),
    *("born", "when", "languages", "codes"),
)


def read_names(root: Mapping) -> tuple[Name, ...]:
    """Read a names file: `type` and `names`. Raises QuizError with every problem."""
    problems = Problems()
    known_keys(root, ("type", "names"), "a names file", problems)
    kind = problems.attempt(_type, root)
    listed = problems.attempt(required, root, "names", "a names file")
    made = []
    if listed is not None and not isinstance(listed, Mapping):
        fix = "write them as 'Joe Biden: {short: Biden}', one a line"
        problems.add(listed.at, "wrong-type", "'names' is not a mapping of names", fix)
    elif listed and kind:
        made = [problems.attempt(_name, key, node, kind) for key, node in listed]
    problems.check()
    return tuple(name for name in made if name)


def _type(root: Mapping) -> str:
    return choice(required(root, "type", "a names file"), NAME_TYPES, "type")


def _words(node: Node | None) -> tuple[str, ...]:
    return tuple(scalar(item, "some words") for item in items(node))


def _word(node: Node | None) -> str:
    return scalar(node, "some words") if node else ""


def _name(key: Scalar, node: Node, kind: str) -> Name:
    text = scalar(key, "the name")
    if isinstance(node, Scalar) and not node.text:
        return Name(text, kind, at=key.at)
    if not isinstance(node, Mapping):
        fix = "write it like 'Joe Biden: {short: Biden}'"
        fail(node.at, "wrong-type", "a name is a mapping", fix)
    problems = Problems()
    known_keys(node, _KEYS, "a name", problems)
    problems.check()
    languages = node.get("languages")
    since = node.get("born") or node.get("when")
    return Name(
        text,
        kind,
        _word(node.get("short")),
        _words(node.get("aliases")),
        _word(node.get("article")),
        _words(node.get("sort")),
        _words(node.get("within")),
        read_date(since) if since else None,
        _point(node.get("at")),
        read_text(languages, "en").languages if languages else {},
        codes=_words(node.get("codes")),
        at=key.at,
    )


def _point(node: Node | None) -> tuple[float, float] | None:
    if node is None:
        return None
    ends = items(node)
    if len(ends) != 2:  # noqa: PLR2004
        fix = "write it like [-8.4, 115.2]"
        fail(node.at, "bad-number", "a place is at a latitude and a longitude", fix)
    return (_degrees(ends[0], 90), _degrees(ends[1], 180))


def _degrees(node: Node, limit: int) -> float:
    text = scalar(node, "degrees")
    if not re.fullmatch(r"-?\d{1,3}(\.\d+)?", text) or abs(float(text)) > limit:
        what = f"'{text}' is not a number of degrees from -{limit} to {limit}"
        fail(node.at, "bad-number", what, "write latitude, then longitude")
    return float(text)


def completed(names: Iterable[Name]) -> tuple[Name, ...]:
    """Give names with all that contains them, and short forms only where they are clear.

    What contains a container contains the name. A short form that two names of a type
    share stays right as an answer, but no question may use it.
    """
    listed = tuple(names)
    within: dict[str, tuple[str, ...]] = {}
    for name in listed:  # one text may be names of several types
        key = name.text.casefold()
        within[key] = (*within.get(key, ()), *name.within)
    shared = Counter((name.type, name.short.casefold()) for name in listed)
    made = []
    for name in listed:
        clear = not name.short or shared[name.type, name.short.casefold()] == 1
        made.append(
            replace(
                name,
                within=_containers(name, within),
                short=name.short if clear else "",
                aliases=name.aliases if clear else (*name.aliases, name.short),
            )
            if name.within or not clear
            else name
        )
    return tuple(made)


def _containers(name: Name, within: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = list(name.within)
    while waiting:
        place = waiting.pop(0)
        if place not in found:
            found[place] = None
            waiting += within.get(place.casefold(), ())
    return tuple(found)
