"""A release by the name one gives it: packages in files, or the decks as they would be built."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import api
from quiz.errors import QuizError
from quiz.files import contents, real
from quiz.formats.anki import FORMAT
from quiz.formats.anki.reading import Package, read
from quiz.phases import end_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from quiz.errors import Problem
    from quiz.model import Form

SUFFIX = ".apkg"


@dataclass(frozen=True, slots=True)
class Release:
    """Packages, and what they are in words; `packed` if they were read from files.

    `reasons` say why items have ended, by the ids they were first published under.
    """

    shown: str
    packages: tuple[Package, ...]
    packed: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)


def package(path: Path, shown: str) -> Package:
    """Read a package from a file; raises QuizError for one that cannot be read or is none."""
    return read(contents(path, shown), shown)


def find(
    name: str | None,
    *,
    as_of: date,
    language: str | None = None,
    kind: str = "open",
    cwd: Path | None = None,
) -> Release:
    """Find a release: a package, a folder of packages or decks; by default what `build` takes.

    Decks are built in memory as of a day, asked as `kind` says. Raises QuizError with every
    problem.
    """
    here = cwd or Path.cwd()
    if name is not None:
        path = here / name
        if name.endswith(SUFFIX) and not path.is_dir():
            return Release(name, (package(path, name),), packed=True)
        files = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else []
        if files:
            shown = [(Path(name) / file.name).as_posix() for file in files]
            pairs = zip(files, shown, strict=True)
            packages = tuple(package(file, label) for file, label in pairs)
            return Release(f"{name} (packages: {len(files)})", packages, packed=True)
    found = _collection(name, here)
    made = api.forms(found, as_of=as_of, language=language, kind=kind)
    packages = tuple(read(FORMAT.render(form), form.deck) for form in made)
    reasons = dict(_reasons(found, made, as_of))
    return Release(f"{name or 'the decks'} as of {as_of}", packages, reasons=reasons)


def _reasons(
    collection: api.Collection, made: Iterable[Form], as_of: date
) -> Iterator[tuple[str, str]]:
    """Give why items have ended, and what is asked instead as it is asked."""
    library = collection.library
    stems = {
        f"{i.deck}/{i.fact}": i.stem for form in made for i in reversed(form.items)
    }
    for fact in dict.fromkeys(f for deck in collection.decks for f in deck.facts):
        for question in library.kinds[fact.deck, fact.kind].questions:
            end = end_of(fact, question, as_of)
            if end:
                other = library.facts.get(end.instead)
                stem = stems.get(other.ref) if other else None
                why = f"{end.why} Instead: {stem}" if stem else end.why
                yield f"{fact.origin}/{question.origin}", why


def _collection(name: str | None, here: Path) -> api.Collection:
    """Load decks; a folder from elsewhere stands alone, since it may be ours of another day."""
    if name is None:
        return api.load(cwd=here)
    path = here / name
    if not path.is_dir() or real(path).is_relative_to(real(here / "decks")):
        return api.load(name, cwd=here)
    try:
        return api.load(".", cwd=path)
    except QuizError as error:
        raise QuizError(
            *(_within(problem, name) for problem in error.problems)
        ) from None


def _within(problem: Problem, folder: str) -> Problem:
    """Name the file as seen from the working folder."""
    file = problem.location.file
    if not file.startswith(("<", "/")):
        file = (Path(folder) / file).as_posix()
    return replace(problem, location=replace(problem.location, file=file))
