import os

import pytest

from quiz.cli import caching
from quiz.cli.caching import kept, stamp


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A learner's folder, in which the cache lies."""
    monkeypatch.setenv("CIVICS_QUIZ_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "cache"


def never():
    """Fail: what was kept is made again."""
    pytest.fail("it was made again")


def test_what_was_made_is_made_once():
    """As long as it has the same stamp; with another it is made again, and replaces the first."""
    assert kept("names", b"a" * 32, lambda: [1]) == [1]
    assert kept("names", b"a" * 32, never) == [1]
    assert kept("names", b"b" * 32, lambda: [2]) == [2]
    assert kept("names", b"a" * 32, lambda: [3]) == [3]


@pytest.mark.parametrize(
    "data", [b"", b"a" * 31, b"a" * 32, b"a" * 32 + b"cnothing\nhere\n."]
)
def test_what_is_damaged_is_made_again(folder, data):
    """A file cut short, or of a program whose parts have other names, does no harm."""
    folder.mkdir(parents=True)
    (folder / "names.pickle").write_bytes(data)
    assert kept("names", b"a" * 32, lambda: [1]) == [1]
    assert kept("names", b"a" * 32, never) == [1]


def test_where_nothing_can_be_written_nothing_is_kept(folder):
    """And nothing is said: here a file is in the way of the folder."""
    folder.parent.mkdir()
    folder.write_text("in the way")
    assert kept("names", b"a" * 32, lambda: [1]) == [1]
    assert kept("names", b"a" * 32, lambda: [2]) == [2]


def test_a_stamp_tells_what_was_asked_and_what_was_read(tmp_path):
    """It changes with the question, with a file that is longer, and with one that was only replaced."""
    file, other = tmp_path / "deck.yaml", tmp_path / "other.yaml"
    file.write_text("one")
    first = stamp(("en",), [file])
    assert stamp(("en",), [file]) == first
    assert stamp(("es",), [file]) != first
    other.write_text("two")
    seen = file.stat()
    os.utime(other, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    other.replace(file)
    second = stamp(("en",), [file])
    assert second != first
    file.write_text("three")
    assert stamp(("en",), [file]) not in (first, second)


def test_a_file_that_is_gone_is_another_stamp(tmp_path):
    """Whoever reads it says so."""
    file = tmp_path / "deck.yaml"
    file.write_text("one")
    first = stamp((), [file])
    file.unlink()
    assert stamp((), [file]) != first


def test_a_stamp_tells_the_program(tmp_path, monkeypatch):
    """What an earlier version kept is not taken for what this one makes."""
    first = stamp((), [])
    (tmp_path / "__init__.py").write_text("")
    monkeypatch.setattr(caching.quiz, "__file__", str(tmp_path / "__init__.py"))
    assert stamp((), []) != first
