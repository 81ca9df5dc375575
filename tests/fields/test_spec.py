"""A field is declared by its spec, and its type decides how a value is read."""

import pytest

from quiz import fields
from quiz.fields import FILTERS, NAME_TYPES, TYPES, Scope, Spec
from quiz.fields.spec import refuse_twins
from quiz.model import NOWHERE, Names
from quiz.templating import FILTERS as STEM_FILTERS

EXAMPLES = {
    "text": "peace",
    "list": "[trade, climate]",
    "sentence": "Congress has _____ houses.",
    "statement": "The House has {435|100} members.",
    "quote": "{text: Yes., speaker: Ann}",
    "people": "[Ann, Bo]",
    "date": "2022-11-14",
    "year": "1787",
    "interval": "2021/2025",
    "number": "5 talks",
    "ordinal": "13",
    **dict.fromkeys(("name", *NAME_TYPES), "Ann"),
}


def test_a_spec_asks_for_little():
    """Unless it says more, a field is required, of one value, without a unit."""
    expected = Spec("who", "text", optional=False, min=1, unit="", of=(), at=NOWHERE)
    assert expected == Spec("who", "text")


def test_every_type_has_an_example_here():
    """The tests below miss no type of field."""
    assert EXAMPLES.keys() == TYPES.keys()


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_value_is_of_the_type_its_field_has(name, read):
    """A field's type reads the value, says where it stands, and gives it words and an answer."""
    value = read(name, EXAMPLES[name])
    assert type(value) is TYPES[name]
    assert name == value.type
    assert (value.at.line, value.at.column) == (1, 4)
    assert value.show("en")
    assert all(answer.text for answer in value.answers("en"))
    assert bool(value.answers("en")) == (name != "sentence")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("person", "a name"),
        ("text", "some words"),
        ("date", "a date like 2022-11-14"),
        ("year", "a year like 1787"),
        ("interval", "an interval like 2021-01-20/2025-01-20"),
        ("number", "a number like 435 or 5 talks"),
        ("ordinal", "a whole number like 13"),
    ],
)
def test_a_value_that_is_a_list_is_told_what_is_wanted(name, wanted, read, refused):
    """A type that is a single value says what to write instead of a list."""
    what = "this is a list, not a single value"
    assert refused(read, name, "[a]") == [f"1:4 wrong-type: {what} (write {wanted})"]


def test_every_filter_of_stems_has_types_it_is_for():
    """A filter that stems may use is for some types, all of which there are."""
    assert set(STEM_FILTERS) == FILTERS.keys()
    assert all(FILTERS[name] and TYPES.keys() >= FILTERS[name] for name in FILTERS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [(name, kind) for name in FILTERS for kind in sorted(FILTERS[name])],
)
def test_a_filter_gives_words_for_the_types_it_is_for(name, kind, read):
    """Where a filter is allowed, there is something to say."""
    assert read(kind, EXAMPLES[kind]).form(name, "en")


def test_reading_can_read_what_is_inside(node):
    """The scope's reader is used for the values a value is made of."""
    seen = []

    def reader(item, spec, scope):
        seen.append((item.text, spec.type, scope.language))
        return fields.read(item, Spec(spec.name, "text"), scope)

    scope = Scope(Names(), "es", reader)
    fields.read(node("[a, b]"), Spec("part", "list", of=("date",)), scope)
    assert seen == [("a", "date", "es"), ("b", "date", "es")]


def test_values_are_twins_if_they_are_shown_the_same(read, refused):
    """The second of two values that a language shows alike is refused at its place."""
    red, rojo, again = (
        read("text", text)
        for text in ("{en: red, fr: rouge}", "{es: rojo, fr: Rouge}", "  Red.")
    )
    refuse_twins([red, rojo, again], "es")
    what = "stands twice in this list (keep one of them)"
    found = refused(refuse_twins, [red, rojo, again], "en")
    assert found == [f"1:6 duplicate-answer: 'Red.' {what}"]
    found = refused(refuse_twins, [rojo, red], "fr")
    assert found == [f"1:4 duplicate-answer: 'rouge' {what}"]
