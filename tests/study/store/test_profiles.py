import re

import pytest

from quiz.errors import QuizError
from quiz.study.model import Mark
from quiz.study.store import open_store, opening, profiles


@pytest.mark.parametrize(
    "name", ["anna", "Ana María", "2b", "class_8-b", "安娜", "a", "x" * 40, "console"]
)
def test_a_plain_name_is_a_file_in_the_folder(tmp_path, name):
    """Of that name, and nowhere else."""
    with open_store(tmp_path, name):
        pass
    assert [file.name for file in tmp_path.iterdir()] == [f"{name}.sqlite"]
    assert profiles.known(tmp_path) == (name,)


def test_a_name_is_one_however_its_accents_are_written(tmp_path):
    """Composed or not, as keyboards and file systems differ in it."""
    assert profiles.place(tmp_path, "Mari\u0301a") == profiles.place(tmp_path, "María")


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", "..", "../anna", "a/b", "a\\b", "/etc/x", "c:anna", "~", "anna."),
        *("con", "NUL", "Com1", "lpt9", "com¹", "-x", " x", "x ", "x" * 41, "a\nb"),
        *("a\0b", "a.b", "a*", "_", "%2e%2e", "a\udce1"),
    ],
)
def test_what_is_no_plain_name_is_refused(tmp_path, name):
    """A path, a device of Windows, signs: nothing is made then."""
    with pytest.raises(QuizError) as caught:
        open_store(tmp_path / "new", name)
    (problem,) = caught.value.problems
    assert problem.code == "bad-profile"
    assert not (tmp_path / "new").exists()


def test_a_slip_in_a_name_is_told(tmp_path):
    """Where a profile must be there already."""
    with open_store(tmp_path, "anna"):
        pass
    with pytest.raises(QuizError, match=re.escape("did you mean 'anna'?")) as caught:
        open_store(tmp_path, "ana", create=False)
    assert caught.value.problems[0].code == "unknown-profile"


@pytest.fixture
def full(tmp_path):
    """A folder of two profiles, one of them in use, with backups, and of files of others."""
    for name in ("anna", "ann"):
        with open_store(tmp_path, name):
            pass
    (tmp_path / "other.sqlite").write_text("another program's")
    (tmp_path / "anna.sqlite-notes").write_text("mine")
    (tmp_path / "folder.sqlite").mkdir()
    for name in ("anna.v1.bak", "anna.v1-2.bak", "ann.v1.bak", "gone.v1.bak"):
        (tmp_path / name).write_bytes((tmp_path / "ann.sqlite").read_bytes())
    left = opening.connect(profiles.place(tmp_path, "anna"))
    left.execute("INSERT INTO setting VALUES ('state', 'CA')")
    yield tmp_path
    left.close()


ANNA = {
    *("anna.sqlite", "anna.sqlite-wal", "anna.sqlite-shm"),
    *("anna.v1.bak", "anna.v1-2.bak"),
}
OTHERS = {"other.sqlite", "anna.sqlite-notes", "folder.sqlite"}


def test_a_profile_is_removed_with_all_that_is_its_own(full):
    """What SQLite left beside it and its backups; those of other profiles stay."""
    before = {file.name for file in full.iterdir()}
    profiles.remove(profiles.files(full, "anna"))
    assert before - {file.name for file in full.iterdir()} == ANNA
    with pytest.raises(QuizError, match="there is no profile 'anna'"):
        profiles.files(full, "anna")


def test_all_profiles_are_removed_and_nothing_else(full):
    """Other programs' files in that folder are not ours to delete."""
    assert profiles.known(full) == ("ann", "anna")
    profiles.remove(profiles.every_file(full))
    assert {file.name for file in full.iterdir()} == OTHERS
    assert profiles.known(full) == ()


def test_what_cannot_be_deleted_is_told(tmp_path):
    """Not with a traceback."""
    with pytest.raises(QuizError) as caught:
        profiles.remove([tmp_path])
    assert caught.value.problems[0].location.file == tmp_path.as_posix()


def test_a_removed_profile_begins_anew(tmp_path, review):
    """Nothing of the old one is left in the new one."""
    with open_store(tmp_path) as store:
        store.record(review("a"), Mark("b", review("a").at, "c"))
    profiles.remove(profiles.files(tmp_path, profiles.DEFAULT))
    with open_store(tmp_path) as store:
        assert (store.events(), store.memories()) == ((), {})
