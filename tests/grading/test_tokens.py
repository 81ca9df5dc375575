from fractions import Fraction

import pytest

from quiz.grading.tokens import NUMBER, Word


@pytest.mark.parametrize(
    ("word", "figure"),
    [
        (Word("27", NUMBER, value=Fraction(27)), 27),
        (Word("xiv", roman=14), 14),
        (Word("congress"), None),
        (Word("0", NUMBER, value=Fraction(0)), 0),
    ],
)
def test_a_word_is_worth_its_number(word, figure):
    """A Roman numeral has one, too."""
    assert word.figure == figure
