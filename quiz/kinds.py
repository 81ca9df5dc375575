"""Kind YAML becomes Kinds: which fields a fact has, and which questions it turns into."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz import language
from quiz.errors import Location, Problems
from quiz.fields import FILTERS, NAME_TYPES, TYPES, Spec
from quiz.model import PHASES
from quiz.reader import Mapping, Node, Scalar
from quiz.shape import (
    choice,
    count,
    fail,
    flag,
    items,
    known_keys,
    read_slug,
    read_text,
    required,
    scalar,
)
from quiz.templating import PHASE_WORDS, Stem, compile_stem

RESERVED = (
    *("id", "kind", "source", "topic", "tags", "note", "checked", "formerly"),
    *("need", "columns", "rows"),
)
WORDS = PHASE_WORDS | {"tense"}  # and each language's auxiliaries
ALL = 0  # a question's `need: all`
_QUESTION_KEYS = (
    *("stem", "answer", "need", "only", "unique", "note", "options"),
    *("accept", "wrong", "unless"),
)
_FIELD_KEYS = ("type", "optional", "min", "unit", "of")
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
# Types whose place in a stem does not give the answer away: it shows a blank, or only words.
_VEILED = ("statement", "quote")


@dataclass(frozen=True, slots=True)
class Question:
    """One question form of a kind; `need` is None unless the kind says, ALL for all.

    `accept` and `wrong` name fields that hold further accepted answers and wrong options;
    `uses` are the fields every fact must have to be asked this, `unless` one it must not.
    """

    id: str
    stems: dict[str, Stem]
    answer: tuple[str, ...]
    need: int | None
    only: tuple[str, ...]
    unique: bool
    notes: dict[str, Stem]
    options: str
    accept: str
    wrong: str
    unless: str
    uses: frozenset[str]
    at: Location


@dataclass(frozen=True, slots=True)
class Kind:
    """A fact's type: its fields by name, its questions, and how long `checked` holds (days)."""

    name: str
    about: str
    fields: dict[str, Spec]
    questions: tuple[Question, ...]
    recheck: int | None
    at: Location


def variable(field: str) -> str:
    """Give a field's name as stems write it: hyphens become underscores."""
    return field.replace("-", "_")


def read_kind(root: Mapping, stem: str) -> Kind:
    """Read a kind; `stem` is its file's name without `.yaml`, which names it.

    Raises QuizError with every problem found.
    """
    problems = Problems()
    known_keys(
        root, ("kind", "about", "recheck", "fields", "questions"), "a kind", problems
    )
    problems.attempt(_name, root, stem)
    about = problems.attempt(_about, root)
    recheck = problems.attempt(_recheck, root.get("recheck"))
    specs: dict[str, Spec] = {}
    for key, node in _entries(root, "fields", problems):
        spec = problems.attempt(_field, key, node)
        # A broken field is reported once, not again wherever a question uses it.
        specs[variable(key.text)] = spec or Spec(key.text, "")
    questions = [
        problems.attempt(_question, key, node, specs)
        for key, node in _entries(root, "questions", problems)
    ]
    problems.check()
    made = tuple(question for question in questions if question)
    return Kind(stem, about or "", specs, made, recheck, root.at)


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
    if name in (*RESERVED, *WORDS):
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
    of = tuple(choice(item, TYPES, "type") for item in items(node.get("of")))
    if kind == "name" and not set(of) <= set(NAME_TYPES):
        what = "a name can only be of the types that are names"
        fail(node.at, "unknown-type", what, f"use some of: {', '.join(NAME_TYPES)}")
    least = node.get("min")
    unit = node.get("unit")
    return Spec(
        name,
        kind,
        flag(node.get("optional")),
        count(least) if least else 1,
        scalar(unit, "a unit") if unit else "",
        of,
        key.at,
    )


def read_need(node: Node | None) -> int | None:
    """Read how many answers are wanted: a count, `all`, or nothing."""
    if node is None:
        return None
    return ALL if isinstance(node, Scalar) and node.text == "all" else count(node)


def _question(key: Scalar, node: Node, specs: dict[str, Spec]) -> Question:
    name = read_slug(key, "a question")
    if not isinstance(node, Mapping):
        fix = "write it like {stem: ..., answer: ...}"
        fail(node.at, "wrong-type", "a question is a mapping", fix)
    problems = Problems()
    known_keys(node, _QUESTION_KEYS, "a question", problems)
    answer = problems.attempt(_answer, node, specs) or ()
    stem = problems.attempt(required, node, "stem", "a question")
    stems = problems.attempt(_stems, stem, specs) if stem else {}
    note = node.get("note")
    notes = problems.attempt(_stems, note, specs) if note else {}
    options = node.get("options")
    style = (
        problems.attempt(choice, options, ("own", "none"), "option") if options else ""
    )
    named = {
        key: problems.attempt(_named, node.get(key), specs) or ""
        for key in ("accept", "wrong", "unless")
    }
    only = problems.attempt(
        lambda: tuple(choice(item, PHASES, "phase") for item in items(node.get("only")))
    )
    for part in answer:
        told = any(part in each.needs for each in (stems or {}).values())
        if told and specs[part].type not in _VEILED:
            what = f"the stem shows '{part}', which is the answer"
            fix = "leave it out of the stem or ask for something else"
            problems.add(node.at, "answer-in-stem", what, fix)
    need = problems.attempt(read_need, node.get("need"))
    unique = problems.attempt(flag, node.get("unique"))
    problems.check()
    shown = [*(stems or {}).values(), *(notes or {}).values()]
    return Question(
        name,
        stems or {},
        answer,
        need,
        only or (),
        bool(unique),
        notes or {},
        style or "",
        named["accept"],
        named["wrong"],
        named["unless"],
        frozenset(answer).union(*(each.needs for each in shown)) & frozenset(specs),
        key.at,
    )


def _named(node: Node | None, specs: dict[str, Spec]) -> str:
    if node is None:
        return ""
    return variable(choice(node, [spec.name for spec in specs.values()], "field"))


def _answer(node: Mapping, specs: dict[str, Spec]) -> tuple[str, ...]:
    wanted = required(node, "answer", "a question")
    named = tuple(_named(item, specs) for item in items(wanted))
    if not named:
        fix = "name the field that answers it"
        fail(wanted.at, "empty-value", "this question asks for nothing", fix)
    if len(set(named)) < len(named):
        what = "this question asks for one field twice"
        fail(wanted.at, "duplicate-key", what, "name each once")
    return named


def _stems(node: Node, specs: dict[str, Spec]) -> dict[str, Stem]:
    texts = read_text(node, "en")
    made = {}
    for code, text in texts.languages.items():
        auxiliaries = language.tenses(code, "timeless").keys()
        stem = compile_stem(text, node.at, WORDS.union(specs, auxiliaries))
        for field, used in stem.filters:
            known = field not in specs or specs[field].type
            kind = specs[field].type if field in specs else "word for stems"
            if known and kind not in FILTERS[used]:
                what = f"'{used}' has no meaning for '{field}', which is a {kind}"
                fix = f"use it with one of: {', '.join(sorted(FILTERS[used]))}"
                fail(node.at, "wrong-filter", what, fix)
        made[code] = stem
    return made
