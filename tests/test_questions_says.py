"""A question may say what its fact teaches: a sentence with one blank for one answer."""

import pytest

from quiz.fields import Spec
from quiz.questions import read_question
from quiz.reader import parse

SPECS = {
    name: Spec(name, type_, ordered=name == "steps")
    for name, type_ in {
        "where": "place",
        "when": "date",
        "since": "year",
        "them": "people",
        "steps": "list",
        "words": "quote",
        "claim": "statement",
        "gap": "sentence",
        "broken": "",
    }.items()
}


def says(sentence, answer="where", more=""):
    """Read a question's sentence."""
    text = f"q: {{stem: W?, answer: {answer}, says: {sentence}{more}}}"
    ((key, node),) = parse(text.encode(), "k.yaml")
    return read_question(key, node, SPECS)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ('\'In {{ answer }} {{ tense("it is", "it was") }} {{ when }}.\'', "where"),
        (
            "'{% if past %}{{ answer }} was{% else %}{{ answer }} is{% endif %}.'",
            "where",
        ),
        ("'{% if where %}In{% endif %} {{ answer }}.'", "where"),
        ("'It was {{ answer | on }}.'", "when"),
        ("'In {{ answer | inside }} it was.'", "since"),
        ("'It was {{ answer | on }}.'", "broken"),
        ("'{{ words }}, said {{ answer }}.'", "words"),
        ("'{{ claim }}'", "claim"),
        ("'{{ gap }}'", "where"),
        ("'{% if gap %}{{ gap }}{% else %}In {{ answer }}.{% endif %}'", "where"),
        ("{en: 'In {{ answer }}.', es: 'En {{ answer }}.'}", "where"),
    ],
)
def test_a_sentence_shows_its_answer_once(sentence, answer):
    """By name, or as the blank of a statement or a sentence; once in each branch."""
    assert says(sentence, answer).says


def test_a_fact_need_not_have_what_only_the_sentence_shows():
    """A fact without it is asked as before."""
    assert says("'On {{ when }} in {{ answer }}.'").uses == {"where"}


ONCE = (
    "no-blank: this sentence must show 'answer' once, whatever holds "
    "(write {{ answer }} where the answer stands, once in each branch)"
)
SHOWN = (
    "answer-in-stem: the sentence shows '%s', which is the answer "
    "(leave it out of the sentence or ask for something else)"
)
SEVERAL = (
    "several-answers: only a question with one answer can be said with one blank "
    "(take 'says' out, or ask for one thing)"
)
FILTER = (
    "wrong-filter: '%s' has no meaning for 'answer', which is a blank "
    "(take it out; 'on' and 'inside' are for a date, names bring 'the')"
)


@pytest.mark.parametrize(
    ("sentence", "answer", "problem"),
    [
        ("'It was {{ when }}.'", "where", ONCE),
        ("'{{ answer }} is {{ answer }}.'", "where", ONCE),
        ("'{% if past %}{{ answer }}{% endif %}.'", "where", ONCE),
        ("'{{ answer }} and _____.'", "where", ONCE),
        ("'{{ claim }} {{ answer }}'", "claim", ONCE),
        ("'{{ gap }} {{ answer }}'", "where", ONCE),
        ("{en: 'In {{ answer }}.', es: 'Es.'}", "where", ONCE),
        ("'{{ answer }} is {{ where }}.'", "where", SHOWN % "where"),
        (
            "'{{ answer }}{% if past %} {{ where }}{% endif %}'",
            "where",
            SHOWN % "where",
        ),
        ("'{{ words | speaker }}, {{ answer }}.'", "words", SHOWN % "words"),
        ("'{{ claim | true }}'", "claim", SHOWN % "claim"),
        ("'It was {{ answer | the }}.'", "where", FILTER % "the"),
        ("'It was {{ answer | on }}.'", "where", FILTER % "on"),
        ("'It was {{ answer | year }}.'", "when", FILTER % "year"),
        ("'In {{ answer }}.'", "[where, when]", SEVERAL),
        ("'With {{ answer }}.'", "them", SEVERAL),
        ("'First {{ answer }}.'", "steps", SEVERAL),
        (
            "'In {{ anser }}.'",
            "where",
            "unknown-variable: this template uses 'anser', which is no field or word for stems (did you mean 'answer'?)",
        ),
        (
            "'In {{ answer }}.'",
            "gap",
            "wrong-type: 'gap' is a sentence with a blank, which answers nothing (name the field that fills the blank)",
        ),
    ],
)
def test_a_sentence_that_cannot_be_filled_is_a_problem(
    sentence, answer, problem, refused
):
    """Without a blank, with two, with the answer beside it, or for more than one answer."""
    found = [line.partition(" ")[2] for line in refused(says, sentence, answer)]
    assert problem in found


@pytest.mark.parametrize("filtered", ["words | speaker", "claim | true"])
def test_a_stem_does_not_lift_the_veil_of_its_answer(filtered, refused):
    """A quote's speaker or a statement's true sentence gives the answer away."""
    part = filtered.split()[0]
    text = f"q: {{stem: 'W {{{{ {filtered} }}}}?', answer: {part}}}"
    ((key, node),) = parse(text.encode(), "k.yaml")
    (problem,) = refused(read_question, key, node, SPECS)
    assert f"answer-in-stem: the stem shows '{part}'" in problem
