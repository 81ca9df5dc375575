"""A view has what is drawn: words by language, sizes by the answer, and not the answer."""

import pytest

from quiz.papers import Layout
from quiz.press.views import groups, halved


def test_a_section_has_words_of_its_type_or_its_own(paper):
    """A title and a sentence of instruction stand over every section."""
    views = groups(paper, Layout())
    assert (views[0].title, views[0].instructions) == (
        "Multiple choice",
        "Fill in the circle of the one best answer.",
    )
    assert (views[-1].title, views[-1].instructions) == (
        "Short answers & more",
        "Answer in <three> words.",
    )


@pytest.mark.parametrize(
    ("options", "layout", "fit"),
    [
        (("Ohio", "x" * 30), Layout(), True),
        (("Ohio", "x" * 40), Layout(), False),
        (("Ohio", "x" * 30), Layout(columns=2), False),
        (("1865", "1870"), Layout(columns=2), True),
        (("x" * 30,), Layout(large=True), False),
        (("x" * 30,), Layout(easy=True), False),
        (("漢" * 20,), Layout(), False),
    ],
)
def test_options_share_a_line_only_if_all_fit(options, layout, fit):
    """Half of what a line holds, in its columns and type."""
    assert halved(options, layout) is fit


def test_an_answer_says_how_much_room_it_gets(paper):
    """A place and a date a labelled line each, a reason three lines, two colors two lines."""
    opened = groups(paper, Layout())[-1].tasks
    assert [[(line.label, line.size) for line in task.lines] for task in opened] == [
        [("Where", "medium"), ("When", "short")],
        [("", "full")] * 3,
        [("", "short")] * 2,
    ]
