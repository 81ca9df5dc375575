"""Entries become facts of their kind, with sources, or each problem in them."""

import re

import pytest

from quiz.dates import Date
from quiz.errors import Problems
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read
from quiz.kinds import ALL, read_kind
from quiz.model import Names, Source, Text
from quiz.reader import parse

KIND = """\
kind: post
about: Who holds a post.
fields:
  who: {type: person}
  nick-name: {type: text, optional: true}
  from: {type: date, optional: true}
  until: {type: date, optional: true}
questions:
  who: {stem: "Who {{ is }} it from {{ from }}?", answer: who}
  name: {stem: "What is {{ who }} called?", answer: nick-name}
"""
PAPER, BOOK = Source("paper", "The Press"), Source("book", "A Publisher")
GOOD = "who: Ann, from: 2020, source: paper"


def home():
    """Give what the facts of a small deck share; a reign has years where a post has dates."""
    reign = KIND.replace("post", "reign").replace("type: date", "type: year")
    texts = {"post": KIND, "reign": reign}
    return Home(
        "d",
        {name: read_kind(parse(texts[name].encode(), ""), name) for name in texts},
        {"paper": PAPER, "book": BOOK},
        Scope(Names(), "es", read),
        Text({"en": "Posts"}),
        ("all",),
    )


def facts(text):
    """Read facts from their text, which begins on line 2; raise every problem."""
    problems = Problems()
    node = parse(f"facts:\n{text}".encode(), "d.yaml").get("facts")
    made = read_facts(node, home(), problems)
    problems.check()
    return made


def test_a_fact_has_all_that_is_written_and_shared():
    """A fact has its fields, its own topic before its deck's, its tags after its deck's."""
    text = """\
  - id: ann
    kind: post
    who: Ann
    nick-name: Annie
    from: 2020-01
    source: [book, paper]
    topic: Otros
    tags: [one, all, two]
    note: Una nota.
    checked: 2021-02-03
    formerly: [anna, anne]
    need: all
"""
    (fact,) = facts(text)
    assert (fact.id, fact.deck, fact.kind, fact.ref) == ("ann", "d", "post", "d/ann")
    assert (fact.at.line, fact.at.column) == (2, 9)
    shown = {name: value.show("es") for name, value in fact.values.items()}
    assert shown == {"who": "Ann", "nick_name": "Annie", "from": "enero de 2020"}
    assert fact.sources == (BOOK, PAPER)
    assert (fact.topic.languages, fact.note.languages) == (
        {"es": "Otros"},
        {"es": "Una nota."},
    )
    assert fact.tags == ("all", "one", "two")
    assert fact.checked == Date(2021, 2, 3)
    assert fact.formerly == ("anna", "anne")
    assert fact.need == ALL


def test_a_fact_need_say_little():
    """What a fact does not say is its deck's, or nothing."""
    (fact,) = facts(f"- {{id: ann, kind: post, {GOOD}}}")
    assert fact.sources == (PAPER,)
    assert (fact.topic, fact.tags) == (Text({"en": "Posts"}), ("all",))
    assert (fact.note, fact.checked, fact.formerly, fact.need) == (None, None, (), None)


def test_rows_are_facts():
    """Each row is a fact with what stands above the columns; an empty cell is no value."""
    text = """\
- kind: post
  source: paper
  columns: [id, who, from, nick-name, tags]
  rows:
    - [ann, Ann, 2020, Annie, [one, two]]
    - [bo, Bo, 2021-05, '', three]
- {id: cy, kind: post, who: Cy, from: 2022, source: book}
"""
    made = facts(text)
    assert [fact.id for fact in made] == ["ann", "bo", "cy"]
    assert [sorted(fact.values) for fact in made] == [
        ["from", "nick_name", "who"],
        ["from", "who"],
        ["from", "who"],
    ]
    assert [fact.tags for fact in made] == [
        ("all", "one", "two"),
        ("all", "three"),
        ("all",),
    ]
    assert [(fact.at.line, fact.at.column) for fact in made] == [(6, 8), (7, 8), (8, 8)]


def test_one_column_needs_no_brackets():
    """A single column, and a single row, need not be lists."""
    text = f"- {{kind: post, {GOOD}, columns: id, rows: ann}}"
    assert [fact.id for fact in facts(text)] == ["ann"]


# What is written, and below it the problems that it makes.
SLIPS = """\
- words
  2:3 wrong-type: this fact is not a mapping (write it as '- id: …' and its fields below)
- {kind: post, rows: [[a]]}
  2:3 missing-field: a table of facts has no 'columns' (add a line 'columns: …')
- {kind: post, columns: [id]}
  2:3 missing-field: a table of facts has no 'rows' (add a line 'rows: …')
- {source: paper, columns: [id, source], rows: [[a, b]]}
  2:33 duplicate-key: 'source' is given twice, among the columns or above them (keep one of them)
- {kind: post, columns: [id, who], rows: [[a, b], [c]]}
  2:51 row-length: this row has 1 values for 2 columns (give each column a value; an empty one is '')
- {kind: post, who: Ann, from: 2020}
  2:3 missing-field: a fact has no 'id' (add a line 'id: …')
  2:3 missing-source: this fact cites no source (add 'source: …' with the id of one of the deck's sources)
- {id: a, kind: post, who: Ann, from: 2020}
  2:8 missing-source: this fact cites no source (add 'source: …' with the id of one of the deck's sources)
- {id: a, kind: [post], who: Ann, source: paper}
  2:17 wrong-type: this is a list, not a single value (write a kind)
- {id: a, kind: post, who: Ann, from: 2020, source: [[paper]]}
  2:54 wrong-type: this is a list, not a single value (write a source)
- {kind: post, columns: [[id]], rows: [[a]]}
  2:26 wrong-type: this is a list, not a single value (write a field)
- {id: A, kind: post, who: Ann, from: 2020, source: paper, formerly: B}
  2:8 bad-id: 'A' cannot be the id of a fact (use lower-case letters, digits and single hyphens, as in 'bali-meeting')
  2:70 bad-id: 'B' cannot be the id of a fact (use lower-case letters, digits and single hyphens, as in 'bali-meeting')
- {id: a, who: Ann, source: paper}
  2:3 missing-field: a fact has no 'kind' (add a line 'kind: …')
- {id: a, kind: pots, whom: Ann, source: paper}
  2:17 unknown-kind: there is no kind 'pots' (did you mean 'post'?)
- {id: a, kind: post, who: Ann, from: 2020, source: []}
  2:53 missing-source: this fact cites no source (name one)
- {id: a, kind: post, who: Ann, from: 2020, source: [paper, bok]}
  2:61 unknown-source: there is no source 'bok' in this deck (did you mean 'book'?)
- {id: a, kind: post, source: paper, nick_name: A, from: soon, whoever: B}
  2:8 missing-field: this post has no 'who' (add a line 'who: …')
  2:38 unknown-field: kind 'post' has no field 'nick_name' (did you mean 'nick-name'?)
  2:58 bad-date: 'soon' is not a date like 2022-11-14, 2022-11 or 2022 (write a date like 2022-11-14, 2022-11 or 2022)
  2:64 unknown-field: kind 'post' has no field 'whoever' (use one of: from, nick-name, until, who)
- {id: a, kind: post, who: Ann, source: paper}
  2:8 unused-fact: no question of kind 'post' can use this fact (fill in more of its fields, or choose another kind)
- {id: a, kind: post, who: Ann, from: 2020, until: 2019-12-31, source: paper}
  2:52 until-before-from: it ends (2019-12-31) before it begins (2020) (correct 'from' or 'until')
- {id: a, kind: reign, who: Ann, from: 2020, until: 2019, source: paper}
  2:53 until-before-from: it ends (2019) before it begins (2020) (correct 'from' or 'until')
- {id: a, kind: post, who: Ann, from: 2020, source: paper, tags: A, need: 0, note: []}
  2:66 bad-id: 'A' cannot be the id of a tag (use lower-case letters, digits and single hyphens, as in 'bali-meeting')
  2:75 bad-number: '0' is not a count (write 1, 2, 3 …)
  2:84 wrong-type: this is a list, not a single value (write some words)
"""
CASES = [case.split("\n  ") for case in re.findall(r"- .*(?:\n  .*)+", SLIPS)]


@pytest.mark.parametrize(("entry", "problems"), [(case[0], case[1:]) for case in CASES])
def test_a_bad_fact_is_a_located_problem(entry, problems, refused):
    """Everything wrong with a fact or a table is said, with its place and a fix."""
    assert problems == refused(facts, entry)


def test_facts_are_a_list(refused):
    """A single fact must stand in a list too; else there are none."""
    assert read_facts(parse(b"id: a", "d.yaml"), home(), Problems()) == ()
    problem = "2:3 wrong-type: 'facts' is not a list (begin each fact with '- id: …')"
    assert refused(facts, "  id: a") == [problem]


def test_a_state_may_end_without_a_known_beginning():
    """An end alone is compared with nothing."""
    (fact,) = facts(
        "- {id: a, kind: post, who: A, nick-name: B, until: 2020, source: paper}"
    )
    assert fact.values.keys() == {"who", "nick_name", "until"}


@pytest.mark.parametrize("until", ["2020", "2020-01-01", "2021"])
def test_a_state_may_end_in_the_year_it_begins(until):
    """An end that can be on or after the beginning is no problem."""
    (fact,) = facts(f"- {{id: a, kind: post, {GOOD}, until: {until}}}")
    assert Date.parse(until) == fact.values["until"].date


@pytest.mark.parametrize(
    ("second", "twice"),
    [("id: a", "a"), ("id: b, formerly: a", "a"), ("id: old", "old")],
)
def test_an_id_stands_once_in_a_deck(second, twice, refused):
    """No fact may have the id that another has or had."""
    first = f"- {{id: a, formerly: [old], kind: post, {GOOD}}}\n"
    fix = "give one another id; the first is on line 2"
    assert refused(facts, f"{first}- {{{second}, kind: post, {GOOD}}}") == [
        f"3:8 duplicate-id: the id '{twice}' stands twice in this deck ({fix})"
    ]


def test_a_bad_fact_hides_no_other():
    """Good facts are read beside bad ones, and every bad one is told."""
    problems = Problems()
    text = f"facts:\n- x\n- {{id: a, kind: post, {GOOD}}}\n- {{id: b, kind: pst, source: paper}}"
    node = parse(text.encode(), "d.yaml").get("facts")
    assert [fact.id for fact in read_facts(node, home(), problems)] == ["a"]
    assert [problem.code for problem in problems] == ["wrong-type", "unknown-kind"]
