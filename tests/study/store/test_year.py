import datetime as dt
import time

import pytest
from year import CARDS, END, studied

from quiz.study import scheduler
from quiz.study.store import open_store


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The folder of a store with a year of study, and its log."""
    folder, log = tmp_path_factory.mktemp("year"), studied()
    with open_store(folder) as store:
        store.record(*log)
    return folder, log


def start(folder):
    """Do what a session does to start, and give how many seconds that takes, at best."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        with open_store(folder) as store:
            memories = store.memories()
            store.marked()
            store.settings()
            store.reviews(END - dt.timedelta(days=1))
            due = [card for card, memory in memories.items() if memory.due <= END]
        times.append(time.perf_counter() - began)
    assert len(memories) == CARDS
    assert due
    return min(times)


def test_a_year_of_study_is_at_hand(year):
    """Tens of thousands of reviews do not keep the learner waiting."""
    folder, log = year
    assert len(log) > 20_000
    assert start(folder) < 0.5


@pytest.mark.benchmark
def test_a_session_begins_at_once(year):
    """What a store adds to its start takes less than 50 milliseconds after a year."""
    assert start(year[0]) < 0.05


def test_a_year_is_rebuilt_to_the_last_digit(year):
    """From the log alone, in a moment."""
    folder, log = year
    with open_store(folder) as store:
        before = store.memories()
        store.rebuild()
        assert before == store.memories() == scheduler.replay(log)


@pytest.mark.benchmark
def test_a_year_is_rebuilt_while_one_waits(year):
    """In less than two seconds."""
    with open_store(year[0]) as store:
        began = time.perf_counter()
        store.rebuild()
        assert time.perf_counter() - began < 2
