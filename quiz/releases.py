"""A release by the name one gives it: packages in files, or the decks as they would be built."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import api
from quiz.errors import Location, Problem, QuizError
from quiz.files import real
from quiz.formats.anki import FORMAT
from quiz.formats.anki.reading import Package, read

if TYPE_CHECKING:
    from datetime import date

SUFFIX = ".apkg"


@dataclass(frozen=True, slots=True)
class Release:
    """Packages, and what they are in words; `packed` if they were read from files."""

    shown: str
    packages: tuple[Package, ...]
    packed: bool = False


def package(path: Path, shown: str) -> Package:
    """Read a package from a file; raises QuizError for one that cannot be read or is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
        fix = "check that it exists and that you may read it"
        raise QuizError(
            Problem(Location(shown, line=0), "unreadable-file", what, fix)
        ) from None
    return read(data, shown)


def find(
    name: str | None,
    *,
    as_of: date,
    language: str | None = None,
    cwd: Path | None = None,
) -> Release:
    """Find a release: a package, a folder of packages or decks; by default what `build` takes.

    Decks are built in memory as of a day. Raises QuizError with every problem.
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
    made = api.forms(_collection(name, here), as_of=as_of, language=language)
    packages = tuple(read(FORMAT.render(form), form.deck) for form in made)
    return Release(f"{name or 'the decks'} as of {as_of}", packages)


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
