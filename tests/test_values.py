"""A value shows and answers; what a type need not say has a default."""

import pytest

from quiz.keys import Answer
from quiz.model import NOWHERE
from quiz.values import Value


class Word(Value):
    """The least a value can be."""

    type = "word"
    at = NOWHERE

    def show(self, language):
        return f"word in {language}"

    def answers(self, language):
        return (Answer(f"answer in {language}"),)


def test_a_value_has_defaults_for_what_a_type_need_not_say():
    """Unless a type says otherwise, forms are as shown, nothing is inside, and answers are given."""
    word = Word()
    assert word.form("short", "en") == "word in en"
    assert word.inner() == ()
    assert word.given("es") == (Answer("answer in es"),)


def test_a_value_must_say_how_it_shows_and_answers():
    """A type of value that leaves out what every type must say cannot be made."""
    with pytest.raises(TypeError, match="abstract"):
        Value()
