"""A question of a fact: its stem in the tense of the day, its key, and why it is not asked."""

import datetime as dt

import pytest

from quiz.generate import generate
from quiz.language import AUXILIARIES
from quiz.questions import WORDS

MEETING = (
    'q: {stem: \'Where {{ do }} they {{ tense("meet", "met") }}?\', answer: what%s}'
)
TERM = (
    "q: {stem: 'Who {{ is }}{% if past %} until {{ until }}{% endif %}?', answer: what}"
)
WHEN, TIME = "when: 2030-06-05", "from: 2009-01-20, until: 2013-01-20"


def stems(made):
    """Give what was asked, by question, with reasons in brackets."""
    return {
        name.split("/")[2]: f"({got})" if isinstance(got, str) else got[1].stem
        for name, got in made.items()
    }


@pytest.mark.parametrize(
    ("time", "question", "day", "expected"),
    [
        (WHEN, MEETING % "", "2030-06-04", "Where do they meet?"),
        (WHEN, MEETING % "", "2030-06-05", "Where do they meet?"),
        (WHEN, MEETING % "", "2030-06-06", "Where did they met?"),
        (
            WHEN,
            MEETING % "",
            "1999-12-31",
            "(it is not yet known on 1999-12-31: no source of that day or before)",
        ),
        (
            WHEN,
            MEETING % ", only: [current, past]",
            "2030-06-04",
            "(it is asked only when current or past)",
        ),
        (
            WHEN,
            MEETING % ", only: [upcoming]",
            "2030-06-05",
            "(it is asked only when upcoming)",
        ),
        (WHEN, MEETING % ", only: [past]", "2030-06-06", "Where did they met?"),
        (
            WHEN,
            MEETING % ", unless: when",
            "2030-06-06",
            "(it is not asked of a fact with 'when')",
        ),
        (TIME, TERM, "2009-01-19", "(it is not yet true on 2009-01-19)"),
        (TIME, TERM, "2013-01-19", "Who is?"),
        (TIME, TERM, "2013-01-20", "Who was until January 20, 2013?"),
        ("from: 2009-01-20", TERM, "2030-01-01", "Who is?"),
    ],
)
def test_the_day_decides_what_is_asked_and_how(time, question, day, expected, asked):
    """A stem has the tense of its day, or says why it has no place on it (findings 8, 9)."""
    made = asked(f"- {{id: a, kind: k, what: W, {time}, source: s}}", question, day)
    assert {"q": expected} == stems(made)


@pytest.mark.parametrize(
    ("only", "day", "later"),
    [
        ("current, past", "2030-06-04", True),
        ("past", "2030-06-05", True),
        ("upcoming", "2030-06-05", False),
        ("current", "2030-06-06", False),
        ("timeless", "2030-06-04", False),
    ],
)
def test_only_a_phase_still_to_come_is_a_matter_of_the_day(only, day, later, library):
    """What another day will ask is told apart from what no later day will."""
    question = MEETING % f", only: [{only}]"
    fact = f"- {{id: a, kind: k, what: W, {WHEN}, source: s}}"
    made = generate(library(fact, questions=question), dt.date.fromisoformat(day))
    assert [later] == [withheld.timely for withheld in made.withheld.values()]


def test_no_shipped_kind_asks_in_the_past_what_is_to_come(shipped):
    """A question with a time says so: by its tense, or by the phases it is asked in."""
    plain = {
        f"{kind.name}/{question.id}"
        for kind in shipped.kinds.values()
        for question in kind.questions
        for stem in question.stems.values()
        if {kind.time, "from"} & kind.fields.keys()
        and not question.only
        and not (stem.needs | stem.may_use) & (WORDS | AUXILIARIES)
    }
    # What an amendment says is none of its day, and who became what did so in a state.
    assert {each for each in plain if not each.startswith("amendment/")} <= {
        "office/from"
    }


@pytest.mark.parametrize(
    ("question", "more", "expected"),
    [
        (
            'q: {stem: \'{{ tense("a", "b", "c") }} {% if who %}x{% endif %}?\', answer: what}',
            "",
            "A ?",
        ),
        (
            "q: {stem: '{% if past %}x{% endif %}', answer: what}",
            "",
            "(its question comes out empty)",
        ),
        (
            "q: {stem: {es: '¿Qué?'}, answer: what}",
            "",
            "(its kind has no words in the language 'en')",
        ),
        (
            "q: {stem: 'W?', answer: other}",
            ", other: {es: b}",
            "('other' has no words in the language 'en')",
        ),
        (
            "q: {stem: '{{ other }}?', answer: what}",
            ", other: {es: b}",
            "(a field has no words in the language 'en')",
        ),
        (
            "q: {stem: '{% if other or who %}{{ other }}{% endif %}?', answer: what}",
            ", who: [A, B]",
            "(the fact has no 'other')",
        ),
        (
            "q: {stem: '{{ who | short }} {{ who | or }}?', answer: what}",
            ", who: [A, B]",
            "A and B A or B?",
        ),
    ],
)
def test_a_stem_says_only_what_the_fact_has(question, more, expected, asked):
    """A question is asked when all that it shows and wants has words, and not otherwise."""
    made = asked(f"- {{id: a, kind: k, what: W, source: s{more}}}", question)
    assert {"q": expected} == stems(made)


def test_a_question_of_what_a_fact_lacks_is_not_asked(asked):
    """A question that shows, notes or wants a field is asked only of facts that have it."""
    question = "q: {stem: Q?, answer: what}\n  "
    question += (
        "r: {stem: '{{ who }}?', answer: what}\n  s: {stem: S?, answer: day}\n  "
    )
    question += "t: {stem: T?, answer: what, note: '{{ day | on }}'}"
    made = asked("- {id: a, kind: k, what: W, source: s}", question)
    lacks = {"q": "Q?", "r": "who", "s": "day", "t": "day"}
    assert stems(made) == {
        name: field if name == "q" else f"(the fact has no '{field}')"
        for name, field in lacks.items()
    }


@pytest.mark.parametrize(
    ("day", "first", "second"),
    [
        ("2013-01-19", "Who is mayor?", "(it is not yet true on 2013-01-19)"),
        ("2013-01-20", "Who was mayor from 2009 to January 20, 2013?", "Who is mayor?"),
    ],
)
def test_on_the_day_a_term_ends_the_successor_holds_the_office(
    day, first, second, asked
):
    """No day has two holders of an office, and none has nobody."""
    row = "- {id: %s, kind: office, holder: %s, office: mayor, from: %s, source: s}\n"
    terms = ("a", "Ann", "2009, until: 2013-01-20"), ("b", "Bo", "2013-01-20")
    made = asked("".join(row % term for term in terms), day=day)
    found = stems({name: got for name, got in made.items() if name.startswith("d/a")})
    other = stems({name: got for name, got in made.items() if name.startswith("d/b")})
    assert (first, second) == (found["holder"], other["holder"])
