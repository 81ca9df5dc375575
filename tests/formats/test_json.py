"""JSON Lines hold everything known of each item, under keys that never change."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from quiz.dates import Date
from quiz.formats.json import FORMAT, as_dict, line
from quiz.keys import Answer, Key
from quiz.model import Item, Source

SOURCES = (
    Source("s", "P", "T", Date(2022, 11), "https://example.org/?a=1&b"),
    Source("t", "Q"),
)
ITEM = Item(
    "d/f/q/es",
    "d",
    "f",
    "k",
    "q",
    "es",
    "¿Qué “es” 🇺🇸?",
    Key((Answer("Lima", "place", "where", ("L",)), Answer("2020", "date", "when")), 2),
    dt.date(2026, 11, 24),
    "past",
    "parts",
    no_options="its answer has several parts",
    note="N",
    topic="To",
    tags=("a", "b"),
    sources=SOURCES,
    stale=Date(2020, 1),
    hint="H",
    says="Es _____.",
)
EXPECTED = {
    "id": "d/f/q/es",
    "deck": "d",
    "fact": "f",
    "kind": "k",
    "question": "q",
    "language": "es",
    "type": "parts",
    "stem": "¿Qué “es” 🇺🇸?",
    "key": [
        {"name": "where", "type": "place", "answer": "Lima", "accept": ["L"]},
        {"name": "when", "type": "date", "answer": "2020", "accept": []},
    ],
    "need": 2,
    "distractors": [],
    "no_options": "its answer has several parts",
    "note": "N",
    "topic": "To",
    "sources": [
        {
            "title": "T",
            "publisher": "P",
            "date": "2022-11",
            "url": "https://example.org/?a=1&b",
        },
        {"title": "", "publisher": "Q", "date": None, "url": ""},
    ],
    "tags": ["a", "b"],
    "as_of": "2026-11-24",
    "phase": "past",
    "stale": "2020-01",
    "hint": "H",
    "says": "Es _____.",
}


def test_an_item_is_an_object_of_known_keys():
    """Every key is there with its value; programs read them, so none is ever renamed."""
    found = as_dict(ITEM)
    assert {key: found[key] for key in EXPECTED} == EXPECTED
    assert list(EXPECTED) == [key for key in found if key in EXPECTED]


@pytest.mark.parametrize(
    ("changes", "key", "expected"),
    [
        ({"stale": None}, "stale", None),
        ({"distractors": (Answer("b"), Answer("a"))}, "distractors", ["b", "a"]),
        ({"sources": ()}, "sources", []),
        ({"key": Key((Answer("a"), Answer("b")))}, "need", 1),
    ],
)
def test_what_an_item_lacks_is_null_or_empty(changes, key, expected):
    """Each key is there whatever the item has."""
    assert expected == as_dict(replace(ITEM, **changes))[key]


def test_a_line_reads_back_and_is_as_typed():
    """Letters of all scripts stand as they are, and the line has no end in it."""
    shown = line(replace(ITEM, note="a\u2028b\nc"))
    assert EXPECTED["stem"].replace('"', '\\"') in shown
    assert json.loads(shown)["note"] == "a\u2028b\nc"
    assert "\n" not in shown


def test_forms_one_after_another_are_one_file(tiny_form):
    """A form is a line an item, in its order, with a line end after each."""
    lines = (FORMAT.render(tiny_form) * 2).decode("utf-8").split("\n")
    ids = [item.id for item in tiny_form.items]
    assert ids * 2 == [json.loads(each)["id"] for each in lines[:-1]]
    assert (lines[-1], FORMAT.joins) == ("", True)
