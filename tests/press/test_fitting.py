"""What is reckoned to fit does, in the widest of the fonts that pages name."""

import pytest

from quiz.press.fitting import fit, lines, width

LOREM = "Which amendment says that powers not given to it belong to the States? " * 3


def test_wider_signs_take_more_room():
    """Narrow, wide and full-width signs differ; an accent over a letter takes nothing."""
    assert width("ill") < width("one") < width("WWW")
    assert width("one") < width("修正案")
    assert width("é") == width("e")
    assert width("שלום") > width("ones")


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 10, 1),
        ("one two", 10, 1),
        ("one two", 3, 2),
        ("one two one", 4.2, 2),
        ("W" * 10, 6, 3),
        ("a " + "W" * 10, 6, 4),
        ("修正案" * 4, 6, 3),
    ],
)
def test_lines_break_between_words_and_within_long_ones(text, room, count):
    """Words that fit no more go on the next line; a word longer than a line is broken."""
    assert lines(text, room) == count


def test_more_room_never_takes_more_lines():
    """A text in a wider space has at most as many lines, and never fewer than its width has."""
    counts = [lines(LOREM, room) for room in range(4, 200)]
    assert counts == sorted(counts, reverse=True)
    assert all(n >= width(LOREM.strip()) / room - 1 for room, n in enumerate(counts, 4))


def test_the_largest_size_that_fits_is_taken():
    """Sizes are tried in order; None says that not even the last one fits."""
    sizes = (16, 12, 8)
    assert fit([("Ohio", 0)], (80, 10), sizes) == 16
    assert fit([("Ohio", 0)] * 2, (80, 10), sizes) == 8
    assert fit([("Ohio", 0)], (80, 5.5), sizes) == 12
    assert fit([("Ohio", 0)], (80, 2), sizes) is None
    assert fit([(LOREM, 0)], (80, 20), sizes) == 8
    assert fit([(LOREM, 20)], (80, 20), sizes) is None
