"""The collection is taken out of any package; what is no package is a problem, never a traceback."""

import io
import sqlite3
import zipfile

import pytest
import zstandard

from quiz.errors import QuizError
from quiz.formats.anki import unpacking

HEAD = b"SQLite format 3\0"


def packed(how=zipfile.ZIP_STORED, **members):
    """Give a zip file whose members are named `collection.<name>`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as package:
        for name, data in members.items():
            package.writestr(f"collection.{name}", data)
    return stream.getvalue()


def test_the_newest_form_counts(add, exported):
    """Real Anki packs an older form beside it, which only says that an update is needed."""
    add("Basic", Front="q", Back="a")
    for legacy, newest in ((True, "collection.anki21"), (False, "collection.anki21b")):
        data = exported(legacy=legacy)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert {"collection.anki2", newest} <= set(package.namelist())
            assert b"Please update" in package.read("collection.anki2")
        database = sqlite3.connect(":memory:")
        database.deserialize(unpacking.collection(data, "x"))
        assert database.execute("SELECT flds FROM notes").fetchall() == [("q\x1fa",)]
        database.close()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "this is no Anki package, or a damaged one"),
        (b"deck: d\n", "this is no Anki package, or a damaged one"),
        (packed(anki2=HEAD * 99)[:-30], "this is no Anki package, or a damaged one"),
        (
            packed(anki2=HEAD * 99).replace(HEAD, b"?" * 16, 1),
            "this is no Anki package, or a damaged one",
        ),
        (
            packed(zipfile.ZIP_DEFLATED, anki2=HEAD * 99).replace(
                b"\x0b\x0e", b"\xff\xff"
            ),
            "this is no Anki package, or a damaged one",
        ),
        (packed(anki21b=HEAD * 9), "this is no Anki package, or a damaged one"),
        (
            packed(anki2=b""),
            "the collection in this package is no database, or cut short",
        ),
        (
            packed(anki2=b"PK" * 99),
            "the collection in this package is no database, or cut short",
        ),
        (
            packed(anki30=HEAD),
            "this package is of a form that is not known here (collection.anki30)",
        ),
        (packed(), "this is a zip file without a collection in it, so no Anki package"),
    ],
)
def test_what_is_no_package_says_so(data, says):
    """One problem that names the file, and what to do."""
    with pytest.raises(QuizError) as caught:
        unpacking.collection(data, "a b.apkg")
    (problem,) = caught.value.problems
    told = f"a b.apkg: error[bad-package]: {says}"
    assert (told, True) == (str(problem), bool(problem.fix))


@pytest.mark.parametrize("name", ["anki2", "anki21", "anki21b"])
def test_a_package_that_swells_is_stopped(name, monkeypatch):
    """A collection of more than the limit is refused, whatever its header says of its size."""
    monkeypatch.setattr(unpacking, "LIMIT", 1 << 20)
    fits = HEAD + bytes((1 << 20) - len(HEAD))
    for content, refused in ((fits, False), (fits + b"\0", True)):
        data = content
        if name == "anki21b":
            made = zstandard.ZstdCompressor().compressobj()
            data = made.compress(content) + made.flush()
        package = packed(zipfile.ZIP_DEFLATED, **{name: data})
        if refused:
            with pytest.raises(QuizError, match="is larger than 1 MB"):
                unpacking.collection(package, "x")
        else:
            assert len(unpacking.collection(package, "x")) == 1 << 20


def test_an_encrypted_package_is_a_problem():
    """Nobody is asked for a password."""
    data = bytearray(packed(anki2=HEAD))
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + flags] |= 1
    with pytest.raises(QuizError, match="no Anki package, or a damaged one"):
        unpacking.collection(bytes(data), "x")
