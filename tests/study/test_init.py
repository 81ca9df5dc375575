"""The room of the self-test works as one: days of study, each by what the days before left."""

import datetime as dt
from itertools import count

from quiz.study.model import STUDY
from quiz.study.moves import start, take
from quiz.study.queue import Limits, Past, dawn, queue
from quiz.study.session import OVER, Line, Rules
from quiz.study.store import open_store


def test_days_of_study_follow_from_what_was_kept(tmp_path, card, judge):
    """Each day's new cards are new, none is asked before it is due, and limits hold."""
    cards = tuple(card(f"c{n:02}") for n in range(20))
    limits = Limits(new=4, reviews=5)
    uids = count()
    met: list[str] = []
    with open_store(tmp_path) as store:
        for day in range(12):
            now = dt.datetime(2026, 3, 1, 18, tzinfo=dt.UTC) + dt.timedelta(days=day)
            known = store.memories()
            past = Past(known, store.reviews(dawn(now)), store.marked())
            asked = queue(cards, past, now, limits)
            new = [entry.name for entry in asked if entry.name not in known]
            old = [known[entry.name] for entry in asked if entry.name in known]
            assert len(new) == (4 if day < 5 else 0)
            assert not {*new} & {*met}
            assert all(memory.due <= now for memory in old)
            assert sum(memory.state == "review" for memory in old) <= 5
            met += new
            session = start(Rules(judge, STUDY, known), asked)
            for n in count():
                if session.phase == OVER:
                    break
                wrong = n == 0 and day % 3 == 0
                at = now + dt.timedelta(seconds=n)
                line = Line(
                    *("no" if wrong else "yes" if session.phase == "asking" else "",),
                    *(at, lambda: f"u{next(uids)}"),
                )
                session, events = take(session, line)
                store.record(*events)
            again = Past(store.memories(), store.reviews(dawn(now)))
            assert again.left(limits).new == limits.new - len(new)
        assert {*met} == {entry.name for entry in cards}
        before = store.memories()
        store.rebuild()
        assert store.memories() == before
