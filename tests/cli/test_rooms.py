"""Where a session is held: what a script says is kept only if a profile is named."""

import io
import sys

import pytest

from quiz.cli import rooms
from quiz.study.model import Mark
from quiz.study.store import open_store


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """A folder of profiles that is not there yet."""
    monkeypatch.setenv("CIVICS_QUIZ_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_script_leaves_nothing_behind(data, tmp_path):
    """Not even the folder."""
    (tmp_path / "lines").write_text("\ufeffone\ntwo\n", "utf-8")
    with rooms.room(tmp_path / "lines", None, as_json=True) as room:
        assert (room.attending, room.kept, room.silent) == (False, False, True)
        assert room.terminal.next_line() == "one"
        room.store.set("state", "CA")
        assert room.ask_state() is None
    assert not data.exists()


def test_a_named_profile_is_kept(data, monkeypatch, review):
    """From a pipe as well."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("x\n"))
    with rooms.room(None, "anna", as_json=False) as room:
        assert (room.attending, room.kept, room.silent) == (False, True, False)
        room.store.record(review)
    with open_store(data, "anna") as store:
        assert store.events() == (review,)


@pytest.fixture
def review():
    """An event to keep."""
    import datetime as dt  # noqa: PLC0415 - of use here only

    return Mark("u", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "d/a/q")


def test_json_is_apart_from_what_is_shown(monkeypatch, capsysbinary):
    """Where a learner attends, questions go to standard error."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with rooms.room(None, None, as_json=True) as room:
        assert room.terminal.out is sys.stderr
        room.tell({"a": "é"})
    with rooms.room(None, None, as_json=False) as room:
        assert room.terminal.out is sys.stdout
        room.tell({"b": 1})
    assert capsysbinary.readouterr().out == '{"a": "é"}\n'.encode()
