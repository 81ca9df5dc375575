"""Which YAML files a command means: deck names, paths, the working folder, the shipped ones."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import ledger, resources
from quiz.decks import SHIPPED, File, Files, Record
from quiz.errors import Location, Problem, QuizError
from quiz.files import real

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_ASIDE = ("names", "kinds")
_SUFFIXES = (".yaml", ".yml")
# How many folders up from a deck file its `decks` folder is looked for.
_LEVELS = 4


@dataclass(slots=True)
class _Root:
    """A folder whose names and kinds are used and, if `whole`, its decks as well."""

    path: Path
    whole: bool


def find(
    arguments: Sequence[str], cwd: Path, stdin: bytes | None = None
) -> tuple[Files, tuple[str, ...]]:
    """Find the files of a library and which deck files, as shown, were asked for.

    An argument is a path to a file or folder, `-` for `stdin`, or a deck's id, which is
    left to the caller. Without arguments the working folder's decks are asked for, else
    the shipped ones, which are always known. Raises QuizError for a folder without decks.
    """
    shipped = resources.folder("decks")
    own = cwd / "decks"
    roots = {real(shipped): _Root(shipped, whole=True)}
    if own.is_dir():
        roots.setdefault(real(own), _Root(own, whole=True))
    named: dict[Path, tuple[str, Path]] = {}
    asked: list[str] = []
    for argument in arguments:
        path = cwd / argument
        if not is_path(argument, cwd):
            continue
        if argument == "-":
            asked.append("<stdin>")
        elif path.is_dir():
            roots.setdefault(real(path), _Root(path, whole=True)).whole = True
            asked += [shown(file, cwd) for file in _some_decks(path, argument)]
        else:
            root = _root_of(path)
            roots.setdefault(real(root), _Root(root, whole=False))
            named[path] = "named", root
            asked.append(shown(path, cwd))
    if not arguments:
        decks = [*_decks_in(own)] or [*_decks_in(shipped)]
        asked = [shown(file, cwd) for file in decks]
    found = list(roots.values())
    decks_of = {
        file: (_home(root), root.path)
        for root in found
        for file in (_decks_in(root.path) if root.whole else ())
    }
    given = [File(Path("-"), "<stdin>", "named", stdin)] if stdin is not None else []
    files = Files(
        _files(_each(found, _kinds_of), cwd),
        _files(_each(found, lambda root: [root / "names"]), cwd),
        (*_deck_files(decks_of | named, roots, cwd), *given),
    )
    return files, tuple(asked)


def is_path(argument: str, cwd: Path) -> bool:
    """Tell whether an argument means a file or folder rather than a deck's id."""
    if argument == "-" or argument.endswith(_SUFFIXES) or "/" in argument:
        return True
    return os.path.isdir(cwd / argument)  # noqa: PTH112 - false, too, for what no path can be


def _home(root: _Root) -> str:
    path = real(root.path)
    return SHIPPED if path == real(resources.folder("decks")) else str(path)


def _root_of(file: Path) -> Path:
    """Find the folder whose names and kinds a deck file may use: `decks`, else its own."""
    parents = list(real(file).parents)[:_LEVELS]
    return next((folder for folder in parents if folder.name == "decks"), file.parent)


def _kinds_of(root: Path) -> list[Path]:
    return [root.parent / "templates" / "kinds", root / "kinds"]


def _each(
    roots: list[_Root], folders_of: Callable[[Path], list[Path]]
) -> Iterator[tuple[Path, str]]:
    for root in roots:
        for folder in folders_of(root.path):
            for file in _yaml(folder.glob("*")):
                yield file, _home(root)


def _decks_in(root: Path) -> list[Path]:
    return [
        file
        for file in _yaml(root.rglob("*"))
        if not _passed_over(file.relative_to(root).parts)
    ]


def _passed_over(parts: tuple[str, ...]) -> bool:
    """Tell whether a file lies among names and kinds, or is hidden."""
    return bool(set(parts[:-1]) & set(_ASIDE)) or any(p.startswith(".") for p in parts)


def _some_decks(folder: Path, argument: str) -> list[Path]:
    decks = _decks_in(folder)
    if not decks:
        what = "there is no deck in this folder"
        fix = "name a folder that holds .yaml files with decks"
        at = Location(argument or ".", line=0)
        raise QuizError(Problem(at, "no-decks", what, fix))
    return decks


def _yaml(files: Iterable[Path]) -> list[Path]:
    return sorted(
        file
        for file in files
        if file.suffix in _SUFFIXES and not file.name.startswith(".") and file.is_file()
    )


def _files(places: Iterable[tuple[Path, str]], cwd: Path) -> tuple[File, ...]:
    unique = {real(path): (path, home) for path, home in places}
    return tuple(File(path, shown(path, cwd), home) for path, home in unique.values())


def _deck_files(
    places: Mapping[Path, tuple[str, Path]], roots: Mapping[Path, _Root], cwd: Path
) -> Iterator[File]:
    """Give deck files with their collection's ledger: one's own, unless it is the shipped."""
    shipped, here = real(resources.folder("decks")), real(cwd / "decks")
    unique = {real(path): (path, *place) for path, place in places.items()}
    for path, home, root in unique.values():
        folder = _collection(real(root))
        book = folder / ledger.NAME
        ours = folder != shipped or shipped == here
        may = os.access(book if book.exists() else folder, os.W_OK)
        whole = folder in roots and roots[folder].whole
        record = Record(book, shown(book, cwd), ours and may, whole, ours and not may)
        yield File(path, shown(path, cwd), home, record=record)


def _collection(root: Path) -> Path:
    """Find the folder of the collection that a folder is of: `decks`, or where a ledger is."""
    for folder in (root, *root.parents[:_LEVELS]):
        book = folder / ledger.NAME
        if folder.name == "decks" or (book.is_file() and _is_ledger(book)):
            return folder
    return root


def _is_ledger(file: Path) -> bool:
    first = ledger.HEAD.partition("\n")[0].encode()
    try:
        with file.open("rb") as opened:
            return opened.read(len(first)) == first
    except OSError:
        return False


def shown(path: Path, cwd: Path) -> str:
    """Name a file as the user would: from the working folder, else among the shipped ones."""
    full, here = real(path), real(cwd)
    if full.is_relative_to(here):
        return full.relative_to(here).as_posix()
    for name in ("decks", "templates"):
        home = real(resources.folder(name))
        if full.is_relative_to(home):
            return f"{SHIPPED}/{full.relative_to(home.parent).as_posix()}"
    return path.as_posix()
