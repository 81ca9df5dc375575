"""What is asked next: what is due, then what is new, within the limits of a day."""

import datetime as dt
from dataclasses import replace

import pytest

from quiz import api
from quiz.chance import chance
from quiz.generate import generate
from quiz.keys import Key
from quiz.study.model import AGAIN, CRAM, GOOD
from quiz.study.queue import Limits, Past, cards, dawn, due_by, queue, wrong_before

NOW = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)
MANY = Limits(100, 100)


def names(entries):
    """Give the facts of cards."""
    return "".join(entry.item.fact for entry in entries)


@pytest.fixture
def deck(card):
    """Five cards: a, b, c, d and e."""
    return tuple(map(card, "abcde"))


def past(*memories, **more):
    """Make what is known of a learner."""
    return Past({memory.card: memory for memory in memories}, **more)


def test_the_most_overdue_comes_first_and_new_ones_last(deck, memory):
    """What is due later is not asked; new ones come in their order."""
    known = past(memory("b", 30), memory("d", 2), memory("e", 37))
    assert names(queue(deck, known, NOW, MANY)) == "dbac"
    known = past(memory("b", 30), memory("d", 2), memory("e", 36))
    assert names(queue(deck, known, NOW, MANY)) == "dbeac"


def test_limits_are_of_a_day(deck, memory, review):
    """What was done today counts against them, each card once; practice does not."""
    known = past(memory("a", 1), memory("b", 2), memory("c", 3))
    assert names(queue(deck, known, NOW, Limits(1, 2))) == "abd"
    assert names(queue(deck, known, NOW, Limits(0, 0))) == ""
    today = [review("1", "d/x/q", after=30), review("2", "d/x/q", after=31)]
    today.append(review("3", "d/y/q", after=31, mode=CRAM))
    old = past(*known.memories.values(), memory("x", 99, reviews=5), today=tuple(today))
    assert names(queue(deck, old, NOW, Limits(2, 2))) == "ade"
    new = past(*known.memories.values(), memory("x", 99, reviews=2), today=tuple(today))
    assert names(queue(deck, new, NOW, Limits(2, 2))) == "abd"
    assert new.left(Limits(0, 0)) == Limits(0, 0)


def test_what_is_being_learned_knows_no_limit(deck, memory):
    """It comes back the same day, or is forgotten again."""
    known = past(
        memory("a", 1), memory("b", 2, "learning"), memory("c", 3, "relearning")
    )
    assert names(queue(deck, known, NOW, Limits(0, 0))) == "bc"


def test_bad_questions_are_not_asked(deck, memory):
    """Neither due nor new."""
    known = past(memory("a", 1), marked=frozenset({"d/a/q", "d/c/q"}))
    assert names(queue(deck, known, NOW, MANY)) == "bde"


def test_chance_mixes_new_cards_when_asked_to(deck, memory):
    """Those that are due stay in front."""
    known = past(memory("c", 1))
    mixed = {names(queue(deck, known, NOW, MANY, chance(n))) for n in range(20)}
    assert len(mixed) > 10
    assert {each[0] for each in mixed} == {"c"}


def test_wrong_ones_are_those_last_wrong(deck, review):
    """In whatever mode; a later right one ends it."""
    log = [
        review("1", "d/a/q", AGAIN),
        review("2", "d/b/q", AGAIN),
        review("3", "d/a/q", GOOD),
        review("4", "d/c/q", AGAIN, mode=CRAM),
        review("5", "d/d/q", AGAIN),
    ]
    assert names(wrong_before(deck, log, frozenset({"d/d/q"}))) == "bc"


def test_what_is_due_is_counted(deck, memory):
    """Of the cards that were studied."""
    known = past(memory("a", 1), memory("b", 50), memory("z", 1))
    assert due_by(deck, known.memories, NOW) == 1
    assert due_by(deck, known.memories, NOW + dt.timedelta(1)) == 2


@pytest.mark.parametrize(("hour", "day"), [(0, 1), (3, 1), (4, 2), (12, 2), (23, 2)])
def test_a_day_begins_at_four(hour, day):
    """In the zone of the clock."""
    zone = dt.timezone(dt.timedelta(hours=-5))
    now = dt.datetime(2026, 1, 2, hour, 30, tzinfo=zone)
    assert dawn(now) == dt.datetime(2026, 1, day, 4, tzinfo=zone)


@pytest.fixture(scope="session")
def catalogue(shipped):
    """Every item of the shipped decks."""
    return generate(shipped, NOW.date())


@pytest.fixture
def decks(tiny):
    """The decks of a collection with their items."""
    found = api.load("tiny.yaml", cwd=tiny.parent)
    made = api.catalogue(found, as_of=NOW.date())
    return [(deck, made.of(deck)) for deck in found.decks]


def test_cards_are_those_of_the_decks_each_once(decks):
    """What a fact asks together is not asked apart, unless its deck says so."""
    (deck, items), day = decks[0], NOW.date()
    both = next(item for item in items if item.id == "tiny/talk/where-when")
    halves = [
        replace(
            both, id=f"{both.id}-{n}", origin=f"{both.origin}-{n}", key=Key((part,))
        )
        for n, part in enumerate(both.key.answers)
    ]
    every = [both, *halves]
    together = cards([(deck, every), (deck, every)], as_of=day)
    assert [entry.item for entry in together] == [both]
    apart = cards([(replace(deck, halves="apart"), every)], as_of=day)
    assert [entry.item for entry in apart] == halves


def test_multiple_choice_has_cards_of_its_own(decks):
    """With a schedule beside the plain ones; others are not asked then."""
    found = cards(decks, as_of=NOW.date(), kind="mc")
    assert found
    assert all(entry.options and entry.name.endswith("#choice") for entry in found)


def test_a_seed_decides_the_order_of_options(catalogue, shipped):
    """Where they have none of their own."""
    deck = shipped.decks["first-look"]
    pairs = [(deck, catalogue.of(deck))]
    orders = {
        cards(pairs, as_of=NOW.date(), kind="mc", seed=n)[0].right for n in range(9)
    }
    assert len(orders) > 1


def test_a_topic_chooses_cards(decks):
    """Whatever the case of its letters."""
    deck, items = decks[0]
    some = [
        replace(item, topic="Peace" if n else "War") for n, item in enumerate(items)
    ]
    found = cards([(deck, some)], as_of=NOW.date(), topic="war")
    assert [entry.item.topic for entry in found] == ["War"]
