"""What can be wrong with a file of reviews, in words; whatever it is, the file stays as it is."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from quiz.errors import Location, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAVE = (
    "try 'quiz study rebuild', which needs the log alone; else move the file elsewhere and"
    " put a backup (.bak) in its place, or import an export; '.recover' of the program"
    " sqlite3 may save more"
)


def at(path: Path) -> Location:
    """Give the place of a whole file."""
    return Location(path.as_posix(), line=0)


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of a store into a problem."""
    try:
        yield
    except sqlite3.Error as error:
        problem = _problem(path, error)
        if problem is None:
            raise
        raise QuizError(problem) from None
    except UnicodeDecodeError:
        # A name in the damaged part, which SQLite tells and Python cannot read.
        raise QuizError(corrupt(path, "a name in it is no text")) from None
    except OSError as error:
        raise QuizError(_unwritable(path, error.strerror or str(error))) from None


@contextlib.contextmanager
def sensible(path: Path) -> Iterator[None]:
    """Take what cannot be made of stored rows for damage of the store."""
    try:
        yield
    except (TypeError, ValueError, ArithmeticError):
        problem = corrupt(path, "what a row of it says makes no sense")
        raise QuizError(problem) from None


def _problem(path: Path, error: sqlite3.Error) -> Problem | None:
    """Tell what is wrong by SQLite's primary code, the low byte: sqlite.org/rescode.html."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            what = "the disk is full; what was confirmed before is kept"
            return Problem(at(path), "full-disk", what, "make room, then go on")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            what = "another program has been writing to this file for long"
            fix = "wait for it, or close it, and try again"
            return Problem(at(path), "locked-store", what, fix)
        case sqlite3.SQLITE_NOTADB:
            return not_ours(path)
        case (
            sqlite3.SQLITE_READONLY
            | sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_IOERR
        ):
            return _unwritable(path, str(error))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_ERROR:
            return corrupt(path, str(error))
    # Text that is no UTF-8 has no code; all else is a fault of ours.
    return (
        corrupt(path, str(error)) if type(error) is sqlite3.OperationalError else None
    )


def _unwritable(path: Path, said: str) -> Problem:
    what = f"reviews cannot be kept here: {said.lower()}"
    fix = "make the folder and the file writable, or set CIVICS_QUIZ_DATA to another folder"
    return Problem(at(path), "unwritable-store", what, fix)


def corrupt(path: Path, said: str) -> Problem:
    """Say that a store is damaged."""
    what = f"this store of reviews is damaged ({said.lower()}); it was left as it is"
    return Problem(at(path), "corrupt-store", what, _SAVE)


def not_ours(path: Path) -> Problem:
    """Say that a file is no store."""
    what = "this file is no store of reviews, or its beginning is damaged; it was left as it is"
    fix = "move it elsewhere, or choose another --profile"
    return Problem(at(path), "not-a-store", what, fix)


def newer(path: Path, version: int, known: int) -> Problem:
    """Say that a store is from a later program."""
    what = f"this store is of version {version}, and this program knows {known} at most"
    fix = "update the program ('pip install --upgrade civics-quiz')"
    return Problem(at(path), "newer-store", what, fix)
