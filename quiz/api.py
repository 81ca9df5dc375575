"""The verbs: load a library, make its items, build, export and check them."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import decks, formats, lint, places
from quiz.assemble import assemble
from quiz.errors import Location, Problem, QuizError, choose, in_order
from quiz.generate import Catalogue, generate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from quiz.decks import Library
    from quiz.model import Deck, Form, Item


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """A library and the decks of it that were asked for."""

    library: Library
    decks: tuple[Deck, ...]


def load(
    *names: str, cwd: Path | None = None, stdin: bytes | None = None
) -> Collection:
    """Load decks by id, file or folder; by default those of the working folder, else ours.

    `-` reads a deck from `stdin`. Raises QuizError with every problem found.
    """
    files, shown = places.find(names, cwd or Path.cwd(), stdin)
    library = decks.load(files)
    if shown is None and not names:
        return Collection(library, ())
    by_file = {deck.at.file: deck for deck in library.decks.values()}
    chosen = [by_file[file] for file in shown or () if file in by_file]
    for name in names:
        if name in library.decks:
            chosen.append(library.decks[name])
        elif not places.is_path(name, cwd or Path.cwd()):
            raise places.unknown_deck(name, choose(name, library.decks))
    return Collection(library, tuple(dict.fromkeys(chosen)))


def catalogue(
    collection: Collection, *, as_of: date, language: str | None = None
) -> Catalogue:
    """Make every item of the library; raises QuizError where facts contradict."""
    return generate(collection.library, as_of, language)


def items(
    collection: Collection, *, as_of: date, language: str | None = None
) -> tuple[Item, ...]:
    """Make the items of the decks asked for, in order, each once."""
    made = catalogue(collection, as_of=as_of, language=language)
    found = (item for deck in collection.decks for item in made.of(deck))
    return tuple({item.id: item for item in found}.values())


def forms(
    collection: Collection,
    *,
    as_of: date,
    language: str | None = None,
    seed: int = 0,
    kind: str = "open",
    paper: str = "letter",
) -> tuple[Form, ...]:
    """Assemble each deck whole, in its order; a deck without an item is a problem."""
    made = catalogue(collection, as_of=as_of, language=language)
    done, empty = [], []
    for deck in collection.decks:
        chosen = made.of(deck)
        if not chosen:
            what = f"no item of deck '{deck.id}' can be asked on {as_of}"
            what += f" in the language '{language}'" if language else ""
            fix = "choose another day with --as-of, or another language with --lang"
            empty.append(Problem(deck.at, "no-items", what, fix))
        done.append(
            assemble(
                deck,
                chosen,
                as_of=as_of,
                language=language,
                seed=seed,
                kind=kind,
                paper=paper,
            )
        )
    if empty:
        raise QuizError(*empty)
    return tuple(done)


def build(
    assembled: Sequence[Form],
    out: Path,
    to: Iterable[str] = ("anki", "html"),
    *,
    step: Callable[[], object] = lambda: None,
) -> tuple[Path, ...]:
    """Write each form in each format as `<deck><suffix>` into `out`; give the paths.

    Nothing is written until all is rendered, and no file is ever half-written. `step` is
    called after each rendering. Raises QuizError for a folder that cannot be written.
    """
    wanted = [format_named(name) for name in to]
    rendered = {}
    for form in assembled:
        for how in wanted:
            rendered[out / f"{form.deck}{how.suffix}"] = how.render(form)
            step()
    for path, data in rendered.items():
        write(path, data)
    return tuple(rendered)


def format_named(name: str) -> formats.Format:
    """Find a format by name; raises QuizError if there is none."""
    try:
        return formats.named(name)
    except KeyError:
        fix = choose(name, formats.available())
        what = f"there is no format '{name}'"
        at = Location("command line")
        raise QuizError(Problem(at, "unknown-format", what, fix)) from None


def write(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).chmod(0o666 & ~_umask())
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        what = f"this file cannot be written: {(error.strerror or str(error)).lower()}"
        fix = "choose another place with -o"
        at = Location(path.as_posix())
        raise QuizError(Problem(at, "unwritable-file", what, fix)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def json_line(item: Item) -> str:
    """Give an item as one line of JSON."""
    from quiz.formats import json  # noqa: PLC0415 - formats load when used

    return json.line(item)


def check(
    collection: Collection, *, as_of: date, language: str | None = None
) -> tuple[Problem, ...]:
    """Give every finding in the decks asked for; raises QuizError with every error."""
    made = catalogue(collection, as_of=as_of, language=language)
    every = tuple(made.items.values())
    found = [
        problem
        for deck in collection.decks
        for problem in lint.check(
            lint.Desk(collection.library, deck, made.of(deck), every, as_of)
        )
    ]
    return in_order(found)
