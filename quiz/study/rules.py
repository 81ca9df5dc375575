"""Exams are read from YAML files, in which every rule names the sources it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quiz import places, reader
from quiz.errors import COMMAND, Problem, Problems, QuizError, choose
from quiz.language import is_known
from quiz.reader import Mapping, Node
from quiz.shape import count, fail, flag, items, known_keys, read_slug, required, scalar
from quiz.sources import read_sources
from quiz.study.exams import ANY, Elsewhere, Exam

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from quiz.model import Source

T = TypeVar("T")

_KEYS = ("exam", "title", "list", "sources", "rules", "elsewhere")
_NUMBERS = ("questions", "asked", "pass")
_OTHERS = ("stop", "starred", "oral", "language", "whom", "again")
_PLACE = ("number", "ask", "where", "source", "note")
_CERTAIN = "certain"  # stop as soon as the result is
_MOST = 999  # questions on a list
_RULES = "the rules of an exam"


def available(folders: Iterable[Path]) -> dict[str, Path]:
    """Find exams by name, which is their file's; a later folder's goes before an earlier's."""
    found = (path for folder in folders for path in sorted(folder.glob("*.yaml")))
    return {path.stem: path for path in found}


def load(name: str, folders: Iterable[Path], cwd: Path) -> Exam:
    """Read an exam by name; raises QuizError if there is none, or with all that is wrong.

    Its file is named in messages as from the folder `cwd`.
    """
    known = available(folders)
    if name not in known:
        what = f"there is no exam '{name}'"
        raise QuizError(Problem(COMMAND, "unknown-exam", what, choose(name, known)))
    path = known[name]
    return read_exam(reader.read(path, places.shown(path, cwd)))


def read_exam(root: Mapping) -> Exam:
    """Read an exam; raises QuizError with every problem in it."""
    problems = Problems()
    known_keys(root, _KEYS, "an exam", problems)
    name, tag = (
        problems.attempt(_slug, root, key, owner)
        for key, owner in (("exam", "an exam"), ("list", "a list"))
    )
    title = problems.attempt(_said, root, "title", "an exam")
    sources = read_sources(root.get("sources"), problems)
    rules = _Rules(root, sources, problems)
    questions, asked, passing = rules.numbers()
    right, wrong = rules.stop(asked, passing)
    found = (
        problems.attempt(_place, node, sources) for node in items(root.get("elsewhere"))
    )
    exam = Exam(
        *(name or "", title or "", tag or "", questions, asked, passing, right, wrong),
        rules.value("starred", flag, default=False),
        rules.value("oral", flag, default=False),
        rules.value("language", _language, ANY),
        rules.value("whom", _words, ""),
        rules.value("again", _words, ""),
        tuple(place for place in found if place),
        rules.cited,
        rules.notes,
        (root.get("list") or root).at,
    )
    problems.check()
    return exam


class _Rules:
    """The rules in a file; what is wrong with them is noted."""

    def __init__(
        self, root: Mapping, sources: dict[str, Source], problems: Problems
    ) -> None:
        self.sources, self.problems = sources, problems
        self.cited: dict[str, tuple[Source, ...]] = {}
        self.notes: dict[str, str] = {}
        self.node = problems.attempt(_mapping, root, "rules", "an exam")
        if self.node:
            known_keys(self.node, (*_NUMBERS, *_OTHERS), _RULES, problems)

    def value(self, name: str, read: Callable[[Node], T], default: T) -> T:
        """Read what a rule is, or give the default if there is no such rule."""
        rule = self._rule(name, "is")
        if rule is None:
            return default
        node = self.problems.attempt(required, rule, "is", f"the rule '{name}'")
        made = self.problems.attempt(read, node) if node else None
        return default if made is None else made

    def numbers(self) -> tuple[int, int, int]:
        """Read how many questions there are, are asked and must be right."""
        most = _MOST
        found = []
        for name in _NUMBERS:
            if self.node:
                self.problems.attempt(required, self.node, name, "an exam")
            read = lambda node, most=most: _at_most(node, most)  # noqa: E731 - a callback
            most = self.value(name, read, most)
            found.append(most)
        return found[0], found[1], found[2]

    def stop(self, asked: int, passing: int) -> tuple[int, int]:
        """Read at how many right ones and at how many wrong ones an exam ends, 0 for never."""
        rule = self._rule("stop", "is", "right", "wrong")
        if rule is None:
            return 0, 0
        enough = passing, asked - passing + 1
        if sign := rule.get("is"):
            self.problems.attempt(_certain, sign)
            return enough
        found = [
            self.problems.attempt(_at_least, rule, key, least)
            for key, least in zip(("right", "wrong"), enough, strict=True)
        ]
        return found[0] or 0, found[1] or 0

    def _rule(self, name: str, *keys: str) -> Mapping | None:
        if not (self.node and self.node.get(name)):
            return None
        rule = self.problems.attempt(_mapping, self.node, name, _RULES)
        if rule:
            what = f"the rule '{name}'"
            known_keys(rule, (*keys, "source", "note"), what, self.problems)
            cited = self.problems.attempt(_cited, rule, self.sources, what)
            self.cited[name] = cited or ()
            if note := self.problems.attempt(_note, rule):
                self.notes[name] = note
        return rule


def _slug(root: Mapping, key: str, owner: str) -> str:
    return read_slug(required(root, key, "an exam"), owner)


def _mapping(node: Mapping, key: str, owner: str) -> Mapping:
    value = required(node, key, owner)
    if not isinstance(value, Mapping):
        fix = "write it as {is: …, source: …}"
        if owner != _RULES:
            fix = "write each on a line, as in 'asked: {is: 20, source: …}'"
        fail(value.at, "wrong-type", f"'{key}' is not a mapping", fix)
    return value


def _cited(node: Mapping, sources: dict[str, Source], owner: str) -> tuple[Source, ...]:
    names = [
        (each, scalar(each, "a source"))
        for each in items(required(node, "source", owner))
    ]
    for each, name in names:
        if name not in sources:
            what = f"there is no source '{name}' in this exam"
            fail(each.at, "unknown-source", what, choose(name, sources))
    return tuple(sources[name] for _, name in names)


def _words(node: Node) -> str:
    return scalar(node, "some words")


def _note(node: Mapping) -> str:
    note = node.get("note")
    return _words(note) if note else ""


def _said(node: Mapping, key: str, owner: str) -> str:
    return _words(required(node, key, owner))


def _language(node: Node) -> str:
    code = scalar(node, "a language")
    if code != ANY and not is_known(code):
        what = f"'{code}' is not a language code"
        fail(node.at, "unknown-language", what, f"write a code such as en, or {ANY}")
    return code


def _certain(node: Node) -> None:
    if (text := scalar(node, _CERTAIN)) != _CERTAIN:
        fix = f"write 'is: {_CERTAIN}', or 'right: …, wrong: …'"
        fail(node.at, "bad-stop", f"an exam does not stop when '{text}'", fix)


def _at_most(node: Node, most: int) -> int:
    number = count(node, _MOST)
    if number > most:
        what = f"{number} are more than the {most} there are to choose from"
        fail(node.at, "too-many-asked", what, f"write {most} or fewer")
    return number


def _at_least(rule: Mapping, key: str, least: int) -> int:
    node = required(rule, key, "the rule 'stop'")
    number = count(node, _MOST)
    if number < least:
        what = f"with {number} {key} the result is not certain"
        fail(node.at, "bad-stop", what, f"write {least} or more")
    return number


def _place(node: Node, sources: dict[str, Source]) -> Elsewhere:
    what = "an entry of 'elsewhere'"
    if not isinstance(node, Mapping):
        fix = "write it as {number: …, ask: …, where: …, source: …}"
        fail(node.at, "wrong-type", f"{what} is a mapping", fix)
    problems = Problems()
    known_keys(node, _PLACE, what, problems)
    number = problems.attempt(lambda: count(required(node, "number", what), _MOST))
    ask, where = (problems.attempt(_said, node, key, what) for key in ("ask", "where"))
    cited = problems.attempt(_cited, node, sources, what)
    note = problems.attempt(_note, node)
    problems.check()
    return Elsewhere(number or 0, ask or "", where or "", cited or (), note or "")
