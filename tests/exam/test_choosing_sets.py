"""A blueprint's number is met by sets of a good size, and by lists of one item or several."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.exam.blueprints import Part
from quiz.exam.choosing import choose
from quiz.keys import Answer

SEEDS = st.integers(0, 10**6)


def chosen(items, *parts, seed=1):
    """Choose for parts, where no answer is right for another; give each one's tasks and lack."""
    made = choose(items, parts, seed, lambda *_: False)
    return [section.tasks for section in made.sections], made.lacking


@pytest.mark.parametrize(
    ("number", "sizes"),
    [(3, [3]), (5, [5]), (6, [6]), (7, [7]), (8, [5, 3]), (9, [6, 3]), (10, [6, 4])],
)
def test_matching_comes_in_sets_of_which_each_is_one(number, sizes, years):
    """Of three to eight rows, six by preference; none is left that would be too small."""
    ((tasks,), lacking) = chosen(years, Part("match", number))
    assert lacking == (0,)
    assert [task.places for task in tasks] == sizes


@pytest.mark.parametrize(
    ("form", "number", "there", "found"),
    [("match", 5, 5, 4), ("match", 5, 4, 3), ("match", 3, 3, 0)],
)
def test_a_set_that_is_too_large_is_made_as_large_as_it_can(
    form, number, there, found, years
):
    """One choice is to spare: what is lacking is then what is lacking, not all of it."""
    made, lacking = chosen(years[:there], Part(form, number))
    assert sum(task.places for tasks in made for task in tasks) == found
    assert lacking == (number - found,)


@pytest.mark.parametrize(
    ("number", "sizes"), [(4, [4]), (7, [7]), (8, [8]), (11, [7, 4]), (12, [8, 4])]
)
def test_tables_come_in_sizes_too(number, sizes, item, years):
    """Of four to twelve cells, eight by preference."""
    who = [
        item(
            f"w{n}",
            f"Who was it that law {n} hit?",
            Answer(f"P{n}", "person"),
            kind="law",
        )
        for n in range(12)
    ]
    ((tasks,), lacking) = chosen([*years, *who], Part("table", number))
    assert lacking == (0,)
    assert [task.places for task in tasks] == sizes


def test_a_list_is_of_one_item_or_of_several_events(item, years):
    """Either may come first, the other if that is not to be had; a list has one number."""
    steps = [
        item(
            f"s{n}",
            f"How is {n} done?",
            f"a{n}",
            f"b{n}",
            f"c{n}",
            ordered=True,
            need=3,
        )
        for n in range(2)
    ]
    made = Counter()
    for seed in range(30):
        ((tasks,), lacking) = chosen([*steps, *years], Part("order", 2), seed=seed)
        assert lacking == (0,)
        made.update(len(task.items) for task in tasks)
    assert min(made[1], made[4]) > 10
    assert chosen(steps, Part("order", 2))[1] == (0,)
    assert chosen(years, Part("order", 3))[1] == (0,)
    assert chosen([*steps, *years], Part("order", 5))[1] == (0,)
    assert chosen([*steps, *years], Part("order", 6))[1] == (1,)
    ((tasks,), _) = chosen(years, Part("order", 1, points=2))
    assert tasks[0].points == 2


@settings(max_examples=30)
@given(SEEDS)
def test_a_list_tells_nothing(item, seed):
    """One whose steps are the answer of another question does not stand beside that."""
    steps = item("s", "How is it signed?", "bill", "vote", "law", ordered=True, need=3)
    asks = item("a", "What is signed?", "law")
    made, lacking = chosen([steps, asks], Part("open", 1), Part("order", 1), seed=seed)
    assert (sum(map(len, made)), lacking) in [(1, (1, 0)), (1, (0, 1))]
    other = item("a", "What is signed?", "laws")
    assert chosen([steps, other], Part("open", 1), Part("order", 1))[1] == (0, 0)
