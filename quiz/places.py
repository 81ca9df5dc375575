"""Which YAML files a command means: deck names, paths, the working folder, the shipped ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quiz import resources
from quiz.decks import File, Files
from quiz.errors import Location, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ASIDE = ("names", "kinds")
_LEVELS = 4


def find(
    arguments: Sequence[str], cwd: Path, stdin: bytes | None = None
) -> tuple[Files, tuple[str, ...] | None]:
    """Find the files of a library and which deck files, as shown, were asked for.

    An argument is a path to a file or folder, `-` for `stdin`, or a deck's id (left to
    the caller; None stands for every deck found). Shipped decks are always known.
    """
    paths = [argument for argument in arguments if is_path(argument, cwd)]
    shipped = resources.folder("decks")
    roots = [shipped]
    files: list[Path] = []
    asked: list[str] = []
    for argument in paths:
        path = cwd / argument
        if argument == "-":
            asked.append("<stdin>")
        elif path.is_dir():
            roots.append(path)
            asked += [_shown(file, cwd) for file in _decks_in(path)]
        else:
            root = _root_of(path)
            roots.append(root)
            files.append(path)
            asked.append(_shown(path, cwd))
    own = cwd / "decks"
    if own.is_dir():
        roots.append(own)
        if not arguments:
            asked += [_shown(file, cwd) for file in _decks_in(own)]
    elif not arguments:
        asked += [_shown(file, cwd) for file in _decks_in(shipped)]
    unique = list({root.resolve(): root for root in roots}.values())
    whole = [root for root in unique if not _only_for_a_file(root, files, own, shipped)]
    decks = [*(file for root in whole for file in _decks_in(root)), *files]
    kinds = [resources.folder("templates") / "kinds"]
    for root in unique:
        kinds += [root / "kinds", root.parent / "templates" / "kinds"]
    given = [File(Path("-"), "<stdin>", stdin)] if stdin is not None else []
    return (
        Files(
            _files((file for folder in kinds for file in _yaml(folder)), cwd),
            _files((file for root in unique for file in _yaml(root / "names")), cwd),
            (*_files(decks, cwd), *given),
        ),
        tuple(asked) if asked else None,
    )


def is_path(argument: str, cwd: Path) -> bool:
    """Tell whether an argument means a file or folder rather than a deck's id."""
    if argument == "-" or argument.endswith((".yaml", ".yml")) or "/" in argument:
        return True
    return (cwd / argument).is_dir()


def _only_for_a_file(root: Path, files: list[Path], own: Path, shipped: Path) -> bool:
    """Tell whether a root was added only for the names and kinds beside a file."""
    homes = {_root_of(file).resolve() for file in files}
    known = {own.resolve(), shipped.resolve()}
    return root.resolve() in homes - known


def _root_of(file: Path) -> Path:
    """Find the folder whose names and kinds a deck file may use."""
    for folder in list(file.resolve().parents)[:_LEVELS]:
        if folder.name == "decks" or any((folder / name).is_dir() for name in _ASIDE):
            return folder
    return file.parent


def _decks_in(root: Path) -> list[Path]:
    return sorted(
        file
        for file in root.rglob("*")
        if file.suffix in (".yaml", ".yml")
        and not set(file.relative_to(root).parts[:-1]) & set(_ASIDE)
    )


def _yaml(folder: Path) -> list[Path]:
    return sorted((*folder.glob("*.yaml"), *folder.glob("*.yml")))


def _files(paths: Iterable[Path], cwd: Path) -> tuple[File, ...]:
    unique = {path.resolve(): path for path in paths}
    return tuple(File(path, _shown(path, cwd)) for path in unique.values())


def _shown(path: Path, cwd: Path) -> str:
    """Name a file as the user would: from the working folder, else among the shipped ones."""
    full, here = path.resolve(), cwd.resolve()
    if full.is_relative_to(here):
        return full.relative_to(here).as_posix()
    for name in ("decks", "templates"):
        home = resources.folder(name).resolve()
        if full.is_relative_to(home):
            return f"<shipped>/{full.relative_to(home.parent).as_posix()}"
    return path.as_posix()


def unknown_deck(name: str, fix: str) -> QuizError:
    """Say that no deck has a name."""
    what = f"there is no deck '{name}'"
    return QuizError(Problem(Location("command line"), "unknown-deck", what, fix))
