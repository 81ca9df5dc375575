import datetime as dt

import pytest

from quiz.errors import QuizError
from quiz.formats.anki.history import Answered
from quiz.study import anki
from quiz.study.model import CRAM, Review
from quiz.study.store import open_store

AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ANSWERS = (
    Answered("g1", 1, "d/f/q", AT, 3, 900, practice=False),
    Answered("g2", 2, "d/f/q#choice", AT, 1, 900, practice=False),
    Answered("g3", 3, "d/f/q#typed", AT, 2, 900, practice=True),
)


@pytest.fixture
def found(monkeypatch):
    """The reviews that are made of these answers."""
    monkeypatch.setattr(anki.history, "read", lambda data, file: ANSWERS)  # noqa: ARG005
    return anki.read(b"", "c")


def test_an_answer_becomes_a_review(found):
    """What is typed in Anki is an open question here; practice leaves the schedule alone."""
    assert found == (
        Review("anki-g1-1", AT, "d/f/q", 3, "correct", elapsed=900),
        Review("anki-g2-2", AT, "d/f/q#choice", 1, "wrong", elapsed=900),
        Review("anki-g3-3", AT, "d/f/q", 2, "correct", elapsed=900, mode=CRAM),
    )


def test_reviews_are_taken_in_once(found, tmp_path):
    """By their uid alone, whatever else is said of them now."""
    with open_store(tmp_path) as store:
        assert anki.merge(store, found[:2]) == 2
        assert anki.merge(store, found) == 1
        changed = (Review("anki-g1-1", AT, "d/f/other", 1, "wrong"),)
        assert anki.merge(store, changed) == 0
        assert store.events() == found


def test_a_collection_is_told_from_an_export():
    """By what it begins with, however it is called."""
    assert anki.is_collection(b"SQLite format 3\0...")
    assert anki.is_collection(b"PK\3\4...")
    assert not anki.is_collection(b'{"civics-quiz": "study"}')


def test_one_that_is_open_is_refused():
    """Part of it is not in the file yet."""
    with pytest.raises(QuizError) as caught:
        anki.read(b"", "collection.anki2", open_now=True)
    assert caught.value.problems[0].code == "open-collection"
