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


def test_a_profile_is_removed_with_all_that_is_its_own(tmp_path):
    """What SQLite left beside it and its backups; those of other profiles stay."""
    for name in ("anna", "ann"):
        with open_store(tmp_path, name):
            pass
    left = opening.connect(profiles.place(tmp_path, "anna"))
    left.execute("INSERT INTO setting VALUES ('state', 'CA')")
    for name in ("anna.v1.bak", "anna.v1-2.bak", "ann.v1.bak"):
        (tmp_path / name).touch()
    removed = profiles.remove(tmp_path, "anna")
    left.close()
    assert {file.name for file in removed} == {
        *("anna.sqlite", "anna.sqlite-wal", "anna.sqlite-shm"),
        *("anna.v1.bak", "anna.v1-2.bak"),
    }
    assert {file.name for file in tmp_path.iterdir()} == {"ann.sqlite", "ann.v1.bak"}
    with pytest.raises(QuizError, match="there is no profile 'anna'"):
        profiles.remove(tmp_path, "anna")


def test_a_removed_profile_begins_anew(tmp_path, review):
    """Nothing of the old one is left in the new one."""
    with open_store(tmp_path) as store:
        store.record(review("a"), Mark("b", review("a").at, "c"))
    profiles.remove(tmp_path, profiles.DEFAULT)
    with open_store(tmp_path) as store:
        assert (store.events(), store.memories()) == ((), {})
