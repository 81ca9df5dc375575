"""A filled blank reads as a person would write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.keys import Answer
from quiz.sentences import said

NAMED = Answer("White House", "body", article="the")


@pytest.mark.parametrize(
    ("sentence", "answer", "expected"),
    [
        ("It was _____.", Answer("Bali"), "It was Bali."),
        ("No blank.", Answer("Bali"), "No blank."),
        # Articles.
        ("It was _____.", NAMED, "It was the White House."),
        ("The _____ said so.", NAMED, "The White House said so."),
        ("_____ said so.", NAMED, "The White House said so."),
        ("He called it a _____.", Answer("floor"), "He called it a floor."),
        (
            "The _____ is old.",
            Answer("The Bill of Rights"),
            "The Bill of Rights is old.",
        ),
        ("It is a _____.", Answer("A convention"), "It is a convention."),
        ("Plan A: _____.", NAMED, "Plan A: the White House."),
        # Capitals.
        ("_____ ended it.", Answer("state conventions"), "State conventions ended it."),
        ("“_____ is red.”", Answer("it"), "“It is red.”"),
        ("¿_____ es?", Answer("ella"), "¿Ella es?"),
        ("It is _____.", Answer("The end of slavery"), "It is the end of slavery."),
        (
            "It is about: _____.",
            Answer("The pay of Congress"),
            "It is about: The pay of Congress.",
        ),
        ("He said “_____”.", Answer("No harm done"), "He said “No harm done”."),
        ("It needs _____.", Answer("Two thirds"), "It needs two thirds."),
        ("It sent _____ to them.", Answer("Twelve"), "It sent twelve to them."),
        ("It took _____.", Answer("Twenty years"), "It took twenty years."),
        ("It is _____.", Answer("To honor her"), "It is to honor her."),
        (
            "By _____.",
            Answer("A Supreme Court decision"),
            "By a Supreme Court decision.",
        ),
        # A capital that may be a name's stays.
        ("It is _____.", Answer("In God We Trust"), "It is In God We Trust."),
        ("It is in _____.", Answer("The Hague"), "It is in The Hague."),
        ("It is _____.", Answer("Three Gorges"), "It is Three Gorges."),
        ("It is _____.", Answer("Xi refused"), "It is Xi refused."),
        ("It gets _____.", Answer("A"), "It gets A."),
        ("It is _____.", Answer("The Who", "name"), "It is The Who."),
        # One full stop.
        ("It is in _____.", Answer("Washington, D.C."), "It is in Washington, D.C."),
        ("It is in _____, too.", Answer("the U.S."), "It is in the U.S., too."),
        ("He said _____.", Answer("“Yes.”"), "He said “Yes.”"),
        ("It asks: _____.", Answer("Why?"), "It asks: Why?"),
    ],
)
def test_a_blank_is_filled_as_one_would_write_it(sentence, answer, expected):
    """With its article, the capital that its place wants, and one full stop."""
    assert expected == said(sentence, answer)


WORDS = st.text(st.sampled_from("aTh eoBn.,:“"), min_size=1)


@given(WORDS, WORDS, WORDS, st.sampled_from(["", "the"]))
def test_what_stands_around_a_blank_stays(before, words, after, article):
    """Only the blank is filled, but for a full stop too many."""
    filled = said(f"{before}_____{after}", Answer(words, article=article))
    assert filled.startswith(before)
    assert filled.endswith((after, after[1:]))
    assert "_____" not in filled


@given(WORDS, WORDS.filter(lambda words: words == words.strip()))
def test_an_answer_stays_but_for_case_and_article(before, words):
    """All of it is said, in its order; at most an article that stands there already is not."""
    filled = said(f"{before}_____!", Answer(words))[len(before) : -1].casefold()
    shown = words.casefold()
    rest = shown.partition(" ")[2]
    assert filled == shown or (
        filled == rest and shown.startswith(("the ", "a ", "an "))
    )


@given(WORDS)
def test_a_sentence_without_a_blank_stays(sentence):
    """There is nothing to fill."""
    assert sentence == said(sentence, NAMED)
