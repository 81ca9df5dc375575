"""Which answers are right: no fact of the library may make a wrong option right."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.keys import Answer, Key
from quiz.likeness import overlap, same
from quiz.truth import Truth

OFFICE = "- {id: %s, kind: office, holder: %s, office: %s, from: %s%s, source: s}\n"
SENATE = "".join(
    OFFICE % row
    for row in (
        ("a", "Joe Ann", "Senator", "1973-01-03", ", until: 2009-01-15"),
        ("b", "Xi Bo", "Senator", "1980-01-03", ", until: 2000-01-03"),
        ("c", "Cy Di", "Senator", "2009-01-15", ", until: 2010-05-01"),
        ("e", "Ed Fu", "Clerk", "1980-01-03", ", until: 2000-01-03"),
        ("f", "Gus Ha", "Senator", "2011", ""),
    )
)


@pytest.fixture
def right(library, drafts):
    """A function that tells whether an answer is right for a question of some facts."""

    def is_right(facts, ident, answer, alike=overlap, **more):
        made = drafts(library(facts, **more)).values()
        asked = [got[0] for got in made if not isinstance(got, str)]
        (draft,) = (each for each in asked if each.id == ident)
        return Truth(asked).is_right(draft, answer, alike)

    return is_right


@pytest.mark.parametrize(
    ("ident", "person", "expected"),
    [
        ("d/b/holder", "Xi Bo", True),
        ("d/b/holder", "Joe Ann", True),
        ("d/b/holder", "Cy Di", False),
        ("d/b/holder", "Ed Fu", False),
        ("d/a/holder", "Xi Bo", True),
        ("d/c/holder", "Joe Ann", False),
        ("d/c/holder", "Gus Ha", False),
        ("d/f/holder", "Cy Di", False),
    ],
)
def test_who_held_an_office_at_the_time_is_right(ident, person, expected, right):
    """Terms are compared as times: whoever served in part of it is meant."""
    assert expected == right(SENATE, ident, Answer(person, "person"))


QA = "- {id: %s, kind: %s, ask: %s, answer: %s, source: s}\n"


@pytest.mark.parametrize(
    ("facts", "answer", "expected"),
    [
        (QA % ("a", "qa", "Name a branch.", "[x, y]"), Answer("Y"), True),
        (
            QA % ("a", "qa", "Name a branch.", "x")
            + QA % ("b", "qa", "name a branch", "y"),
            Answer("y"),
            True,
        ),
        (
            QA % ("a", "qa", "Name a branch.", "x")
            + QA % ("b", "qa", "Name a river.", "y"),
            Answer("y"),
            False,
        ),
        (
            QA % ("a", "qa", "Name a branch.", "{text: x, accept: [y]}"),
            Answer("the Y"),
            True,
        ),
        (QA % ("a", "qa", "Name a branch.", "the big x"), Answer("x"), True),
    ],
)
def test_all_answers_of_a_stem_are_right(facts, answer, expected, right):
    """What any fact answers to the same question is right, in any form."""
    assert expected == right(facts, "d/a/ask", answer)


@pytest.mark.parametrize(("alike", "expected"), [(overlap, True), (same, False)])
def test_a_part_of_a_right_answer_is_right_unless_only_the_same_counts(
    alike, expected, right
):
    """A phrase within the key is right where answers may overlap."""
    facts = QA % ("a", "qa", "Why?", "freedom of speech")
    assert expected == right(facts, "d/a/ask", Answer("speech"), alike)


def test_a_fact_that_does_not_agree_with_the_stem_makes_nothing_right(right):
    """Another day, or another of anything the stem tells, is another question."""
    questions = "q: {stem: 'What did {{ who | short }} do{% if day %} {{ day | on }}{% endif %}?', answer: what}"
    row = "- {id: %s, kind: k, what: %s, who: [%s], %s source: s}\n"
    rows = (
        ("a", "went", "Ann, Bo", "day: 2020-01-02,"),
        ("b", "sang", "Bo, Cy", "day: 2020-01,"),
        ("c", "wept", "Ann, Di", "day: 2020-01-03,"),
        ("e", "slept", "Ed, Fu", "day: 2020-01-02,"),
        ("f", "ran", "Ann, Ed", ""),
    )
    facts = "".join(row % each for each in rows)
    words = ("went", "sang", "wept", "slept", "ran", "flew")
    told = {
        word: right(facts, "d/a/q", Answer(word), questions=questions) for word in words
    }
    expected = {
        "went": True,
        "sang": True,
        "wept": False,
        "slept": False,
        "ran": True,
        "flew": False,
    }
    assert expected == told


@pytest.mark.parametrize(
    ("ident", "answer", "expected"),
    [
        ("d/a/complete", "100", False),
        ("d/a/complete", "435", True),
        ("d/b/complete", "435", False),
        ("d/c/speaker", "Bo", False),
        ("d/c/speaker", "Ann", True),
        ("d/e/speaker", "Di", True),
    ],
)
def test_another_sentence_makes_nothing_right(ident, answer, expected, right):
    """What fills the blank of one sentence, or who said other words, is right there only (56)."""
    claim = (
        "- {id: %s, kind: claim, claim: 'The %s has {%s|%s|50} members.', source: s}\n"
    )
    said = "- {id: %s, kind: quotation, quote: {text: %s, speaker: %s}, when: 2020-01-02, source: s}\n"
    facts = claim % ("a", "House", "435", "100") + claim % ("b", "Senate", "100", "435")
    rows = ("c", "Peace now", "Ann"), ("d", "War now", "Bo"), ("e", "Law now", "Cy")
    facts += "".join(said % row for row in rows) + said % ("f", "Law now", "Di")
    assert expected == right(facts, ident, Answer(answer))


# Few letters and days, so that words, phrases, days and terms meet often.
TEXTS = st.lists(st.sampled_from("bcd"), min_size=1, max_size=2).map(" ".join)
MORE = st.lists(TEXTS, max_size=1).map(tuple)
DAYS = st.integers(690_000, 690_900)
LENGTHS = st.sampled_from((0, 30, 365, 30_000, float("inf")))
FAMILIES = (
    st.builds(
        lambda a, b, c: Answer(a, "place", accept=b, broader=c), TEXTS, MORE, MORE
    ),
    st.builds(lambda a, b: Answer(a, "person", accept=b), TEXTS, MORE),
    st.integers(0, 9).map(lambda n: Answer(f"n{n}", "number", span=(n / 2, n / 2))),
    st.builds(
        lambda day, more: Answer(f"{day}+{more}", "date", span=(day, day + more)),
        DAYS,
        LENGTHS,
    ),
)


@st.composite
def keys(draw):
    """Give an answer, and keys of its family, each with a letter for what its stem tells."""
    family = draw(st.sampled_from(FAMILIES))
    rows = st.lists(st.tuples(family, st.sampled_from("xxy")), min_size=2, max_size=5)
    return draw(family), draw(rows)


@pytest.fixture(scope="session")
def model(library, drafts):
    """A draft, of which others of its kind and question can be made."""
    facts = "- {id: a, kind: k, what: W, who: [A, B], source: s}"
    made = drafts(library(facts, questions="q: {stem: Q?, answer: what}"))
    return made["d/a/q"][0]


@settings(max_examples=600, deadline=None)
@given(keys())
def test_an_index_finds_what_a_search_of_all_would(model, drawn):
    """An answer is right if it is like that of any draft that agrees with what the stem tells."""
    answer, rows = drawn
    made = [
        replace(
            model,
            id=f"d/{number}/q",
            fact=replace(model.fact, id=str(number)),
            stem=str(number),
            key=Key((right,)),
            given={"who": (Answer(told),)},
        )
        for number, (right, told) in enumerate(rows)
    ]
    expected = any(overlap(right, answer) for right, told in rows if told == rows[0][1])
    assert expected == Truth(made).is_right(made[0], answer)
