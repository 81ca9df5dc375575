"""Names are looked up, shown as their language writes them, and accepted in any form."""

import pytest

from quiz.dates import Date
from quiz.fields import NAME_TYPES, answer_of, names_in
from quiz.keys import Answer
from quiz.model import Name


@pytest.mark.parametrize("type_", NAME_TYPES)
def test_a_name_that_is_not_listed_is_taken_as_written(type_, read):
    """Each type of name takes any words, and knows that no file lists them."""
    value = read(type_, "Nobody  Known")
    expected = Name("Nobody Known", type_, listed=False, at=value.at)
    assert expected == value.name
    assert (value.name.at.line, value.name.at.column) == (1, 4)


@pytest.mark.parametrize(
    ("type_", "of", "text", "found"),
    [
        ("person", (), "biden", ("Joe Biden", "person", True)),
        ("place", (), "FRG", ("Germany", "place", True)),
        ("body", (), "White House", ("White House", "body", True)),
        ("place", (), "White House", ("White House", "place", True)),
        ("place", (), "Joe Biden", ("Joe Biden", "place", False)),
        ("name", (), "White House", ("White House", "place", True)),
        ("name", ("body", "place"), "White House", ("White House", "body", True)),
        ("name", ("body", "place"), "Joe Biden", ("Joe Biden", "body", False)),
    ],
)
def test_a_name_is_looked_up_among_its_types(type_, of, text, found, read):
    """Key, short form or alias finds a listed name of the field's type, in the order of `of`."""
    name = read(type_, text, of=of).name
    assert found == (name.text, name.type, name.listed)


@pytest.mark.parametrize(
    ("type_", "of", "what"),
    [
        ("person", (), "'Roosevelt' can be Theodore Roosevelt or F. D. Roosevelt"),
        (
            "name",
            ("body", "person"),
            "'roosevelt' can be Theodore Roosevelt or F. D. Roosevelt",
        ),
    ],
)
def test_a_form_that_two_names_share_is_refused(type_, of, what, read, refused):
    """Which of two persons of one short form is meant cannot be guessed."""
    text = what.split("'")[1]
    problem = f"1:4 ambiguous-name: {what} (write the name in full)"
    assert refused(read, type_, text, of=of) == [problem]


@pytest.mark.parametrize(
    ("type_", "text", "language", "forms"),
    [
        ("person", "Joe Biden", "en", ["Joe Biden", "Biden", "Joe Biden", "Biden’s"]),
        ("place", "Germany", "en", ["Germany", "Germany", "Germany", "Germany’s"]),
        ("place", "Germany", "es", ["Alemania"] * 4),
        ("person", "Xi Jinping", "es", ["Xi (es)"] * 4),
        (
            "body",
            "White House",
            "en",
            ["White House", "House", "the White House", "House’s"],
        ),
        ("body", "White House", "es", ["White House"] * 4),
        ("body", "United Nations", "en", ["United Nations"] * 3 + ["United Nations’"]),
    ],
)
def test_a_name_has_the_forms_stems_ask_for(type_, text, language, forms, read):
    """Short form, article and possessive are English; other languages have the name itself."""
    value = read(type_, text)
    assert forms == [
        value.form(n, language) for n in ("", "short", "the", "possessive")
    ]
    assert forms[0] == value.show(language)


@pytest.mark.parametrize(
    ("name", "language", "answer"),
    [
        (
            Name("Joe Biden", "person", "Biden", ("JB", "Joe Biden"), born=Date(1942)),
            "en",
            Answer(
                "Joe Biden",
                "person",
                accept=("Biden", "JB"),
                span=(
                    float(Date(1942).first.toordinal()),
                    float(Date(1942).last.toordinal()),
                ),
            ),
        ),
        (
            Name(
                "Germany",
                "place",
                sort=("state",),
                within=("Europe",),
                point=(52.5, 13.4),
                translations={"es": "Alemania"},
            ),
            "es",
            Answer(
                "Alemania",
                "place",
                accept=("Germany",),
                sort=("state",),
                point=(52.5, 13.4),
                broader=("Europe",),
            ),
        ),
    ],
)
def test_a_name_is_answered_in_any_form(name, language, answer):
    """Every other way to write a name is accepted, and what it says of itself comes along."""
    assert answer == answer_of(name, language)


def test_a_field_answers_with_its_name(read):
    """A name in a field is the one right answer."""
    value = read("person", "Xi")
    assert value.answers("es") == (answer_of(value.name, "es"),)
    assert value.answers("es")[0].accept == ("Xi Jinping", "Xi")


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("", "en", "Joe Biden, Xi Jinping, and Ann"),
        ("short", "en", "Biden, Xi, and Ann"),
        ("or", "en", "Joe Biden, Xi Jinping, or Ann"),
        ("the", "en", "Joe Biden, Xi Jinping, and Ann"),
        ("possessive", "en", "Biden, Xi, and Ann’s"),
        ("", "es", "Joe Biden, Xi (es) y Ann"),
    ],
)
def test_people_are_listed(name, language, form, read):
    """Several persons are joined by the language's and, or by or; only the last is possessive."""
    value = read("people", "[Joe Biden, Xi, Ann]")
    assert form == value.form(name, language)
    assert name or form == value.show(language)


def test_all_people_belong_to_the_answer(read):
    """Each person is an answer of its own and can be looked into."""
    value = read("people", "[Joe Biden, Ann]")
    texts = [(answer.text, answer.type) for answer in value.answers("en")]
    assert texts == [("Joe Biden", "person"), ("Ann", "person")]
    assert value.persons == value.inner()
    assert [person.type for person in value.persons] == ["person"] * 2


def test_people_may_be_too_few(read, refused):
    """Fewer persons than a kind asks for are counted; one person need not be a list."""
    what = "'part' has 1 of at least 2 persons (add the missing ones as [A, B])"
    assert refused(read, "people", "Ann", min=2) == [f"1:4 too-few: {what}"]
    assert read("people", "Ann").show("en") == "Ann"


@pytest.mark.parametrize(
    ("text", "twin", "column"),
    [
        ("[Joe Biden, Ann, Biden]", "Joe Biden", 21),
        ("[Ann, ann]", "ann", 10),
    ],
)
def test_a_person_is_named_once(text, twin, column, read, refused):
    """Two ways to write one person are one person."""
    what = f"'{twin}' stands twice in this list (keep one of them)"
    assert refused(read, "people", text) == [f"1:{column} duplicate-answer: {what}"]


@pytest.mark.parametrize(
    ("type_", "text", "of", "names"),
    [
        ("person", "Ann", (), "Ann"),
        ("people", "[Ann, Bo]", (), "Ann Bo"),
        ("list", "[Ann, Bo]", ("person",), "Ann Bo"),
        ("list", "[[Ann], Bo]", ("people",), "Ann Bo"),
        ("quote", "{text: Hm, speaker: Ann}", (), "Ann"),
        ("text", "Ann", (), ""),
    ],
)
def test_names_are_found_at_any_depth(type_, text, of, names, read):
    """Every name that a value holds is given, however deep it lies."""
    assert names.split() == [n.text for n in names_in(read(type_, text, of=of))]
