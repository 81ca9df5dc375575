"""The names that come with the program: who and what a course in civics names is there."""

import functools
from collections import Counter
from pathlib import Path

import pytest
import us
from babel import Locale
from spellchecker import SpellChecker

from quiz import api
from quiz.likeness import normalised
from quiz.names import read_names
from quiz.reader import parse
from quiz.resources import folder

# The presidents in the order in which they first came to office.
PRESIDENTS = (
    "George Washington, John Adams, Thomas Jefferson, James Madison, James Monroe, John Quincy Adams, "
    "Andrew Jackson, Martin Van Buren, William Henry Harrison, John Tyler, James K. Polk, Zachary Taylor, "
    "Millard Fillmore, Franklin Pierce, James Buchanan, Abraham Lincoln, Andrew Johnson, Ulysses S. Grant, "
    "Rutherford B. Hayes, James A. Garfield, Chester A. Arthur, Grover Cleveland, Benjamin Harrison, "
    "William McKinley, Theodore Roosevelt, William Howard Taft, Woodrow Wilson, Warren G. Harding, "
    "Calvin Coolidge, Herbert Hoover, Franklin D. Roosevelt, Harry S. Truman, Dwight D. Eisenhower, "
    "John F. Kennedy, Lyndon B. Johnson, Richard Nixon, Gerald Ford, Jimmy Carter, Ronald Reagan, "
    "George H. W. Bush, Bill Clinton, George W. Bush, Barack Obama, Donald Trump, Joe Biden"
)
# Those of them who had been vice president.
PROMOTED = (
    "John Adams, Thomas Jefferson, Martin Van Buren, John Tyler, Millard Fillmore, Andrew Johnson, "
    "Chester A. Arthur, Theodore Roosevelt, Calvin Coolidge, Harry S. Truman, Lyndon B. Johnson, "
    "Richard Nixon, Gerald Ford, George H. W. Bush, Joe Biden"
)
# Codes that are, in small letters, everyday words or parts of names.
WORDS = {"AL", "CO", "DE", "ID", "IN", "LA", "MA", "ME", "MS", "MT", "OR", "VA"}


@functools.cache
def library():
    """Give every shipped name as a library holds it."""
    return tuple(api.load("first-look", cwd=Path("/")).library.names)


@functools.cache
def written():
    """Give every shipped name as its file says it."""
    files = sorted((folder("decks") / "names").glob("*.yaml"))
    return tuple(
        name
        for file in files
        for name in read_names(parse(file.read_bytes(), str(file)))
    )


def of_sort(sort):
    """Give the names of a sort by their text."""
    return {name.text: name for name in library() if sort in name.sort}


def forms(name):
    """Give each way to write a name, with what makes no difference left out."""
    return {normalised(form) for form in (name.text, name.short, *name.aliases) if form}


def test_every_president_is_listed():
    """All 45 persons who have been president are there, in order and apart from each other."""
    presidents = list(of_sort("U.S. president").values())
    assert PRESIDENTS.split(", ") == [name.text for name in presidents]
    held = Counter(form for name in presidents for form in forms(name))
    assert [form for form, number in held.items() if number > 1] == []


def test_every_vice_president_is_listed():
    """All 50 are there, those among them who became president as well."""
    listed = of_sort("U.S. vice president")
    promoted = [name for name in listed if name in PRESIDENTS.split(", ")]
    assert PROMOTED.split(", ") == promoted
    assert len(listed) == 50


def test_every_state_is_listed():
    """The 50 states have their own postal codes and old abbreviations, and no other."""
    states = of_sort("U.S. state")
    assert {state.name for state in us.states.STATES} == set(states)
    for state in us.states.STATES:
        aliases = states[state.name].aliases
        codes = {form for form in aliases if len(form) == 2}
        assert codes == {state.abbr} - WORDS
        old = {form.replace(" ", "") for form in aliases if form.endswith(".")}
        assert old <= {state.ap_abbr}, state.name


def test_every_capital_is_listed():
    """Each state's capital lies in its state, and its short form is the city."""
    capitals = of_sort("U.S. state capital")
    assert len(capitals) == 50
    for state in us.states.STATES:
        city = state.capital.replace("Saint", "St.")
        capital = capitals[f"{city}, {state.name}"]
        assert (capital.short, capital.within) == (city, (state.name, "United States"))


def test_every_territory_is_listed():
    """The five territories with inhabitants are there."""
    official = {territory.name for territory in us.states.TERRITORIES}
    listed = {name.removeprefix("U.S. ") for name in of_sort("U.S. territory")}
    assert official == listed


def test_every_country_is_listed():
    """The 193 members of the United Nations are there, under a name that CLDR knows."""
    known = {normalised(name) for name in Locale("en").territories.values()}
    # CLDR writes one name with two others in it, one with `&` and `St.`, and one as the state's.
    known |= {"myanmar", "saint vincent and the grenadines", "republic of georgia"}
    known |= {name.replace("st ", "saint ", 1) for name in known}
    listed = of_sort("country")
    assert len(listed) == 193
    assert [text for text, name in listed.items() if not forms(name) & known] == []


def test_fifteen_departments_and_their_heads_are_listed():
    """As many departments as heads: none is without the other."""
    assert len(of_sort("U.S. department")) == 15
    assert len(of_sort("head of a U.S. department")) == 15


def test_names_of_a_sort_share_no_form():
    """What names one of several of a sort names no other: a response tells them apart."""
    held = {}
    for name in library():
        for sort in name.sort:
            for form in forms(name):
                held.setdefault((name.type, sort, form), set()).add(name.text)
    assert [place for place, texts in held.items() if len(texts) > 1] == []


def test_no_form_names_two_places():
    """`Georgia` and `Missouri` are states, and not a country and a river as well: GA and MO lead to them."""
    held = {}
    for name in library():
        if name.type == "place":
            for form in forms(name):
                held.setdefault(form, set()).add(name.text)
    assert [texts for texts in held.values() if len(texts) > 1] == []


def test_a_surname_that_several_of_a_sort_bear_is_no_short_form():
    """`Johnson` alone means no president, for there were two."""
    persons = [name for name in written() if name.type == "person"]
    unclear = [
        (one.text, other.text)
        for one in persons
        for other in persons
        if one.short and one is not other and set(one.sort) & set(other.sort)
        if f" {one.short}" in other.text.removesuffix(" Jr.")[-len(one.short) - 1 :]
    ]
    assert unclear == []


def test_what_contains_a_name_is_listed():
    """A container that nobody lists has no container of its own and is likely a slip."""
    listed = {name.text for name in library()}
    assert {box for name in library() for box in name.within} <= listed


def test_no_form_is_an_everyday_word():
    """Such a form would stand in every stem, and tell an answer that nobody meant."""
    counted = SpellChecker().word_frequency.dictionary
    common = set(sorted(counted, key=counted.get, reverse=True)[:200])
    assert {"in", "or", "me", "who"} <= common
    assert {form for name in library() for form in forms(name)} & common == set()


@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ("FDR", "person", "Franklin D. Roosevelt"),
        ("MLK", "person", "Martin Luther King Jr."),
        ("District of Columbia", "place", "Washington, D.C."),
        ("Britain", "place", "United Kingdom"),
        ("judiciary", "body", "Judicial branch"),
        ("GOP", "body", "Republican Party"),
        ("Secretary of War", "office", "U.S. Secretary of Defense"),
        ("Amendment XIX", "document", "Nineteenth Amendment"),
        ("4th of July", "event", "Independence Day"),
        ("WWII", "event", "World War II"),
        ("free market economy", "term", "market economy"),
    ],
)
def test_what_people_say_is_known(said, kind, text):
    """The usual other names lead to the one listed."""
    names = api.load("first-look", cwd=Path("/")).library.names
    assert [name.text for name in names.find(said, (kind,))] == [text]
