"""Deck YAML, kinds and names become a Library of decks, or every problem in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path  # noqa: TC003 - dataclass field
from typing import TYPE_CHECKING

from quiz import reader
from quiz.endings import check_instead
from quiz.errors import Problems
from quiz.fields import read_date
from quiz.kinds import Kind, read_kind
from quiz.model import Deck, Fact, Name, Names
from quiz.names import completed, read_names
from quiz.selection import Picks, Shelf, select
from quiz.sheets import Sheet, read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.reader import Mapping

SHIPPED = "<shipped>"  # the home of the files that come with the program


@dataclass(frozen=True, slots=True)
class Record:
    """Where a collection's releases are written down; `own` if it is ours to write.

    `whole` says that all decks of the collection are known; `barred` that it would be ours.
    """

    path: Path
    shown: str
    own: bool
    whole: bool = True
    barred: bool = False


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
    sheets: dict[str, Sheet] = {}
    homes: dict[str, File] = {}
    gaps = replaced = False
    for file in files.decks:
        root = problems.attempt(file.read)
        usable, unusable = kinds, broken
        if file.home == SHIPPED:
            usable, unusable = ours, broken - ours.keys()
        sheet = read_sheet(root, usable, unusable, names, problems) if root else None
        if sheet is None:
            gaps = True
            continue
        other = sheets.get(sheet.id)
        if other and homes[sheet.id].home == file.home:
            what = f"the deck id '{sheet.id}' stands twice"
            fix = f"give one another id; the first is in {other.at.file}"
            problems.add(sheet.at, "duplicate-deck", what, fix)
        replaced = replaced or other is not None
        sheets[sheet.id], homes[sheet.id] = sheet, file
    sheets = {name: _homed(sheet, sheets) for name, sheet in sheets.items()}
    facts = _facts(sheets.values(), problems)
    unread = frozenset(ref for sheet in sheets.values() for ref in sheet.unread)
    by_deck = {
        (deck, name): kind
        for deck, home in homes.items()
        for name, kind in (ours if home.home == SHIPPED else kinds).items()
    }
    shelf = Shelf(facts, by_deck, unread, gaps=gaps)
    decks: dict[str, Deck] = {}
    for sheet in sheets.values():
        found = Problems()
        deck = _finish(sheet, shelf, found)
        # A shipped choice from a deck that another stands for is not the user's to mend.
        lost = bool(found) and replaced and homes[sheet.id].home == SHIPPED
        if not lost:
            problems += found
        if sheet.facts or not lost:
            decks[sheet.id] = deck
    if not (gaps or unread):
        check_instead(facts, problems)
    problems.check()
    return Library(by_deck, names, facts, decks, homes)


def _homed(sheet: Sheet, sheets: dict[str, Sheet]) -> Sheet:
    """Give a sheet whose moved facts are known by the first id of the deck they came from."""

    def first(ref: str) -> str:
        deck, slash, name = ref.partition("/")
        known = sheets.get(deck) if slash else None
        return f"{(*known.formerly, deck)[0]}/{name}" if known else ref

    facts = tuple(
        replace(fact, formerly=tuple(map(first, fact.formerly)))
        if any("/" in ref for ref in fact.formerly)
        else fact
        for fact in sheet.facts
    )
    return replace(sheet, facts=facts)


def _facts(sheets: Iterable[Sheet], problems: Problems) -> dict[str, Fact]:
    """Give every fact by each `deck/fact` it has or had."""
    facts: dict[str, Fact] = {}
    for sheet in sheets:
        for fact in sheet.facts:
            refs = {
                name if "/" in name else f"{deck}/{name}"
                for deck in (*sheet.formerly, sheet.id)
                for name in (*fact.formerly, fact.id)
            }
            for ref in sorted(refs & facts.keys()):
                at = facts[ref].at
                what = f"'{ref}' is also the fact in {at.file}:{at.line}"
                fix = "give one of them another id, or take it out of 'formerly'"
                problems.add(fact.at, "duplicate-id", what, fix)
            facts |= dict.fromkeys(refs, fact)
    return facts


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


def _finish(sheet: Sheet, shelf: Shelf, problems: Problems) -> Deck:
    picks: Picks = {(fact, None): None for fact in sheet.facts}
    for node in sheet.selects:
        problems.attempt(select, node, shelf, picks)
    updated = problems.attempt(read_date, sheet.updated) if sheet.updated else None
    return Deck(
        sheet.id,
        sheet.title,
        sheet.language,
        tuple(picks),
        sheet.at,
        sheet.about,
        updated,
        sheet.formerly,
        sheet.license,
        sheet.halves,
    )
