"""Deck YAML, kinds and names become a Library of decks, or every problem in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - dataclass field
from typing import TYPE_CHECKING

from quiz import language, reader
from quiz.errors import Location, Problems
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read, read_date
from quiz.kinds import Kind, read_kind
from quiz.model import Deck, Fact, Name, Names, Source, Text
from quiz.names import read_names
from quiz.reader import Mapping, Node
from quiz.selection import Picks, select
from quiz.shape import fail, items, known_keys, read_slug, read_text, required, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = (
    *("deck", "title", "about", "language", "updated", "topic", "tags"),
    *("sources", "facts", "select"),
)
_SOURCE_KEYS = ("title", "publisher", "date", "url", "opened")


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file as named in messages; `data` replaces reading it (standard input)."""

    path: Path
    shown: str
    data: bytes | None = None

    def read(self) -> Mapping:
        """Read it; raises QuizError with every problem."""
        if self.data is not None:
            return reader.parse(self.data, self.shown)
        return reader.read(self.path, self.shown)


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a library. Later names and decks stand for earlier ones of their name."""

    kinds: tuple[File, ...]
    names: tuple[File, ...]
    decks: tuple[File, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything known at once; facts by `deck/fact`, also under their former names."""

    kinds: dict[str, Kind]
    names: Names
    facts: dict[str, Fact]
    decks: dict[str, Deck]


def load(files: Files) -> Library:
    """Read a library. Raises QuizError with every problem in it."""
    problems = Problems()
    kinds = _kinds(files.kinds, problems)
    names = Names(_names(files.names, problems))
    drafts: dict[str, _Draft] = {}
    homes: dict[str, Path] = {}
    for file in files.decks:
        root = problems.attempt(file.read)
        draft = _draft(root, kinds, names, problems) if root else None
        if draft is None:
            continue
        other = drafts.get(draft.id)
        if other and homes[draft.id] == file.path.parent:
            what = f"the deck id '{draft.id}' stands twice"
            fix = f"give one another id; the first is in {other.at.file}"
            problems.add(draft.at, "duplicate-deck", what, fix)
        drafts[draft.id], homes[draft.id] = draft, file.path.parent
    facts = {
        f"{fact.deck}/{name}": fact
        for draft in drafts.values()
        for fact in draft.facts
        for name in (*fact.formerly, fact.id)
    }
    decks = {
        draft.id: _finish(draft, facts, kinds, problems) for draft in drafts.values()
    }
    problems.check()
    return Library(kinds, names, facts, decks)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A deck before its selections are resolved."""

    id: str
    title: Text
    language: str
    facts: tuple[Fact, ...]
    selects: tuple[Node, ...]
    at: Location
    about: Text | None
    updated: Node | None
    sources: tuple[Source, ...]


def _kinds(files: Iterable[File], problems: Problems) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for file in files:
        root = problems.attempt(file.read)
        kind = problems.attempt(read_kind, root, file.path.stem) if root else None
        if kind is None:
            continue
        if kind.name in kinds:
            what = f"the kind '{kind.name}' exists already"
            fix = f"choose another name; the first is {kinds[kind.name].at.file}"
            problems.add(kind.at, "duplicate-kind", what, fix)
        kinds.setdefault(kind.name, kind)
    return kinds


def _names(files: Iterable[File], problems: Problems) -> tuple[Name, ...]:
    names: dict[tuple[str, str], tuple[Name, Path]] = {}
    for file in files:
        root = problems.attempt(file.read)
        for name in (problems.attempt(read_names, root) or ()) if root else ():
            key = (name.type, name.text.casefold())
            if key in names and names[key][1] == file.path.parent:
                what = f"the name '{name.text}' is listed twice"
                first = names[key][0].at
                fix = f"keep one; the first is {first.file}:{first.line}"
                problems.add(name.at, "duplicate-name", what, fix)
            names[key] = (name, file.path.parent)
    return tuple(name for name, _ in names.values())


def _draft(
    root: Mapping, kinds: dict[str, Kind], names: Names, problems: Problems
) -> _Draft | None:
    known_keys(root, _KEYS, "a deck", problems)
    ident = problems.attempt(
        lambda: read_slug(required(root, "deck", "a deck"), "a deck")
    )
    code = problems.attempt(_language, root.get("language")) or "en"
    title = problems.attempt(lambda: read_text(required(root, "title", "a deck"), code))
    about, topic = (
        problems.attempt(read_text, node, code) if node else None
        for node in (root.get("about"), root.get("topic"))
    )
    tags = [
        problems.attempt(read_slug, tag, "a tag") for tag in items(root.get("tags"))
    ]
    sources = _sources(root.get("sources"), problems)
    if root.get("facts") is None and root.get("select") is None:
        what = "this deck has no facts and selects none"
        fix = "add 'facts:' or 'select:'"
        problems.add(root.at, "empty-deck", what, fix)
    node = root.get("facts")
    facts: tuple[Fact, ...] = ()
    if node is not None and ident:
        scope = Scope(names, code, read)
        home = Home(
            ident, kinds, sources, scope, topic, tuple(tag for tag in tags if tag)
        )
        before = len(problems)
        facts = read_facts(node, home, problems)
        if not facts and root.get("select") is None and before == len(problems):
            fix = "add a fact, or select some from other decks"
            problems.add(node.at, "empty-deck", "this deck has no facts", fix)
    if ident is None or title is None:
        return None
    at = (root.get("deck") or root).at
    return _Draft(
        ident,
        title,
        code,
        facts,
        items(root.get("select")),
        at,
        about,
        root.get("updated"),
        tuple(sources.values()),
    )


def _language(node: Node | None) -> str | None:
    if node is None:
        return None
    code = scalar(node, "a language code")
    if not language.is_known(code):
        what = f"'{code}' is not a language code"
        fail(node.at, "unknown-language", what, "use one such as en, es or pt-BR")
    return code


def _sources(node: Node | None, problems: Problems) -> dict[str, Source]:
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        fix = "write them as 'id: {title: …, publisher: …}'"
        problems.add(node.at, "wrong-type", "'sources' is not a mapping", fix)
        return {}
    found = {
        key.text: problems.attempt(_source, key.text, value) for key, value in node
    }
    # A broken source is reported once, at its own place, not at each fact that cites it.
    return {name: source or Source(name, "") for name, source in found.items()}


def _source(name: str, node: Node) -> Source:
    if not isinstance(node, Mapping):
        fix = "write it as {title: …, publisher: …, date: …, url: …}"
        fail(node.at, "wrong-type", "a source is a mapping", fix)
    problems = Problems()
    known_keys(node, _SOURCE_KEYS, "a source", problems)
    problems.check()
    publisher = scalar(required(node, "publisher", "a source"), "a publisher")
    title, url, date, opened = (
        node.get(key) for key in ("title", "url", "date", "opened")
    )
    address = scalar(url, "an address") if url else ""
    if url and not address.startswith(("https://", "http://")):
        what = f"'{address}' is not a web address"
        fail(url.at, "bad-url", what, "begin it with https://, or leave it out")
    return Source(
        name,
        publisher,
        scalar(title, "a title") if title else "",
        read_date(date) if date else None,
        address,
        read_date(opened) if opened else None,
    )


def _finish(
    draft: _Draft, facts: dict[str, Fact], kinds: dict[str, Kind], problems: Problems
) -> Deck:
    picks: Picks = dict.fromkeys(draft.facts)
    for node in draft.selects:
        problems.attempt(select, node, facts, kinds, picks)
    updated = problems.attempt(read_date, draft.updated) if draft.updated else None
    return Deck(
        draft.id,
        draft.title,
        draft.language,
        tuple((fact, wanted) for fact, wanted in picks.items()),
        draft.at,
        draft.about,
        updated,
        draft.sources,
    )
