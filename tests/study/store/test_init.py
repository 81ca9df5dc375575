import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study import scheduler
from quiz.study.model import AGAIN, CRAM, EXAM, Mark, Undo
from quiz.study.store import open_store

START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path):
    """An empty store."""
    with open_store(tmp_path) as opened:
        yield opened


def test_what_was_recorded_is_there_when_it_is_opened_again(tmp_path, review):
    """Every field of every event, in the order in which it was recorded, and the settings."""
    events = (
        review("b", after=2, response="שלום\x00\n", elapsed=7, overridden=True),
        review("a", rating=AGAIN, result="wrong", mode=EXAM, after=1.00001),
        Undo("c", START, "a"),
        Mark("d", START, "d/f/q", bad=True, why="Two answers are right."),
        Mark("e", START, "x", bad=False),
    )
    with open_store(tmp_path, "Ana María") as store:
        for event in events:
            assert store.record(event) == 1
        store.set("state", "CA")
        store.set("new-per-day", "5")
        store.set("state", "DC")
    with open_store(tmp_path, "Ana María", create=False) as store:
        assert events == store.events()
        assert events[:1] == store.reviews()
        assert store.settings() == {"new-per-day": "5", "state": "DC"}
        assert (store.setting("state"), store.setting("seed")) == ("DC", None)
        store.set("state", None)
        assert store.setting("state") is None
    assert [file.name for file in tmp_path.iterdir()] == ["Ana María.sqlite"]


def test_the_state_is_that_of_the_log_to_the_last_digit(logs, tmp_path_factory):
    """Event by event, whatever order they come in; and so it is after a rebuild."""

    @given(logs)
    def check(log):
        with open_store(tmp_path_factory.mktemp("s")) as store:
            for number, event in enumerate(log, 1):
                store.record(event)
                assert scheduler.replay(log[:number]) == store.memories()
            store.rebuild()
            assert scheduler.replay(log) == store.memories()
            assert tuple(log) == store.events()

    check()


@given(st.text(st.characters(), max_size=10))
def test_whatever_a_terminal_sends_is_kept(tmp_path_factory, text):
    """Half of a surrogate pair, which is no character, becomes a mark; all else stays."""
    whole = "".join("?" if "\ud800" <= char <= "\udfff" else char for char in text)
    with open_store(tmp_path_factory.getbasetemp(), "any") as store:
        number = len(store.events())
        store.record(Mark(f"u{number}", START, "c", why=text))
        assert whole == store.events()[-1].why


def test_practice_and_exams_leave_the_schedule(store, review):
    """They are in the log and among the reviews."""
    store.record(review("a", mode=CRAM), review("b", mode=EXAM))
    assert (len(store.reviews()), store.memories()) == (2, {})


def test_an_event_counts_once(store, review):
    """Recorded again it changes nothing; another one with its uid is refused, and all with it."""
    assert store.record(review("a"), review("a"), review("b", after=1)) == 2
    before = store.memories()
    assert store.record(review("a")) == 0
    with pytest.raises(ValueError, match=r"^b$"):
        store.record(review("c", after=3), review("b", after=2))
    assert (len(store.events()), store.memories()) == (2, before)


def test_reviews_since_a_moment_are_in_the_order_of_time(store, review):
    """From that moment on, without those that were undone."""
    store.record(*(review(f"u{n}", after=n) for n in (5, 3, 4, 2)))
    store.record(Undo("x", START, "u4"))
    since = START + dt.timedelta(hours=3)
    assert [each.uid for each in store.reviews(since)] == ["u3", "u5"]


def test_the_last_word_on_a_question_counts(store):
    """Marked bad, then good: by the time it was said, not by when it was recorded."""
    hour = dt.timedelta(hours=1)
    store.record(
        Mark("a", START + hour, "good again", bad=False),
        Mark("b", START, "good again"),
        Mark("c", START, "bad"),
    )
    assert store.marked() == {"bad"}


def test_memories_made_by_other_rules_are_made_anew(tmp_path, review):
    """As when another release of fsrs is installed."""
    with open_store(tmp_path) as store:
        store.record(review("a"))
        right = store.memories()
        store.connection.execute("UPDATE memory SET stability = 1")
        assert right != store.memories()
    with open_store(tmp_path) as store:
        assert right != store.memories()
        store.connection.execute("UPDATE made SET rules = 'fsrs 5'")
    with open_store(tmp_path) as store:
        assert right == store.memories()


def test_a_profile_that_is_not_there_is_not_made_by_looking_at_it(tmp_path):
    """Its name is a slip, or nothing was studied yet."""
    with pytest.raises(QuizError, match="begin with 'quiz test'"):
        open_store(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()
