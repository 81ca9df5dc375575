"""Like questions become one: the words they share, and the parts in which they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exam.frames import beginning, frame

YEAR = "In which year was the {} ratified?"
WORDS = st.lists(
    st.sampled_from(["which", "year", "was", "the", "one", "of", "it"]), max_size=12
)
STEMS = st.lists(WORDS.map(" ".join), min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("stems", "words", "parts"),
    [
        (
            [YEAR.format("13th Amendment"), YEAR.format("1st Amendment")],
            "In which year was the … Amendment ratified?",
            ("13th", "1st"),
        ),
        (
            ["Which state has the capital Austin?", "Which state has Ohio in it?"],
            "Which state has …",
            ("the capital Austin?", "Ohio in it?"),
        ),
        # What all end with is not taken twice where it is a part of the shorter one.
        (
            ["Who was the first president?", "Who was the first first president?"],
            None,
            None,
        ),
        # Nothing to begin with, or too little in common to say what is asked.
        (["Ohio lies in which state?", "Iowa lies in which state?"], None, None),
        (["Who led Ohio?", "Who led Iowa?"], None, None),
        (["What is Ohio?", "Who led Iowa?"], None, None),
        # Parts of eight words at most stand in a list; and nothing differs in the same.
        (
            [f"Who was the {'x ' * 8}", "Who was the y"],
            "Who was the …",
            ("x " * 8, "y"),
        ),
        ([f"Who was the {'x ' * 9}", "Who was the y"], None, None),
        (["Who was the first?", "Who was the first?"], None, None),
    ],
)
def test_what_is_shared_stands_once(stems, words, parts):
    """With an ellipsis where they differ; or each stays whole, if they share too little."""
    made = frame(stems)
    if words is None:
        assert (made.words, made.parts) == ("", tuple(stems))
    else:
        assert (made.words, made.parts) == (words, tuple(p.strip() for p in parts))


@given(STEMS)
def test_a_frame_with_its_parts_gives_the_stems_back(stems):
    """Word by word, whatever they share; no part is empty or long."""
    made = frame(stems)
    assert len(made.parts) == len(stems)
    if not made.words:
        assert made.parts == tuple(stems)
        return
    assert made.words.count("…") == 1
    assert not made.words.startswith("…")
    assert len(made.words.split()) > 3
    for stem, part in zip(stems, made.parts, strict=True):
        assert made.words.replace("…", part) == " ".join(stem.split())
        assert 1 <= len(part.split()) <= 8


@given(STEMS)
def test_a_frame_holds_all_that_is_shared(stems):
    """Its parts do not all begin alike, nor all end alike while each has a word left."""
    made = frame(stems)
    split = [part.split() for part in made.parts]
    if made.words:
        assert len({words[0] for words in split}) > 1
        ends_alike = len({words[-1] for words in split}) == 1
        assert not ends_alike or min(map(len, split)) == 1


@pytest.mark.parametrize(
    ("stems", "count"),
    [
        (["Who led Ohio?", "Who led Iowa?"], 2),
        (["Who led Ohio?", "Who"], 1),
        (["Who led?", "What led?"], 0),
        (["Who led Ohio?"], 3),
    ],
)
def test_words_with_which_all_begin_are_counted(stems, count):
    """Up to the first that differs, or the end of one."""
    assert count == beginning(stems)
