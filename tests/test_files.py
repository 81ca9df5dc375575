"""Files are written whole or not at all, through links, into pipes and devices."""

import os
import resource
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz import files
from quiz.errors import QuizError
from quiz.files import write


def contents(folder):
    """Give what a folder holds: bytes by path, None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        if path.is_file()
        else None
        for path in folder.rglob("*")
    }


def test_files_are_written_with_their_folders(tmp_path):
    """New files, new folders and files that are there get what was given, and no other stays."""
    (tmp_path / "old.txt").write_bytes(b"old, and longer")
    write({tmp_path / "old.txt": b"new", tmp_path / "a" / "b" / "c.txt": b""})
    assert contents(tmp_path) == {
        "old.txt": b"new",
        "a": None,
        "a/b": None,
        "a/b/c.txt": b"",
    }


NAMES = st.lists(st.sampled_from("abcd"), unique=True, max_size=4)


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=50)
@given(
    names=NAMES, bad=st.integers(0, 4), kind=st.sampled_from(["folder", "below a file"])
)
def test_all_are_written_or_none(names, bad, kind, tmp_path_factory):
    """If one place cannot be written to, every file is as it was, and nothing is left over."""
    folder = tmp_path_factory.mktemp("all")
    (folder / "a").write_bytes(b"a before")
    (folder / "is" / "here").mkdir(parents=True)
    before = contents(folder)
    place = folder / "is" if kind == "folder" else folder / "a" / "file"
    paths = [folder / name for name in names]
    paths.insert(min(bad, len(paths)), place)
    with pytest.raises(QuizError) as caught:
        write(dict.fromkeys(paths, b"after"))
    assert before == contents(folder)
    (problem,) = caught.value.problems
    assert (
        f"{place.as_posix()}: error[unwritable-file]: this file cannot be written: "
        in str(problem)
    )
    assert problem.fix == "choose another place with -o, or make this one writable"


def test_a_link_is_followed(tmp_path):
    """A link stays a link, and what it leads to is written, there already or not."""
    for name in ("there", "not"):
        (tmp_path / name).symlink_to(f"{name}.txt")
    (tmp_path / "there.txt").write_bytes(b"old")
    write({tmp_path / "there": b"1", tmp_path / "not": b"2"})
    assert contents(tmp_path) == {
        "there": b"1",
        "there.txt": b"1",
        "not": b"2",
        "not.txt": b"2",
    }
    assert [(tmp_path / name).is_symlink() for name in ("there", "not")] == [True, True]


def test_a_link_in_a_circle_is_no_traceback(tmp_path):
    """Where a link leads nowhere but to itself, the file takes its place."""
    (tmp_path / "round").symlink_to("round")
    write({tmp_path / "round": b"1"})
    assert contents(tmp_path) == {"round": b"1"}


def test_a_pipe_gets_the_bytes(tmp_path):
    """What is no regular file is written to, not replaced."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write({pipe: b"through"})
    reader.join(10)
    assert (got, stat.S_ISFIFO(pipe.stat().st_mode)) == ([b"through"], True)


def test_a_device_is_written_to():
    """A device takes the bytes, and stays a device."""
    write({Path(os.devnull): b"gone"})
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_may_be_read_as_the_user_wants(mask, mode, tmp_path):
    """Its permissions follow the mask of the one who runs the program, which stays as it was."""
    before = os.umask(mask)
    try:
        write({tmp_path / "a": b""})
        assert mask == os.umask(mask)
    finally:
        os.umask(before)
    assert mode == stat.S_IMODE((tmp_path / "a").stat().st_mode)


def test_a_file_that_does_not_fit_leaves_nothing(tmp_path):
    """When space ends in the middle of a file, the part that was written is taken away."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(
            QuizError, match="this file cannot be written: file too large"
        ):
            write({tmp_path / "a": b"1", tmp_path / "b": bytes(2000)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(tmp_path) == {}


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    """By the name that the user knows it by."""
    (tmp_path / "a").write_bytes(b"1")
    assert files.contents(tmp_path / "a", "a") == b"1"
    with pytest.raises(
        QuizError, match="this file cannot be read: no such file"
    ) as told:
        files.contents(tmp_path / "b", "b")
    assert told.value.problems[0].location.file == "b"
