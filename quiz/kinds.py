"""Kind YAML becomes Kinds: which fields a fact has, and which questions it turns into."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz import language
from quiz.errors import Location, Problems
from quiz.fields import NAME_TYPES, TYPES, Spec
from quiz.questions import WORDS, Question, read_question, variable
from quiz.reader import Mapping, Node, Scalar
from quiz.shape import (
    choice,
    count,
    fail,
    flag,
    items,
    known_keys,
    read_slug,
    required,
    scalar,
)

RESERVED = (
    *("id", "kind", "source", "topic", "tags", "note", "checked", "formerly"),
    *("need", "retired", "columns", "rows", "hint"),
)
_KEYS = ("kind", "about", "recheck", "when", "fields", "questions")
_FIELD_KEYS = ("type", "optional", "min", "unit", "of", "ordered")
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
# Which types each further key of a field makes sense for.
_MEANT_FOR = {
    "min": ("list", "people"),
    "unit": ("number", "ordinal", "list"),
    "of": ("name", "list"),
    "ordered": ("list",),
}
# Types that can be a fact's time.
_TIMES = ("date", "year", "interval")


@dataclass(frozen=True, slots=True)
class Kind:
    """A fact's type: its fields by name, its questions, and how long `checked` holds (days).

    `time` is the field that says when it takes place.
    """

    name: str
    about: str
    fields: dict[str, Spec]
    questions: tuple[Question, ...]
    recheck: int | None
    time: str
    at: Location


def read_kind(root: Mapping, stem: str) -> Kind:
    """Read a kind; `stem` is its file's name without `.yaml`, which names it.

    Raises QuizError with every problem found.
    """
    problems = Problems()
    known_keys(root, _KEYS, "a kind", problems)
    problems.attempt(_name, root, stem)
    about = problems.attempt(_about, root)
    recheck = problems.attempt(_recheck, root.get("recheck"))
    specs: dict[str, Spec] = {}
    for key, node in _entries(root, "fields", problems):
        spec = problems.attempt(_field, key, node)
        # A broken field is reported once, not again wherever a question uses it.
        specs[variable(key.text)] = spec or Spec(key.text, "")
    questions = [
        problems.attempt(read_question, key, node, specs)
        for key, node in _entries(root, "questions", problems)
    ]
    time = problems.attempt(_time, root.get("when"), specs) or "when"
    problems.check()
    made = tuple(question for question in questions if question)
    return Kind(stem, about or "", specs, made, recheck, time, root.at)


def _time(node: Node | None, specs: dict[str, Spec]) -> str:
    """Read which field says when a fact of this kind takes place; `when` by default."""
    if node is None:
        return "when"
    name = variable(choice(node, [spec.name for spec in specs.values()], "field"))
    if specs[name].type not in ("", *_TIMES):
        what = (
            f"the field '{specs[name].name}' is a {specs[name].type}, which is no time"
        )
        fail(node.at, "wrong-type", what, "name one of type date, year or interval")
    return name


def _name(root: Mapping, stem: str) -> None:
    node = required(root, "kind", "a kind")
    name = read_slug(node, "a kind")
    if name != stem:
        what = f"this kind is '{name}', but its file is {stem}.yaml"
        fail(node.at, "kind-file-name", what, "give both the same name")


def _about(root: Mapping) -> str:
    return scalar(required(root, "about", "a kind"), "a sentence")


def _entries(
    root: Mapping, key: str, problems: Problems
) -> tuple[tuple[Scalar, Node], ...]:
    node = problems.attempt(required, root, key, "a kind")
    if node is None:
        return ()
    if not isinstance(node, Mapping) or not node.entries:
        what = f"'{key}' is not a mapping of names"
        fix = f"write the {key} as 'name: {{…}}', one a line"
        problems.add(node.at, "wrong-type", what, fix)
        return ()
    return node.entries


def _recheck(node: Node | None) -> int | None:
    if node is None:
        return None
    text = scalar(node, "a time like 180 days")
    match = re.fullmatch(r"(\d{1,4}) (day|week|month|year)s?", text)
    if not match:
        fail(node.at, "bad-number", f"'{text}' is not a time", "write it like 180 days")
    return int(match[1]) * _UNITS[match[2]]


def _field(key: Scalar, node: Node) -> Spec:
    name = read_slug(key, "a field")
    if name in (*RESERVED, *WORDS, *language.AUXILIARIES):
        owner = "every fact has" if name in RESERVED else "for stems"
        what = f"'{name}' is a word {owner}"
        fail(key.at, "reserved-field", what, "choose another name for this field")
    if not isinstance(node, Mapping):
        fail(
            node.at, "wrong-type", "a field is a mapping", "write it like {type: text}"
        )
    problems = Problems()
    known_keys(node, _FIELD_KEYS, "a field", problems)
    problems.check()
    kind = choice(required(node, "type", "a field"), TYPES, "type")
    for word, _ in node:
        if kind not in _MEANT_FOR.get(word.text, (kind,)):
            types = ", ".join(_MEANT_FOR[word.text])
            what = f"'{word.text}' has no meaning for a field of type '{kind}'"
            fail(word.at, "unknown-key", what, f"take it out; it is for {types}")
    of = tuple(choice(item, TYPES, "type") for item in items(node.get("of")))
    if kind == "list" and len(of) > 1:
        what = "the members of a list are of one type"
        fail(node.at, "unknown-type", what, "name one type, or 'name' for any name")
    if kind == "name" and not set(of) <= set(NAME_TYPES):
        what = "a name can only be of the types that are names"
        fail(node.at, "unknown-type", what, f"use some of: {', '.join(NAME_TYPES)}")
    least = node.get("min")
    unit = node.get("unit")
    ordered = flag(node.get("ordered"))
    return Spec(
        name,
        kind,
        flag(node.get("optional")),
        count(least) if least else 1 + ordered,  # one alone is in no order
        scalar(unit, "a unit") if unit else "",
        of,
        ordered,
        key.at,
    )
