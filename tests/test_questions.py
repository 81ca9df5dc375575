"""A question says what it asks of which fields, how and when, or what is wrong with it."""

import pytest

from quiz.fields import Spec
from quiz.questions import ALL, read_need, read_question, variable
from quiz.reader import parse

TYPES = {
    "who": "person",
    "false-ones": "list",
    "seats": "number",
    "body": "name",
    "from": "date",
    "broken": "",
}
SPECS = {name.replace("-", "_"): Spec(name, type_) for name, type_ in TYPES.items()}
FULL = """\
who-is:
  stem: {en: "Who {{ is }} it {{ from | on }}?", es: "¿Quién era en {{ from | year }}?"}
  answer: who
  need: 2
  only: [current, past]
  unique: true
  note: "{{ body | the }}{% if false_ones %} {{ false_ones }}{% endif %}"
  hint: {en: "Of {{ seats }}.", es: "De {{ seats }}."}
  options: own
  accept: seats
  wrong: false-ones
  unless: broken
"""


def question(text=FULL, **types):
    """Read a question from its text; some fields may have other types."""
    ((key, node),) = parse(text.encode(), "kinds/every.yaml")
    return read_question(key, node, SPECS | {n: Spec(n, t) for n, t in types.items()})


def test_a_question_has_all_that_it_says():
    """A question keeps what it asks, how and when, and which fields it needs."""
    read = question()
    assert (read.id, read.answer, read.need) == ("who-is", ("who",), 2)
    assert read.stems.keys() == {"en", "es"}
    assert (read.only, read.unique) == (("current", "past"), True)
    assert read.notes["en"].may_use == {"false_ones"}
    assert {code: hint.needs for code, hint in read.hints.items()} == {
        "en": {"seats"},
        "es": {"seats"},
    }
    assert (read.options, read.accept, read.wrong) == ("own", "seats", "false_ones")
    assert read.unless == "broken"
    assert read.uses == {"who", "from", "body", "seats"}
    assert (read.at.file, read.at.line) == ("kinds/every.yaml", 1)


def test_a_question_need_say_little():
    """A stem and an answer are enough; the rest is left open."""
    read = question("both: {stem: What?, answer: [seats, false-ones]}")
    assert read.answer == ("seats", "false_ones")
    assert (read.need, read.only, read.unique) == (None, (), False)
    assert (read.notes, read.hints) == ({}, {})
    assert (read.options, read.accept, read.wrong, read.unless) == ("", "", "", "")
    assert read.uses == {"seats", "false_ones"}


def test_stems_write_hyphens_as_underscores():
    """A field's name becomes a word that a stem can use."""
    assert variable("false-ones") == "false_ones"


@pytest.mark.parametrize(("text", "need"), [("all", ALL), ("2", 2)])
def test_a_need_is_a_count_or_all(text, need, node):
    """How many answers are wanted may be a number or all."""
    assert need == read_need(node(text))
    assert read_need(None) is None


def test_a_need_is_not_a_list(node, refused):
    """More than one count is none."""
    problem = (
        "1:4 wrong-type: this is a list, not a single value (write a whole number)"
    )
    assert refused(read_need, node("[all]")) == [problem]


@pytest.mark.parametrize("type_", ["quote", "statement"])
def test_words_and_blanks_may_be_shown_in_their_own_stem(type_):
    """A quote's words and a statement's blank do not give the answer away."""
    assert question("q: {stem: '{{ who }}?', answer: who}", who=type_).answer == (
        "who",
    )


def test_a_stem_may_test_its_answer():
    """What a condition tests is not shown."""
    text = "q: {stem: '{% if who %}Who{% else %}What{% endif %}?', answer: who}"
    assert question(text).uses == {"who"}


@pytest.mark.parametrize("filtered", ["the", "on"])
def test_a_field_that_could_not_be_read_makes_no_second_problem(filtered):
    """Of a field whose type is unknown, any filter may be meant."""
    text = f"q: {{stem: '{{{{ broken | {filtered} }}}}?', answer: who}}"
    assert question(text).uses == {"broken", "who"}


# What is written → what is written instead, and the problem that it makes.
SLIPS = """\
who-is: → Who:
1:1 bad-id: 'Who' cannot be the id of a question (use lower-case letters, digits and single hyphens, as in 'bali-meeting')
answer: who → answer: whom
3:11 unknown-field: there is no field 'whom' (did you mean 'who'?)
answer: who → answer: false_ones
3:11 unknown-field: there is no field 'false_ones' (did you mean 'false-ones'?)
answer: who → anwser: who
2:3 missing-field: a question has no 'answer' (add a line 'answer: …')
answer: who → answer: []
3:11 empty-value: this question asks for nothing (name the field that answers it)
answer: who → answer: [who, seats, who]
3:11 duplicate-key: this question asks for one field twice (name each once)
stem: → stm:
2:3 missing-field: a question has no 'stem' (add a line 'stem: …')
stem: → stm:
2:3 unknown-key: 'stm' is no key of a question (did you mean 'stem'?)
unique: → uniqe:
6:3 unknown-key: 'uniqe' is no key of a question (did you mean 'unique'?)
Who {{ is }} → Who {{ who }}
2:3 answer-in-stem: the stem shows 'who', which is the answer (leave it out of the stem or ask for something else)
en {{ from → en {{ who }} {{ from
2:3 answer-in-stem: the stem shows 'who', which is the answer (leave it out of the stem or ask for something else)
Of {{ seats }} → Of {{ who }}
2:3 answer-in-stem: the hint shows 'who', which is the answer (leave it out of the hint or ask for something else)
Of {{ seats }} → Of {{ seets }}
8:9 unknown-variable: this template uses 'seets', which is no field or word for stems (did you mean 'seats'?)
from | on → seats | on
2:9 wrong-filter: 'on' has no meaning for 'seats', which is a number (use it with one of: date, year)
Who {{ is }} it → Who {{ is | the }} it
2:9 wrong-filter: 'the' has no meaning for 'is', which is a word for stems (use it with one of: body, document, event, name, office, people, person, place, term)
Who {{ is }} it → Who {{ past | on }} it
2:9 wrong-filter: 'on' has no meaning for 'past', which is a word for stems (use it with one of: date, year)
Quién era → Quién {{ is }}
2:9 unknown-variable: this template uses 'is', which is no field or word for stems (use one of: body, broken, current, false_ones, from, past, seats, tense, upcoming, who)
body | the → from | the
7:9 wrong-filter: 'the' has no meaning for 'from', which is a date (use it with one of: body, document, event, name, office, people, person, place, term)
need: 2 → need: some
4:9 bad-number: 'some' is not a count (write 1, 2, 3 …)
[current, past] → [current, now]
5:19 unknown-phase: there is no phase 'now' (use one of: current, past, timeless, upcoming)
options: own → options: all
9:12 unknown-option: there is no option 'all' (use one of: none, own)
accept: seats → accept: seets
10:11 unknown-field: there is no field 'seets' (did you mean 'seats'?)
wrong: false-ones → wrong: [false-ones]
11:10 wrong-type: this is a list, not a single value (write a field)
unless: broken → unless: fixed
12:11 unknown-field: there is no field 'fixed' (use one of: body, broken, false-ones, from, seats, who)
unique: true → unique: yes
6:11 wrong-type: 'yes' is not true or false (write true or false)
""".splitlines()


@pytest.mark.parametrize(
    ("slip", "problem"), list(zip(SLIPS[::2], SLIPS[1::2], strict=True))
)
def test_a_bad_question_is_a_located_problem(slip, problem, refused):
    """What is wrong in a question is said with its line and a fix."""
    old, new = slip.split(" → ")
    assert old in FULL
    assert problem in refused(question, FULL.replace(old, new, 1))


def test_a_question_is_a_mapping(refused):
    """A stem alone is no question."""
    problem = "1:4 wrong-type: a question is a mapping (write it like {stem: ..., answer: ...})"
    assert refused(question, "q: What?") == [problem]


def test_every_slip_of_a_question_is_told_at_once(refused):
    """One bad key hides no other."""
    text = "q: {stem: '{{ who }}?', answer: who, need: 0, only: now, options: all}"
    codes = [line.split()[1] for line in refused(question, text)]
    assert codes == [
        "answer-in-stem:",
        "bad-number:",
        "unknown-phase:",
        "unknown-option:",
    ]
