"""Files are written whole or not at all."""

import os
import sys
import threading

import pytest

from quiz.errors import QuizError
from quiz.files import write


def names(folder):
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_where_asked(tmp_path):
    """Folders are made, earlier files replaced."""
    old, new = tmp_path / "old", tmp_path / "a" / "b" / "new"
    old.write_bytes(b"was")
    write({old: b"is", new: b"\x00\xff"})
    assert (old.read_bytes(), new.read_bytes()) == (b"is", b"\x00\xff")
    assert (names(tmp_path), names(new.parent)) == (["a", "old"], ["new"])


def test_nothing_is_written_where_one_cannot_be(tmp_path):
    """A folder stands in the place of the second: the first stays as it was."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"was")
    second.mkdir()
    with pytest.raises(QuizError) as caught:
        write({first: b"is", second: b"is"})
    (problem,) = caught.value.problems
    assert (problem.code, problem.location.file) == (
        "unwritable-file",
        second.as_posix(),
    )
    assert problem.what == "this file cannot be written: is a directory"
    assert first.read_bytes() == b"was"
    assert names(tmp_path) == ["first", "second"]


def test_a_file_in_the_way_of_a_folder_is_said(tmp_path):
    """And left as it is."""
    (tmp_path / "dist").write_bytes(b"mine")
    with pytest.raises(QuizError, match="unwritable-file"):
        write({tmp_path / "dist" / "x": b""})
    assert (tmp_path / "dist").read_bytes() == b"mine"


def test_a_link_is_followed(tmp_path):
    """What it leads to is replaced, the link stays."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").write_bytes(b"was")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real" / "file")
    write({link: b"is"})
    assert link.is_symlink()
    assert (tmp_path / "real" / "file").read_bytes() == b"is"
    assert names(tmp_path / "real") == ["file"]


def test_a_pipe_is_written_to(tmp_path):
    """As `-o /dev/stdout` and `-o >(wc -c)` ask for: it is no file to be replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write({pipe: b"through"})
    reader.join(10)
    assert (got, names(tmp_path)) == ([b"through"], ["pipe"])


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_others_may_read_what_a_umask_lets_them(tmp_path):
    """As a file written by any other tool."""
    before = os.umask(0o027)
    try:
        write({tmp_path / "file": b""})
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640
