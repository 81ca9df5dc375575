"""A year of a learner's study, simulated day by day."""

import datetime as dt
from random import Random

from quiz.study import scheduler
from quiz.study.model import AGAIN, EASY, GOOD, HARD, Review

START = dt.datetime(2026, 1, 1, 17, tzinfo=dt.UTC)
END = START + dt.timedelta(days=365)
CARDS = 1000


def studied(seed=1787):
    """Give the reviews of a year: ten new cards a day, all that is due, one in seven forgotten."""
    chance = Random(seed)  # noqa: S311 - a test, not a secret
    memories, log = {}, []
    for day in range(365):
        at = START + dt.timedelta(days=day)
        new = [f"deck/fact-{n}/question" for n in range(day * 10, day * 10 + 10)]
        asked = [card for card, memory in memories.items() if memory.due <= at]
        asked += new if day * 10 < CARDS else []
        while asked:
            card = asked.pop(0)
            at += dt.timedelta(seconds=chance.randrange(5, 40))
            rating = chance.choices((AGAIN, HARD, GOOD, EASY), (14, 15, 66, 5))[0]
            log.append(Review(f"uid-{len(log):032}", at, card, rating, "correct", "x"))
            memories[card] = scheduler.review(memories.get(card), card, rating, at)
            if memories[card].state != "review":
                asked.append(card)
    return log
