"""A mock exam keeps to its rules, whichever way it goes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.chance import chance
from quiz.errors import QuizError
from quiz.grading.verdict import CLOSE, CORRECT, WRONG, Verdict
from quiz.keys import Key
from quiz.study import sitting
from quiz.study.exams import Elsewhere, Exam
from quiz.study.sitting import Sitting, begin, settles, varies


def sat(exam, items, marks, state="CA", seed=1):
    """Begin an exam and mark what is asked."""
    made = begin(exam, items, state, chance(seed))
    for mark in marks:
        made = made.answer(right=mark == "+")
    return made


@pytest.mark.parametrize(
    ("marks", "outcome"),
    [
        ("", None),
        ("++--", None),
        ("+++", ("passed", "right")),
        ("-+-++", ("passed", "right")),
        ("---", ("failed", "wrong")),
        ("+-+--", ("failed", "wrong")),
    ],
)
def test_an_exam_stops_when_its_result_is_certain(marks, outcome, exam, harbor):
    """At enough right, or at so many wrong that it cannot be passed."""
    made = sat(exam(right=3, wrong=3), harbor, marks)
    assert made.outcome == outcome
    assert (made.next is None) == (outcome is not None)
    assert (made.right, made.wrong) == (marks.count("+"), marks.count("-"))


@pytest.mark.parametrize(
    ("marks", "outcome"),
    [
        ("++++", None),
        ("----", None),
        ("+++--", ("passed", "all")),
        ("+++++", ("passed", "all")),
        ("++---", ("failed", "all")),
    ],
)
def test_an_exam_without_a_stop_asks_all(marks, outcome, exam, harbor):
    """However certain the result is."""
    assert sat(exam(), harbor, marks).outcome == outcome


def test_who_leaves_has_no_result(exam, harbor):
    """Unless the exam had ended before."""
    left = Sitting(
        exam(), begin(exam(), harbor, "CA", chance(1)).drawn, (True,), left=True
    )
    assert left.outcome == ("stopped", "left")
    assert sat(exam(right=3), harbor, "+++").outcome == ("passed", "right")
    assert {*left.outcome} <= {*sitting.RESULTS, *sitting.REASONS}


def test_nothing_is_asked_after_the_end(exam, harbor):
    """That would be a mistake of ours."""
    with pytest.raises(ValueError, match="ended"):
        sat(exam(right=3), harbor, "++++")


@given(st.integers(0, 500), st.sampled_from(["CA", "NY", "DC", "TX"]))
def test_each_question_is_drawn_once(exam, harbor, seed, state):
    """By an item that covers it and is asked in the learner's state."""
    drawn = begin(exam(), harbor, state, chance(seed)).drawn
    assert len({each.number for each in drawn}) == len(drawn) == 5
    for each in drawn:
        assert f"harbor::{each.number}" in each.item.tags
        states = [tag for tag in each.item.tags if tag.startswith("state")]
        assert states in ([], [f"state::{state.lower()}"])


def test_chance_decides_the_questions_and_their_items(exam, harbor):
    """Each number, and each item of one that two cover, comes as often as another."""
    numbers, items = Counter(), Counter()
    for seed in range(700):
        for each in begin(exam(), harbor, "CA", chance(seed)).drawn:
            numbers[each.number] += 1
            items[each.item.fact] += 1
    assert {*numbers} == {1, 2, 3, 4, 5, 6, 7}
    assert all(430 < count < 570 for count in numbers.values())
    assert abs(items["first"] - items["father"]) < 100
    again = begin(exam(), harbor, "CA", chance(7)).drawn
    assert again == begin(exam(), harbor, "CA", chance(7)).drawn


def test_an_item_that_covers_two_questions_is_asked_once(exam, harbor):
    """Then the exam has one question fewer to draw."""
    short = exam(asked=2)
    one = harbor[0]
    both = (type(one)(**{**fields(one), "tags": ("harbor::1", "harbor::2")}),)
    with pytest.raises(QuizError, match="asks 2 questions, and the decks have 1"):
        begin(short, both, "CA", chance(1))


def fields(item):
    """Give an item's fields by name."""
    return {name: getattr(item, name) for name in item.__dataclass_fields__}


def test_a_starred_exam_asks_starred_questions_only(exam, harbor):
    """And needs no state if none of them is of one."""
    starred = exam(starred=True, asked=3, questions=3)
    assert {each.number for each in begin(starred, harbor, None, chance(1)).drawn} == {
        *(1, 2, 3),
    }
    assert not varies(starred, harbor)
    assert varies(exam(), harbor)


def test_questions_of_states_need_a_state(exam, harbor):
    """D.C. has answers of its own; a state that the library lacks has fewer questions."""
    with pytest.raises(QuizError, match="no-state"):
        begin(exam(), harbor, None, chance(1))
    for state, count, asks in (("CA", 7, 6), ("DC", 6, 6), ("TX", 5, 0)):
        made = begin(exam(asked=count), harbor, state, chance(1))
        facts = {each.item.fact for each in made.drawn if each.number == 6}
        assert facts == ({f"capital-{state.lower()}"} if asks else set())
        assert made.lacking == 7 - count


def test_what_the_library_cannot_ask_is_told(exam, harbor):
    """With where to look it up, unless the library can ask it after all."""
    governor = Elsewhere(7, "Who is your governor?", "usa.gov")
    capital = Elsewhere(6, "What is your capital?", "usa.gov")
    rules = exam(elsewhere=(governor, capital), questions=8)
    assert begin(rules, harbor, "NY", chance(1)).elsewhere == (governor,)
    assert begin(rules, harbor, "NY", chance(1)).lacking == 1
    assert begin(rules, harbor, "CA", chance(1)).elsewhere == ()


def test_too_few_questions_are_told_where_the_exam_is(exam, harbor, refused):
    """How many it asks and how many there are."""
    says = "this exam asks 6 questions, and the decks have 5"
    fix = "add items with tags such as harbor::1, or name more decks"
    (problem,) = refused(begin, exam(asked=6), harbor, "TX", chance(1))
    assert problem.endswith(f"too-few-questions: {says} ({fix})")
    (problem,) = refused(begin, exam(starred=True), harbor, "TX", chance(1))
    assert "asks 5 questions, and the decks have 3 starred ones" in problem


def test_a_list_that_no_deck_has_is_told(exam, harbor, refused):
    """With the tags that its items would have."""
    (problem,) = refused(begin, exam(list="port"), harbor, "CA", chance(1))
    assert "no-list: no deck has questions of the list 'port'" in problem
    assert "port::1" in problem


@pytest.mark.parametrize(
    ("result", "matched", "need", "asked"),
    [
        (CORRECT, ("a",), 1, False),
        (WRONG, (), 1, False),
        (CLOSE, (), 1, True),
        (CLOSE, ("a",), 2, False),
        (CLOSE, ("a", "b"), 2, True),
    ],
)
def test_only_what_is_close_is_for_the_learner_to_settle(result, matched, need, asked):
    """And who gives one of two does not pass a question for two."""
    key = Key.of(["a", "b", "c"], need=need)
    assert settles(Verdict(result, "", matched), key) is asked


def test_rules_of_the_real_test():
    """128 questions, 20 asked: 12 right and 8 wrong pass, 9 wrong fail."""
    made = Sitting(Exam("e", "E", "e", 128, 20, 12, 12, 9), ())
    marks = (False,) * 8 + (True,) * 12
    passed = Sitting(made.exam, (), marks)
    failed = Sitting(made.exam, (), (False,) * 9)
    assert (passed.outcome, failed.outcome) == (
        ("passed", "right"),
        ("failed", "wrong"),
    )
