"""Chance that can be had again: a name decides it, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.chance import chance

NAMES = st.lists(st.one_of(st.integers(), st.text()), max_size=3)


@given(NAMES, NAMES)
def test_a_name_decides_what_is_drawn(name, other):
    """The same name gives the same, another gives another."""
    assert chance(*name).random() == chance(*name).random()
    if ":".join(map(str, name)) != ":".join(map(str, other)):
        assert chance(*name).random() != chance(*other).random()


def test_what_is_drawn_is_the_same_everywhere():
    """A paper made on one machine can be made again on another, and years later."""
    drawn, letters = chance(7, "a"), list("abcdef")
    assert drawn.randrange(1000) == 733
    drawn.shuffle(letters)
    assert "".join(letters) == "decbaf"
