import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study.store import open_store, opening

VERSIONS = {"2": "ALTER TABLE log ADD COLUMN device TEXT; DELETE FROM made;\n"}


@pytest.fixture
def later(tmp_path):
    """A function that gives a folder with the schema of today and later versions of it."""

    def make(**more):
        folder = tmp_path / "schemas"
        shutil.copytree(opening.SCHEMA, folder, dirs_exist_ok=True)
        for number, script in more.items():
            (folder / f"{number.strip('v')}.sql").write_text(script)
        return folder

    return make


@pytest.fixture
def place(tmp_path, review):
    """A store of version 1 with two reviews."""
    with open_store(tmp_path) as store:
        store.record(review("a"), review("b", after=1))
    return store.path


def asked(path, question):
    """Ask SQLite itself."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_the_versions_of_the_schema_follow_one_another():
    """The registry has no gap."""
    numbers = sorted(int(file.stem) for file in opening.SCHEMA.iterdir())
    assert numbers == [*range(1, len(numbers) + 1)]


def test_a_commit_waits_for_the_disk(tmp_path):
    """A confirmed review is to outlive a power cut: sqlite.org/pragma.html#pragma_synchronous."""
    with open_store(tmp_path) as store:
        settings = ("journal_mode", "synchronous", "busy_timeout", "trusted_schema")
        set_to = [
            *(store.connection.execute(f"PRAGMA {s}").fetchone()[0] for s in settings)
        ]
    assert set_to == ["wal", 2, 10_000, 0]


@pytest.mark.parametrize(
    "change",
    [
        *(
            "DELETE FROM log",
            "UPDATE log SET rating = 1",
            "REPLACE INTO log SELECT * FROM log",
        ),
        "INSERT OR REPLACE INTO log (uid, at, kind, subject) VALUES ('a', 0, 'undo', 'a')",
    ],
)
def test_the_log_is_only_added_to(place, change):
    """Whoever tries otherwise, with whatever program."""
    with pytest.raises(sqlite3.IntegrityError, match="the log is only added to"):
        asked(place, change)
    assert asked(place, "SELECT uid, rating FROM log") == [("a", 3), ("b", 3)]


def test_a_store_of_an_earlier_version_is_brought_up_to_date(place, later):
    """With all that it held; as it was before, it is kept beside itself."""
    before = asked(place, "SELECT * FROM log")
    third = "CREATE TRIGGER t AFTER INSERT ON log BEGIN SELECT 1; END;\nDROP TRIGGER t;"
    folder = later(v2=VERSIONS["2"], v3=third)
    with open_store(place.parent, schema=folder) as store:
        events, memories = store.events(), store.memories()
    assert [(*row, None) for row in before] == asked(place, "SELECT * FROM log")
    assert asked(place, "PRAGMA user_version") == [(3,)]
    backup = place.with_name("default.v1.bak")
    assert before == asked(backup, "SELECT * FROM log")
    assert asked(backup, "PRAGMA user_version") == [(1,)]
    assert asked(backup, "PRAGMA integrity_check") == [("ok",)]
    backup.replace(place)
    with open_store(place.parent) as store:
        assert (events, memories) == (store.events(), store.memories())


def test_a_new_store_is_the_same_as_one_that_was_brought_up(place, later):
    """There is one way to a version, through those before it."""
    folder = later(v2=VERSIONS["2"])
    for profile in ("default", "new"):
        open_store(place.parent, profile, schema=folder).close()
    schemas = [
        asked(place.with_stem(name), "SELECT sql FROM sqlite_schema ORDER BY name")
        for name in ("default", "new")
    ]
    assert schemas[0] == schemas[1]
    assert not place.with_name("new.v1.bak").exists()


def test_a_backup_is_never_overwritten(place, later):
    """A second one stands beside it."""
    place.with_name("default.v1.bak").write_text("precious")
    open_store(place.parent, schema=later(v2=VERSIONS["2"])).close()
    assert place.with_name("default.v1.bak").read_text() == "precious"
    kept = asked(place.with_name("default.v1-2.bak"), "SELECT uid FROM log")
    assert kept == [("a",), ("b",)]
    assert not [*place.parent.glob("*.part*")]


def test_a_step_that_fails_changes_nothing(place, later):
    """The store stays of its version, with all that it held."""
    folder = later(v2=VERSIONS["2"], v3="DROP TABLE memory;\nSELECT nothing;\n")
    with pytest.raises(QuizError):
        open_store(place.parent, schema=folder)
    with open_store(place.parent) as store:
        assert (len(store.events()), len(store.memories())) == (2, 1)


def test_no_step_is_taken_without_a_backup(place, later):
    """Where that cannot be written, the store stays as it is."""
    place.with_name("default.v1.part").mkdir()
    with pytest.raises(QuizError) as caught:
        open_store(place.parent, schema=later(v2=VERSIONS["2"]))
    assert caught.value.problems[0].code == "unwritable-store"
    assert asked(place, "PRAGMA user_version") == [(1,)]


def test_many_processes_may_begin_with_one_store(tmp_path, later):
    """All at once, each records, be it new or of an earlier version."""
    folder = later(v2=VERSIONS["2"])
    worker = Path(__file__).with_name("worker.py")
    for schema, mark in ((opening.SCHEMA, "one"), (folder, "two")):
        words = [sys.executable, worker, tmp_path, "record", "5", schema]
        ran = [
            subprocess.Popen([*words, f"{mark}{n}"], stdout=subprocess.PIPE)
            for n in range(6)
        ]
        told = [each.communicate(timeout=60)[0].decode().split() for each in ran]
        assert [each.returncode for each in ran] == [0] * 6
        assert sum(map(len, told)) == 30
        with open_store(tmp_path, schema=schema) as store:
            kept = {event.uid for event in store.events()}
            memories = store.memories()
            store.rebuild()
            assert memories == store.memories()
        assert {uid for uids in told for uid in uids} <= kept
    assert len(kept) == 60
    assert len([*tmp_path.glob("*.bak")]) == 1
