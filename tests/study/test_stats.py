import datetime as dt
from dataclasses import replace

from quiz import api
from quiz.keys import Key
from quiz.study import scheduler
from quiz.study.model import AGAIN, CRAM, EASY
from quiz.study.stats import DAYS, Retention, statistics, topics_of

NOW = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)
TOPICS = {"a": "Rights", "b": "Courts", "c": "Rights", "d": "Courts", "e": "Courts"}


def told(log, now=NOW, marked=frozenset(), zone=dt.UTC):
    """Sum up a log of reviews."""
    return statistics(scheduler.replay(log), log, marked, TOPICS, now, zone)


def test_an_empty_profile_is_all_new():
    """Nothing is due, and nothing has a retention."""
    made = told([])
    assert (made.new, made.learning, made.known, made.gone) == (5, 0, 0, 0)
    assert (made.whole, made.whole.share, made.topics) == (
        Retention("", 0, 0),
        None,
        (),
    )
    assert made.due == made.done == (0,) * DAYS


def test_cards_are_new_learning_known_or_gone(review):
    """A question marked as bad is none of them; one that no deck has is gone."""
    log = [
        review("1", "a", rating=EASY),
        *(review("2", "b"), review("3", "d", rating=EASY)),
        *(review("4", "old", rating=EASY), review("5", "e", mode=CRAM)),
    ]
    made = told(log, marked=frozenset({"d"}))
    assert (made.new, made.learning, made.known) == (2, 1, 1)
    assert (made.gone, made.marked) == (1, 1)


def test_retention_is_of_known_cards_by_topic(review):
    """First reviews and those in learning do not count, nor practice, nor what is gone."""
    log = [
        *(review("1", "a", rating=EASY), review("2", "a", after=300)),
        *(review("3", "a", after=500, rating=AGAIN), review("4", "a", after=501)),
        *(review("5", "b", rating=EASY), review("6", "b", after=300, mode=CRAM)),
        *(review("7", "b", after=400), review("8", "old", rating=EASY)),
        review("9", "old", after=300),
    ]
    made = told(log)
    assert made.topics == (Retention("Rights", 2, 1), Retention("Courts", 1, 1))
    assert (made.whole, made.topics[0].share) == (Retention("", 3, 2), 0.5)


def test_cards_are_forecast_by_the_day_on_which_they_are_due(review):
    """What is overdue is today's; what is later than the last day is not counted."""
    log = [
        review("1", "a", after=0),  # overdue
        review("2", "b", after=19 * 24 + 11, rating=EASY),
        *(review("3", "c", rating=EASY), review("4", "c", after=240, rating=EASY)),
    ]
    memories = scheduler.replay(log)
    days = (memories["b"].due.date() - NOW.date()).days
    assert 0 < days < DAYS < (memories["c"].due.date() - NOW.date()).days
    expected = [0] * DAYS
    expected[0] = expected[days] = 1
    assert told(log).due == tuple(expected)


def test_a_day_begins_at_four_where_the_learner_is(review):
    """Late in the evening it is still that day, wherever it is morning."""
    log = [review("1", "a", after=19 * 24 + 3), review("2", "b", after=19 * 24 + 5)]
    assert told(log).done[-2:] == (1, 1)
    there = dt.timezone(dt.timedelta(hours=-5))
    assert told(log, zone=there).done[-2:] == (2, 0)
    assert told(log, zone=there).today == dt.date(2026, 1, 20)


def test_responses_of_every_mode_are_done(review):
    """Practice and exams are work as well; the last day is today."""
    log = [
        review("1", "a", after=19 * 24 + 6),
        review("2", after=19 * 24 + 7, mode=CRAM),
    ]
    log += [review(f"o{n}", after=n * 24 + 6) for n in range(10)]
    made = told(log)
    assert made.done == (*(0,) * 10, *(1,) * 10, *(0,) * 9, 2)


def test_cards_have_the_topics_of_their_items(tiny):
    """Those that can be asked, and those that were; what is asked together is not new apart."""
    text = tiny.read_text("utf-8").replace("{id: many,", "{id: many, topic: Colours,")
    tiny.write_text(text, "utf-8")
    found = api.load(tiny.name, cwd=tiny.parent)
    day = dt.date(2026, 11, 24)
    made = api.catalogue(found, as_of=day)
    ((deck, items),) = api.chosen(found, made, day, None)
    together = items[0]
    where = Key(together.key.answers[:1])
    apart = replace(together, origin="tiny/talk/where", key=where)
    decks = [(deck, [*items, apart])]
    title = "Tiny & <small>"
    plain = {
        "tiny/talk/where-when": title,
        "tiny/talk/who": title,
        "tiny/many/ask": "Colours",
        "tiny/hostile/ask": title,
        "tiny/blank/complete": title,
    }
    assert plain == topics_of(decks, ())
    studied = ("tiny/many/ask#choice", "tiny/talk/where", "old/fact/ask")
    more = {"tiny/many/ask#choice": "Colours", "tiny/talk/where": title}
    assert plain | more == topics_of(decks, studied)
