"""An item is asked in a form only if it can be, with all that is printed of it there."""

import pytest

from quiz.chance import chance
from quiz.exam.tasks import can, shown, single, truths, worth
from quiz.keys import Answer
from quiz.papers import FALSE, TRUE, TYPES, Row, Task


@pytest.fixture(scope="module")
def items(item):
    """Items of every make, by name."""
    return {
        "plain": item("plain", "Who?", "Biden"),
        "options": item("options", "Who?", "Biden", wrong=["Xi", "Modi"]),
        "says": item("says", "Who?", "Biden", says="_____ came."),
        "two": item("two", "Name two.", "red", "blue", need=2),
        "any": item("any", "Name one.", "red", "blue"),
        "steps": item("steps", "How?", "bill", "vote", "law", ordered=True, need=3),
        "pair": item("pair", "How?", "bill", "law", ordered=True, need=2),
        "cloze": item("cloze", "Complete: It is _____.", "so", type="cloze"),
        "parts": item("parts", "Where, when?", Answer("B", name="where"), type="parts"),
    }


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("plain", "match table open"),
        ("options", "mc match table open"),
        ("says", "tf match cloze table open"),
        ("two", "open"),
        ("any", "open"),
        ("steps", "order open"),
        ("pair", "open"),
        ("cloze", "cloze"),
        ("parts", "open"),
    ],
)
def test_an_item_can_be_asked_in_these_forms(name, forms, items):
    """A set wants one whole answer, a list three steps, a statement and a gap a sentence."""
    assert [form for form in TYPES if can(items[name], form)] == forms.split()


@pytest.mark.parametrize(
    ("form", "name", "points"),
    [("open", "plain", 1), ("open", "two", 2), ("order", "steps", 3), ("mc", "any", 1)],
)
def test_a_task_is_worth_a_point_for_each_thing_to_get_right(form, name, points, items):
    """An answer, each of several, each step of a list; or as many as were asked for."""
    assert worth(form, items[name]) == points
    if form != "mc":
        assert single(items[name], form, chance(1)).points == points
        assert single(items[name], form, chance(1), points=7).points == 7


def test_multiple_choice_has_one_right_option_among_all_wrong_ones(item, year):
    """One of several right ones is drawn; options that lie on a line stand in order."""
    several = item("a", "Who?", "Biden", "Harris", wrong=["Xi", "Modi"])
    tasks = [single(several, "mc", chance(seed)) for seed in range(20)]
    assert {task.options for task in tasks} == {
        ("Biden", "Xi", "Modi"),
        ("Harris", "Xi", "Modi"),
    }
    assert all(
        task.options[task.rows[0].right] in ("Biden", "Harris") for task in tasks
    )
    assert [task.ordered for task in tasks] == [False] * 20
    years = item("b", "When?", year(1800), wrong=[year(1801), year(1790)])
    made = single(years, "mc", chance(1))
    assert (made.type, made.stem, made.ordered) == ("mc", "When?", True)
    assert made.options[made.rows[0].right] == "1800"


def test_a_statement_says_what_is_true_or_one_wrong_option(items, item):
    """It is marked so; only an item with wrong options has false ones."""
    states = item("a", "Who?", "Biden", wrong=["Xi", "Modi"], says="_____ came.")
    true = single(states, "tf", chance(1))
    assert (true.stem, true.rows) == ("Biden came.", (Row(states, 0, right=TRUE),))
    false = [single(states, "tf", chance(seed), truth=FALSE) for seed in range(20)]
    assert {task.stem for task in false} == {"Xi came.", "Modi came."}
    assert {task.rows[0].right for task in false} == {FALSE}
    assert truths(states) == (TRUE, FALSE)
    assert truths(items["says"]) == (TRUE,)


def test_a_list_has_its_steps_in_order(items):
    """Each row knows its place; they are mixed later, for each version anew."""
    steps = items["steps"]
    rows = tuple(
        Row(steps, 0, text, n) for n, text in enumerate(("bill", "vote", "law"))
    )
    assert single(steps, "order", chance(1)) == Task("order", "How?", rows, 3)


@pytest.mark.parametrize(
    ("form", "name", "stem"),
    [
        ("open", "plain", "Who?"),
        ("open", "says", "Who?"),
        ("cloze", "says", "_____ came."),
        ("cloze", "cloze", "Complete: It is _____."),
    ],
)
def test_words_are_asked_for_by_a_question_or_a_gap(form, name, stem, items):
    """A gap is that of what an item says, else of its question."""
    assert single(items[name], form, chance(1)) == Task(
        form, stem, (Row(items[name], 0),)
    )


def test_a_gap_must_be_there_to_be_filled(item):
    """What an item says without a blank is no sentence to fill."""
    full = item("a", "It is _____.", "so", says="It is so.", type="cloze")
    assert single(full, "cloze", chance(1)).stem == "It is _____."


def test_all_that_is_read_is_shown(items):
    """Of one item its question and the steps of a list, but no options; of several each question."""
    assert shown(single(items["options"], "mc", chance(1))) == ("Who?",)
    assert shown(single(items["steps"], "order", chance(1))) == (
        "How?",
        "bill",
        "vote",
        "law",
    )
    rows = (Row(items["plain"], 1, "x"), Row(items["any"], 2))
    assert shown(Task("match", "…?", rows)) == ("Who?", "Name one.", "x")


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("It is for sums over _____.", (TRUE, FALSE)),
        ("It is for more than _____.", (TRUE,)),
        ("At least _____ must agree.", (TRUE,)),
        ("No more electors than the state with the _____ people.", (TRUE,)),
        ("He is _____, and no longer a judge.", (TRUE, FALSE)),
    ],
)
def test_what_a_wrong_answer_can_leave_true_is_never_false(says, expected, item):
    """More than twenty is more than ten, too."""
    assert truths(item("a", "Q?", "twenty", wrong=["ten"], says=says)) == expected
