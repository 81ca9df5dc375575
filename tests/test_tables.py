"""A table of rows under a heading of columns is as many facts, or each problem in it is said."""

import re

import pytest

GOOD = "who: Ann, from: 2020, source: paper"


def test_rows_are_facts(facts):
    """Each row is a fact with what stands above the columns; an empty cell is no value."""
    text = """\
- kind: post
  source: paper
  columns: [id, who, from, nick-name]
  rows:
    - [ann, Ann, 2020, Annie]
    - [bo, Bo, 2021-05, '']
- {id: cy, kind: post, who: Cy, from: 2022, source: book}
"""
    made = facts(text)
    assert [fact.id for fact in made] == ["ann", "bo", "cy"]
    assert [sorted(fact.values) for fact in made] == [
        ["from", "nick_name", "who"],
        ["from", "who"],
        ["from", "who"],
    ]
    assert [(fact.at.line, fact.at.column) for fact in made] == [(6, 8), (7, 8), (8, 8)]


def test_one_column_needs_no_brackets(facts):
    """A single column, and a single row, need not be lists."""
    text = f"- {{kind: post, {GOOD}, columns: id, rows: ann}}"
    assert [fact.id for fact in facts(text)] == ["ann"]


# What is written, and below it the problems that it makes.
SLIPS = """\
- {kind: post, rows: [[a]]}
  2:3 missing-field: a table of facts has no 'columns' (add a line 'columns: …')
- {kind: post, columns: [id]}
  2:3 missing-field: a table of facts has no 'rows' (add a line 'rows: …')
- {source: paper, columns: [id, source], rows: [[a, b]]}
  2:33 duplicate-key: 'source' is given twice, among the columns or above them (keep one of them)
- {kind: post, columns: [id, who], rows: [[a, b], [c], [d, e, f]]}
  2:51 row-length: this row has 1 values for 2 columns (give each column a value; an empty one is '')
  2:56 row-length: this row has 3 values for 2 columns (give each column a value; an empty one is '')
- {kind: post, source: paper, columns: [id, whoo, form, who], rows: [[a, b, c, d], [e, f, g, h]]}
  2:45 unknown-field: kind 'post' has no field 'whoo' (did you mean 'who'?)
  2:51 unknown-field: kind 'post' has no field 'form' (did you mean 'from'?)
- {kind: post, columns: [id, [who]], rows: [[a, b]]}
  2:30 wrong-type: this is a list, not a single value (write a field)
- {kind: post, from: 2020, source: paper, columns: [id, who], rows: [[a, [b]], [c, ''], [d, e]]}
  2:74 wrong-type: this is a list, not a single value (write a name)
  2:81 missing-field: this post has no 'who' (add a line 'who: …')
- {source: paper, columns: [id, kind, whom], rows: [[a, post, b], [c, post, d], [e, reign, f]]}
  2:39 unknown-field: kind 'post' has no field 'whom' (did you mean 'who'?)
  2:39 unknown-field: kind 'reign' has no field 'whom' (did you mean 'who'?)
  2:54 missing-field: this post has no 'who' (add a line 'who: …')
  2:68 missing-field: this post has no 'who' (add a line 'who: …')
  2:82 missing-field: this reign has no 'who' (add a line 'who: …')
- {kind: pots, source: paper, columns: [id, whom], rows: [[a, b], [c, d]]}
  2:10 unknown-kind: there is no kind 'pots' (did you mean 'post'?)
"""
CASES = [case.split("\n  ") for case in re.findall(r"- .*(?:\n  .*)+", SLIPS)]


@pytest.mark.parametrize(("table", "problems"), [(case[0], case[1:]) for case in CASES])
def test_a_bad_table_is_a_located_problem(table, problems, refused, facts):
    """A bad heading is told once, where it stands; every bad row and cell is told."""
    assert problems == refused(facts, table)
