"""Kinds say which fields a fact has and which questions it becomes, or what is wrong."""

import pytest

from quiz.fields import Spec
from quiz.kinds import ALL, read_kind, read_need, variable
from quiz.reader import parse

KIND = """\
kind: every
about: A fact with many fields.
recheck: 6 months
fields:
  who: {type: person}
  false-ones: {type: list, of: [place, body], min: 2, optional: true}
  seats: {type: number, unit: seats}
  body: {type: name, of: [body, place], optional: false}
  from: {type: date}
questions:
  who-is:
    stem: {en: "Who {{ is }} it {{ from | on }}?", es: "¿Quién era en {{ from | year }}?"}
    answer: who
    only: [current, past]
    unique: true
    note: "{{ body | the }}{% if false_ones %} {{ false_ones }}{% endif %}"
    options: own
    accept: seats
    wrong: false-ones
  both: {stem: "What?", answer: [seats, false-ones], need: all}
"""


def kind(text=KIND, name="every"):
    """Read a kind from its text."""
    return read_kind(parse(text.encode(), "kinds/every.yaml"), name)


def test_a_kind_has_fields_by_name():
    """Each field has its type and what it says beside; names are as stems write them."""
    read = kind()
    assert (read.name, read.about, read.recheck) == (
        "every",
        "A fact with many fields.",
        180,
    )
    assert (read.at.file, read.at.line) == ("kinds/every.yaml", 1)
    at = {name: spec.at for name, spec in read.fields.items()}
    assert read.fields == {
        "who": Spec("who", "person", at=at["who"]),
        "false_ones": Spec(
            "false-ones",
            "list",
            optional=True,
            min=2,
            of=("place", "body"),
            at=at["false_ones"],
        ),
        "seats": Spec("seats", "number", unit="seats", at=at["seats"]),
        "body": Spec("body", "name", of=("body", "place"), at=at["body"]),
        "from": Spec("from", "date", at=at["from"]),
    }
    assert [place.line for place in at.values()] == [5, 6, 7, 8, 9]
    assert variable("false-ones") == "false_ones"


def test_a_question_has_all_that_it_says():
    """A question keeps what it asks, how and when, and which fields it needs."""
    question, _ = kind().questions
    assert question.id == "who-is"
    assert question.stems.keys() == {"en", "es"}
    assert question.answer == ("who",)
    assert question.need is None
    assert question.only == ("current", "past")
    assert question.unique is True
    assert question.notes["en"].may_use == {"false_ones"}
    assert (question.options, question.accept, question.wrong) == (
        "own",
        "seats",
        "false_ones",
    )
    assert question.uses == {"who", "from", "body"}
    assert question.at.line == 11


def test_a_question_need_say_little():
    """A stem and an answer are enough; the rest is left open."""
    _, question = kind().questions
    assert question.answer == ("seats", "false_ones")
    assert question.need == ALL
    assert (question.only, question.unique, question.notes) == ((), False, {})
    assert (question.options, question.accept, question.wrong) == ("", "", "")
    assert question.uses == {"seats", "false_ones"}


OF_FACTS = "id kind source topic tags note checked formerly need columns rows"


@pytest.mark.parametrize(
    ("word", "whose"),
    [(word, "every fact has") for word in OF_FACTS.split()]
    + [(word, "for stems") for word in ("upcoming", "current", "past", "tense")],
)
def test_words_that_have_a_meaning_name_no_field(word, whose, refused):
    """What every fact has, and what every stem may say, cannot be a kind's own field."""
    fix = "choose another name for this field"
    problem = f"5:3 reserved-field: '{word}' is a word {whose} ({fix})"
    assert problem in refused(kind, KIND.replace("who: {type", f"{word}: {{type"))


def test_a_list_may_be_of_anything():
    """Only a name is bound to the types of names."""
    read = kind(KIND.replace("of: [place, body]", "of: [date]"))
    assert read.fields["false_ones"].of == ("date",)


@pytest.mark.parametrize(("text", "need"), [("all", ALL), ("2", 2)])
def test_a_need_is_a_count_or_all(text, need, node):
    """How many answers are wanted may be a number or all."""
    assert need == read_need(node(text))
    assert read_need(None) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [("1 day", 1), ("2 weeks", 14), ("18 months", 540), ("2 years", 730)],
)
def test_a_kind_may_want_rechecking(text, days):
    """How long a fact stays confirmed is counted in days."""
    assert days == kind(KIND.replace("6 months", text)).recheck


def test_a_kind_need_not_want_rechecking():
    """What cannot change is never to be confirmed again."""
    assert kind(KIND.replace("recheck: 6 months\n", "")).recheck is None


@pytest.mark.parametrize("field", ["{type: quote}", "{type: statement}"])
def test_words_and_blanks_may_be_shown_in_their_own_stem(field):
    """A quote's words and a statement's blank do not give the answer away."""
    text = KIND.replace("{type: person}", field).replace("Who {{ is }}", "{{ who }}")
    assert kind(text).questions[0].answer == ("who",)


# What is written → what is written instead, and the problem that it makes.
SLIPS = """\
kind: every → kind: other
1:7 kind-file-name: this kind is 'other', but its file is every.yaml (give both the same name)
kind: every → knd: every
1:1 missing-field: a kind has no 'kind' (add a line 'kind: …')
about: A → abuot: A
1:1 missing-field: a kind has no 'about' (add a line 'about: …')
about: A → abuot: A
2:1 unknown-key: a kind has no 'abuot' (did you mean 'about'?)
kind: every → kind: [a]
1:7 wrong-type: this is a list, not a single value (write a short name)
A fact with many fields. → [a]
2:8 wrong-type: this is a list, not a single value (write a sentence)
6 months → [a]
3:10 wrong-type: this is a list, not a single value (write a time like 180 days)
unit: seats → unit: [a]
7:31 wrong-type: this is a list, not a single value (write a unit)
need: all → need: [all]
20:60 wrong-type: this is a list, not a single value (write a whole number)
6 months → often
3:10 bad-number: 'often' is not a time (write it like 180 days)
who: {type → Who: {type
5:3 bad-id: 'Who' cannot be the id of a field (use lower-case letters, digits and single hyphens, as in 'bali-meeting')
{type: person} → person
5:8 wrong-type: a field is a mapping (write it like {type: text})
{type: person} → {tpye: person}
5:9 unknown-key: a field has no 'tpye' (did you mean 'type'?)
{type: person} → {optional: true}
5:8 missing-field: a field has no 'type' (add a line 'type: …')
{type: person} → {type: persn}
5:15 unknown-type: there is no type 'persn' (did you mean 'person'?)
of: [place, body] → of: [place, bodi]
6:40 unknown-type: there is no type 'bodi' (did you mean 'body'?)
of: [body, place] → of: [body, date]
8:9 unknown-type: a name can only be of the types that are names (use some of: person, place, body, document, event, office, term)
optional: false → optional: no
8:51 wrong-type: 'no' is not true or false (write true or false)
answer: who → answer: whom
13:13 unknown-field: there is no field 'whom' (did you mean 'who'?)
answer: who → anwser: who
12:5 missing-field: a question has no 'answer' (add a line 'answer: …')
[seats, false-ones] → []
20:33 empty-value: this question asks for nothing (name the field that answers it)
stem: "What?" → stm: "What?"
20:9 missing-field: a question has no 'stem' (add a line 'stem: …')
{stem: "What?", answer: [seats, false-ones], need: all} → What?
20:9 wrong-type: a question is a mapping (write it like {stem: ..., answer: ...})
Who {{ is }} → Who {{ who }}
12:5 answer-in-stem: the stem shows 'who', which is the answer (leave it out of the stem or ask for something else)
from | on → seats | on
12:11 wrong-filter: 'on' has no meaning for 'seats', which is a number (use it with one of: date, year)
Who {{ is }} it → Who {{ is | the }} it
12:11 wrong-filter: 'the' has no meaning for 'is', which is a word for stems (use it with one of: body, document, event, name, office, people, person, place, term)
Quién era → Quién {{ is }}
12:11 unknown-variable: this template uses 'is', which is no field or word for stems (use one of: body, current, false_ones, from, past, seats, tense, upcoming, who)
body | the → from | the
16:11 wrong-filter: 'the' has no meaning for 'from', which is a date (use it with one of: body, document, event, name, office, people, person, place, term)
need: all → need: some
20:60 bad-number: 'some' is not a count (write 1, 2, 3 …)
[current, past] → [current, now]
14:21 unknown-phase: there is no phase 'now' (use one of: current, past, timeless, upcoming)
options: own → options: all
17:14 unknown-option: there is no option 'all' (use one of: none, own)
accept: seats → accept: seets
18:13 unknown-field: there is no field 'seets' (did you mean 'seats'?)
unique: true → uniqe: true
15:5 unknown-key: a question has no 'uniqe' (did you mean 'unique'?)
""".splitlines()


@pytest.mark.parametrize(
    ("slip", "problem"), list(zip(SLIPS[::2], SLIPS[1::2], strict=True))
)
def test_a_bad_kind_is_a_located_problem(slip, problem, refused):
    """What is wrong in a kind is said with its line and a fix."""
    old, new = slip.split(" → ")
    assert old in KIND
    assert problem in refused(kind, KIND.replace(old, new, 1))


@pytest.mark.parametrize("part", ["fields", "questions"])
@pytest.mark.parametrize("value", ["", "[a]", "{}"])
def test_a_kind_without_fields_or_questions_is_said(part, value, refused):
    """Both must be mappings of names that are not empty."""
    text = f"kind: every\nabout: A.\n{part}: {value}"
    what = f"wrong-type: '{part}' is not a mapping of names"
    fix = f"(write the {part} as 'name: {{…}}', one a line)"
    other = "fields" if part == "questions" else "questions"
    missing = f"1:1 missing-field: a kind has no '{other}' (add a line '{other}: …')"
    place = len(part) + (3 if value else 2)
    assert refused(kind, text) == [missing, f"3:{place} {what} {fix}"]


def test_every_problem_of_a_kind_is_told_at_once(refused):
    """Slips in different fields and questions are one report."""
    text = KIND.replace("type: person", "type: persn").replace(
        "answer: who", "answer: from"
    )
    text = text.replace("need: all", "need: 0").replace("only: [current", "only: [now")
    codes = [line.split()[1] for line in refused(kind, text)]
    assert codes == [
        "unknown-type:",
        "answer-in-stem:",
        "unknown-phase:",
        "bad-number:",
    ]
