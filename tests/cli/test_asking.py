"""What the screen says follows from where the session stands."""

import datetime as dt

import pytest

from quiz.cli.asking import prompt, screen
from quiz.grading.verdict import CLOSE, CORRECT, WRONG, Verdict
from quiz.keys import Answer, Key
from quiz.model import Entry, Item, Source
from quiz.study import session as of
from quiz.study.model import EASY, EXAM
from quiz.study.session import Rules, Session, Turn

KEY = Key((Answer("speech"), Answer("religion"), Answer("the press")), 2)


def card(key=KEY, options=(), **more):
    """Make a card."""
    head = ("d/a/q", "d", "a", "qa", "q", "en", "Which?", key)
    item = Item(*head, dt.date(2026, 1, 1), "timeless", **more)
    return Entry(1, item, options, 0 if options else None)


def said(entry, *, mode="study", **more):
    """Give what a screen says of a card, a line a paragraph, and its prompt."""
    made = Session(Rules(None, mode), (entry,), **more)
    lines = [
        f"{p.first}{' '.join(filter(None, (p.lead, p.text)))}" for p in screen(made)
    ]
    return lines, prompt(made)


def told(entry, result, *matched, right, why="", mode="study", notice="", **more):
    """Give what is said of a response."""
    verdict = Verdict(result, why, matched)
    turn = Turn(entry, "x", verdict, (), right=right, **more)
    return said(entry, mode=mode, turns=(turn,), phase=of.TOLD, notice=notice)[0]


def test_a_question_is_asked_with_its_options():
    """Its place, its topic, and how a list is to be typed."""
    lines, sign = said(card(options=("a law", "a bill"), topic="Laws"))
    assert lines == ["", "1 of 1. Laws", "Which?", "  a) a law", "  b) a bill"]
    assert sign == ">"
    ordered = card(Key((Answer("a"), Answer("b")), 2, ordered=True))
    assert "In order, with a semicolon (;) between." in said(ordered)[0]


def test_a_right_response_is_told_with_what_else_is_right():
    """All answers, where all are wanted; nothing, where one was chosen."""
    also = "Right. speech; the press (also right: religion)"
    assert told(card(), CORRECT, "speech", "the press", right=True) == [also]
    every = Key(KEY.answers, 3)
    assert told(card(every), CORRECT, right=True) == [
        "Right. speech; religion; the press"
    ]
    assert told(card(options=("x", "y")), CORRECT, "x", right=True) == ["Right."]
    one = card(Key((Answer("yes"),)))
    assert told(one, CORRECT, "yes", right=True) == ["Right. yes"]


def test_a_wrong_response_is_told_with_the_answer():
    """And why it is wrong, then what else is known, and from where."""
    cited = (Source("s", "The Press", "The Paper"), Source("t", "Another"))
    entry = card(note="Of five.", sources=cited)
    assert told(entry, WRONG, why="Those are rights.", right=False) == [
        "Wrong. Those are rights.",
        "The answer: 2 of: speech; religion; the press",
        "Of five.",
        "Source: The Paper, The Press (and 1 more)",
    ]
    exam = told(entry, WRONG, why="Those are rights.", mode=EXAM, right=False)
    assert len(exam) == 2


def test_what_is_close_and_not_to_be_settled_is_told_whole():
    """As in an exam, where one of two is wrong: the learner has not seen the answer yet."""
    verdict = Verdict(CLOSE, "One more is wanted.")
    turn = Turn(card(), "x", verdict, (), right=False)
    rules = Rules(None, EXAM, settles=lambda *_: False)
    made = Session(rules, (card(),), (turn,), of.TOLD)
    assert [f"{p.lead} {p.text}".strip() for p in screen(made)] == [
        "Almost. One more is wanted.",
        "The answer: 2 of: speech; religion; the press",
        "Counted as wrong.",
    ]


def test_the_answer_to_a_choice_is_the_right_option():
    """Not all that would be right in words."""
    lines = told(card(options=("speech", "voting")), WRONG, right=False)
    assert lines == ["Wrong.", "The answer: speech"]


def test_what_is_close_is_settled():
    """With the answer in sight."""
    turn = Turn(card(), "x", Verdict(CLOSE, "One more is wanted."), ())
    lines, sign = said(card(), turns=(turn,), phase=of.SETTLING)
    assert lines[0] == "Almost. One more is wanted."
    assert lines[1].startswith("The answer: ")
    assert sign == "Count it? [y/n]"
    assert told(card(), CLOSE, right=True) == ["Counted as right."]
    assert told(card(), CLOSE, right=False) == ["Counted as wrong."]
    easy = told(card(), CORRECT, notice=of.CHANGED, rating=EASY, right=True)
    assert easy == ["Counted as right and easy."]


@pytest.mark.parametrize(
    ("right", "mode", "offered"),
    [
        (True, "study", "w counts it as wrong, e as easy"),
        (True, EXAM, "w counts it as wrong"),
        (False, "study", "r counts it as right"),
    ],
)
def test_the_prompt_offers_what_the_verdict_is_not(right, mode, offered):
    """In one line of 80 columns."""
    turn = Turn(card(), "x", Verdict(CORRECT, ""), (), right=right)
    sign = said(card(), mode=mode, turns=(turn,), phase=of.TOLD)[1]
    assert sign == f"Enter goes on; {offered}, b bad question, u undo, q quit:"
    assert len(sign) < 80


SAID = {
    of.ASKING: (
        of.HELP,
        of.HINT,
        of.NO_HINT,
        of.CHOOSE,
        of.UNKNOWN,
        of.NOTHING,
        of.UNDONE,
    ),
    of.SETTLING: (of.UNKNOWN,),
    of.TOLD: (of.HELP, of.UNKNOWN, of.MARKED, of.UNMARKED, of.CHANGED),
}


def test_every_notice_is_said_somewhere():
    """None is left out of the test below."""
    assert {notice for notices in SAID.values() for notice in notices} == {*of.NOTICES}


@pytest.mark.parametrize(
    ("phase", "notice"), [(phase, each) for phase in SAID for each in SAID[phase]]
)
def test_every_notice_is_in_words(phase, notice):
    """In every phase, and differently where other keys do something."""
    turn = Turn(card(), "x", Verdict(CORRECT, ""), (), right=True)
    entry = card(options=("x", "y"), hint="Think.")
    lines, _ = said(entry, turns=(turn,), phase=phase, notice=notice)
    assert any(lines)
    if (notice, phase) == (of.HINT, of.ASKING):
        assert lines == ["Hint: Think."]
    if (notice, phase) == (of.UNDONE, of.ASKING):
        assert (lines[0], lines[-1]) == ("Taken back.", "  b) y")
