"""Each line does to a session what it says, and what is confirmed is recorded at once."""

import datetime as dt
from itertools import count

import pytest

from quiz.study import session as of
from quiz.study.model import AGAIN, EASY, EXAM, GOOD, HARD, Mark, Review, Undo
from quiz.study.moves import leave, start, take
from quiz.study.session import Line, Rules
from quiz.study.store import open_store

NOW = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def play(card, judge):
    """A function that plays lines on cards a, b, c: the session and all events."""

    def play(*lines, cards="abc", rules=None, elapsed=0):
        made = start(rules or Rules(judge), tuple(map(card, cards)))
        numbers = count(1)
        uid = lambda: f"u{next(numbers)}"  # noqa: E731 - a callback
        events = []
        for n, typed in enumerate(lines):
            at = NOW + dt.timedelta(seconds=n)
            made, more = take(made, Line(typed, at, uid, elapsed))
            events += more
        return made, events

    return play


def told(events):
    """Give events in short: what was recorded of which card."""
    return [
        f"{each.card[2]}{each.rating}"
        if isinstance(each, Review)
        else f"-{each.review}"
        if isinstance(each, Undo)
        else f"{each.card[2]}{'!' if each.bad else '.'}{each.why}"
        for each in events
    ]


@pytest.mark.parametrize(
    ("lines", "events", "phase", "asked"),
    [
        # A response is told and recorded, and Enter goes on.
        (["yes"], ["a3"], "told", "a"),
        (["yes", ""], ["a3"], "asking", "b"),
        (["no", ""], ["a1"], "asking", "b"),
        (["", ""], ["a1"], "asking", "b"),
        # What is close is recorded once it is settled.
        (["y"], [], "settling", "a"),
        (["y", "perhaps"], [], "settling", "a"),
        (["y", "y"], ["a2"], "told", "a"),
        (["y", "No"], ["a1"], "told", "a"),
        (["y", "u"], [], "asking", "a"),
        (["y", "q"], [], "over", "a"),
        # The learner says otherwise: the record says so, too.
        (["no", "r"], ["a1", "-u1", "a3"], "told", "a"),
        (["yes", "w"], ["a3", "-u1", "a1"], "told", "a"),
        (["yes", "e", ""], ["a3", "-u1", "a4"], "asking", "b"),
        (["no", "r", "w", ""], ["a1", "-u1", "a3", "-u3", "a1"], "asking", "b"),
        (["yes", "r"], ["a3"], "told", "a"),
        # A bad question.
        (["no", "b no such law"], ["a1", "a!no such law"], "told", "a"),
        (["no", "b", "b"], ["a1", "a!", "a."], "told", "a"),
        # Undo takes back the last response, on its screen or later.
        (["yes", "u"], ["a3", "-u1"], "asking", "a"),
        (["yes", "", ":u"], ["a3", "-u1"], "asking", "a"),
        (["yes", "", "no", "u", ":undo"], ["a3", "b1", "-u2", "-u1"], "asking", "a"),
        (["yes", "", ":u", "no"], ["a3", "-u1", "a1"], "told", "a"),
        (["no", "r", "u"], ["a1", "-u1", "a3", "-u3"], "asking", "a"),
        ([":u"], [], "asking", "a"),
        # Commands do not collide with answers.
        ([":q"], [], "over", "a"),
        (["q"], ["a1"], "told", "a"),
        (["yes", "q"], ["a3"], "over", "a"),
        ([":?"], [], "asking", "a"),
        (["?"], [], "asking", "a"),
        ([":x"], [], "asking", "a"),
        (["yes", "yes"], ["a3"], "told", "a"),
        (["yes", "r u"], ["a3"], "told", "a"),
    ],
)
def test_each_line_does_what_it_says(lines, events, phase, asked, play):
    """And records what it confirms."""
    made, found = play(*lines)
    assert told(found) == events
    assert (made.phase, made.entry.item.fact) == (phase, asked)


@pytest.mark.parametrize(
    ("lines", "notice"),
    [
        ([":?"], of.HELP),
        ([":x"], of.UNKNOWN),
        ([":h"], of.NO_HINT),
        ([":u"], of.NOTHING),
        (["yes", "u"], of.UNDONE),
        (["yes", "?"], of.HELP),
        (["yes", "what"], of.UNKNOWN),
        (["y", "what"], of.UNKNOWN),
        (["yes", "b"], of.MARKED),
        (["yes", "b", "b"], of.UNMARKED),
        (["yes", "w"], of.CHANGED),
        (["yes", "w", ""], ""),
    ],
)
def test_what_else_is_to_be_said(lines, notice, play):
    """Once, with the next screen."""
    assert play(*lines)[0].notice == notice


def test_a_review_holds_all_that_was_said(play):
    """What was typed, the verdict, and that the learner said otherwise."""
    _, (first, undo, second) = play("No ", "r", elapsed=700)
    assert first == Review(
        *("u1", NOW, "d/a/q", AGAIN, "wrong", "No", False, 700, "study"),
    )
    assert undo == Undo("u2", NOW + dt.timedelta(seconds=1), "u1")
    assert (second.uid, second.rating, second.result) == ("u3", GOOD, "wrong")
    assert second.overridden
    assert play("yes", "b why")[1][1] == Mark(
        *("u2", NOW + dt.timedelta(seconds=1), "d/a/q", True, "why"),
    )


def test_what_was_wrong_comes_again_in_the_same_session(play):
    """After five others, or at the end; not if it was marked as bad, nor in an exam."""
    cards = "abcdefgh"
    made, _ = play("no", "", cards=cards)
    assert "".join(e.item.fact for e in made.waiting) == "bcdefagh"
    made, _ = play("no", "", "no", "", "yes", "", "yes", "", "yes", "")
    assert made.phase == "over"
    assert [turn.entry.item.fact for turn in made.turns] == [*"abcab"]
    assert "".join(e.item.fact for e in play("no", "b", "")[0].waiting) == "bc"
    rules = Rules(made.rules.judge, again=False, mode=EXAM)
    made, events = play("no", "", rules=rules)
    assert "".join(e.item.fact for e in made.waiting) == "bc"
    assert events[0].mode == EXAM


def test_it_ends_with_its_cards_or_by_its_rules(play, judge):
    """The last verdict is still told."""
    made, _ = play("yes", cards="a")
    assert made.phase == "told"
    assert play("yes", "", cards="a")[0].phase == "over"
    rules = Rules(judge, again=False, ends=lambda marks: sum(marks) == 2)
    assert (
        play("yes", "", "no", "", "yes", rules=rules, cards="abcde")[0].phase == "told"
    )
    made, _ = play("yes", "", "no", "", "yes", "", rules=rules, cards="abcde")
    assert (made.phase, made.left) == ("over", False)
    with pytest.raises(ValueError, match="over"):
        take(made, Line("", NOW, lambda: "u"))
    assert start(rules, ()).phase == "over"


def test_who_leaves_loses_nothing(play):
    """What was told is kept, what was not settled is not."""
    made, events = play("yes", "", "y", "q")
    assert (made.left, made.marks, told(events)) == (True, (True,), ["a3"])
    assert leave(play("y")[0]).turns == ()


def test_a_hint_makes_a_right_response_hard(card, judge):
    """It is shown on request, and does not count for the next card."""
    cards = (card("a", hint="Think."), card("b"))
    made = start(Rules(judge), cards)
    found = []
    for typed in (":h", "yes", "", "yes"):
        made, events = take(made, Line(typed, NOW, lambda: "u"))
        found += events
        if typed == ":h":
            assert made.notice == of.HINT
    assert [review.rating for review in found] == [HARD, GOOD]


def test_a_hint_that_was_seen_stays_seen(card, judge):
    """Also when the response after it is taken back; it is of that card only."""
    made = start(Rules(judge), (card("a"), card("b", hint="Think."), card("c")))
    found = []
    for typed in ("yes", "", ":h", "yes", "u", "yes", "u", ":u", "yes"):
        made, events = take(made, Line(typed, NOW, lambda: "u"))
        found += [each.rating for each in events if isinstance(each, Review)]
    assert found == [GOOD, HARD, HARD, GOOD]


def test_a_rating_knows_what_is_remembered(play, judge, memory):
    """Quick and long known is easy."""
    known = {"d/a/q": memory("a", stability=50.0)}
    _, (review,) = play("yes", rules=Rules(judge, memories=known), elapsed=900)
    assert review.rating == EASY


def test_an_option_that_is_none_is_asked_for_again(card, judge):
    """Nothing is recorded of it."""
    made = start(Rules(judge), (card(options=("x", "y")),))
    made, events = take(made, Line("z", NOW, lambda: "u"))
    assert (made.phase, made.notice, events) == ("asking", of.CHOOSE, ())


def test_the_record_is_what_the_store_takes(play, tmp_path):
    """Replayed, it gives the state in which the session ended."""
    _, events = play("no", "r", "", "yes", "u", "no", "", "yes", "b", "")
    with open_store(tmp_path) as store:
        for event in events:
            store.record(event)
        assert {card: known.reviews for card, known in store.memories().items()} == {
            "d/a/q": 1,
            "d/b/q": 1,
            "d/c/q": 1,
        }
        assert store.marked() == {"d/c/q"}
