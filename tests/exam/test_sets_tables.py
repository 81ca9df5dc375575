"""A table asks two questions of each thing in it, and none of them tells another's answer."""

import pytest

from quiz.chance import chance
from quiz.exam.cues import Company
from quiz.exam.sets import table
from quiz.exam.tasks import single
from quiz.keys import Answer

SEEDS = range(12)


@pytest.fixture(scope="module")
def pairs(item, year):
    """Two questions about each of five laws, side by side."""
    return [
        each
        for n in range(5)
        for each in (
            item(f"l{n}/when", f"In which year was law {n} made?", year(1800 + n)),
            item(
                f"l{n}/who", f"Who was it that law {n} hit?", Answer(f"P{n}", "person")
            ),
        )
    ]


HEADS = {"In which year was law … made?", "Who was it that law … hit?"}


@pytest.mark.parametrize("cells", range(4, 11))
def test_a_table_asks_two_questions_of_each_thing(cells, pairs, pool):
    """Line by line, column by column; an odd cell stands alone, in the first column."""
    for seed in SEEDS:
        task = table(pool(pairs, chance(seed)), cells)
        assert (task.type, task.stem, set(task.heads)) == ("table", "", HEADS)
        assert len(task.rows) == cells
        assert [row.column for row in task.rows] == [n % 2 for n in range(cells)]
        assert [row.text for row in task.rows] == [str(n // 2) for n in range(cells)]
        for row in task.rows:
            assert row.item.stem == task.heads[row.column].replace("…", row.text)


def test_a_table_has_all_its_cells_or_is_none(pairs, pool):
    """Five lines have ten; a thing of which one question is asked has no line."""
    for seed in SEEDS:
        assert table(pool(pairs, chance(seed)), 11) is None
        task = table(pool(pairs[1:], chance(seed)), 8)
        assert {row.text for row in task.rows} == {"1", "2", "3", "4"}
        assert table(pool(pairs[1:], chance(seed)), 9) is None
        assert table(pool(pairs[::2], chance(seed)), 4) is None


def test_a_table_is_of_one_kind_whose_questions_share_words(pairs, item, pool):
    """Else its heads would say nothing, or its lines be of different things."""
    others = [
        item(
            f"l{n}/who",
            f"Who was it that law {n} hit?",
            Answer(f"P{n}", "person"),
            kind="other",
        )
        for n in range(5)
    ]
    assert table(pool([*pairs[::2], *others], chance(1)), 4) is None
    loose = [item(f"l{n}/o", f"{n}?", Answer(f"P{n}", "person")) for n in range(5)]
    assert table(pool([*pairs[::2], *loose], chance(1)), 4) is None
    same = [item(f"l{n}/p", f"{n}?", Answer(f"Q{n}", "place")) for n in range(5)]
    assert table(pool([*loose, *same], chance(1)), 4) is None


def test_a_table_tells_nothing_and_is_told_nothing(pairs, item, pool):
    """A line that would is passed over; so is one that is asked elsewhere."""
    company = Company()
    company.add(single(item("q", "What did P1 do?", "deed"), "open", chance(1)))
    company.add(single(pairs[4], "open", chance(1)))
    for seed in SEEDS:
        task = table(pool(pairs, chance(seed), company=company), 6)
        assert [row.text for row in task.rows] == ["0", "0", "3", "3", "4", "4"]
        assert table(pool(pairs, chance(seed), company=company), 7) is None


def test_lines_of_a_table_do_not_tell_each_other(pairs, item, pool):
    """Nor one cell of a line the other."""
    tells = [
        item("x/when", "In which year was law P0 made?", Answer("2000", "year")),
        item("x/who", "Who was it that law P0 hit?", Answer("Px", "person")),
    ]
    for seed in SEEDS:
        task = table(pool([*pairs[:2], *tells, *pairs[2:]], chance(seed)), 4)
        assert [row.text for row in task.rows] == ["0", "0", "1", "1"]
    tells = [
        item("x/when", "In which year was law Px made?", Answer("2000", "year")),
        item("x/who", "Who was it that law Px hit?", Answer("Px", "person")),
    ]
    for seed in SEEDS:
        task = table(pool([*tells, *pairs], chance(seed)), 4)
        assert [row.text for row in task.rows] == ["0", "0", "1", "1"]
