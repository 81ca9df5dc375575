"""How a session begins and ends, in words and as JSON."""

import json
from dataclasses import replace

import pytest

from quiz.cli.results import (
    Ahead,
    invited,
    json_line,
    opening,
    response_object,
    result,
    summary,
    summary_object,
)
from quiz.grading.verdict import Verdict
from quiz.study.exams import Elsewhere, Exam
from quiz.study.queue import Past
from quiz.study.session import Rules, Session, Turn
from quiz.study.sitting import Sitting

EXAM = Exam("e", "The test", "e", 30, 10, 6, 6, 5, whom="For all.", again="Try again.")


def words(paragraphs):
    """Give paragraphs as lines."""
    return [
        " ".join(filter(None, (p.first.strip(), p.lead, p.text))) for p in paragraphs
    ]


@pytest.fixture
def session(tiny_form):
    """A function that makes a session of responses, right (+) or wrong (-)."""

    def make(marks, left=False):
        entries = tiny_form.entries
        turns = tuple(
            Turn(
                entries[n % len(entries)],
                "x",
                Verdict("wrong", "No."),
                (),
                right=mark == "+",
                rating=3 if mark == "+" else 1,
            )
            for n, mark in enumerate(marks)
        )
        return Session(Rules(None), (), turns, "over", left=left)

    return make


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ({}, "4 questions: 1 due, 3 new."),
        ({"cram": True}, "4 questions for practice. Your schedule stays as it is."),
        ({"wrong": True}, "4 questions that you answered wrong last time."),
    ],
)
def test_a_session_says_what_it_holds(kind, says, tiny_form):
    """And once, how to answer."""
    entries = tiny_form.entries[:4]
    known = Past({entries[0].name: None})
    first, how = words(opening(entries, known, **kind))
    assert first == says
    assert ":q quits" in how


def test_a_session_that_holds_nothing_says_why():
    """And what could be done all the same."""
    assert "quiz test --cram" in words(opening((), Past()))[0]
    assert (
        "nothing that you answered wrong" in words(opening((), Past(), wrong=True))[0]
    )


def test_a_summary_says_what_to_look_at_again(session):
    """The first response to each card is its score."""
    lines = words(summary(session("+--"), Ahead(1, 2, 7)))
    assert lines[1:3] == ["1 of 3 right.", "Look at this again:"]
    assert len(lines) == 9
    assert lines[-2] == "Due now: 1. Due by the end of tomorrow: 2."
    assert lines[-1] == "Chance was drawn with --seed 7."
    assert words(summary(session("", left=True), Ahead()))[1:] == [
        "You answered nothing."
    ]
    unkept = words(summary(session("+"), Ahead(kept=False)))
    assert unkept[-1] == "Your responses were not kept. With --profile NAME they are."


@pytest.mark.parametrize(
    ("marks", "left", "says"),
    [
        (
            "++++++",
            False,
            [
                "Congratulations. You passed the test: The test.",
                "You answered 6 of 6 questions right; 6 of 10 are needed.",
                "The officer stops at 6 right.",
            ],
        ),
        (
            "-----",
            False,
            [
                "Sorry. You did not pass the test: The test.",
                "You answered 0 of 5 questions right; 6 of 10 are needed.",
                "The officer stops at 5 wrong.",
                "Try again.",
            ],
        ),
        (
            "+",
            True,
            [
                "You left before the end, so there is no result.",
                "You answered 1 of 1 question right; 6 of 10 are needed.",
            ],
        ),
        ("", True, ["You left before the end, so there is no result."]),
    ],
)
def test_an_exam_ends_as_an_officer_would_say(marks, left, says, session):
    """What the result is and why; then what to study."""
    sat = Sitting(EXAM, (), tuple(mark == "+" for mark in marks), left)
    lines = words(result(sat, session(marks), Ahead()))[1:]
    assert lines[: len(says)] == says
    assert ("Study this:" in lines) == ("-" in marks)


def test_an_exam_that_asks_all_says_so(session):
    """It has no early end."""
    sat = Sitting(Exam("e", "T", "e", 9, 2, 1), (), (True, False))
    lines = words(result(sat, session("+-"), Ahead()))
    assert "All questions were asked." in lines
    invitation = words(invited(sat, None))
    assert "The officer asks 2 questions. You pass with 1 right." in invitation


def test_an_invitation_says_the_rules():
    """And what the decks cannot ask, with where to look it up."""
    governor = Elsewhere(3, "Who is your governor?", "usa.gov")
    exam = Sitting(EXAM, (), elsewhere=(governor,), lacking=2)
    lines = words(invited(exam, "es"))
    assert lines[:3] == [
        "The test",
        "For all.",
        (
            "The officer asks up to 10 questions, and stops at 6 right or 5 wrong. "
            "You pass with 6 right."
        ),
    ]
    assert "Who is your governor? Look it up: usa.gov" in lines
    assert "Your decks lack 2 questions of the 30 that may be asked." in lines
    assert not any("real test" in line for line in lines)
    english = Sitting(Exam("e", "T", "e", 9, 2, 1, language="en"), ())
    assert "The real test is taken in English." in words(invited(english, "es"))
    assert not any("real test" in line for line in words(invited(english, "en")))


def test_what_an_exam_notes_of_a_rule_stands_with_it(session):
    """Once where it is the same of two; also where the result tells the rule."""
    unsure = {"asked": "Reported.", "pass": "Reported.", "stop": "Not stated."}
    notes = {**unsure, "whom": "By law.", "language": "Not at 50.", "again": "Soon."}
    exam = replace(EXAM, notes=notes, language="en")
    governor = Elsewhere(3, "Who is your governor?", "usa.gov", note="None in D.C.")
    lines = words(invited(Sitting(exam, (), elsewhere=(governor,)), None))
    assert lines[1:4] == [
        "For all. (By law.)",
        (
            "The officer asks up to 10 questions, and stops at 6 right or 5 wrong. "
            "You pass with 6 right. (Reported.) (Not stated.)"
        ),
        "The real test is taken in English. (Not at 50.)",
    ]
    assert "Who is your governor? Look it up: usa.gov (None in D.C.)" in lines
    failed = words(result(Sitting(exam, (), (False,) * 5), session("-----"), Ahead()))
    assert failed[3:5] == [
        "The officer stops at 5 wrong. (Not stated.)",
        "Try again. (Soon.)",
    ]


def test_an_exam_may_be_taken_in_any_language():
    """It says so if its rules do."""
    chosen = "You may take it in the language of your choice."
    free = Sitting(replace(EXAM, sources={"language": ()}), ())
    assert chosen in words(invited(free, None))
    assert chosen not in words(invited(Sitting(EXAM, ()), None))


def test_objects_hold_what_was_said(session):
    """A question of an exam has its number; an exam its outcome; text may be any."""
    made = session("+-")
    assert "number" not in response_object(made.turns[0], None)
    told = response_object(made.turns[0], 17)
    assert (told["number"], told["right"], told["result"]) == (17, True, "wrong")
    assert told["overridden"]
    whole = summary_object(made, Ahead(seed=3), Sitting(EXAM, (), (True,), left=True))
    assert whole["exam"] == {
        "name": "e",
        "outcome": "stopped",
        "reason": "left",
        "right": 1,
        "wrong": 0,
        "pass": 6,
    }
    assert "exam" not in summary_object(made, Ahead(), None)
    assert json.loads(json_line({"response": "国\ud800"}))["response"] == "国?"
