"""What a learner has after an update: a value for each row of the table."""

import time

from content import CORRECTED, DECK, FIRST, MARK, NEW, RENAMED, RETIRED, SECOND
from lives import (
    BURIED,
    EDITED,
    EDITED_AND_CORRECTED,
    ELSEWHERE,
    FLAGGED,
    MOVED,
    SUSPENDED,
    TAGGED,
    Life,
)

# Each row with the value one would wish for; any other is a loss.
ROWS = {
    "Learned cards that keep their reviews, schedule and deck": "12 of 12",
    "Corrections, new facts and a new look that reach the learner": "8 of 8",
    "Corrections that arrive on the card that was learned": "5 of 5",
    "Cards that go on asking or telling what was corrected": "0",
    "A fact whose id changes keeps its one card": "yes",
    "A flag, a suspension, a burial and a move, on every card that asks that fact now": "4 of 4",
    "Cards that land in a deck of the old name, which the learner renamed (new facts always do: 2)": "2",
    "The learner's own words and own tag, on notes that did not change": "2 of 2",
    "The learner's own words, in an answer that was corrected": "kept",
    "A retired fact is asked until the learner acts": "no",
    "Notes changed by importing the old release after the new": "0",
    "Notes overwritten by the same release, built again with no change": "0",
    "The learner's own words and own tag, after that": "2 of 2",
}


def measure(contender, folder):
    """Take a learner through both releases of a contender, and give each row's value."""
    folder.mkdir()
    build = contender.at_work(folder)
    life = Life(contender, folder / "learner")
    try:
        first = build(FIRST)
        life.learner.take(first)
        life.live()
        before = life.learner.schedules()
        time.sleep(1.1)  # Anki tells times apart by the second
        life.learner.take(build(SECOND))
        values = [*_of_the_cards(life, before), *_of_the_learner(life)]
        values += [*_of_the_old(life, first), *_of_a_rebuild(life, build)]
    finally:
        life.anki.close()
    return dict(zip(ROWS, values, strict=True))


def _of_the_cards(life, before):
    """Measure what became of the cards that were learned, and what came to them."""
    (cards, reviews), (after, log) = before, life.learner.schedules()
    same = {ident for ident, row in cards.items() if after.get(ident) == row}
    yield _share(log == reviews and ident in same for ident in cards)

    everything = [life.anki.get_note(ident) for ident in life.anki.find_notes("")]
    restyled = all(MARK in note.note_type()["css"] for note in everything)
    news = {**CORRECTED, **NEW}.values()
    yield _share([*(bool(life.holding(fact)) for fact in news), restyled])
    yield _share(
        life.notes[name] in life.holding(fact) and same.issuperset(life.cards(name))
        for name, fact in CORRECTED.items()
    )
    yield str(sum(len(life.holding(FIRST.facts[name])) for name in CORRECTED))
    renamed = life.holding(SECOND.facts[RENAMED])
    yield _yes(renamed == [life.notes[RENAMED]])
    yield _share(_marks(life, after))
    yield str(len(life.anki.find_cards(f'"deck:{DECK}"')))


def _marks(life, cards):
    """Tell of each mark whether it is on every card that asks the fact now."""
    elsewhere = life.anki.decks.id(ELSEWHERE)
    for name, is_on in (
        (FLAGGED, lambda row: row[12] == 3),
        (SUSPENDED, lambda row: row[3] == -1),
        (BURIED, lambda row: row[3] in {-2, -3}),
        (MOVED, lambda row: row[1] == elsewhere),
    ):
        notes = life.holding(SECOND.facts[name])
        rows = [row for row in cards.values() if row[0] in notes]
        yield bool(rows) and all(map(is_on, rows))


def _of_the_learner(life):
    """Measure what became of the learner's own words, and of what is no longer true."""
    yield _own(life, EDITED, TAGGED, "mine")
    corrected = life.holding(CORRECTED[EDITED_AND_CORRECTED])
    if any(map(life.is_edited, corrected)):
        yield "kept"
    elif life.is_edited(life.notes[EDITED_AND_CORRECTED]):
        yield "on the outdated card"
    else:
        yield "replaced"
    queues = [life.anki.get_card(ident).queue for ident in life.cards(RETIRED)]
    still = life.holding(FIRST.facts[RETIRED]) and max(queues) >= 0
    yield _yes(still)


def _of_the_old(life, package):
    """Measure what an older release does that is imported after the newer."""
    before = life.learner.texts()
    life.learner.take(package)
    after = life.learner.texts()
    yield str(sum(before.get(guid) != text for guid, text in after.items()))


def _of_a_rebuild(life, build):
    """Measure what the release does that was built again, after more edits."""
    life.edit(EDITED)
    life.tag(TAGGED, "again")
    time.sleep(1.1)
    counts = life.learner.take(build(SECOND))
    yield str(counts.new + counts.updated)
    yield _own(life, EDITED, TAGGED, "again")


def _own(life, edited, tagged, tag):
    return _share([life.is_edited(life.notes[edited]), life.note(tagged).has_tag(tag)])


def _share(truths):
    truths = list(truths)
    return f"{sum(truths)} of {len(truths)}"


def _yes(it):
    return "yes" if it else "no"
