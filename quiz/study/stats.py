"""What a learner's reviews come to: how much is known, what is kept, what comes when.

No streaks and no badges: they reward coming, not knowing.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields
from collections import Counter
from collections.abc import Iterable, Mapping  # noqa: TC003 - dataclass fields
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.assemble import learned, title
from quiz.ledger import base
from quiz.study import scheduler
from quiz.study.model import AGAIN
from quiz.study.queue import dawn

if TYPE_CHECKING:
    from quiz.model import Deck, Item
    from quiz.study.model import Memory, Review

DAYS = 30
_KNOWN = "review"


@dataclass(frozen=True, slots=True)
class Retention:
    """How many of the reviews of known cards were not forgotten (`kept` of `reviews`)."""

    topic: str
    reviews: int
    kept: int

    @property
    def share(self) -> float | None:
        """The part that was kept, from 0 to 1; None where there was no such review."""
        return self.kept / self.reviews if self.reviews else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a profile comes to on a day.

    Cards are `known` in FSRS's state of review, else `learning`; `new` were never studied;
    `gone` were, and are asked no more; `marked` are bad questions. `whole` is the retention
    of all, `topics` those of each topic. `due` are how many cards come on each of DAYS days
    from `today`, what is overdue with today's; `done` how many responses were given on each
    of DAYS days until today.
    """

    today: dt.date
    new: int
    learning: int
    known: int
    gone: int
    marked: int
    whole: Retention
    topics: tuple[Retention, ...]
    due: tuple[int, ...]
    done: tuple[int, ...]


def topics_of(
    decks: Iterable[tuple[Deck, Iterable[Item]]], studied: Iterable[str]
) -> dict[str, str]:
    """Give the topic of each card that can be asked, in the order of decks and items.

    An item's plain card always can, one that asks it otherwise (multiple choice) if it is
    among those `studied`. An item without a topic is of its deck's title.
    """
    every: dict[str, str] = {}
    plain: dict[str, str] = {}
    for deck, items in decks:
        held = tuple(items)
        for item in held:
            every.setdefault(item.origin, item.topic or title(deck, item.language))
        for item in learned(held, deck.halves):
            plain[item.origin] = every[item.origin]
    known = (card for card in studied if base(card) in every)
    return plain | {card: every[base(card)] for card in known}


def statistics(
    memories: Mapping[str, Memory],
    reviews: Iterable[Review],
    marked: frozenset[str],
    topics: Mapping[str, str],
    now: dt.datetime,
    zone: dt.tzinfo | None = None,
) -> Statistics:
    """Sum up a profile.

    `reviews` are those that were not undone; `topics` gives the topic of each card that can
    be asked now, and decides their order; `zone` is the learner's, by default this machine's.
    """

    def day(at: dt.datetime) -> dt.date:
        return dawn(at.astimezone(zone)).date()

    given = tuple(reviews)
    today = day(now)
    asked = [card for card in topics if card not in marked]
    studied = [memories[card] for card in asked if card in memories]
    known = sum(memory.state == _KNOWN for memory in studied)
    due = Counter(max(0, (day(memory.due) - today).days) for memory in studied)
    done = Counter((today - day(review.at)).days for review in given)
    kept = tuple(_retention(given, topics))
    return Statistics(
        today,
        len(asked) - len(studied),
        len(studied) - known,
        known,
        sum(card not in topics for card in memories),
        len(marked),
        Retention("", sum(r.reviews for r in kept), sum(r.kept for r in kept)),
        kept,
        tuple(due[n] for n in range(DAYS)),
        tuple(done[n] for n in reversed(range(DAYS))),
    )


def _retention(
    reviews: Iterable[Review], topics: Mapping[str, str]
) -> Iterable[Retention]:
    """Give each topic's retention, in the order of topics; what is asked no more has none."""
    counted: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for review, before, _ in scheduler.history(reviews):
        if before and before.state == _KNOWN and review.card in topics:
            counted[topics[review.card]] += 1
            kept[topics[review.card]] += review.rating != AGAIN
    for topic in dict.fromkeys(topics.values()):
        if counted[topic]:
            yield Retention(topic, counted[topic], kept[topic])
