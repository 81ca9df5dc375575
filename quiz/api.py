"""The verbs: load a library, make its items, build, export and check them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import books, decks, formats, lint, places
from quiz.assemble import assemble
from quiz.audit import audit, reused
from quiz.errors import (
    COMMAND,
    Problem,
    Problems,
    QuizError,
    choose,
    in_order,
)
from quiz.files import write
from quiz.generate import Catalogue, generate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from quiz.decks import Library
    from quiz.model import Deck, Fact, Form, Item


BUNDLE = "civics"  # what a file that holds several decks is called
LEARNED = "anki"  # the format whose cards learners keep, with their schedules


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """A library and the decks of it that were asked for, by name or (not `named`) as all."""

    library: Library
    decks: tuple[Deck, ...]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """What a release wrote: files for learners, ledgers to keep, and what is amiss."""

    paths: tuple[Path, ...]
    ledgers: tuple[str, ...]
    amiss: tuple[Problem, ...]


def load(
    *asked: str | Path, cwd: Path | None = None, stdin: bytes | None = None
) -> Collection:
    """Load decks by id, file or folder; by default those of the working folder, else ours.

    `-` reads a deck from `stdin`. Raises QuizError with every problem found.
    """
    here = cwd or Path.cwd()
    names = [str(name) for name in asked]
    files, meant = places.find(names, here, stdin)
    library = decks.load(files)
    by_file = {deck.at.file: deck for deck in library.decks.values()}
    chosen = [by_file[file] for file in meant if file in by_file]
    for name in names:
        if name in library.decks:
            chosen.append(library.decks[name])
        elif not places.is_path(name, here):
            what = f"there is no deck '{name}'"
            fix = choose(name, library.decks)
            raise QuizError(Problem(COMMAND, "unknown-deck", what, fix))
    return Collection(library, tuple(dict.fromkeys(chosen)), bool(names))


def catalogue(
    collection: Collection, *, as_of: date, language: str | None = None
) -> Catalogue:
    """Make every item of the library; raises QuizError where facts contradict."""
    return generate(collection.library, as_of, language)


def items(
    collection: Collection, *, as_of: date, language: str | None = None
) -> tuple[Item, ...]:
    """Make the items of the decks asked for, in order, each once.

    Raises QuizError where none can be asked.
    """
    made = catalogue(collection, as_of=as_of, language=language)
    pairs = chosen(collection, made, as_of, language)
    found = (item for _, items in pairs for item in items)
    return tuple({item.id: item for item in found}.values())


def forms(
    collection: Collection,
    *,
    as_of: date,
    language: str | None = None,
    seed: int = 0,
    kind: str = "open",
    paper: str = "letter",
    preset: bool = False,
) -> tuple[Form, ...]:
    """Assemble each deck whole, in its order, its items dated by their collection's ledger.

    A deck of which nothing can be asked is a problem if it was named; else it is left out.
    """
    every = catalogue(collection, as_of=as_of, language=language)
    made = [
        assemble(
            deck,
            own,
            as_of=as_of,
            language=language,
            seed=seed,
            kind=kind,
            paper=paper,
            preset=preset,
        )
        for deck, own in chosen(collection, every, as_of, language)
    ]
    spoken = (language,) if language else ()
    opened = books.open_books(collection.library, _facts(collection), as_of, spoken)
    return tuple(books.dated(form, opened) for form in made)


def _facts(collection: Collection) -> tuple[Fact, ...]:
    """Give every fact of the decks asked for, each once."""
    found = (fact for deck in collection.decks for fact in deck.facts)
    return tuple(dict.fromkeys(found))


def _whole(collection: Collection) -> tuple[Fact, ...]:
    """Give every fact of the collections that the decks asked for belong to."""
    library = collection.library
    records = {library.files[deck.id].record for deck in collection.decks}
    known = {name for name, file in library.files.items() if file.record in records}
    others = (fact for fact in library.facts.values() if fact.deck in known)
    return tuple(dict.fromkeys((*_facts(collection), *others)))


def chosen(
    collection: Collection, made: Catalogue, as_of: date, language: str | None
) -> list[tuple[Deck, tuple[Item, ...]]]:
    """Give the items of each deck asked for, of those that were made.

    Raises QuizError for each deck that was named and has none.
    """
    pairs = [(deck, made.of(deck)) for deck in collection.decks]
    full = [(deck, own) for deck, own in pairs if own]
    if full and not collection.named:
        return full
    empty = Problems()
    for deck, own in pairs:
        if not own:
            what = f"no item of deck '{deck.id}' can be asked on {as_of}"
            what += f" in the language '{language}'" if language else ""
            fix = f"'quiz show {deck.id}' says why; choose another day or language"
            empty.add(deck.at, "no-items", what, fix)
    empty.check()
    return full


def build(
    assembled: Sequence[Form],
    out: Path,
    to: Iterable[str] = ("anki", "html"),
    *,
    step: Callable[[], object] = lambda: None,
    bundle: bool = False,
) -> tuple[Path, ...]:
    """Write each form in each format as `<deck><suffix>` into `out`; give the paths.

    With `bundle` a format that can hold several decks writes one file, `civics<suffix>`.
    Nothing is written until all is rendered, and no file is ever half-written; `step` is
    called after each rendering. What is given to learners is for `release` to write, which
    keeps the ledger. Raises QuizError for a folder that cannot be written.
    """
    rendered = _rendered(assembled, out, to, step, bundle=bundle)
    write(rendered)
    return tuple(rendered)


def release(
    collection: Collection,
    assembled: Sequence[Form],
    out: Path,
    to: Iterable[str] = ("anki", "html"),
    *,
    now: datetime,
    step: Callable[[], object] = lambda: None,
    bundle: bool = False,
) -> Written:
    """Build forms of a collection and, for Anki, enter them into the ledgers that are ours.

    `now` (with its time zone) is when what changed since the last release is said to have
    changed. Raises QuizError, and has then written nothing, as `build` does.
    """
    library, wanted = collection.library, tuple(to)
    with books.locked(library):
        spoken = {form.language for form in assembled}
        opened = books.open_books(library, _whole(collection), now.date(), spoken)
        again = reused(opened, collection.decks)
        if LEARNED in wanted:
            opened = books.brought_up(opened, collection.decks, assembled, now)
        changed = books.changed(opened) if LEARNED in wanted else {}
        dated = [books.dated(form, opened, now) for form in assembled]
        rendered = _rendered(dated, out, wanted, step, bundle=bundle)
        write({**rendered, **{record.path: data for record, data in changed.items()}})
    shown = tuple(record.shown for record in changed)
    return Written(tuple(rendered), shown, (*again, *audit(opened, collection.decks)))


def _rendered(
    assembled: Sequence[Form],
    out: Path,
    to: Iterable[str],
    step: Callable[[], object],
    *,
    bundle: bool,
) -> dict[Path, bytes]:
    wanted = [format_named(name) for name in to]
    rendered = {}
    joined = {how.suffix: how.bundle for how in wanted if bundle and how.bundle}
    for suffix, pack in joined.items():
        rendered[out / f"{BUNDLE}{suffix}"] = pack(assembled)
        step()
    for form in assembled:
        for how in wanted:
            if how.suffix not in joined:
                rendered[out / f"{form.deck}{how.suffix}"] = how.render(form)
                step()
    return rendered


def format_named(name: str) -> formats.Format:
    """Find a format by name; raises QuizError if there is none."""
    try:
        return formats.named(name)
    except KeyError:
        fix = choose(name, formats.available())
        what = f"there is no format '{name}'"
        raise QuizError(Problem(COMMAND, "unknown-format", what, fix)) from None


def json_line(item: Item) -> str:
    """Give an item as one line of JSON."""
    from quiz.formats import json  # noqa: PLC0415 - formats load when used

    return json.line(item)


def check(
    collection: Collection,
    *,
    as_of: date,
    language: str | None = None,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """Give every finding in the decks asked for; raises QuizError with every error.

    `today` is the day on which nothing can have been published later (default: `as_of`).
    """
    made = catalogue(collection, as_of=as_of, language=language)
    day = today or as_of
    opened = books.open_books(collection.library, _whole(collection), day)
    every, withheld = tuple(made.items.values()), tuple(made.withheld.values())
    found = [
        problem
        for deck in collection.decks
        for problem in lint.check(
            lint.Desk(
                collection.library,
                deck,
                made.of(deck),
                every,
                withheld,
                as_of,
                day,
                opened,
            )
        )
    ]
    return in_order(found)
