"""A note's fields are HTML that says no more than the entry's text."""

import hashlib
import json

import pytest

from quiz.dates import Date
from quiz.formats.anki.fields import RENDERED, fields_of
from quiz.formats.anki.types import NOTE_TYPES
from quiz.keys import Answer, Key
from quiz.model import Entry, Source

SOURCES = (
    Source("s", "P & Q", "T", Date(2020), "https://x.y/?a&b"),
    Source("t", "R"),
)
WHERE_WHEN = [
    Answer("Rome", "place", "a", ("Roma",)),
    Answer("1900", "year", "b-c"),
]
DL = "".join(
    f'<div><dt>{label}</dt><dd dir="auto">{text}</dd></div>'
    for label, text in (("a", "Rome"), ("b c", "1900"))
)
# What the program made of some items, and the day since which it makes that of them.
SEEN = ("2026-11-24", "d9e170efee65e0a9")
CHANGED_TEXT = """
The program makes other fields of the same items than before. Learners who have the deck get
them only if RENDERED in quiz/formats/anki/fields.py is newer: set it to today's UTC day,
then write that day and the digest '%s' into SEEN here.
"""


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
            {"answers": WHERE_WHEN, "need": 2, "type": "parts"},
            "Answer",
            f"<dl>{DL}</dl>",
        ),
        (
            {"answers": ["a<", "b"], "need": 2, "type": "order"},
            "Answer",
            "<ol><li>a&lt;</li><li>b</li></ol>",
        ),
        (
            {"answers": ["a:b", "}}"], "need": 2, "type": "order"},
            "List",
            "{{c1::a&#58;b}}<br>{{c2::&#125;&#125;}}",
        ),
        (
            {"answers": [Answer("a", accept=("b <", "c"))]},
            "Also",
            '<span class="label">Also right:</span> b &lt;; c',
        ),
        ({"answers": [Answer("2020", "year", accept=("MMXX",))]}, "Also", ""),
        (
            {
                "answers": [
                    Answer("a", accept=("b",)),
                    Answer("c"),
                    Answer("d", accept=("<e",)),
                ]
            },
            "Also",
            '<span class="label">Also right:</span> <br><i>a:</i> b<br><i>d:</i> &lt;e',
        ),
        ({"stale": Date(2020, 2, 1)}, "AsOf", "As of February 1, 2020"),
        (
            {"sources": SOURCES},
            "Source",
            '<a href="https://x.y/?a&amp;b">T</a>, P &amp; Q, 2020<br>R',
        ),
        ({"hint": "Think <of> it"}, "Hint", "Think &lt;of&gt; it"),
        ({"language": "he"}, "Dir", "rtl"),
        ({"language": "he"}, "Lang", "he"),
        ({"id": "d/new/q", "origin": "d/old/q"}, "Id", "d/old/q"),
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
    entry = Entry(1, item(**changes))
    found = fields_of(entry)
    assert (list(NOTE_TYPES[entry.type].fields), expected) == (
        list(found),
        found[field],
    )


def test_choices_stand_in_the_order_of_the_form(item):
    """Each is escaped; the right one has a mark that only the back shows."""
    made = fields_of(Entry(1, item(answers=["b<"]), ("a", "b<"), 1))
    right = '<li class="right" dir="auto">b&lt;</li>'
    assert made["Choices"] == f'<ol><li dir="auto">a</li>{right}</ol>'
    fixed = fields_of(Entry(1, item(answers=["1"]), ("0", "1"), 1, ordered=True))
    assert fixed["Choices"].startswith('<ol class="fixed"><li dir="auto">0</li>')


def test_the_answer_of_a_choice_is_the_one_that_can_be_chosen(item):
    """Of several right answers one stands among the options; the others are right as well."""
    answers = [Answer("a"), Answer("b", accept=("B!",)), Answer("c")]
    made = fields_of(Entry(1, item(answers=answers), ("x", "b"), 1))
    also = '<span class="label">Also right:</span> B!; a; c'
    assert (made["Answer"], made["Also"]) == ("b", also)


def test_a_choice_shows_the_blank_of_a_sentence(item):
    """What is a gap to be filled on a card of its own is a blank above options."""
    made = item(stem="The _____ is it.", answers=["a"], type="cloze")
    assert "{{c1::a}}" in fields_of(Entry(1, made))["Question"]
    assert fields_of(Entry(1, made, ("a", "b"), 0))["Question"] == "The _____ is it."


@pytest.mark.parametrize(
    ("text", "typed"),
    [("Joe Biden", "right"), ("<i> & {{x}} [y]", "right"), ("é", "e")],
)
def test_a_typed_answer_is_compared_as_it_was_written(text, typed, item, anki):
    """Anki takes what stands in the field for plain text, and forgives accents."""
    field = fields_of(Entry(1, item(answers=[text]), typed=True))["Typed"]
    given = text if typed == "right" else typed
    found = anki.compare_answer(field, given, combining=False)
    assert ("typeGood" in found, "typeBad" in found) == (True, False)
    wrong = anki.compare_answer(field, text.swapcase() + "x", combining=False)
    assert "typeBad" in wrong or "typeMissed" in wrong


def test_what_the_program_makes_of_an_item_reaches_those_who_have_it(item):
    """Items of every type, which never change, have the fields they had on a known day."""
    facets = {"note": "N & m", "hint": "H", "topic": "To", "stale": Date(2020, 2, 1)}
    one = [Answer("Ann: <b>", "person", "who", ("A", "Ann B"))]
    many = [Answer("a", accept=("x",)), Answer("b"), Answer("c")]
    full = item(1, answers=one, stem="Is _____ it?", sources=SOURCES, **facets)
    entries = [
        Entry(1, full),
        Entry(2, full, typed=True),
        Entry(3, full, ("Bo", "Ann: <b>", "Cy"), 1),
        Entry(4, full, ("Ann: <b>", "Bo"), 0, ordered=True),
        Entry(5, item(2, answers=many, need=2)),
        Entry(6, item(3, answers=many, need=3)),
        Entry(7, item(4, answers=many), ("q", "b"), 1),
        Entry(8, item(5, answers=WHERE_WHEN, need=2, type="parts")),
        Entry(9, item(6, answers=one, stem="Is _____ it?", type="cloze")),
        Entry(10, item(7, key=Key(tuple(many), 3, ordered=True), type="order")),
        Entry(11, item(8, answers=["א"], language="he", sources=(), origin="d/old/q")),
    ]
    assert {entry.type for entry in entries} == set(NOTE_TYPES)
    text = json.dumps([fields_of(entry) for entry in entries])
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    assert (RENDERED.isoformat(), digest) == SEEN, CHANGED_TEXT % digest
