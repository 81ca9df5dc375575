"""What is asked next: cards that are due, then new ones, as far as a day's limits allow."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping  # noqa: TC003 - dataclass fields
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.assemble import assemble, learned
from quiz.study.model import AGAIN, STUDY, Memory, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from quiz.model import Deck, Entry, Item

# A day begins when nearly everyone sleeps, as it does in Anki.
_DAWN = dt.time(4)
_REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many new cards, and how many known ones that are due, a day brings at most.

    These are the numbers that Anki begins with.
    """

    new: int = 20
    reviews: int = 200


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a learner: memories by card, the reviews of this day, bad questions."""

    memories: Mapping[str, Memory] = field(default_factory=dict)
    today: tuple[Review, ...] = ()
    marked: frozenset[str] = frozenset()

    def left(self, limits: Limits) -> Limits:
        """Give what of a day's limits is left after the cards of this day.

        A card is new today if all its reviews are of today; each card counts once.
        """
        seen = Counter(each.card for each in self.today if each.mode == STUDY)
        new = sum(
            card in self.memories and self.memories[card].reviews <= count
            for card, count in seen.items()
        )
        old = len(seen) - new
        return Limits(max(0, limits.new - new), max(0, limits.reviews - old))


def dawn(now: dt.datetime) -> dt.datetime:
    """Give the moment in which the day of `now`, a time with its zone, began."""
    began = dt.datetime.combine(now.date(), _DAWN, now.tzinfo)
    return began if began <= now else began - dt.timedelta(days=1)


def cards(
    decks: Iterable[tuple[Deck, Sequence[Item]]],
    *,
    as_of: dt.date,
    kind: str = "open",
    seed: int = 0,
    topic: str = "",
) -> tuple[Entry, ...]:
    """Give the cards of some decks in their order, each once.

    With `kind` `mc` only those that are multiple choice; with a `topic` only those of it
    (its letters' case makes no difference). What a fact asks together and apart is asked as
    its deck says, as in Anki.
    """
    found: dict[str, Entry] = {}
    for deck, items in decks:
        chosen = [
            item
            for item in learned(items, deck.halves)
            if not topic or item.topic.casefold() == topic.casefold()
        ]
        form = assemble(deck, chosen, as_of=as_of, seed=seed, kind=kind)
        for entry in form.entries:
            if kind != "mc" or entry.options:
                found.setdefault(entry.name, entry)
    return tuple(found.values())


def queue(
    entries: Iterable[Entry],
    past: Past,
    now: dt.datetime,
    limits: Limits,
    chance: Random | None = None,
) -> tuple[Entry, ...]:
    """Give the cards to be asked now: those due, the longest overdue first, then new ones.

    Cards still being learned are asked whatever the limits are. New ones come in their
    order, or as `chance` has it. A question marked as bad is not asked.
    """
    left = past.left(limits)
    asked = [entry for entry in entries if entry.name not in past.marked]
    known = {entry.name: past.memories.get(entry.name) for entry in asked}
    new = [entry for entry in asked if known[entry.name] is None]
    if chance:
        chance.shuffle(new)
    due: list[tuple[Memory, Entry]] = [
        (memory, entry)
        for entry in asked
        if (memory := known[entry.name]) and memory.due <= now
    ]
    due.sort(key=lambda pair: pair[0].due)
    reviews = [entry for memory, entry in due if memory.state == _REVIEW]
    later = {entry.name for entry in reviews[left.reviews :]}
    first = (entry for _, entry in due if entry.name not in later)
    return (*first, *new[: left.new])


def wrong_before(
    entries: Iterable[Entry], reviews: Iterable[Review], marked: frozenset[str]
) -> tuple[Entry, ...]:
    """Give the cards whose last response was wrong or counted as Again.

    `reviews` are of any mode, by time.
    """
    last = {review.card: review.rating for review in reviews}
    return tuple(
        entry
        for entry in entries
        if last.get(entry.name) == AGAIN and entry.name not in marked
    )


def due_by(
    entries: Iterable[Entry], memories: Mapping[str, Memory], moment: dt.datetime
) -> int:
    """Count the cards that were studied and are due at a moment or before."""
    found = (memories.get(entry.name) for entry in entries)
    return sum(memory is not None and memory.due <= moment for memory in found)
