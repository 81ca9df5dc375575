import datetime as dt
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace

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


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A folder with a deck of 1,000 questions, and a profile that studied them for a year."""
    home = tmp_path_factory.mktemp("library")
    lines = ["deck: deck", "title: Many", "sources: {s: {publisher: P}}", "facts:"]
    lines += [
        f"- {{id: fact-{n}, kind: qa, ask: 'What is law {n}?', answer: a law of {n}, source: s}}"
        for n in range(CARDS)
    ]
    (home / "deck.yaml").write_text("\n".join(lines))
    ago = END - dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    studied_cards = (
        replace(each, at=each.at - ago, card=each.card.replace("/question", "/ask"))
        for each in studied()
    )
    with open_store(home / "data") as store:
        store.record(*studied_cards)
    return home


def spent(*words, cwd):
    """Give the seconds of a processor that a command takes, the best of five."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(
            [sys.executable, "-m", "quiz", *words],
            cwd=cwd,
            env={**os.environ, "CIVICS_QUIZ_DATA": str(cwd / "data")},
            input=b"",
            stdout=subprocess.PIPE,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        )
    return min(times), ran.stdout


@pytest.mark.benchmark
def test_a_session_of_a_thousand_cards_begins_at_once(library):
    """It takes less than 150 milliseconds beyond the help, once the deck was read."""
    words = ("test", "deck.yaml", "--profile", "default")
    assert b"10 due" in spent(*words, cwd=library)[1]
    helped = spent("--help", cwd=library)[0]
    assert spent(*words, cwd=library)[0] - helped < 0.15
