"""What a fact teaches is said in a sentence with one blank, or not at all."""

import pytest

FACT = "- {id: a, kind: k, what: W, source: s%s}"
MEETING = 'q: {stem: Q?, answer: what, says: \'{{ tense("They meet", "They met") }} in {{ answer }}.\'}'


def sentences(made):
    """Give what is said, by question."""
    return {name.split("/")[2]: item.says for name, (_, item) in made.items()}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2030-06-05", "They meet in _____."), ("2030-06-06", "They met in _____.")],
)
def test_a_sentence_has_the_tense_of_its_day(day, expected, asked):
    """As its stem has."""
    made = asked(FACT % ", when: 2030-06-05", MEETING, day)
    assert {"q": expected} == sentences(made)


@pytest.mark.parametrize(
    ("date", "answer", "sentence", "expected"),
    [
        ("2022-11-14", "day", "it was {{ answer | on }}.", "It was on _____."),
        ("2022-11", "day", "it was {{ answer | on }}.", "It was in _____."),
        ("2022", "day", "it was {{ answer | on }}.", "It was in _____."),
        (
            "2022-11-14",
            "day, as: year",
            "It was {{ answer | on }}.",
            "It was in _____.",
        ),
        ("2022-11-14", "day", "On {{ answer | inside }} it was.", "On _____, it was."),
        ("2022-11", "day", "In {{ answer | inside }} it was.", "In _____ it was."),
        ("2022-11-14", "day", "It was {{ answer }}.", "It was _____."),
    ],
)
def test_a_date_brings_its_preposition(date, answer, sentence, expected, asked):
    """Which one, and whether a comma follows, is as precise as the right answer."""
    question = f"q: {{stem: Q?, answer: {answer}, says: '{sentence}'}}"
    assert {"q": expected} == sentences(asked(FACT % f", day: {date}", question))


@pytest.mark.parametrize(
    ("more", "question", "expected"),
    [
        ("", "answer: what, says: '{{ other }} is {{ answer }}.'", ""),
        (
            ", other: O",
            "answer: what, says: '{{ other }} is {{ answer }}.'",
            "O is _____.",
        ),
        (", other: _____", "answer: what, says: '{{ other }} is {{ answer }}.'", ""),
        (", gap: 'It is {a|b}.'", "answer: gap, says: '{{ gap }}'", "It is _____."),
        ("", "answer: what", ""),
        ("", "answer: what, says: {es: 'Es {{ answer }}.'}", ""),
        (", other: {es: O}", "answer: what, says: '{{ other }} is {{ answer }}.'", ""),
    ],
)
def test_a_sentence_that_cannot_be_said_is_left_out(more, question, expected, asked):
    """Where the fact lacks what it shows, or has a blank of its own; the question is asked."""
    made = asked(FACT % more, f"q: {{stem: Q?, {question}}}")
    assert {"q": expected} == sentences(made)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("A", "It has _____."),
        ("[A, B]", "It has _____."),
        ("[A, B], need: 2", ""),
    ],
)
def test_a_question_that_wants_several_answers_says_nothing(answer, expected, asked):
    """One blank has room for one answer; any of several right ones is true there."""
    fact = f"- {{id: a, kind: qa, ask: Q?, answer: {answer}, says: It has _____., source: s}}"
    assert {"ask": expected} == sentences(asked(fact))


def test_a_list_in_order_says_nothing(library, drafts):
    """Nor does a key of several parts: their kinds may not."""
    deck = "- {id: a, kind: steps, ask: Q?, steps: [A, B], source: s}"
    assert sentences(drafts(library(deck))) == {"order": ""}


def test_names_bring_their_article(library, drafts):
    """In English, and only a name whose file gives it one."""
    names = "type: place\nnames: {Netherlands: {article: the, languages: {es: Países Bajos}}, Peru: {}}"
    kind = (
        "kind: river\nabout: R.\nfields: {ends: {type: place}}\n"
        "questions: {q: {stem: {en: Where?, es: '¿Dónde?'}, answer: ends}}"
    )
    deck = "- {id: a, kind: river, ends: Netherlands, source: s}\n- {id: b, kind: river, ends: Peru, source: s}"
    made = library(deck, names=(names,), river=kind)
    found = [
        item.key.answers[0].article
        for language in ("en", "es")
        for _, item in drafts(made, language=language).values()
    ]
    assert found == ["the", "", "", ""]
