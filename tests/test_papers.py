"""A paper counts its numbers and points as a teacher does."""

import datetime as dt
from dataclasses import replace

from quiz.keys import Answer, Key
from quiz.model import Item
from quiz.papers import FEWEST, SETS, TYPES, Head, Paper, Row, Section, Task

DAY = dt.date(2026, 11, 25)
ITEM = Item(
    *("d/f/q", "d", "f", "k", "q", "en", "Q?"), Key((Answer("a"),)), DAY, "past"
)
OTHER = replace(ITEM, id="d/g/q")


def test_each_row_of_a_set_counts_and_a_list_in_order_counts_once():
    """A set is worth its points a row; any other task has one number, and its points once."""
    pair = Task("match", "…?", (Row(ITEM, 3), Row(OTHER, 4)), 2)
    steps = Task("order", "Q?", (Row(ITEM, 5), Row(ITEM, 5), Row(ITEM, 5)), 3)
    one = Task("open", "Q?", (Row(ITEM, 6),))
    assert [task.number for task in (pair, steps, one)] == [3, 5, 6]
    assert [task.numbers for task in (pair, steps, one)] == [(3, 4), (5,), (6,)]
    assert [task.places for task in (pair, steps, one)] == [2, 1, 1]
    assert [task.total for task in (pair, steps, one)] == [4, 3, 1]
    assert [task.items for task in (pair, steps)] == [(ITEM, OTHER), (ITEM,)]
    sections = (Section("match", (pair,)), Section("order", (steps, one)))
    paper = Paper("d", "A", "", Head("T"), "en", DAY, 1, sections)
    assert paper.tasks == (pair, steps, one)
    assert paper.total == 8


def test_places_are_counted_before_there_are_numbers():
    """A task that stands on no paper yet has rows whose number is 0."""
    rows = (Row(ITEM, 0), Row(OTHER, 0), Row(ITEM, 0))
    assert [Task(form, "…?", rows, 2).places for form in ("match", "order")] == [3, 1]
    assert [Task(form, "…?", rows, 2).total for form in ("table", "order")] == [6, 2]


def test_sets_have_rows_enough_to_be_sets():
    """Every set has its fewest rows, more than one; nothing else has."""
    assert FEWEST.keys() == set(SETS) < set(TYPES)
    assert min(FEWEST.values()) > 1
