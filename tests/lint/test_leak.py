"""A question that says its own answer is no question."""

import pytest

from quiz.lint import leak

FACT = "- {id: a, kind: qa, ask: '%s', answer: %s, source: s}\n"


@pytest.mark.parametrize(
    ("ask", "answer", "told"),
    [
        ("Is the Senate in the Capitol?", "Senate", "Senate"),
        ("What do they do in THE CAPITOL?", "the Capitol", "the Capitol"),
        ("What came before 1791?", "'1791'", "1791"),
        (
            "What is war called?",
            "{text: peace, accept: [it, war, war called]}",
            "war called",
        ),
        ("Are red and blue colours?", "[white, blue, colours]", "blue"),
    ],
)
def test_a_stem_that_says_an_answer_is_told_once(ask, answer, told, look):
    """The first answer that stands in the stem, in any of its forms, is told."""
    what = f"leak: the question '{ask}' says its answer, '{told}'"
    fix = "(reword the fact or its kind's stem)"
    assert [f"1.yaml:5: {what} {fix}"] == look(leak, FACT % (ask, answer))


def test_a_sentence_that_says_its_answer_beside_the_blank_is_told(look):
    """Filled with a wrong option it would be false in more than one part, or in none."""
    fact = FACT.replace("source", "says: %s, source")
    sentence = "The Senate is called _____."
    what = f"leak: the sentence '{sentence}' says its answer, 'the Senate'"
    fix = "(reword the fact or its kind's 'says')"
    found = look(leak, fact % ("Who?", "the Senate", sentence))
    assert found == [f"1.yaml:5: {what} {fix}"]
    assert look(leak, fact % ("Who?", "the Senate", "It is called _____.")) == []


def test_a_hint_that_tells_is_told(look):
    """A hint that gives the answer away is a finding, once; one that does not is none."""
    fact = FACT.replace("source", "hint: %s, source") % ("Who?", "Senate", "%s")
    what = "telling-hint: the hint 'A senate.' gives the answer away by 'Senate'"
    fix = "(say it without the answer's words; it is not shown)"
    assert look(leak, fact % "A senate.") == [f"1.yaml:5: {what} {fix}"]
    assert look(leak, fact % "It sits in the north wing.") == []


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("What do senators do?", "Senate"),
        ("How many of the 1001 are there?", "'1000'"),
        ("Is it so?", "so"),
        ("Which law is the one?", "the one law"),
    ],
)
def test_likeness_is_no_leak(ask, answer, look):
    """Parts of words, words in another order and very short answers tell nothing."""
    assert look(leak, FACT % (ask, answer)) == []
