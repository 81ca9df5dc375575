"""Profiles by name: which file a profile is, which there are, and how one is removed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quiz.errors import COMMAND, Problem, QuizError, choose
from quiz.study.store import troubles
from quiz.study.store.opening import APPLICATION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DEFAULT = "default"
# Where SQLite keeps it in a file: sqlite.org/fileformat2.html, "Application ID".
_APPLICATION_AT = 68
_SUFFIX = ".sqlite"
# Words of letters and digits: what every file system takes, and takes as it is.
_NAME = re.compile(r"[^\W_](?:[\w -]{0,38}[\w-])?")
# Names of devices: learn.microsoft.com/windows/win32/fileio/naming-a-file.
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")


def place(folder: Path, profile: str) -> Path:
    """Give the file of a profile; raises QuizError for what is no plain name."""
    name = unicodedata.normalize("NFC", profile)
    # Windows takes COM¹ for COM1.
    device = unicodedata.normalize("NFKC", name).casefold()
    if not _NAME.fullmatch(name) or _RESERVED.fullmatch(device):
        what = f"'{profile}' cannot be the name of a profile"
        fix = "use at most 40 letters, digits, spaces, '-' and '_', such as 'anna'"
        raise QuizError(Problem(COMMAND, "bad-profile", what, fix))
    return folder / f"{name}{_SUFFIX}"


def known(folder: Path) -> tuple[str, ...]:
    """Name the profiles that a folder has."""
    return tuple(sorted(f.stem for f in folder.glob(f"*{_SUFFIX}") if _is_ours(f)))


def _is_ours(file: Path) -> bool:
    """Tell a store from another program's file; the folder may be one that holds such."""
    try:
        with file.open("rb") as opened:
            opened.seek(_APPLICATION_AT)
            return opened.read(4) == APPLICATION.to_bytes(4, "big")
    except OSError:
        return False


def unknown(folder: Path, profile: str) -> Problem:
    """Say that there is no such profile."""
    what = f"there is no profile '{profile}'"
    fix = choose(profile, known(folder)) if known(folder) else "begin with 'quiz test'"
    return Problem(COMMAND, "unknown-profile", what, fix)


def files(folder: Path, profile: str) -> tuple[Path, ...]:
    """Give all files of a profile: its store, its backups, and what SQLite keeps beside them.

    Raises QuizError if there is no such profile.
    """
    path = place(folder, profile)
    if not path.exists():
        raise QuizError(unknown(folder, profile))
    return _with_beside([path, *sorted(folder.glob(f"{path.stem}.v*.bak"))])


def every_file(folder: Path) -> tuple[Path, ...]:
    """Give all files of all profiles in a folder, also backups whose profile is gone."""
    found = (*folder.glob(f"*{_SUFFIX}"), *folder.glob("*.v*.bak"))
    return _with_beside(sorted(filter(_is_ours, found)))


def _with_beside(files: Iterable[Path]) -> tuple[Path, ...]:
    ends = ("", "-wal", "-shm", "-journal")
    every = (file.with_name(f"{file.name}{end}") for file in files for end in ends)
    return tuple(file for file in every if file.exists())


def remove(files: Iterable[Path]) -> None:
    """Delete files; raises QuizError for the first that cannot be deleted."""
    for path in files:
        with troubles.told(path):
            path.unlink()
