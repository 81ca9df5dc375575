"""Entries become facts of their kind, with sources, or each problem in them."""

import re

import pytest

from quiz.dates import Date
from quiz.model import Source, Text
from quiz.questions import ALL

GOOD = "who: Ann, from: 2020, source: paper"


def test_a_fact_has_all_that_is_written_and_shared(facts):
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
    hint: Una pista.
    checked: 2021-02-03
    formerly: [anna, anne]
    need: all
"""
    (fact,) = facts(text)
    assert (fact.id, fact.deck, fact.kind, fact.ref) == ("ann", "d", "post", "d/ann")
    assert (fact.at.line, fact.at.column) == (2, 9)
    shown = {name: value.show("es") for name, value in fact.values.items()}
    assert shown == {"who": "Ann", "nick_name": "Annie", "from": "enero de 2020"}
    assert [source.id for source in fact.sources] == ["book", "paper"]
    assert (fact.topic.languages, fact.note.languages) == (
        {"es": "Otros"},
        {"es": "Una nota."},
    )
    assert fact.hint.languages == {"es": "Una pista."}
    assert fact.tags == ("all", "one", "two")
    assert fact.checked == Date(2021, 2, 3)
    assert fact.formerly == ("anna", "anne")
    assert fact.need == ALL


def test_a_fact_need_say_little(facts):
    """What a fact does not say is its deck's, or nothing."""
    (fact,) = facts(f"- {{id: ann, kind: post, {GOOD}}}")
    assert fact.sources == (Source("paper", "The Press"),)
    assert (fact.topic, fact.tags) == (Text({"en": "Posts"}), ("all",))
    assert (fact.note, fact.checked, fact.formerly, fact.need) == (None, None, (), None)
    assert fact.hint is None


# What is written, and below it the problems that it makes.
SLIPS = """\
- words
  2:3 wrong-type: this fact is not a mapping (write it as '- id: …' and its fields below)
- {kind: post, who: Ann, from: 2020}
  2:3 missing-field: a fact has no 'id' (add a line 'id: …')
  2:3 missing-source: this fact cites no source (add 'source: …' with the id of one of the deck's sources)
- {id: a, who: Ann, source: paper}
  2:3 missing-field: a fact has no 'kind' (add a line 'kind: …')
- {id: a, kind: pots, whom: Ann, source: paper}
  2:17 unknown-kind: there is no kind 'pots' (did you mean 'post'?)
- {id: a, kind: post, who: Ann, from: 2020, source: []}
  2:53 missing-source: this fact cites no source (name one)
- {id: a, kind: post, who: Ann, from: 2020, source: [paper, bok]}
  2:61 unknown-source: there is no source 'bok' in this deck (did you mean 'book'?)
- {id: a, kind: post, source: paper, nick_name: A, from: soon}
  2:8 missing-field: this post has no 'who' (add a line 'who: …')
  2:38 unknown-field: kind 'post' has no field 'nick_name' (did you mean 'nick-name'?)
  2:58 bad-date: 'soon' is not a date like 2022-11-14, 2022-11 or 2022 (write a date like 2022-11-14, 2022-11 or 2022)
- {id: a, kind: post, who: Ann, from: 2020, sorce: paper}
  2:8 missing-source: this fact cites no source (add 'source: …' with the id of one of the deck's sources)
  2:45 unknown-field: kind 'post' has no field 'sorce' (did you mean 'source'?)
- {id: a, kind: post, who: Ann, from: 2020, source: paper, day: x}
  2:60 unknown-field: kind 'post' has no field 'day' (use one of: from, nick-name, until, who)
- {id: a, kind: post, who: Ann, source: paper}
  2:8 unused-fact: no question of kind 'post' can use this fact (fill in more of its fields, or choose another kind)
- {id: a, kind: post, who: Ann, from: 2020, until: 2019-12-31, source: paper}
  2:52 until-before-from: it ends (2019-12-31) before it begins (2020) (correct 'from' or 'until')
- {id: a, kind: reign, who: Ann, from: 2020, until: 2019, source: paper}
  2:53 until-before-from: it ends (2019) before it begins (2020) (correct 'from' or 'until')
- {id: a, kind: post, who: Ann, from: 2020, source: paper, tags: A, need: 0, note: []}
  2:66 bad-id: 'A' cannot be a tag (use lower-case letters, digits and hyphens, as in 'voting' or 'unit-1::starred')
  2:75 bad-number: '0' is not a count (write 1, 2, 3 …)
  2:84 wrong-type: this is a list, not a single value (write some words)
"""
CASES = [case.split("\n  ") for case in re.findall(r"- .*(?:\n  .*)+", SLIPS)]


@pytest.mark.parametrize(("entry", "problems"), [(case[0], case[1:]) for case in CASES])
def test_a_bad_fact_is_a_located_problem(entry, problems, refused, facts):
    """Everything wrong with a fact is said, with its place and a fix."""
    assert problems == refused(facts, entry)


def test_facts_are_a_list(refused, facts):
    """A single fact must stand in a list too."""
    problem = "2:3 wrong-type: 'facts' is not a list (begin each fact with '- id: …')"
    assert refused(facts, "  id: a") == [problem]


@pytest.mark.parametrize("until", ["2020", "2020-01-01", "2021"])
def test_a_state_may_end_in_the_year_it_begins(until, facts):
    """An end that can be on or after the beginning is no problem."""
    (fact,) = facts(f"- {{id: a, kind: post, {GOOD}, until: {until}}}")
    assert Date.parse(until) == fact.values["until"].date


@pytest.mark.parametrize(
    ("second", "twice"),
    [("id: a", "a"), ("id: b, formerly: a", "a"), ("id: old", "old")],
)
def test_an_id_stands_once_in_a_deck(second, twice, refused, facts):
    """No fact may have the id that another has or had."""
    first = f"- {{id: a, formerly: [old], kind: post, {GOOD}}}\n"
    fix = "give one another id; the first is on line 2"
    assert refused(facts, f"{first}- {{{second}, kind: post, {GOOD}}}") == [
        f"3:8 duplicate-id: the id '{twice}' stands twice in this deck ({fix})"
    ]


@pytest.mark.parametrize(
    ("text", "read", "unread", "codes"),
    [
        (f"- x\n- {{id: a, kind: post, {GOOD}}}", "a", "", "wrong-type"),
        (f"- {{id: a, kind: pst, {GOOD}}}", "", "d/a", "unknown-kind"),
        (f"- {{id: [a], kind: post, {GOOD}}}", "", "d/", "wrong-type"),
        (f"- {{id: a, kind: realm, king: Bo, {GOOD}}}", "", "d/a", ""),
        ("- {id: a, kind: realm}", "", "d/a", "missing-source"),
        (
            "- {id: a, formerly: [b, c], kind: realm}",
            "",
            "d/a d/b d/c",
            "missing-source",
        ),
        ("- {formerly: b, kind: realm, source: book}", "", "d/ d/b", "missing-field"),
        (
            f"- {{kind: post, {GOOD}, columns: id, rows: [a, B, c]}}",
            "a c",
            "d/B",
            "bad-id",
        ),
        (
            f"- {{kind: post, {GOOD}, columns: [id, nik], rows: [[a, b], [c, d]]}}",
            "",
            "d/*",
            "unknown-field",
        ),
        (
            f"- {{kind: realm, {GOOD}, columns: [id, nik], rows: [[a, b], [c, d]]}}",
            "",
            "d/a d/c",
            "",
        ),
    ],
)
def test_what_is_unread_is_known_by_name(text, read, unread, codes, attempt):
    """Beside good facts a deck knows which it lacks, by all their ids; a broken kind is told elsewhere."""
    made, lacking, problems = attempt(text)
    assert read.split() == [fact.id for fact in made]
    assert unread.split() == list(lacking)
    assert codes.split() == [problem.code for problem in problems]
