"""A key is what the fields of a question answer, and what is right besides."""

import pytest

from quiz.errors import QuizError


@pytest.mark.parametrize(
    ("question", "more", "expected"),
    [
        ("what", "", ("open", ["W"], 1)),
        ("who", "who: [A, B]", ("open", ["A", "B"], 2)),
        ("[who, day]", "who: [A, B], day: 1999", ("parts", ["A", "B", "1999"], 3)),
        ("gap", "gap: 'It is {a|b}.'", ("cloze", ["a"], 1)),
        ("who, need: 1", "who: [A, B]", ("open", ["A", "B"], 1)),
        ("who, need: 1", "who: [A, B], need: all", ("open", ["A", "B"], 2)),
        ("who, need: all", "who: [A, B, C], need: 2", ("open", ["A", "B", "C"], 2)),
        ("what, need: 1", "need: 3", ("open", ["W"], 1)),
    ],
)
def test_a_key_is_what_the_fields_answer(question, more, expected, asked):
    """Its type, its answers and how many are wanted follow from the fields and `need`."""
    made = asked(
        f"- {{id: a, kind: k, what: W, {more}, source: s}}".replace(", ,", ","),
        f"q: {{stem: 'Q? {{{{ gap }}}}', answer: {question}}}"
        if question == "gap"
        else f"q: {{stem: 'Q?', answer: {question}}}",
    )
    ((draft, item),) = made.values()
    assert expected == (item.type, [a.text for a in item.key.answers], item.key.need)
    assert draft.key == item.key


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            "answer: [a, b], need: 3",
            "5:8: error[need-too-many]: 'ask' wants 3 answers, but there are 2",
        ),
        (
            "answer: [a, b], accept: c",
            "5:64: error[ambiguous-accept]: 'accept' belongs to one answer, and this fact has several",
        ),
        (
            "answer: Peace, wrong: [war, peace.]",
            "5:62: error[wrong-is-right]: the wrong option 'peace.' is also an accepted answer",
        ),
        (
            "answer: {text: a, wrong: [b, A]}",
            "5:48: error[wrong-is-right]: the wrong option 'A' is also an accepted answer",
        ),
        (
            "answer: a, accept: [b], wrong: B",
            "5:71: error[wrong-is-right]: the wrong option 'B' is also an accepted answer",
        ),
    ],
)
def test_a_key_that_contradicts_itself_is_a_problem(more, problem, asked):
    """Too few answers, words accepted for several, and wrong options that are right are told."""
    with pytest.raises(QuizError) as caught:
        asked(f"- {{id: a, kind: qa, source: s, ask: Q, {more}}}")
    assert [f"decks/1.yaml:{problem}"] == list(map(str, caught.value.problems))


def test_further_answers_are_accepted_each_once(asked):
    """What `accept` lists is right as well as what the answer itself brings."""
    fact = "- {id: a, kind: qa, ask: Q, answer: {text: a, accept: [b, c]}, accept: [c, d], wrong: x, source: s}"
    ((draft, item),) = asked(fact).values()
    assert item.key.answers[0].accept == ("b", "c", "d")
    assert draft.wrong == ("x",)
