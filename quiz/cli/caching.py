"""What takes long to make of files is kept until a file or the program changes."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import quiz
from quiz import files, resources
from quiz.cli.keeping import cache_folder
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_DIGEST = hashlib.sha256().digest_size


def stamp(of: Iterable[object], read: Iterable[Path]) -> bytes:
    """Give what tells one making from another: what was asked, each file read, the program.

    A file is told by its size and by when it was last written or moved: both times, since a
    copy may bring the first along.
    """
    code = Path(quiz.__file__).parent
    templates = resources.folder("templates")
    paths = {*read, *code.rglob("*.py"), *templates.rglob("*.yaml")}
    told = [repr((sys.version, *of))]
    told += (f"{path} {_seen(path)}" for path in sorted(paths))
    return hashlib.sha256("\n".join(told).encode(errors="replace")).digest()


def _seen(path: Path) -> tuple[int, ...]:
    """Give what tells a file from what it was; nothing if it is gone, which its reader tells."""
    try:
        seen = path.stat()
    except OSError:
        return ()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


def kept(name: str, now: bytes, make: Callable[[], T]) -> T:
    """Give what was kept under a name with the stamp of `now`, else make it and keep that.

    One value a name is kept. What cannot be read is made again; where nothing can be
    written, nothing is kept.
    """
    place = cache_folder() / f"{name}.pickle"
    try:
        data = place.read_bytes()
        if data[:_DIGEST] == now:
            # It is the user's own folder, as that of Python's own compiled files is.
            found: T = pickle.loads(data[_DIGEST:])  # noqa: S301
            return found
    except Exception:  # noqa: BLE001, S110 - whatever is wrong with it, it can be made again
        pass
    made = make()
    with contextlib.suppress(QuizError, OSError):
        files.write({place: now + pickle.dumps(made)})
    return made
