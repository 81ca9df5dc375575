"""A key says what a pupil should have written, in a few characters and in full."""

import pytest

from quiz.papers import FALSE, TRUE, Row, Task
from quiz.press.answers import full, short


def both(task, row=0):
    """Give a row's answer in a few characters, and in full."""
    return short(task, task.rows[row]), full(task, task.rows[row])


def test_every_type_has_its_answers(paper):
    """A letter, a word, ranks or words; in full also what the letter stands for."""
    first = {section.type: section.tasks[0] for section in paper.sections}
    assert {type_: both(task) for type_, task in first.items()} == {
        "mc": ("B", "B Missouri"),
        "tf": ("True", "True"),
        "match": ("B", "B 1920"),
        "order": ("2 3 1", "(1) bill; (2) vote; (3) law"),
        "cloze": ("Missouri", "Missouri"),
        "table": ("1870", "1870"),
        "open": (
            "Bali, Indonesia; November 14, 2022",
            "Bali, Indonesia; November 14, 2022",
        ),
    }


@pytest.mark.parametrize(("right", "word"), [(TRUE, "True"), (FALSE, "False")])
def test_a_statement_is_true_or_false(right, word, item):
    """Said in a word, not by a letter."""
    task = Task("tf", "S.", (Row(item("s", "S."), 1, right=right),))
    assert both(task) == (word, word)


@pytest.mark.parametrize(
    ("need", "ordered", "said"),
    [
        (1, False, "any 1 of: red; white"),
        (2, False, "red; white"),
        (2, True, "(1) red; (2) white"),
    ],
)
def test_several_words_say_how_many_are_needed(need, ordered, said, item):
    """Some of them, all, or all in order."""
    asked = item("c", "Colors?", "red", "white", need=need, ordered=ordered)
    assert both(Task("open", "Colors?", (Row(asked, 1),))) == (said, said)
