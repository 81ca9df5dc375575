import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

import pytest

from quiz.errors import QuizError
from quiz.study import scheduler
from quiz.study.store import open_store, opening, troubles


@pytest.fixture
def place(tmp_path, review):
    """A store with forty reviews of ten cards."""
    with open_store(tmp_path) as store:
        store.record(*(review(f"u{n}", f"c{n % 10}", after=n) for n in range(40)))
    return store.path


def refused(call, *args, **more):
    """Give the code of the problem that a call raises, and what it says."""
    with pytest.raises(QuizError) as caught:
        call(*args, **more)
    (problem,) = caught.value.problems
    return problem.code, problem.location.file, problem.what


def changed(path, statement):
    """Change a store behind its back."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def fill(store, review):
    """Record until there is no room: give what was confirmed, and the codes of the problem."""
    confirmed = []
    for number in range(3000):
        event = review(f"u{number}", f"card {number}", after=number)
        try:
            store.record(event)
        except QuizError as error:
            return confirmed, [problem.code for problem in error.problems]
        confirmed.append(event)
    return confirmed, []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        *((b"hello", "not-a-store"), (b"x" * 5000, "not-a-store")),
        (bytes(8192), "not-a-store"),
    ],
)
def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path, data, code):
    """Text, or zeros, as a power cut may leave."""
    path = tmp_path / "default.sqlite"
    path.write_bytes(data)
    assert refused(open_store, tmp_path)[:2] == (code, path.as_posix())
    assert data == path.read_bytes()


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE log (x)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"],
)
def test_a_database_of_another_program_is_left_as_it_is(tmp_path, statement):
    """Even if one of its tables is called as ours."""
    path = tmp_path / "default.sqlite"
    changed(path, statement)
    before = path.read_bytes()
    assert refused(open_store, tmp_path)[0] == "not-a-store"
    assert before == path.read_bytes()


def test_a_store_of_a_newer_program_is_left_as_it_is(place):
    """It may hold what this program would lose."""
    version = len([*opening.SCHEMA.iterdir()]) + 1
    changed(place, f"PRAGMA user_version = {version}")
    before = place.read_bytes()
    code, _, what = refused(open_store, place.parent)
    assert (code, f"of version {version}" in what) == ("newer-store", True)
    assert before == place.read_bytes()


def test_a_damaged_store_is_told_and_left_as_it_is(place):
    """Cut in the middle; what is left can be looked at by who knows how."""
    data = place.read_bytes()[: place.stat().st_size // 2]
    place.write_bytes(data)
    with contextlib.suppress(QuizError), open_store(place.parent) as store:
        assert refused(store.memories)[0] == "corrupt-store"
    assert refused(lambda: open_store(place.parent).events())[0] == "corrupt-store"
    assert data == place.read_bytes()


def test_no_damage_is_a_traceback(place, review):
    """Whatever bytes are overwritten, a store gives what it held, or a problem."""
    data = place.read_bytes()
    seen = set()
    for seed in range(300):
        chance = Random(seed)  # noqa: S311 - a test, not a secret
        damaged = bytearray(data)
        start = chance.randrange(len(data))
        part = chance.randbytes(chance.randrange(1, 40))
        damaged[start : start + len(part)] = part
        place.write_bytes(damaged)
        try:
            with open_store(place.parent) as store:
                store.memories()
                store.events()
                store.record(review("new", after=99))
                store.rebuild()
            seen.add("fine")
        except QuizError as error:
            seen.add(error.problems[0].code)
        for file in place.parent.glob("default.sqlite-*"):
            file.unlink()
    assert {"fine", "corrupt-store"} <= seen


def test_a_damaged_memory_is_mended_from_the_log(place):
    """`quiz study rebuild` needs the log alone."""
    with open_store(place.parent) as store:
        right = store.memories()
    changed(place, "UPDATE memory SET due = 'soon' WHERE card = 'c1'")
    with open_store(place.parent) as store:
        told = refused(store.memories)
        assert told[0] == "corrupt-store"
        store.rebuild()
        assert right == store.memories()


def test_a_full_disk_loses_nothing(tmp_path, review):
    """What was confirmed stays, what was not is not there by halves, and one may go on later."""
    with open_store(tmp_path) as store:
        ((pages,),) = store.connection.execute("PRAGMA page_count")
        store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        confirmed, codes = fill(store, review)
        assert codes == ["full-disk"]
        event = review("after")
        assert store.events() == tuple(confirmed)
        assert scheduler.replay(confirmed) == store.memories()
        store.connection.execute("PRAGMA max_page_count = 100000")
        store.record(event)
    with open_store(tmp_path) as store:
        assert store.events() == (*confirmed, event)


def test_a_disk_that_is_really_full_loses_nothing(tmp_path, review):
    """A small one, filled by reviews."""
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", small]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:  # noqa: PLW1510
        pytest.skip("only root may make a small disk")
    try:
        with open_store(small) as store:
            confirmed, codes = fill(store, review)
        assert codes == ["full-disk"]
        subprocess.run(["mount", "-o", "remount,size=9m", small], check=True)
        with open_store(small) as store:
            assert store.events() == tuple(confirmed)
            assert scheduler.replay(confirmed) == store.memories()
            store.record(review("after"))
    finally:
        subprocess.run(["umount", small], check=True)


READ_ONLY = """
import os, pathlib, sys
from quiz.errors import QuizError
from quiz.study import scheduler
from quiz.study.store import open_store
scheduler.rules()
if not os.geteuid():
    os.setuid(65534)  # root may write everywhere, so nobody does it
try:
    with open_store(pathlib.Path(sys.argv[1])) as store:
        store.set("state", "CA")
except QuizError as error:
    print(*[problem.code for problem in error.problems])
"""


@pytest.mark.parametrize("locked", ["folder", "file", "new"])
def test_where_nothing_may_be_written_that_is_said(place, locked):
    """A folder or a file that is only read, also where there is no store yet."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "default.sqlite"
        if locked != "new":
            target.write_bytes(place.read_bytes())
            target.chmod(0o444 if locked == "file" else 0o666)
        folder.chmod(0o777 if locked == "file" else 0o555)
        before = target.read_bytes() if target.exists() else b""
        ran = subprocess.run(
            [sys.executable, "-c", READ_ONLY, folder],
            cwd=Path(__file__).parents[3],
            # Nobody could write what measures coverage either.
            env={k: v for k, v in os.environ.items() if not k.startswith("COVERAGE")},
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o777)
        assert (ran.stdout, ran.stderr) == ("unwritable-store\n", "")
        assert before == (target.read_bytes() if target.exists() else b"")


@pytest.mark.parametrize("name", ["file", "folder"])
def test_what_stands_in_the_way_is_told(tmp_path, name):
    """A file where the folder should be, a folder where the file should."""
    if name == "file":
        (tmp_path / "data").write_text("")
    else:
        (tmp_path / "data" / "default.sqlite").mkdir(parents=True)
    assert refused(open_store, tmp_path / "data")[0] == "unwritable-store"


def test_a_store_that_another_program_holds_is_told(place, monkeypatch, review):
    """After one has waited for it."""
    monkeypatch.setattr(opening, "_PATIENCE", 0.05)
    with contextlib.closing(sqlite3.connect(place)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with open_store(place.parent) as store:
            assert refused(store.record, review("new"))[0] == "locked-store"
            assert len(store.events()) == 40
        other.rollback()


def test_a_fault_of_ours_is_none_of_the_file(place):
    """It is not blamed for what no file can cause."""
    for statement in ("INSERT INTO made VALUES (NULL)", "SELECT ?"):
        with (
            contextlib.closing(sqlite3.connect(place)) as connection,
            pytest.raises(sqlite3.Error),
            troubles.told(place),
        ):
            connection.execute(statement)
