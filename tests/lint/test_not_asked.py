"""No card vanishes silently: a fact of which nothing is ever asked is told."""

import pytest

from quiz.lint import not_asked

FIX = "(fill in what is missing, or take the fact out)"
HEAD = "deck: d\ntitle: T\nlanguage: es\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"
WHEN = "- {id: a, kind: k, what: W, when: 2020-01-02, source: s}\n"


@pytest.mark.parametrize(
    ("facts", "questions", "reasons"),
    [
        (WHEN, "q: {stem: Q?, answer: what}", None),
        (
            WHEN,
            "q: {stem: Q?, answer: what, only: [upcoming]}",
            "it is asked only when upcoming",
        ),
        (
            WHEN,
            "q: {stem: Q?, answer: what, only: [upcoming]}\n  r: {stem: R?, answer: what}",
            None,
        ),
        (WHEN, "q: {stem: Q?, answer: what}\n  r: {stem: R?, answer: who}", None),
        (
            WHEN,
            "q: {stem: '{% if who %}x{% endif %}', answer: what}\n  r: {stem: R?, answer: who}",
            "its question comes out empty; the fact has no 'who'",
        ),
        # The day, and only the day, bars these.
        (
            WHEN.replace("2020", "2030"),
            "q: {stem: Q?, answer: what, only: [past]}",
            None,
        ),
        (
            WHEN.replace("when: 2020-01-02", "from: 2030"),
            "q: {stem: Q?, answer: what}",
            None,
        ),
        (
            WHEN.replace("when: 2020-01-02", "from: 2026"),
            "q: {stem: Q?, answer: what}",
            None,
        ),
        # Its curator has ended this, and said why.
        (
            WHEN.replace("source: s", "source: s, retired: {on: 2026-11-24, why: W}"),
            "q: {stem: Q?, answer: what}",
            None,
        ),
        # A deck of another language than its kinds.
        (
            HEAD + WHEN,
            "q: {stem: Q?, answer: what}",
            "its kind has no words in the language 'es'",
        ),
    ],
)
def test_a_fact_of_which_nothing_is_asked_is_told_with_the_reasons(
    facts, questions, reasons, look
):
    """Each reason is told once, unless an item of the fact is asked, or will be on another day."""
    line = f"1.yaml:{'6' if facts.startswith('deck') else '5'}"
    expected = [f"{line}: not-asked: nothing is asked of this fact: {reasons} {FIX}"]
    assert (expected if reasons else []) == look(not_asked, facts, questions=questions)


def test_facts_that_bar_each_other_are_told(look):
    """Where two facts give a unique stem, both vanish, and both are told."""
    facts = WHEN + WHEN.replace("id: a", "id: b").replace("W", "V")
    why = "another fact gives the same question another answer"
    assert [
        f"1.yaml:{line}: not-asked: nothing is asked of this fact: {why} {FIX}"
        for line in (5, 6)
    ] == look(not_asked, facts, questions="q: {stem: Q?, answer: what, unique: true}")


def test_a_chosen_fact_is_told_as_well(look):
    """A deck that selects what is never asked has fewer cards than its author thinks."""
    choice = "deck: e\ntitle: T\nselect: [d/a]\n"
    found = look(
        not_asked, choice, HEAD + WHEN, questions="q: {stem: Q?, answer: what}"
    )
    assert [line.rpartition(": nothing")[0] for line in found] == [
        "2.yaml:6: not-asked"
    ]
