"""Files are written whole or not at all: beside their places first, then renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.errors import Location, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places, then rename all of them there.

    A link is followed; what is no regular file (a pipe, a device) is written to as it is.
    Raises QuizError, and has then written nothing, if one of them cannot be written.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _told(path):
                if path.exists() and not path.is_file():
                    path.write_bytes(data)  # a folder raises here
                else:
                    beside[_beside(real(path), data)] = path
        for temporary, path in beside.items():
            with _told(path):
                temporary.replace(real(path))
    finally:
        for temporary in beside:
            temporary.unlink(missing_ok=True)


def contents(path: Path, shown: str) -> bytes:
    """Read a file, which a problem names as `shown`; raises QuizError if that cannot be done."""
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
        fix = "check that it exists and that you may read it"
        at = Location(shown, line=0)
        raise QuizError(Problem(at, "unreadable-file", what, fix)) from None


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into a problem."""
    try:
        yield
    except OSError as error:
        what = f"this file cannot be written: {(error.strerror or str(error)).lower()}"
        fix = "choose another place with -o, or make this one writable"
        at = Location(path.as_posix(), line=0)
        raise QuizError(Problem(at, "unwritable-file", what, fix)) from None


def real(path: Path) -> Path:
    """Follow links; unlike `Path.resolve`, without an error where they go in a circle."""
    return Path(os.path.realpath(path))


def _beside(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
