"""How hard an item is follows from its key, by a rule that anyone can check."""

import datetime as dt

import pytest

from quiz.difficulty import LEVELS, difficulty
from quiz.keys import Answer, Key
from quiz.model import Item

DAY, YEAR = (
    Answer("May 3, 2022", "date", span=(9, 9)),
    Answer("2022", "year", span=(0, 364)),
)
MONTH = Answer("May 2022", "date", span=(0, 30))
PLACE, LONG = Answer("Bali", "place", "where"), Answer("a b c d e")


@pytest.mark.parametrize(
    ("answers", "more", "level"),
    [
        ("a", {}, "easy"),
        (["a b c d"], {}, "easy"),
        ([LONG], {}, "medium"),
        ([LONG, "a"], {}, "easy"),
        ([YEAR], {}, "medium"),
        ([MONTH], {}, "medium"),
        ([DAY], {}, "hard"),
        ([Answer("3rd", "ordinal")], {}, "medium"),
        ("ab", {"need": 2}, "medium"),
        ("abc", {"need": 3}, "hard"),
        ("ab", {"need": 2, "ordered": True}, "hard"),
        ([PLACE, DAY], {"need": 2}, "hard"),
        ([YEAR, YEAR, YEAR], {}, "easy"),
        (["a", "b", LONG], {"need": 2}, "medium"),
        ([LONG, LONG, "a"], {"need": 2}, "hard"),
    ],
)
def test_each_thing_more_to_recall_is_a_step(answers, more, level):
    """An exact time or number, length, several answers, an order; any of many is a step down."""
    made = tuple(Answer(each) if isinstance(each, str) else each for each in answers)
    places = ("d/f/q", "d", "f", "k", "q", "en", "Q?")
    item = Item(*places, Key(made, **more), dt.date(2026, 11, 25), "past")
    assert difficulty(item) == level
    assert level in LEVELS
