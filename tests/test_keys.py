"""A key knows its answers, their forms and its parts."""

from quiz.keys import Answer, Key


def test_an_answer_has_all_forms_written_down():
    """The text comes first, then what is accepted for it."""
    assert Answer("UK", accept=("Britain", "U.K.")).forms == ("UK", "Britain", "U.K.")


def test_a_key_is_made_of_plain_strings():
    """Strings become answers of one type, of which some are needed."""
    key = Key((Answer("red", "term"), Answer("blue", "term")), 2)
    assert key == Key.of(iter(["red", "blue"]), type="term", need=2)
    assert Key((Answer("red", "text"),), 1) == Key.of(["red"])


def test_the_parts_of_a_key_are_named_once():
    """A key with two answers of one part and one of another has two parts, in order."""
    answers = (Answer("Bali", name="where"), Answer("2022", name="when"))
    key = Key((*answers, Answer("Ubud", name="where")))
    assert key.parts == ("where", "when")
