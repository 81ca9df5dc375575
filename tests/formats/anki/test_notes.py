"""An Anki package, as real Anki takes it: each item one note of one card, unchanged on both sides."""

import datetime as dt
import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz import api
from quiz.dates import Date
from quiz.formats.anki import deck_id
from quiz.formats.anki.notes import fields_of, guid
from quiz.formats.anki.types import FIELDS, NOTE_TYPES
from quiz.keys import Answer
from quiz.model import Source

WORDS = st.text(min_size=1, max_size=20)


def said(side):
    """Give the words a side shows."""
    return html.unescape(re.sub(r"<[^>]*>", "", side))


def sides(anki):
    """Give both sides of each card as HTML, by item id."""
    made = {}
    for card_id in anki.find_cards(""):
        card = anki.get_card(card_id)
        shown = card.render_output()
        assert not [*shown.question_av_tags, *shown.answer_av_tags]
        made[html.unescape(card.note()["Id"])] = shown.question_text, shown.answer_text
    return made


def test_real_anki_imports_every_item_once(tiny_form, anki, take):
    """Notes equal items, each of one card; a second import changes nothing; all is sound."""
    count = len(tiny_form.items)
    assert (count, 0, 0, 0) == take(tiny_form)
    assert (0, 0, count, 0) == take(tiny_form)
    assert count == len(anki.find_cards(""))
    assert anki.fix_integrity()[1]


def test_every_card_shows_its_stem_and_answer_unchanged(tiny_form, anki, take):
    """What was typed arrives, whatever characters it holds, on both sides of each card."""
    take(tiny_form)
    shown = sides(anki)
    assert {item.id for item in tiny_form.items} == shown.keys()
    for item in tiny_form.items:
        front, back = map(said, shown[item.id])
        for answer in item.key.answers:
            assert answer.text in back
            assert (answer.text in front) == (answer.text in item.stem)
        if item.type != "cloze":
            assert item.stem in front
            assert item.stem in back


def test_real_anki_takes_every_shipped_deck(shipped, anki, take):
    """An item that several decks hold is one note, and all is sound."""
    decks = api.Collection(shipped, tuple(shipped.decks.values()), named=False)
    known = set()
    for form in api.forms(decks, as_of=dt.date(2026, 11, 24)):
        ids = {item.id for item in form.items}
        assert (len(ids - known), 0) == take(form)[:2], form.deck
        known |= ids
    assert len(known) == len(anki.find_cards(""))
    assert anki.fix_integrity()[1]


@pytest.mark.parametrize(
    "hidden", ["std::map", "a::b::c", "a}}b", "{{c2::x}}", "::", "x:"]
)
def test_a_cloze_shows_nothing_of_its_answer_on_the_front(
    hidden, item, form, anki, take
):
    """Signs that Anki reads as a hint or as the end of a gap are words like others."""
    stem = "The _____ is it."
    made = item(stem=stem, answers=[hidden], type="cloze")
    assert take(form(made)) == (1, 0, 0, 0)
    front, back = map(said, sides(anki)[made.id])
    assert front.strip() == "The [...] is it."
    assert hidden in back


@pytest.mark.parametrize("type_", NOTE_TYPES)
def test_every_note_type_renders_both_sides(type_, item, form, anki, take):
    """Each field that has words is shown on its side, and one that has none leaves no mark."""
    answers = [Answer("Rome", "place", "where"), Answer("1900", "year", "when")]
    extra = {"note": "N <b>", "topic": "To & pic", "stale": Date(2020, 1)}
    full = item(1, stem="Is _____ it?", answers=answers, need=2, type=type_, **extra)
    bare = item(2, stem="Or _____?", answers=["x"], type=type_, sources=())
    assert take(form(full, bare)) == (2, 0, 0, 0)
    shown = sides(anki)
    front, back = map(said, shown[full.id])
    assert [text in front for text in ("N <b>", "To & pic", " it?")] == [
        False,
        True,
        True,
    ]
    for text in ("Rome", "1900", "N <b>", "To & pic", "As of January 2020", full.id):
        assert text in back
    assert 'class="question" dir="auto"' in shown[full.id][0]
    for mark in ('class="topic"', 'class="note"', 'class="also"', 'class="as-of"'):
        assert mark not in "".join(shown[bare.id])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a::b", "a: b"),
        ("a::::b", "a: : b"),
        ("“Q” & 'q' \"p\"", "“Q” & 'q' \"p\""),
        ("😀 <b>", "😀 <b>"),
        ("News:", "News"),
    ],
)
def test_a_title_is_the_name_of_one_deck(title, name, item, form, anki, take):
    """Whatever a title holds, it makes one deck below the common one."""
    take(form(item(), title=title))
    assert {"Civics", f"Civics::{name}", "Default"} == {
        each.name for each in anki.decks.all_names_and_ids()
    }


def test_a_deck_says_what_it_is(item, form, anki, take):
    """Its description has the author's words, how many cards there are, and the day."""
    take(form(item(1), item(2), about="Of <this>.", updated=dt.date(2025, 2, 3)))
    deck = anki.decks.by_name("Civics::T")
    assert deck["desc"] == "Of &lt;this&gt;. 2 cards, updated 2025-02-03."
    assert [anki.get_card(card).due for card in anki.find_cards("", order="c.due")] == [
        1,
        2,
    ]


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"answers": ["a"]}, "Answer", "a"),
        ({"answers": "ab", "need": 2}, "Answer", "<ul><li>a</li><li>b</li></ul>"),
        (
            {"answers": "ab"},
            "Answer",
            '<p class="need">Any one of these</p><ul><li>a</li><li>b</li></ul>',
        ),
        (
            {"answers": [Answer("a", accept=("b <", "c"))]},
            "Also",
            '<span class="label">Also right:</span> b &lt;; c',
        ),
        ({"answers": [Answer("2020", "year", accept=("MMXX",))]}, "Also", ""),
        ({"answers": [Answer("a", accept=("b",)), Answer("c")]}, "Also", ""),
        ({"stale": Date(2020, 2, 1)}, "AsOf", "As of February 1, 2020"),
        (
            {
                "sources": (
                    Source("s", "P & Q", "T", Date(2020), "https://x.y/?a&b"),
                    Source("t", "R"),
                )
            },
            "Source",
            '<a href="https://x.y/?a&amp;b">T</a>, P &amp; Q, 2020<br>R',
        ),
        ({"hint": "Think <of> it"}, "Hint", "Think &lt;of&gt; it"),
        ({"language": "he"}, "Dir", "rtl"),
        ({"language": "he"}, "Lang", "he"),
        (
            {"stem": "{{c1::x}} [sound:a] <b>"},
            "Question",
            "&#123;&#123;c1::x&#125;&#125; &#91;sound:a&#93; &lt;b&gt;",
        ),
    ],
)
def test_a_field_is_html_that_says_no_more_than_its_text(
    changes, field, expected, item
):
    """What was typed is escaped, for HTML and for all that Anki would make of it."""
    found = fields_of(item(**changes))
    assert (list(FIELDS), expected) == (list(found), found[field])


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
    take(form(item(topic=topic, tags=("voting",))))
    expected = sorted(["civics::deck::d", "civics::voting", *tags], key=str.lower)
    assert expected == sorted(anki.get_note(anki.find_notes("")[0]).tags, key=str.lower)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_ids_follow_from_names_alone(one, other):
    """Each name has its own guid, which is ASCII, and a deck id above those Anki keeps."""
    assert (one == other) == (guid(one) == guid(other))
    assert re.fullmatch(r"[\w-]{12}", guid(one), re.ASCII)
    assert 1 << 31 <= deck_id(one) < (1 << 31) + (1 << 32)
    assert (guid(one), deck_id(one)) == (guid(one), deck_id(one))
