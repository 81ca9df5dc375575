import datetime as dt
import json

import pytest

from quiz.cli.keeping import VARIABLE
from quiz.study.model import Mark, Review, Undo
from quiz.study.store import open_store
from quiz.study.transfer import show

START = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
CARD = "tiny/talk/where-when"
LOG = (
    Review("a", START, CARD, 4, "correct"),
    Review("b", START + 20 * DAY, CARD, 3, "correct", "Bali"),
    Review("c", START + 21 * DAY, "tiny/many/ask#choice", 1, "wrong"),
    Review("d", START + 22 * DAY, CARD, 1, "wrong"),
    Undo("e", START + 22 * DAY, "d"),
    Mark("f", START, "tiny/hostile/ask"),
    Review("g", START, "gone/fact/question", 3, "correct"),
)

COUNTS = {"new": 3, "learning": 1, "gone": 1}


@pytest.fixture
def folder(tmp_path):
    """The folder in which profiles are kept; it is not there yet."""
    return tmp_path / "profiles"


@pytest.fixture
def run(quiz, folder, tmp_path):
    """A function that runs a command, and gives its exit code, output and errors."""

    def run(*words, stdin="", **environment):
        environment = {VARIABLE: str(folder), **environment}
        ran = quiz(*words, cwd=tmp_path, stdin=stdin, **environment)
        assert "Traceback" not in ran.stderr
        return ran.returncode, ran.stdout, ran.stderr

    return run


@pytest.fixture
def filled(folder, tiny):
    """A profile with some reviews, beside the tiny deck."""
    (tiny.parent / "decks").mkdir()
    tiny.rename(tiny.parent / "decks" / tiny.name)
    with open_store(folder) as store:
        store.record(*LOG)
    return store.path


def test_statistics_are_of_the_decks_that_are_asked(run, filled):
    """What no deck has is told apart, and so is a question that was marked."""
    assert filled.exists()
    code, told, _ = run("stats", COLUMNS="60")
    assert code == 0
    first = told.partition("\n\n")[0]
    assert " ".join(first.split()) == (
        "default: 1 known, 1 being learned, 3 new; 1 bad question left out; "
        "1 card no longer asked."
    )
    assert "Known cards were kept in 100% of 1 review:" in told
    assert "Tiny & <small>" in told
    code, told, _ = run("stats", "--json")
    read = json.loads(told)
    assert read["cards"] == {**COUNTS, "known": 1, "marked": 1}
    assert read["due"][0]["cards"] == 2


def test_statistics_need_no_utf_8(run, filled):
    """Bars are made of what the terminal has."""
    assert filled.exists()
    _, told, _ = run("stats", PYTHONIOENCODING="ascii")
    assert told.isascii()
    assert "##" in told


@pytest.mark.parametrize(
    "words",
    [("stats",), ("study", "export"), ("study", "rebuild"), ("study", "settings")],
)
def test_looking_at_a_profile_makes_none(run, folder, words):
    """That it is not there is said, and how one begins."""
    said = "command line: error[unknown-profile]: there is no profile 'anna'"
    assert run(*words, "--profile", "anna") == (
        *(1, ""),
        f"{said}\n  fix: begin with 'quiz test'\n",
    )
    assert not folder.exists()


def test_a_profile_is_taken_elsewhere_and_back(run, filled, tmp_path):
    """Through a file or a pipe; what is there already is not added again."""
    code, told, _ = run("study", "export")
    assert (code, told.encode()) == (0, show({}, LOG))
    assert run("study", "export", "-o", "me.jsonl") == (0, "me.jsonl\n", "")
    assert (tmp_path / "me.jsonl").read_text() == told
    words = ("study", "import", "me.jsonl", "--profile", "copy")
    added = "copy: 7 entries added, 0 were there already\n"
    assert run(*words) == (0, added, "")
    again = "copy: 0 entries added, 7 were there already\n"
    assert run("study", "import", "-", "--profile", "copy", stdin=told)[1] == again
    with open_store(filled.parent) as one, open_store(filled.parent, "copy") as other:
        assert one.memories() == other.memories()


def test_a_bad_export_adds_nothing(run, folder, tmp_path):
    """Each bad line is shown, and no profile is made of the rest."""
    data = show({"state": "CA"}, LOG).decode().replace('"rating": 3', '"rating": 30')
    (tmp_path / "me.jsonl").write_text(data)
    code, told, said = run("study", "import", "me.jsonl")
    assert (code, told) == (1, "")
    assert said.count("error[bad-record]: 'rating' is not 1, 2, 3 or 4") == 2
    assert said.startswith("me.jsonl:5:")
    assert not folder.exists()
    code, _, said = run("study", "import", "none.jsonl")
    assert (code, said.partition(":")[0]) == (1, "none.jsonl")
    assert "error[unreadable-file]" in said


def test_settings_are_shown_and_changed(run):
    """All that is set is shown; with one that is wrong, none is changed."""
    code, told, _ = run("study", "settings", "state=california", "new-per-day=05")
    assert (code, told) == (0, "new-per-day=5\nstate=CA\n")
    code, _, said = run("study", "settings", "new-per-day=6", "stat=NY")
    assert (code, "did you mean 'state'?" in said) == (1, True)
    assert run("study", "settings", "state=")[1] == "new-per-day=5\n"
    code, _, said = run("study", "settings", "state")
    assert (code, "NAME=VALUE" in said) == (2, True)


def test_a_schedule_is_worked_out_anew(run, filled):
    """From the log, which it counts."""
    before = filled.read_bytes()
    told = "default: 3 cards from 7 entries of the log\n"
    assert run("study", "rebuild") == (0, told, "")
    assert len(before) == len(filled.read_bytes())


def test_where_profiles_are_is_said(run, folder):
    """The folder first, then each profile's file."""
    assert run("study", "where") == (0, f"{folder}\n", "")
    run("study", "settings", "state=CA", "--profile", "Ana María")
    assert run("study", "where")[1] == f"{folder}\n  Ana María.sqlite\n"


def test_a_profile_is_deleted_after_a_question(run, filled):
    """Only if one says yes; nobody to ask is a no."""
    for answer, left in (("n\n", True), ("", True), ("y\n", False)):
        code, told, _ = run("study", "remove", stdin=answer)
        assert told.startswith(f"{filled}\nDelete this for ever?")
        assert (code == 1, filled.exists()) == (left, left)
    code, _, said = run("study", "remove", "--yes")
    assert (code, "unknown-profile" in said) == (1, True)


def test_everything_is_deleted_with_one_command(run, folder, filled):
    """Every profile, and nothing that is not ours."""
    run("study", "settings", "state=CA", "--profile", "anna")
    (folder / "notes.txt").write_text("mine")
    run("test", stdin="two\n")
    kept = folder / "cache"
    assert {file.name for file in kept.iterdir()} == {"items.pickle", "names.pickle"}
    code, told, _ = run("study", "remove", "--all", "--yes")
    gone = f"{folder}/anna.sqlite\n{filled}\n{kept}/items.pickle\n{kept}/names.pickle"
    assert (code, told) == (0, f"{gone}\ndeleted\n")
    assert sorted(file.name for file in folder.iterdir()) == ["cache", "notes.txt"]
    assert [*kept.iterdir()] == []
    told = run("study", "remove", "--all", "--yes")[1]
    assert told == f"there is nothing of ours in {folder}\n"


def test_a_store_that_cannot_be_used_is_told(run, folder):
    """With its place, a code and a fix, like all that is wrong."""
    folder.mkdir()
    (folder / "default.sqlite").write_text("not a store")
    code, told, said = run("stats")
    assert (code, told) == (1, "")
    assert said.startswith(f"{folder}/default.sqlite: error[not-a-store]: this file is")
    assert "\n  fix: " in said
