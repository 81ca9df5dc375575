"""Question forms of a kind: which fields a question shows, and which one answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz import language
from quiz.endings import read_retired
from quiz.errors import Location, Problems
from quiz.fields import BLANK, FILTERS, Spec
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
)
from quiz.templating import PHASE_WORDS, Stem, compile_stem

if TYPE_CHECKING:
    from quiz.model import Retired

WORDS = PHASE_WORDS | {"tense"}  # and each language's auxiliaries
ALL = 0  # a question's `need: all`
_KEYS = (
    *("stem", "answer", "need", "only", "unique", "note", "hint", "options", "says"),
    *("accept", "wrong", "unless", "as", "formerly", "retired"),
)
# Types whose place in a stem does not give the answer away: it shows a blank, or only words.
_VEILED = ("statement", "quote")
# Filters that lift the veil.
_TELLING = ("true", "speaker")
_BLANK = "answer"  # what stands for the answer in a sentence
_OF_BLANKS = ("on", "inside")


@dataclass(frozen=True, slots=True)
class Question:
    """One question form of a kind; `need` is None unless the kind says, ALL for all.

    `accept` and `wrong` name fields that hold further accepted answers and wrong options;
    `uses` are the fields every fact must have to be asked this, `unless` one it must not;
    `as_year` asks for the year of a date only; `says` is what a fact teaches as a sentence, with
    a blank for the answer.
    """

    id: str
    stems: dict[str, Stem]
    answer: tuple[str, ...]
    need: int | None
    only: tuple[str, ...]
    unique: bool
    notes: dict[str, Stem]
    hints: dict[str, Stem]
    says: dict[str, Stem]
    options: str
    accept: str
    wrong: str
    unless: str
    as_year: bool
    uses: frozenset[str]
    formerly: tuple[str, ...]
    at: Location
    retired: Retired | None = None

    @property
    def origin(self) -> str:
        """The id it was first published under."""
        return (*self.formerly, self.id)[0]


def variable(field: str) -> str:
    """Give a field's name as stems write it: hyphens become underscores."""
    return field.replace("-", "_")


def read_need(node: Node | None) -> int | None:
    """Read how many answers are wanted: a count, `all`, or nothing."""
    if node is None:
        return None
    return ALL if isinstance(node, Scalar) and node.text == "all" else count(node)


def read_question(key: Scalar, node: Node, specs: dict[str, Spec]) -> Question:
    """Read a question of a kind with these fields; raises QuizError with every problem."""
    name = read_slug(key, "a question")
    if not isinstance(node, Mapping):
        fix = "write it like {stem: ..., answer: ...}"
        fail(node.at, "wrong-type", "a question is a mapping", fix)
    problems = Problems()
    known_keys(node, _KEYS, "a question", problems)
    answer = problems.attempt(_answer, node, specs) or ()
    stem = problems.attempt(required, node, "stem", "a question")
    stems = problems.attempt(_stems, stem, specs) if stem else {}
    notes, hints = (
        problems.attempt(_stems, text, specs) or {} if text else {}
        for text in (node.get("note"), node.get("hint"))
    )
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
    as_year = bool(problems.attempt(_as_year, node.get("as"), answer, specs))
    sentence = node.get("says")
    asked = [specs[part] for part in answer]
    says = problems.attempt(_says, sentence, asked, specs) if sentence else {}
    for part in answer:
        texts = {"stem": stems or {}, "hint": hints, "sentence": says or {}}
        for where, each in texts.items():
            veiled = where == "sentence" and part == _BLANK
            told = any(_tells(text, part, specs[part]) for text in each.values())
            if told and not veiled:
                what = f"the {where} shows '{part}', which is the answer"
                fix = f"leave it out of the {where} or ask for something else"
                problems.add(node.at, "answer-in-stem", what, fix)
    need = problems.attempt(read_need, node.get("need"))
    problems.attempt(_ordered, node, answer, need, specs)
    unique = problems.attempt(flag, node.get("unique"))
    formerly = problems.attempt(
        lambda: tuple(read_slug(n, "a question") for n in items(node.get("formerly")))
    )
    retired = problems.attempt(read_retired, node.get("retired"))
    problems.check()
    shown = [*(stems or {}).values(), *notes.values(), *hints.values()]
    return Question(
        name,
        stems or {},
        answer,
        need,
        only or (),
        bool(unique),
        notes,
        hints,
        says or {},
        style or "",
        named["accept"],
        named["wrong"],
        named["unless"],
        as_year,
        frozenset(answer).union(*(each.needs for each in shown)) & frozenset(specs),
        formerly or (),
        key.at,
        retired,
    )


def _tells(text: Stem, part: str, spec: Spec) -> bool:
    """Tell whether a text shows the answer; in a sentence `answer` itself is a blank."""
    if spec.type in _VEILED:
        return not {(part, used) for used in _TELLING}.isdisjoint(text.filters)
    return text.times({part}) != {0}


def _says(node: Node, asked: list[Spec], specs: dict[str, Spec]) -> dict[str, Stem]:
    """Read what a fact teaches: a sentence that shows one answer once, as a blank."""
    if len(asked) > 1 or any(spec.ordered or spec.type == "people" for spec in asked):
        what = "only a question with one answer can be said with one blank"
        fix = "take 'says' out, or ask for one thing"
        fail(node.at, "several-answers", what, fix)
    made = _stems(node, specs | {_BLANK: Spec(_BLANK, "")})
    names = {_BLANK, *(name for name, spec in specs.items() if spec.type == "sentence")}
    fits: tuple[str, ...] = ()
    for spec in asked:
        if spec.type == "statement":
            names.add(variable(spec.name))
        fits = _OF_BLANKS if spec.type in ("", *FILTERS["on"]) else ()
    for text in made.values():
        wrong = [used for name, used in text.filters if name == _BLANK]
        wrong = [used for used in wrong if used not in fits]
        if wrong:
            what = f"'{wrong[0]}' has no meaning for '{_BLANK}', which is a blank"
            fix = "take it out; 'on' and 'inside' are for a date, names bring 'the'"
            fail(node.at, "wrong-filter", what, fix)
        if text.times(names) != {1} or BLANK in text.source:
            what = f"this sentence must show '{_BLANK}' once, whatever holds"
            fix = (
                f"write {{{{ {_BLANK} }}}} where the answer stands, once in each branch"
            )
            fail(node.at, "no-blank", what, fix)
    return made


def _as_year(
    node: Node | None, answer: tuple[str, ...], specs: dict[str, Spec]
) -> bool:
    """Read `as: year`, which asks for the year of a date only."""
    if node is None:
        return False
    choice(node, ("year",), "form")
    if any(specs[part].type not in ("", "date") for part in answer):
        fix = "use it where the answer is a date"
        fail(node.at, "wrong-type", "only a date can be asked for as a year", fix)
    return True


def _ordered(
    node: Mapping, answer: tuple[str, ...], need: int | None, specs: dict[str, Spec]
) -> None:
    """Refuse a list in order that is asked in part or beside something else."""
    names = [specs[part].name for part in answer if specs[part].ordered]
    if names and len(answer) > 1:
        what = f"'{names[0]}' is a list in order, which is asked alone"
        fail(node.at, "ordered-list", what, "ask for the rest in another question")
    if names and need:
        what = f"'{names[0]}' is a list in order, which is asked whole"
        fail((node.get("need") or node).at, "ordered-list", what, "take 'need' out")


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
    blanks = [specs[name].name for name in named if specs[name].type == "sentence"]
    if blanks:
        what = f"'{blanks[0]}' is a sentence with a blank, which answers nothing"
        fail(wanted.at, "wrong-type", what, "name the field that fills the blank")
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
