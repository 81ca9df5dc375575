"""Versions hold the same tasks, each in an order of its own that tells nothing."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.chance import chance
from quiz.exam.tasks import single
from quiz.exam.versions import LETTERS, versions
from quiz.papers import Row, Section, Task

SEEDS = st.integers(0, 10**6)


@pytest.fixture(scope="module")
def sections(item, year):
    """Two sections of single tasks, a set, a table with a short last row, and lists."""
    drawn = chance(1)
    open_ = [single(item(f"o{n}", f"Q{n}?", f"A{n}"), "open", drawn) for n in range(5)]
    choices = [
        single(item(f"c{n}", f"C{n}?", f"R{n}", wrong=["x", "y", "z"]), "mc", drawn)
        for n in range(4)
    ]
    pairs = [item(f"m{n}", f"M{n}?", f"B{n}") for n in range(4)]
    options = tuple(f"B{n}" for n in range(6))
    match = Task(
        "match",
        "…?",
        tuple(Row(i, 0, i.stem, n) for n, i in enumerate(pairs)),
        1,
        options,
    )
    dates = [item(f"y{n}", f"Y{n}?", year(1800 + n)) for n in range(3)]
    bank = tuple(str(1800 + n) for n in range(5))
    timed = Task(
        "match",
        "",
        tuple(Row(i, 0, i.stem, n) for n, i in enumerate(dates)),
        2,
        bank,
        ordered=True,
    )
    cells = [item(f"t{n}", f"T{n}?", f"D{n}") for n in range(7)]
    table = Task(
        "table",
        "",
        tuple(Row(i, 0, f"row {n // 2}", column=n % 2) for n, i in enumerate(cells)),
        heads=("T…", "U…"),
    )
    steps = item("s", "How?", "bill", "vote", "law", ordered=True, need=3)
    return (
        Section("open", tuple(open_), "Title", "Instructions"),
        Section("mc", tuple(choices)),
        Section("match", (match, timed)),
        Section("table", (table,)),
        Section("order", (single(steps, "order", drawn),)),
    )


def bare(task):
    """Give what of a task is the same in each version: all but order and numbers."""
    rows = Counter(
        (
            row.item.id,
            row.text,
            row.column,
            task.options[row.right] if task.options else row.right,
        )
        for row in task.rows
    )
    return (
        *(task.type, task.stem, task.points, task.ordered, task.heads),
        frozenset(rows.items()),
        frozenset(task.options),
    )


@given(SEEDS, st.integers(1, len(LETTERS)))
def test_versions_hold_the_same(sections, seed, number):
    """Sections in their order, each with the same tasks, rows, right answers and options."""
    made = versions(sections, seed, LETTERS[:number])
    assert "".join(made) == LETTERS[:number]
    for version in made.values():
        for mixed, section in zip(version, sections, strict=True):
            assert (mixed.type, mixed.title, mixed.instructions) == (
                *(section.type, section.title, section.instructions),
            )
            assert Counter(map(bare, mixed.tasks)) == Counter(map(bare, section.tasks))
            sizes = {len(task.options) for task in mixed.tasks}
            assert sizes == {len(task.options) for task in section.tasks}


@given(SEEDS)
def test_numbers_run_from_one(sections, seed):
    """Through all sections: each row of a set has its own, all rows of a list the same."""
    for version in versions(sections, seed, "AB").values():
        tasks = [task for section in version for task in section.tasks]
        rows = [
            row.number for task in tasks for row in task.rows if task.type != "order"
        ]
        assert rows == list(range(1, 24))
        assert [row.number for row in tasks[-1].rows] == [24] * 3


@given(SEEDS)
def test_what_is_in_order_stays_so_and_a_list_never_is(sections, seed):
    """Choices of a set that stand in order do; the steps of a list are out of theirs."""
    for version in versions(sections, seed, "ABC").values():
        (timed,) = [task for task in version[2].tasks if task.ordered]
        assert list(timed.options) == sorted(timed.options)
        (steps,) = version[4].tasks
        assert sorted(row.right for row in steps.rows) == [0, 1, 2]
        assert [row.right for row in steps.rows] != [0, 1, 2]


@given(SEEDS)
def test_a_table_keeps_its_rows(sections, seed):
    """Cells of one text stand together, column by column; one that is not full is last."""
    for version in versions(sections, seed, "ABC").values():
        (table,) = version[3].tasks
        assert [row.column for row in table.rows] == [0, 1, 0, 1, 0, 1, 0]
        texts = [row.text for row in table.rows]
        assert texts[::2] == [*dict.fromkeys(texts)]
        assert texts[1::2] == texts[:-1:2]
        assert texts[-1] == "row 3"


def test_all_orders_come_about(sections):
    """Tasks, rows, options and lines of a table stand at each place in some version."""
    made = [
        version
        for seed in range(40)
        for version in versions(sections, seed, "AB").values()
    ]
    firsts = {version[0].tasks[0].stem for version in made}
    assert firsts == {f"Q{n}?" for n in range(5)}
    rights = {
        (task.stem, task.rows[0].right) for version in made for task in version[1].tasks
    }
    assert rights == set(product([f"C{n}?" for n in range(4)], range(4)))
    sets = [task for version in made for task in version[2].tasks]
    assert {task.rows[0].text for task in sets if not task.ordered} == {
        f"M{n}?" for n in range(4)
    }
    assert {task.rows[0].text for task in sets if task.ordered} == {
        f"Y{n}?" for n in range(3)
    }
    assert {task.options[0] for task in sets if not task.ordered} == {
        f"B{n}" for n in range(6)
    }
    assert {version[3].tasks[0].rows[0].text for version in made} == {
        f"row {n}" for n in range(3)
    }
    lists = {tuple(row.right for row in version[4].tasks[0].rows) for version in made}
    assert len(lists) == 5


@given(SEEDS)
def test_no_two_versions_have_one_order(item, seed):
    """While there are as many orders: three tasks have six."""
    tasks = [single(item(f"o{n}", "Q?", "A"), "open", chance(1)) for n in range(3)]
    made = versions([Section("open", tuple(tasks))], seed, "ABCD")
    orders = [
        tuple(task.items[0].id for task in section.tasks)
        for (section,) in made.values()
    ]
    assert len(set(orders)) == 4


def test_more_versions_than_orders_repeat_one(item):
    """One task has one order, and is in each version all the same."""
    one = Section("open", (single(item("o", "Q?", "A"), "open", chance(1)),))
    made = versions([one], 1, "ABC")
    assert made["A"] == made["B"] == made["C"]
    assert made["A"][0].tasks[0].numbers == (1,)


def test_options_of_a_version_are_drawn_for_it(item):
    """Even if its tasks have but one order: with three options, two versions differ more often than not."""
    one = single(item("o", "Q?", "A", wrong=["B", "C"]), "mc", chance(1))
    made = [versions([Section("mc", (one,))], seed, "AB") for seed in range(60)]
    assert 35 < sum(each["A"] != each["B"] for each in made) < 60


@given(SEEDS)
def test_a_seed_gives_the_same_versions(sections, seed):
    """Whatever versions come after; another seed gives others."""
    made = versions(sections, seed, "ABC")
    assert versions(sections, seed, "AB") == {name: made[name] for name in "AB"}
    assert versions(sections, seed + 1, "ABC") != made


def in_line(item, year, right, wrong, beside, versions_=60):
    """Give, for many versions, which options stand around a right year, and its place."""
    answers = [year(n) for n in (right, *wrong, *beside)]
    made = item(
        "a",
        "When?",
        answers[0],
        wrong=answers[1 : len(wrong) + 1],
        beside=tuple(answers[len(wrong) + 1 :]),
    )
    section = Section("mc", (single(made, "mc", chance(1)),))
    found = Counter()
    for seed in range(versions_):
        ((task,),) = [s.tasks for s in versions([section], seed, "A")["A"]]
        numbers = [int(text) for text in task.options]
        assert numbers == sorted(numbers)
        assert numbers[task.rows[0].right] == right
        found[task.rows[0].right, tuple(numbers)] += 1
    return found


def test_a_right_option_among_years_stands_anywhere(item, year):
    """As often at each place, with what lies nearest on either side."""
    found = in_line(item, year, 1850, [1840, 1845, 1848], [1820, 1852, 1856, 1870], 400)
    assert set(found) == {
        (0, (1850, 1852, 1856, 1870)),
        (1, (1848, 1850, 1852, 1856)),
        (2, (1845, 1848, 1850, 1852)),
        (3, (1840, 1845, 1848, 1850)),
    }
    assert min(found.values()) > 70


@pytest.mark.parametrize(
    ("wrong", "beside", "places"),
    [
        ([1840, 1845, 1860], [], {2}),
        ([1840, 1845, 1848], [], {3}),
        ([1860, 1870, 1880], [], {0}),
        ([1860, 1870, 1880], [1840], {0, 1}),
        ([1840, 1845, 1860], [1870], {1, 2}),
        ([1840, 1860], [1870], {0, 1}),
    ],
)
def test_the_place_of_a_right_year_is_drawn_as_far_as_there_are_others(
    wrong, beside, places, item, year
):
    """There are as many wrong options as ever: those there are on one side if not on both."""
    found = in_line(item, year, 1850, wrong, beside)
    assert {place for place, _ in found} == places
    assert {len(numbers) for _, numbers in found} == {len(wrong) + 1}


def test_one_of_several_right_years_is_drawn_and_stays(item, year):
    """The others are no options; its place follows from the wrong ones."""
    made = item("a", "When?", year(1850), year(1900), wrong=[year(1840), year(1910)])
    for seed in range(20):
        task = single(made, "mc", chance(seed))
        ((mixed,),) = [
            s.tasks for s in versions([Section("mc", (task,))], seed, "A")["A"]
        ]
        right = task.options[task.rows[0].right]
        assert mixed.options == ("1840", right, "1910")
        assert mixed.rows[0].right == 1
