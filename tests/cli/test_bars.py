import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from quiz.cli.bars import as_json, text
from quiz.study.stats import DAYS, Retention, Statistics

DAY = dt.date(2026, 11, 25)
NONE = (0,) * DAYS
KEPT = (
    Retention("Rights", 200, 199),
    Retention("权利法案", 8, 4),
    Retention("x" * 90, 1, 0),
)
FULL = Statistics(
    *(DAY, 7, 2, 30, 1, 1, Retention("", 209, 203), KEPT),
    *((4, 0, 1, *NONE[3:]), (*NONE[3:], 12, 0, 6)),
)


# The reader of decks takes no control characters.
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)


def test_statistics_read_as_text_with_bars():
    """Counts, then a bar for each topic and day; what is not all is not called 100%."""
    assert text(FULL, "anna", 60, "utf-8").splitlines() == [
        "anna: 30 known, 2 being learned, 7 new; 1 bad question left",
        "out; 1 card no longer asked.",
        "",
        "Known cards were kept in 97% of 209 reviews:",
        f"  Rights                         99% of 200  {'█' * 15}",
        f"  权利法案                         50% of 8  {'█' * 8}",
        f"  {'x' * 25}...      0% of 1",
        "",
        "Due in the next 30 days: 5",
        f"  Wed Nov 25  4  {'█' * 43}",
        "  Thu Nov 26  0",
        f"  Fri Nov 27  1  {'█' * 11}",
        "",
        "Responses given in the last 30 days: 18",
        f"  Mon Nov 23  12  {'█' * 42}",
        "  Tue Nov 24   0",
        f"  Wed Nov 25   6  {'█' * 21}",
    ]


def test_an_empty_profile_is_said_in_words():
    """Without a bar."""
    empty = Statistics(DAY, 360, 0, 0, 0, 0, Retention("", 0, 0), (), NONE, NONE)
    assert text(empty, "default", 80, "utf-8") == (
        "default: 0 known, 0 being learned, 360 new.\n\n"
        "No known card has come again yet.\n\n"
        "Nothing is due in the next 30 days.\n\n"
        "No response was given in the last 30 days.\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "no-such", ""])
def test_bars_are_plain_where_a_terminal_is(encoding):
    """Signs that it has, in the same places."""
    told = text(FULL, "anna", 60, encoding)
    assert told == text(FULL, "anna", 60, "utf-8").replace("█", "#")


@given(
    st.integers(0, 300),
    st.lists(st.tuples(WORDS, st.integers(0, 99_999)), max_size=4),
    st.lists(st.integers(0, 10_000), min_size=DAYS, max_size=DAYS),
)
def test_every_line_fits(width, topics, counts):
    """From 40 to 200 columns, whatever topics are called and however much there is."""
    kept = tuple(Retention(name, number + 1, number) for name, number in topics)
    made = Statistics(
        *(DAY, 99_999, 99_999, 99_999, 99_999, 9, Retention("", 99_999, 9), kept),
        *(tuple(counts), tuple(counts)),
    )
    for line in text(made, "x" * 40, width, "utf-8").splitlines():
        assert wcswidth(line) <= min(max(width, 40), 200)


def test_statistics_are_one_json_object():
    """For other programs; a share is a number or nothing."""
    told = json.loads(as_json(FULL, "anna"))
    assert told["profile"] == "anna"
    assert told["day"] == "2026-11-25"
    assert told["cards"] == {
        "new": 7,
        "learning": 2,
        "known": 30,
        "marked": 1,
        "gone": 1,
    }
    assert told["retention"]["topics"][1] == {
        "topic": "权利法案",
        "reviews": 8,
        "kept": 4,
        "share": 0.5,
    }
    assert told["due"][2] == {"day": "2026-11-27", "cards": 1}
    assert told["done"][-3] == {"day": "2026-11-23", "responses": 12}
    assert (len(told["due"]), len(told["done"])) == (30, 30)
