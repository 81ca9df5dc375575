"""A question is found in every version, whatever its number is there."""

from dataclasses import replace

from quiz.papers import Row, Section, Task
from quiz.press.walk import numbered, walk


def test_every_number_is_given_once_in_order(paper):
    """Rows of a set have their own; an ordering task has one, whatever its rows are."""
    found = list(numbered(paper))
    assert [each.number for each in found] == list(range(1, 19))
    kinds = [each.task.type for each in found]
    assert kinds[5:10] == ["match"] * 4 + ["order"]
    assert found[9].row == paper.sections[3].tasks[0].rows[0]


def test_what_is_asked_is_a_whole_question(paper):
    """In a set it is that of the row's item, else the task's own words."""
    asked = {each.number: each.asked for each in numbered(paper)}
    assert asked[5] == "The Ohio is longest."
    assert asked[6] == "In which year was the 19th Amendment ratified?"
    assert asked[13] == "What is the 15th Amendment about?"


def test_a_question_is_followed_through_the_versions(versions):
    """Each row has one item, of one type, at its number in each version, in the first one's order."""
    rows = walk(versions)
    assert [row[0].number for row in rows] == list(range(1, 19))
    for row in rows:
        assert len({(each.row.item.id, each.task.type) for each in row}) == 1
    for column, version in zip(zip(*rows, strict=True), versions, strict=True):
        assert sorted(each.number for each in column) == list(range(1, 19))
        assert all(each in set(numbered(version)) for each in column)
    assert any(row[0].number != row[1].number for row in rows)


def test_an_item_that_a_version_lacks_is_found_nowhere(versions):
    """And one that is asked twice is followed by how often it was asked before."""
    first = versions[0]
    less = replace(first, sections=first.sections[1:])
    rows = walk((first, less))
    assert [row[0].number for row in rows if row[1] is None] == [1, 2, 3]
    twice = replace(first, sections=first.sections[:1] * 2)
    assert len(walk((twice,))) == 6


def test_a_list_of_several_items_is_followed_whatever_its_first_row(paper, item):
    """It is known by all its items; its rows stand in another order in each version."""
    laws = [item(f"l{n}", f"In which year was law {n} made?", str(n)) for n in range(3)]

    def version(letter, *order):
        rows = tuple(Row(laws[n], 1, str(n), n) for n in order)
        task = Task("order", "In which year was law … made?", rows, 3)
        return replace(paper, version=letter, sections=(Section("order", (task,)),))

    made = version("A", 2, 0, 1), version("B", 1, 2, 0)
    (row,) = walk(made)
    assert [each.task for each in row] == [paper.tasks[0] for paper in made]
    assert {each.items for each in row} == {frozenset(law.id for law in laws)}


def test_a_row_of_a_set_is_of_its_item_only(paper):
    """And a question of one item is of that."""
    found = {each.number: each.items for each in numbered(paper)}
    assert found[1] == {"d/river/q"}
    assert found[6] == {"d/y2/q"}
    assert found[10] == {"d/law/q"}
