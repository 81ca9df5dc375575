"""Deck YAML, kinds and names become a Library of decks, or every problem in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - dataclass field
from typing import TYPE_CHECKING

from quiz import language, reader
from quiz.endings import check_instead
from quiz.errors import Location, Problems
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read, read_date
from quiz.kinds import Kind, read_kind
from quiz.model import Deck, Fact, Name, Names, Text
from quiz.names import completed, read_names
from quiz.selection import Picks, Shelf, select
from quiz.shape import fail, items, known_keys, read_slug, read_text, required, scalar
from quiz.sources import read_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.reader import Mapping, Node

SHIPPED = "<shipped>"  # the home of the files that come with the program
_KEYS = (
    *("deck", "title", "about", "language", "updated", "topic", "tags"),
    *("sources", "facts", "select", "formerly"),
)


@dataclass(frozen=True, slots=True)
class Record:
    """Where a collection's releases are written down; `own`: the user's to write."""

    path: Path
    shown: str
    own: bool


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file as named in messages; `home` says which collection it belongs to.

    `data` replaces reading it (standard input).
    """

    path: Path
    shown: str
    home: str
    data: bytes | None = None
    record: Record | None = None

    def read(self) -> Mapping:
        """Read it; raises QuizError with every problem."""
        if self.data is not None:
            return reader.parse(self.data, self.shown)
        return reader.read(self.path, self.shown)


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a library.

    A kind, name or deck stands for an earlier one of its name from another home; within
    one home that is a problem.
    """

    kinds: tuple[File, ...]
    names: tuple[File, ...]
    decks: tuple[File, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything known at once; facts by `deck/fact`, also under their former names.

    Kinds are by deck and name: a deck of ours keeps ours where the user has another.
    `files` are those of the decks, by id.
    """

    kinds: dict[tuple[str, str], Kind]
    names: Names
    facts: dict[str, Fact]
    decks: dict[str, Deck]
    files: dict[str, File]


def load(files: Files) -> Library:
    """Read a library. Raises QuizError with every problem in it."""
    problems = Problems()
    kinds, ours, broken = _kinds(files.kinds, problems)
    names = Names(completed(_names(files.names, problems)))
    drafts: dict[str, _Draft] = {}
    homes: dict[str, File] = {}
    gaps = replaced = False
    for file in files.decks:
        root = problems.attempt(file.read)
        usable, unusable = kinds, broken
        if file.home == SHIPPED:
            usable, unusable = ours, broken - ours.keys()
        draft = _draft(root, usable, unusable, names, problems) if root else None
        if draft is None:
            gaps = True
            continue
        other = drafts.get(draft.id)
        if other and homes[draft.id].home == file.home:
            what = f"the deck id '{draft.id}' stands twice"
            fix = f"give one another id; the first is in {other.at.file}"
            problems.add(draft.at, "duplicate-deck", what, fix)
        replaced = replaced or other is not None
        drafts[draft.id], homes[draft.id] = draft, file
    facts = _facts(drafts.values(), problems)
    unread = frozenset(ref for draft in drafts.values() for ref in draft.unread)
    by_deck = {
        (deck, name): kind
        for deck, home in homes.items()
        for name, kind in (ours if home.home == SHIPPED else kinds).items()
    }
    shelf = Shelf(facts, by_deck, unread, gaps=gaps)
    decks: dict[str, Deck] = {}
    for draft in drafts.values():
        found = Problems()
        deck = _finish(draft, shelf, found)
        # A shipped choice from a deck that another stands for is not the user's to mend.
        lost = bool(found) and replaced and homes[draft.id].home == SHIPPED
        if not lost:
            problems += found
        if draft.facts or not lost:
            decks[draft.id] = deck
    if not (gaps or unread):
        check_instead(facts, problems)
    problems.check()
    return Library(by_deck, names, facts, decks, homes)


def _facts(drafts: Iterable[_Draft], problems: Problems) -> dict[str, Fact]:
    """Give every fact by each `deck/fact` it has or had."""
    facts: dict[str, Fact] = {}
    for draft in drafts:
        for fact in draft.facts:
            refs = {
                name if "/" in name else f"{deck}/{name}"
                for deck in (*draft.formerly, draft.id)
                for name in (*fact.formerly, fact.id)
            }
            for ref in sorted(refs & facts.keys()):
                at = facts[ref].at
                what = f"'{ref}' is also the fact in {at.file}:{at.line}"
                fix = "give one of them another id, or take it out of 'formerly'"
                problems.add(fact.at, "duplicate-id", what, fix)
            facts |= dict.fromkeys(refs, fact)
    return facts


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
    unread: tuple[str, ...]
    formerly: tuple[str, ...]


def _kinds(
    files: Iterable[File], problems: Problems
) -> tuple[dict[str, Kind], dict[str, Kind], frozenset[str]]:
    """Read every kind; give also ours alone, and the names of those that could not be read."""
    kinds: dict[str, Kind] = {}
    ours: dict[str, Kind] = {}
    homes: dict[str, str] = {}
    broken = set()
    for file in files:
        root = problems.attempt(file.read)
        kind = problems.attempt(read_kind, root, file.path.stem) if root else None
        if kind is None:
            broken.add(file.path.stem)
            continue
        if homes.get(kind.name) == file.home:
            what = f"the kind '{kind.name}' exists already"
            fix = f"choose another name; the first is {kinds[kind.name].at.file}"
            problems.add(kind.at, "duplicate-kind", what, fix)
        kinds[kind.name], homes[kind.name] = kind, file.home
        if file.home == SHIPPED:
            ours[kind.name] = kind
    return kinds, ours, frozenset(broken)


def _names(files: Iterable[File], problems: Problems) -> tuple[Name, ...]:
    names: dict[tuple[str, str], tuple[Name, str]] = {}
    for file in files:
        root = problems.attempt(file.read)
        for name in (problems.attempt(read_names, root) or ()) if root else ():
            key = (name.type, name.text.casefold())
            if key in names and names[key][1] == file.home:
                what = f"the name '{name.text}' is listed twice"
                first = names[key][0].at
                fix = f"keep one; the first is {first.file}:{first.line}"
                problems.add(name.at, "duplicate-name", what, fix)
            names[key] = (name, file.home)
    return tuple(name for name, _ in names.values())


def _draft(
    root: Mapping,
    kinds: dict[str, Kind],
    broken: frozenset[str],
    names: Names,
    problems: Problems,
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
    formerly = [
        name
        for node in items(root.get("formerly"))
        if (name := problems.attempt(read_slug, node, "a deck"))
    ]
    sources = read_sources(root.get("sources"), problems)
    if root.get("facts") is None and root.get("select") is None:
        what = "this deck has no facts and selects none"
        fix = "add 'facts:' or 'select:'"
        problems.add(root.at, "empty-deck", what, fix)
    node = root.get("facts")
    facts: tuple[Fact, ...] = ()
    unread: tuple[str, ...] = ()
    if node is not None and ident:
        home = Home(
            ident,
            (*formerly, ident)[0],
            kinds,
            broken,
            sources,
            Scope(names, code, read),
            topic,
            tuple(tag for tag in tags if tag),
        )
        before = len(problems)
        facts, unread = read_facts(node, home, problems)
        silent = before == len(problems) and not unread
        if not facts and root.get("select") is None and silent:
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
        unread,
        tuple(formerly),
    )


def _language(node: Node | None) -> str | None:
    if node is None:
        return None
    code = scalar(node, "a language code")
    if not language.is_known(code):
        what = f"'{code}' is not a language code"
        fail(node.at, "unknown-language", what, "use one such as en, es or pt-BR")
    return code


def _finish(draft: _Draft, shelf: Shelf, problems: Problems) -> Deck:
    picks: Picks = {(fact, None): None for fact in draft.facts}
    for node in draft.selects:
        problems.attempt(select, node, shelf, picks)
    updated = problems.attempt(read_date, draft.updated) if draft.updated else None
    return Deck(
        draft.id,
        draft.title,
        draft.language,
        tuple(picks),
        draft.at,
        draft.about,
        updated,
        draft.formerly,
    )
