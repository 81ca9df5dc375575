import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.model import Mark, Memory, Undo
from quiz.study.store.rows import (
    LOG,
    MEMORY,
    event_of,
    memory_of,
    moment,
    plain,
    row_of,
    row_of_memory,
    ticks,
)

MOMENTS = st.datetimes(timezones=st.timezones())


@given(MOMENTS)
def test_a_moment_is_kept_to_the_microsecond(at):
    """Whatever zone it was told in, and also before 1970."""
    assert at.astimezone(dt.UTC) == moment(ticks(at))
    assert moment(ticks(at)).tzinfo is dt.UTC


def test_an_event_is_one_row(review):
    """Its columns are those of the table, and it comes back as it was."""
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    for event in (
        review("a", overridden=True, elapsed=9, response="r"),
        Undo("b", at, "a"),
        Mark("c", at, "d/f/q", bad=False, why="w"),
    ):
        row = row_of(event)
        assert len(row) == len(LOG)
        assert event == event_of(row)
        assert repr(event) == repr(event_of(row))


@given(
    st.datetimes(timezones=st.just(dt.UTC)),
    st.floats(0, allow_infinity=False),
    st.none() | st.integers(0, 1),
)
def test_a_memory_is_one_row(at, number, step):
    """Its columns are those of the table, and it comes back as it was."""
    made = Memory("c", "learning", step, number, number, at, at, 1, 0)
    row = row_of_memory(made)
    assert len(row) == len(MEMORY)
    assert made == memory_of(row)


def test_what_is_no_character_becomes_a_mark():
    """A terminal that is not UTF-8 sends such; a database takes none."""
    assert plain("Bogot\udce1, 🇨🇴") == "Bogot?, 🇨🇴"
