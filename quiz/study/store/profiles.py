"""Profiles by name: which file a profile is, which there are, and how one is removed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quiz.errors import COMMAND, Problem, QuizError, choose
from quiz.study.store import troubles

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "default"
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
    return tuple(sorted(file.stem for file in folder.glob(f"*{_SUFFIX}")))


def unknown(folder: Path, profile: str) -> Problem:
    """Say that there is no such profile."""
    what = f"there is no profile '{profile}'"
    fix = choose(profile, known(folder)) if known(folder) else "begin with 'quiz test'"
    return Problem(COMMAND, "unknown-profile", what, fix)


def files(folder: Path, profile: str) -> tuple[Path, ...]:
    """Give all files of a profile: its store, what SQLite keeps beside it, its backups."""
    path = place(folder, profile)
    beside = [
        path.with_name(f"{path.name}-{part}") for part in ("wal", "shm", "journal")
    ]
    backups = sorted(folder.glob(f"{path.stem}.v*.bak"))
    return tuple(file for file in (path, *beside, *backups) if file.exists())


def remove(folder: Path, profile: str) -> tuple[Path, ...]:
    """Delete all files of a profile, and give them; raises QuizError if there are none."""
    found = files(folder, profile)
    if not found:
        raise QuizError(unknown(folder, profile))
    for path in found:
        with troubles.told(path):
            path.unlink()
    return found
