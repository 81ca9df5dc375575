"""Kinds say which fields a fact has and which questions it becomes, or what is wrong."""

import pytest

from quiz.fields import NAME_TYPES, Spec
from quiz.kinds import read_kind
from quiz.reader import parse

KIND = """\
kind: every
about: A fact with many fields.
recheck: 6 months
fields:
  who: {type: person}
  false-ones: {type: list, of: body, min: 2, optional: true}
  seats: {type: number, unit: seats}
  body: {type: name, of: [body, place], optional: false}
  from: {type: date}
questions:
  who: {stem: "Who {{ is }} it {{ from | on }}?", answer: who}
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
            of=("body",),
            at=at["false_ones"],
        ),
        "seats": Spec("seats", "number", unit="seats", at=at["seats"]),
        "body": Spec("body", "name", of=("body", "place"), at=at["body"]),
        "from": Spec("from", "date", at=at["from"]),
    }
    assert [place.line for place in at.values()] == [5, 6, 7, 8, 9]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1 day", 1),
        ("2 weeks", 14),
        ("18 months", 540),
        ("2 years", 730),
        ("180 days", 180),
    ],
)
def test_a_kind_may_want_rechecking(text, days):
    """How long a fact stays confirmed is counted in days."""
    assert days == kind(KIND.replace("6 months", text)).recheck


def test_a_kind_need_not_want_rechecking():
    """What cannot change is never to be confirmed again."""
    assert kind(KIND.replace("recheck: 6 months\n", "")).recheck is None


# What is written → what is written instead, and the problem that it makes.
SLIPS = """\
kind: every → kind: other
1:7 kind-file-name: this kind is 'other', but its file is every.yaml (give both the same name)
kind: every → knd: every
1:1 missing-field: a kind has no 'kind' (add a line 'kind: …')
about: A → abuot: A
1:1 missing-field: a kind has no 'about' (add a line 'about: …')
about: A → abuot: A
2:1 unknown-key: 'abuot' is no key of a kind (did you mean 'about'?)
6 months → often
3:10 bad-number: 'often' is not a time (write it like 180 days)
who: {type → source: {type
5:3 reserved-field: 'source' is a word every fact has (choose another name for this field)
who: {type → Who: {type
5:3 bad-id: 'Who' cannot be the id of a field (use lower-case letters, digits and single hyphens, as in 'bali-meeting')
who: {type → past: {type
5:3 reserved-field: 'past' is a word for stems (choose another name for this field)
who: {type → tense: {type
5:3 reserved-field: 'tense' is a word for stems (choose another name for this field)
who: {type → does: {type
5:3 reserved-field: 'does' is a word for stems (choose another name for this field)
who: {type → need: {type
5:3 reserved-field: 'need' is a word every fact has (choose another name for this field)
recheck: 6 months → when: seats
3:7 wrong-type: the field 'seats' is a number, which is no time (name one of type date, year or interval)
recheck: 6 months → when: form
3:7 unknown-field: there is no field 'form' (did you mean 'from'?)
recheck: 6 months → when: [from]
3:7 wrong-type: this is a list, not a single value (write a field)
{type: person} → person
5:8 wrong-type: a field is a mapping (write it like {type: text})
{type: person} → {tpye: person}
5:9 unknown-key: 'tpye' is no key of a field (did you mean 'type'?)
{type: person} → {optional: true}
5:8 missing-field: a field has no 'type' (add a line 'type: …')
{type: person} → {type: persn}
5:15 unknown-type: there is no type 'persn' (did you mean 'person'?)
of: body → of: bodi
6:32 unknown-type: there is no type 'bodi' (did you mean 'body'?)
of: body → of: [body, place]
6:15 unknown-type: the members of a list are of one type (name one type, or 'name' for any name)
{type: person} → {type: person, of: date}
5:23 unknown-key: 'of' has no meaning for a field of type 'person' (take it out; it is for name, list)
{type: person} → {unit: votes, type: person}
5:9 unknown-key: 'unit' has no meaning for a field of type 'person' (take it out; it is for number, ordinal, list)
{type: person} → {type: person, min: 2}
5:23 unknown-key: 'min' has no meaning for a field of type 'person' (take it out; it is for list, people)
{type: person} → {type: person, ordered: true}
5:23 unknown-key: 'ordered' has no meaning for a field of type 'person' (take it out; it is for list)
of: body → ordered: maybe
6:37 wrong-type: 'maybe' is not true or false (write true or false)
of: body → hint: body
6:28 unknown-key: 'hint' is no key of a field (use one of: min, of, optional, ordered, type, unit)
who: {type → hint: {type
5:3 reserved-field: 'hint' is a word every fact has (choose another name for this field)
of: [body, place] → of: [body, date]
8:9 unknown-type: a name can only be of the types that are names (use some of: person, place, body, document, event, office, term)
optional: false → optional: no
8:51 wrong-type: 'no' is not true or false (write true or false)
min: 2 → min: 0
6:43 bad-number: '0' is not a count (write 1, 2, 3 …)
""".splitlines()


@pytest.mark.parametrize(
    ("slip", "problem"), list(zip(SLIPS[::2], SLIPS[1::2], strict=True))
)
def test_a_bad_kind_is_a_located_problem(slip, problem, refused):
    """What is wrong in a kind is said with its line and a fix."""
    old, new = slip.split(" → ")
    assert old in KIND
    assert problem in refused(kind, KIND.replace(old, new, 1))


def test_a_name_may_be_of_every_type():
    """All types of names may be listed, as well as none."""
    text = KIND.replace("[body, place]", f"[{', '.join(NAME_TYPES)}]")
    assert kind(text).fields["body"].of == NAME_TYPES


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


@pytest.mark.parametrize(
    ("when", "time"),
    [("", "when"), ("when: from\n", "from"), ("when: came-up\n", "came_up")],
)
def test_a_kind_may_name_its_time(when, time):
    """The time of a fact is its field `when`, unless the kind names another, as stems write it."""
    text = KIND.replace("from:", "came-up: {type: interval}\n  from:")
    assert time == kind(text.replace("fields:", f"{when}fields:")).time


def test_every_problem_of_a_kind_is_told_at_once(refused):
    """Slips in different fields and questions are one report."""
    text = KIND.replace("type: person", "type: persn").replace("min: 2", "min: 0")
    text = text.replace("answer: who", "answer: from").replace("all}", "0}")
    codes = [line.split()[1] for line in refused(kind, text)]
    assert codes == ["unknown-type:", "bad-number:", "answer-in-stem:", "bad-number:"]


def test_a_broken_field_is_told_once(refused):
    """What questions or the kind's time make of a field that could not be read is no problem."""
    text = KIND.replace("type: person", "type: persn").replace("type: date", "type: d")
    codes = refused(kind, text.replace("about", "when: from\nabout"))
    assert [line.split()[:2] for line in codes] == [
        ["6:15", "unknown-type:"],
        ["10:16", "unknown-type:"],
    ]
