"""YAML text becomes values that know their file, line and column.

Values are built from the parser's events, not by a constructor: scalars stay the text
that was typed, and what would make a deck ambiguous (duplicate keys, anchors, tags …)
is a located problem.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from quiz.errors import Location, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
MAX_BYTES = 5_000_000
_QUOTES, _BRACKETS = "\"'", "[{"


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as typed; empty when nothing was written after the colon or dash."""

    text: str
    at: Location


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    at: Location

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries)

    def get(self, key: str) -> Node | None:
        """Give the value under a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def keys(self) -> list[str]:
        """Give the keys in the order written."""
        return [name.text for name, _ in self.entries]


Node = Scalar | Sequence | Mapping


def read(path: Path, shown: str | None = None) -> Mapping:
    """Read a YAML file whose top level is a mapping.

    `shown` is the file's name in messages (default: the path). Raises QuizError with
    every problem found.
    """
    name = shown or path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
        fix = "check that it exists and that you may read it"
        raise QuizError(Problem(Location(name), "unreadable-file", what, fix)) from None
    return parse(data, name)


def parse(data: bytes, name: str) -> Mapping:
    """Parse YAML bytes whose top level is a mapping; `name` stands in messages."""
    text = _decode(data, name)
    builder = _Builder(name, text)
    try:
        root = builder.build()
    except yaml.YAMLError as error:
        builder.problems.append(builder.syntax_problem(error))
        root = None
    if builder.problems:
        raise QuizError(*builder.problems)
    if not isinstance(root, Mapping):
        what = "this file does not hold a mapping of keys and values"
        if root is None or (isinstance(root, Scalar) and not root.text):
            what = "this file is empty"
        at = root.at if root else Location(name)
        fix = "begin it with a line such as 'deck: my-deck'"
        raise QuizError(Problem(at, "not-a-mapping", what, fix))
    return root


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        what = f"this file has {len(data):,} bytes; the limit is {MAX_BYTES:,}"
        fix = "split it into several decks"
        raise QuizError(Problem(Location(name), "file-too-large", what, fix))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        what = "this file is UTF-16 or UTF-32"
        fix = "save it as UTF-8"
        raise QuizError(Problem(Location(name), "not-utf8", what, fix))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        rest = error.object  # without the byte order mark, if there is one
        what = f"byte 0x{rest[error.start]:02x} is not valid UTF-8"
        at = _at(name, rest[: error.start].decode())
        fix = "save the file as UTF-8"
        raise QuizError(Problem(at, "not-utf8", what, fix)) from None


def _at(name: str, before: str) -> Location:
    """Give the place after a text, whatever ends its lines."""
    lines = f"{before}.".splitlines()
    return Location(name, len(lines), len(lines[-1]))


class _TooDeep(yaml.YAMLError):
    pass


class _Builder:
    """Builds nodes from events without recursion, gathering problems on the way."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = text.splitlines()
        self.problems: list[Problem] = []
        # What is open: its place, what it holds so far, and whether it is a mapping.
        self.stack: list[tuple[Location, list[Node], bool]] = []

    def locate(self, mark: Any, width: int = 1) -> Location:
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return Location(self.name, mark.line + 1, mark.column + 1, width, line)

    def flag(self, at: Location, code: str, what: str, fix: str) -> None:
        self.problems.append(Problem(at, code, what, fix))

    def build(self) -> Node | None:  # noqa: C901 - one branch an event
        root: Node | None = None
        stack = self.stack
        documents = 0
        for event in yaml.parse(self.text, Loader=_LOADER):
            node: Node | None = None
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:  # noqa: PLR2004
                    what = "a second document begins here"
                    fix = "keep one deck to a file and remove the '---'"
                    at = self.locate(event.start_mark, 3)
                    self.flag(at, "several-documents", what, fix)
                    return root
            elif isinstance(event, yaml.AliasEvent):
                name = event.anchor or ""
                at = self.locate(event.start_mark, len(name) + 1)
                what = f"'*{name}' refers to text elsewhere"
                self.flag(at, "alias", what, "write the value out here")
                node = Scalar("", at)
            elif isinstance(event, yaml.NodeEvent):
                self._flag_properties(event)
                if isinstance(event, yaml.ScalarEvent):
                    node = self._scalar(event)
                else:
                    at = self.locate(event.start_mark)
                    if len(stack) == MAX_DEPTH:
                        what = f"values are nested more than {MAX_DEPTH} deep"
                        self.flag(at, "too-deep", what, "flatten the structure")
                        raise _TooDeep
                    stack.append((at, [], isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, yaml.CollectionEndEvent):
                at, children, is_mapping = stack.pop()
                node = (
                    self._mapping(at, children)
                    if is_mapping
                    else Sequence(tuple(children), at)
                )
            if node is not None:
                if stack:
                    stack[-1][1].append(node)
                else:
                    root = node
        return root

    def _flag_properties(self, event: Any) -> None:
        if event.anchor:
            at = self.locate(event.start_mark, len(event.anchor) + 1)
            what = f"'&{event.anchor}' names a value for use elsewhere"
            self.flag(at, "anchor", what, "remove it and write each value out")
        if event.tag:
            at = self.locate(event.start_mark)
            what = f"the tag '{event.tag}' gives this value a type"
            self.flag(at, "tag", what, "remove it; a field's kind decides its type")

    def _scalar(self, event: Any) -> Scalar:
        text = event.value
        if event.style in ("|", ">"):
            text = text.rstrip("\n")
        quotes = 2 if event.style in ("'", '"') else 0
        at = self.locate(event.start_mark, max(1, len(text) + quotes))
        if event.style == '"' and any(map(_unprintable, text)):
            # An escape must not bring in what may not be typed: U+001F ends an Anki field.
            self.problems.append(_control_character(at, text))
        return Scalar(text, at)

    def _mapping(self, at: Location, children: list[Node]) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Location] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                what = "this key is a list or a mapping"
                self.flag(key.at, "key-not-text", what, "use plain text as the key")
            elif key.text in seen:
                what = f"the key '{key.text}' stands twice"
                first = seen[key.text].line
                fix = f"keep one of them; the first is on line {first}"
                self.flag(key.at, "duplicate-key", what, fix)
            else:
                seen[key.text] = key.at
                entries.append((key, value))
        return Mapping(tuple(entries), at)

    def syntax_problem(self, error: yaml.YAMLError) -> Problem:
        if isinstance(error, _TooDeep):
            return self.problems.pop()
        if isinstance(error, yaml.MarkedYAMLError):
            return self._marked(error)
        place = next(n for n, char in enumerate(self.text) if _unprintable(char))
        return _control_character(_at(self.name, self.text[:place]), self.text)

    def _marked(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        at = self.locate(mark) if mark else Location(self.name)
        indent = at.text[: len(at.text) - len(at.text.lstrip())]
        if "\t" in indent:
            at = replace(at, column=indent.index("\t") + 1)
            return Problem(at, "tab", "a tab indents this line", "indent with spaces")
        what = " ".join(filter(None, (error.context, error.problem)))
        fix = "check the indentation, colons, brackets and quotes up to here"
        if error.problem and error.problem.startswith("mapping values"):
            what = "a colon and a space begin a value, where none can stand"
            fix = "put text that has ': ' in quotes"
        if not "".join((at.text[at.column - 1 :], *self.lines[at.line :])).strip():
            # At the end of the file; what was begun and never ended is what is wrong.
            begun = [self.locate(error.context_mark)] if error.context_mark else []
            opened = [place for place, *_ in self.stack if _sign(place) in _BRACKETS]
            opened += [place for place in begun if _sign(place) in _QUOTES]
            at = (opened or begun or [at])[-1]
            if opened:
                what = "what begins here is never closed"
                fix = "close the quote or bracket"
        return Problem(at, "yaml-syntax", what, fix)


def _sign(at: Location) -> str:
    return at.text[at.column - 1 : at.column] or " "


def _control_character(at: Location, text: str) -> Problem:
    bad = next(char for char in text if _unprintable(char))
    what = f"the character U+{ord(bad):04X} cannot stand in a deck"
    return Problem(at, "control-character", what, "remove it")


def _unprintable(char: str) -> bool:
    # YAML 1.1, section 5.1: what a stream may hold.
    code = ord(char)
    return not (
        char in "\t\n\r\x85"
        or 0x20 <= code <= 0x7E  # noqa: PLR2004
        or 0xA0 <= code <= 0xD7FF  # noqa: PLR2004
        or 0xE000 <= code <= 0xFFFD  # noqa: PLR2004
        or code >= 0x10000  # noqa: PLR2004
    )
