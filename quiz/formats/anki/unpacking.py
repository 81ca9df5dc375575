"""The collection in a package: the newest form it holds, unpacked to an SQLite database."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

import zstandard

from quiz.errors import Location, Problem, QuizError

# A newer package also holds an older form, with one note that says "please update".
_NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")
_MAGIC = b"SQLite format 3\0"
# Header bytes that ask for a write-ahead log, which memory cannot have.
_WAL = slice(18, 20)
# No deck is near this size (100,000 notes take 30 MB): more is a mistake or an attack.
LIMIT = 256 * 1024 * 1024
_AGAIN = "get the file again, or export it again"


def collection(data: bytes, file: str) -> bytes:
    """Give the SQLite database in a package; raises QuizError for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            name = _newest(package, file)
            with package.open(name) as member:
                unpacked = member.read(LIMIT + 1)
        if name == _NAMES[0]:
            reader = zstandard.ZstdDecompressor().stream_reader(unpacked)
            unpacked = reader.read(LIMIT + 1)
    # Whatever can be wrong with a zip: no zip, cut short, a wrong sum, encrypted, unknown packing.
    except (
        *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, zstandard.ZstdError),
        *(EOFError, OSError, RuntimeError, ValueError, OverflowError),
    ):
        raise _bad(file, "this is no Anki package, or a damaged one", _AGAIN) from None
    if len(unpacked) > LIMIT:
        what = f"the collection in this package is larger than {LIMIT >> 20} MB"
        raise _bad(file, what, "export the one deck that is meant, not all")
    if not unpacked.startswith(_MAGIC):
        what = "the collection in this package is no database, or cut short"
        raise _bad(file, what, _AGAIN)
    return _in_memory(unpacked)


def database(data: bytes, file: str) -> bytes:
    """Give the SQLite database of a collection, in a package or as Anki keeps it."""
    return _in_memory(data) if data.startswith(_MAGIC) else collection(data, file)


def _in_memory(database: bytes) -> bytes:
    return database[: _WAL.start] + b"\1\1" + database[_WAL.stop :]


def _newest(package: zipfile.ZipFile, file: str) -> str:
    held = set(package.namelist())
    for name in _NAMES:
        if name in held:
            return name
    newer = sorted(name for name in held if name.startswith("collection."))
    if newer:
        what = f"this package is of a form that is not known here ({newer[0]})"
        fix = "export it from Anki with 'Support older Anki versions' ticked"
        raise _bad(file, what, fix)
    what = "this is a zip file without a collection in it, so no Anki package"
    raise _bad(file, what, "name a file that was exported as .apkg")


def _bad(file: str, what: str, fix: str) -> QuizError:
    return QuizError(Problem(Location(file, line=0), "bad-package", what, fix))
