"""An Anki package, as real Anki takes it: each item one note of one card, unchanged on both sides."""

import datetime as dt
import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz import api
from quiz.assemble import TYPES
from quiz.dates import Date
from quiz.formats.anki import deck_id
from quiz.formats.anki.notes import guid, notes_of
from quiz.formats.anki.types import NOTE_TYPES
from quiz.keys import Answer, Key
from quiz.model import Entry

WORDS = st.text(min_size=1, max_size=20)


def said(side):
    """Give the words a side shows."""
    return html.unescape(re.sub(r"<[^>]*>", "", side))


def test_real_anki_imports_every_item_once(tiny_form, anki, take):
    """Notes equal items, each of one card; a second import changes nothing; all is sound."""
    count = len(tiny_form.items)
    assert (count, 0, 0, 0) == take(tiny_form)
    assert (0, 0, count, 0) == take(tiny_form)
    assert count == len(anki.find_cards(""))
    assert anki.fix_integrity()[1]


def test_every_card_shows_its_stem_and_answer_unchanged(tiny_form, sides):
    """What was typed arrives, whatever characters it holds, on both sides of each card."""
    shown = sides(tiny_form)
    assert {f"{item.id}#1" for item in tiny_form.items} == shown.keys()
    for item in tiny_form.items:
        front, back = map(said, shown[f"{item.id}#1"])
        for answer in item.key.answers:
            assert answer.text in back
            assert (answer.text in front) == (answer.text in item.stem)
        if item.type != "cloze":
            assert item.stem in front
            assert item.stem in back


@pytest.mark.parametrize("kind", TYPES)
def test_real_anki_takes_every_shipped_deck(kind, shipped, anki, take):
    """An item that several decks hold is one note, however asked, and all is sound."""
    decks = api.Collection(shipped, tuple(shipped.decks.values()), named=False)
    known = set()
    for form in api.forms(decks, as_of=dt.date(2026, 11, 24), kind=kind):
        ids = {item.id for item in form.items}
        assert (len(ids - known), 0) == take(form)[:2], form.deck
        known |= ids
    assert len(known) == len(anki.find_cards(""))
    assert anki.fix_integrity()[1]


@pytest.mark.parametrize(
    "hidden", ["std::map", "a::b::c", "a}}b", "{{c2::x}}", "::", "x:"]
)
def test_a_cloze_shows_nothing_of_its_answer_on_the_front(hidden, item, form, sides):
    """Signs that Anki reads as a hint or as the end of a gap are words like others."""
    stem = "The _____ is it."
    made = item(stem=stem, answers=[hidden], type="cloze")
    ((front, back),) = sides(form(made)).values()
    assert said(front).strip() == "The [...] is it."
    assert hidden in said(back)


def entry_of(how, made, number=1):
    """Put an item on a form so that it is asked as wished."""
    text = made.key.answers[0].text
    options = ((text, "Oslo"), 0) if how == "choice" else ((), None)
    return Entry(number, made, *options, typed=how == "typed")


@pytest.mark.parametrize("how", NOTE_TYPES)
def test_every_note_type_renders_both_sides(how, item, form, sides):
    """Each field that has words is shown on its side, and one that has none leaves no mark."""
    part = [Answer("Rome", "place", "where"), Answer("1900", "year", "when")]
    answers = part if how in ("parts", "order") else part[:1]
    type_ = how if how in ("parts", "order", "cloze") else "open"
    key = Key(tuple(answers), len(answers), ordered=how == "order")
    extra = {"note": "N <b>", "topic": "To & pic", "stale": Date(2020, 1), "hint": "H?"}
    full = item(1, stem="Is _____ it?", key=key, type=type_, **extra)
    bare = item(2, stem="Or _____?", key=key, type=type_, sources=())
    made = form(entry_of(how, full, 1), entry_of(how, bare, 2))
    assert {entry.type for entry in made.entries} == {how}
    shown = sides(made)
    cards = len(answers) if how == "order" else 1
    assert len(shown) == 2 * cards
    for place in range(1, cards + 1):
        front, back = map(said, shown[f"{full.id}#{place}"])
        told = [text in front for text in ("N <b>", "To & pic", " it?", "H?")]
        assert told == [False, True, True, True]
        right = [answer.text for answer in answers]
        for text in (*right, "N <b>", "To & pic", "As of January 2020", full.id):
            assert text in back
        if how != "choice":
            # Of a list in order all that goes before is shown, and nothing after it.
            later = right[place - 1 :] if how == "order" else right
            assert not [text for text in later if text in visible(shown, full, place)]
        sides_ = shown[f"{full.id}#{place}"]
        assert all('lang="en" dir="ltr"' in side for side in sides_)
        assert all('class="question" dir="auto"' in side for side in sides_)
        for side in sides_:
            assert ("[[type:nc:Typed]]" in side) == (how == "typed")
        plain = "".join(shown[f"{bare.id}#{place}"])
        for mark in ("topic", "note", "also", "as-of", "source", "help"):
            assert f'class="{mark}"' not in plain


def visible(shown, made, place):
    """Give what the front of a card shows by its style sheet: nothing after the gap of a list."""
    front = shown[f"{made.id}#{place}"][0]
    head, gap, tail = front.partition('<span class="cloze"')
    if 'class="steps' in front:
        tail = re.sub(r'<span class="cloze-inactive".*?</span>', "", tail)
    return said(head + gap + tail)


def test_a_note_beside_the_plain_one_has_an_identity_of_its_own(item, form):
    """Anki knows a note by guid and type, so that two types of one item need two guids."""
    made = item(1, origin="d/old/q")
    hows = ("open", "typed", "choice")
    guids = [next(notes_of(form(entry_of(how, made)))).guid for how in hows]
    expected = ["d/old/q", "d/old/q#typed", "d/old/q#choice"]
    assert [guid(name) for name in expected] == guids


def test_an_item_may_be_learned_in_three_ways_at_once(item, form, anki, take):
    """Its plain, typed and multiple-choice notes stand side by side in one collection."""
    for how in ("open", "typed", "choice"):
        assert take(form(entry_of(how, item()))) == (1, 0, 0, 0)
        assert take(form(entry_of(how, item()))) == (0, 0, 1, 0)
    assert len(anki.find_cards("Id:d/f0/q")) == 3


def test_a_list_in_order_is_one_card_a_place(item, form, sides, anki):
    """Each card asks for one place and shows those before it; a later one is hidden by style."""
    key = Key((Answer("one"), Answer("two"), Answer("three")), 3, ordered=True)
    shown = sides(form(item(type="order", key=key)))
    front, back = shown["d/f0/q#2"]
    assert [*shown] == ["d/f0/q#1", "d/f0/q#2", "d/f0/q#3"]
    assert 'data-ordinal="2">[...]</span><br><span class="cloze-inactive"' in front
    assert 'class="steps asked"' in front
    assert 'class="steps"' in back
    assert [said(back).index(word) for word in ("one", "two", "three")]
    assert "3 cards" in anki.decks.by_name("Civics::T")["desc"]
    assert anki.fix_integrity()[1]


@pytest.mark.parametrize(
    ("topic", "tags"),
    [
        ("", []),
        ("§ ¶", []),
        ("U.S.-China relations", ["civics::topic::U.S.-China-relations"]),
        ("a::b c", ["civics::topic::a-b-c"]),
        ("La  paz, año", ["civics::topic::La-paz-año"]),
    ],
)
def test_tags_stand_under_one_name(topic, tags, item, form, anki, take):
    """The deck, the fact's tags and its topic are tags without spaces, below `civics`."""
    take(form(item(topic=topic, tags=("test::starred", "voting"))))
    expected = sorted(
        ["civics::deck::d", "civics::test::starred", "civics::voting", *tags],
        key=str.lower,
    )
    assert expected == sorted(anki.get_note(anki.find_notes("")[0]).tags, key=str.lower)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_ids_follow_from_names_alone(one, other):
    """Each name has its own guid, which is ASCII, and a deck id above those Anki keeps."""
    assert (one == other) == (guid(one) == guid(other))
    assert re.fullmatch(r"[\w-]{12}", guid(one), re.ASCII)
    assert 1 << 31 <= deck_id(one) < (1 << 31) + (1 << 32)
    assert (guid(one), deck_id(one)) == (guid(one), deck_id(one))
