"""The nouns of the house: what they hold is fixed, and what they say follows from it."""

import datetime as dt
import pkgutil
from dataclasses import FrozenInstanceError, fields, is_dataclass
from importlib import import_module

import pytest

import quiz
from quiz.keys import Key
from quiz.model import (
    NOWHERE,
    Deck,
    Entry,
    Fact,
    Form,
    Item,
    Name,
    Names,
    Text,
)

DAY = dt.date(2026, 11, 24)
BIDEN = Name("Joe Biden", "person", "Biden", ("Joseph Biden", "JOSEPH BIDEN"))
BEAU = Name("Beau Biden", "person", "Biden")
HOUSE = Name("White House", "body", aliases=("Executive Mansion",))
PLACE = Name("White House", "place", "Biden")
NAMES = Names([BIDEN, BEAU, HOUSE, PLACE])


def test_words_are_known_by_language():
    """A text gives its words in a language it has, and nothing in another."""
    text = Text({"en": "peace", "es": "paz"})
    assert [text.get(code) for code in ("en", "es", "fr")] == ["peace", "paz", None]


def test_a_name_is_shown_as_its_language_writes_it():
    """A name has its translation where there is one, else it is as facts write it."""
    name = Name("Germany", "place", translations={"es": "Alemania"})
    assert [name.show(code) for code in ("en", "es")] == ["Germany", "Alemania"]


@pytest.mark.parametrize(
    ("text", "types", "found"),
    [
        ("Joe Biden", ("person",), (BIDEN,)),
        ("joe BIDEN", ("person",), (BIDEN,)),
        ("Joseph Biden", ("person",), (BIDEN,)),
        ("biden", ("person",), (BIDEN, BEAU)),
        ("Beau Biden", ("person",), (BEAU,)),
        ("White House", ("body", "place"), (HOUSE,)),
        ("White House", ("place", "body"), (PLACE,)),
        ("Biden", ("body", "place"), (PLACE,)),
        ("Biden", ("place", "person"), (PLACE,)),
        ("Executive Mansion", ("person", "place", "body"), (HOUSE,)),
        ("Executive Mansion", ("place",), ()),
        ("Xi Jinping", ("person",), ()),
        ("Joe Biden", (), ()),
        ("", ("person", "body"), ()),
    ],
)
def test_a_name_is_found_by_any_way_to_write_it(text, types, found):
    """Key, short form and alias find, in any case, each name of the first type that has any."""
    assert found == NAMES.find(text, types)


@pytest.mark.parametrize("types", [("person",), ("place", "person")])
def test_a_names_own_key_comes_before_a_form_of_another(types):
    """What is one name's key finds that name alone, whatever has it as a short form or alias."""
    alias = Name("Ann Lee", "person", aliases=("Lee",))
    short = Name("Fort Lee", "place", "Lee")
    own = Name("Lee", "person")
    assert Names([alias, short, own]).find("Lee", types) == (own,)


def test_names_are_given_in_the_order_listed():
    """All names, and those of a type, come as they were listed."""
    assert list(NAMES) == [BIDEN, BEAU, HOUSE, PLACE]
    assert NAMES.of_type("person") == (BIDEN, BEAU)
    assert NAMES.of_type("event") == ()
    assert list(Names()) == []


def test_a_fact_is_known_by_deck_and_id():
    """A fact's identity in the library is its deck's and its own."""
    assert Fact("talk", "news", "meeting", {}, (), NOWHERE).ref == "news/talk"


@pytest.mark.parametrize(
    ("formerly", "origin"),
    [
        ((), "news/talk"),
        (("speech", "chat"), "news/speech"),
        (("old/speech", "chat"), "old/speech"),
    ],
)
def test_a_fact_is_known_to_learners_by_its_first_id(formerly, origin):
    """Whatever a fact is called later, cards keep the id it was first published under."""
    fact = Fact("talk", "news", "meeting", {}, (), NOWHERE, formerly=formerly)
    assert origin == fact.origin


def test_a_deck_has_each_fact_once():
    """However many questions of a fact are picked, it is one fact, at its first place."""
    one, two = (Fact(name, "news", "qa", {}, (), NOWHERE) for name in ("one", "two"))
    picks = ((two, "who"), (one, None), (two, "when"))
    deck = Deck("d", Text({"en": "D"}), "en", picks, NOWHERE)
    assert deck.facts == (two, one)


def test_a_form_gives_its_items_in_order():
    """The items of a form are those of its entries."""
    first, second = (
        Item(f"d/f/{name}", "d", "f", "qa", name, "en", "Q?", Key(()), DAY, "timeless")
        for name in ("one", "two")
    )
    entries = (Entry(1, second), Entry(2, first))
    form = Form("d", "D", "", "en", DAY, DAY, entries)
    assert (second, first) == form.items


@pytest.mark.parametrize(
    ("entry", "type_"),
    [
        ({}, "cloze"),
        ({"options": ("a", "b"), "right": 0}, "choice"),
        ({"typed": True}, "typed"),
    ],
)
def test_an_entry_says_how_its_item_is_asked(entry, type_):
    """As its item's type says, unless the form gives it options or wants it typed."""
    item = Item("d/f/q", "d", "f", "k", "q", "en", "Q?", Key(()), DAY, "past", "cloze")
    assert Entry(1, item, **entry).type == type_


def nouns():
    """Give every public dataclass of the package by its name."""
    modules = [
        import_module(found.name)
        for found in pkgutil.walk_packages(quiz.__path__, "quiz.")
        if found.name != "quiz.__main__"
    ]
    return {
        noun.__qualname__: noun
        for module in modules
        for name, noun in vars(module).items()
        if isinstance(noun, type) and is_dataclass(noun) and name[0] != "_"
    }


@pytest.mark.parametrize("noun", nouns().values(), ids=nouns())
def test_a_noun_never_changes(noun):
    """What a noun holds cannot be set anew, and it holds nothing that is not declared."""
    blank = object.__new__(noun)
    for name in (fields(noun)[0].name, "another"):
        with pytest.raises((FrozenInstanceError, TypeError)):
            setattr(blank, name, "other")
    assert not hasattr(blank, "__dict__")


@pytest.mark.parametrize("noun", [Fact, Deck])
def test_facts_and_decks_are_themselves_only(noun):
    """Two facts or decks that say the same are two, and can be keys."""
    blanks = [object.__new__(noun), object.__new__(noun)]
    assert len(set(blanks)) == 2
