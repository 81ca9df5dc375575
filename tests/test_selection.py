"""A deck selects facts by id or by what they are, in an order that can be foretold."""

import re

import pytest

from quiz.errors import Problems
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read
from quiz.kinds import read_kind
from quiz.model import Names, Source
from quiz.reader import parse
from quiz.selection import Shelf, select


def kind(name, fields, time="when", **questions):
    """Make a kind with fields, of which its questions ask for some."""
    asks = (f"{key}: {{stem: Q?, answer: {f}}}" for key, f in questions.items())
    text = f"kind: {name}\nabout: A.\nfields: {{{fields}}}\nquestions: {{{', '.join(asks)}}}"
    text += "" if time == "when" else f"\nwhen: {time}"
    return read_kind(parse(text.encode(), f"{name}.yaml"), name)


WHAT, UNTIL = "what: {type: text}", "until: {type: date}"
ACT = kind(
    "act", f"{WHAT}, when: {{type: date, optional: true}}", what="what", when="when"
)
REIGN = kind(
    "reign",
    f"who: {{type: text}}, from: {{type: date, optional: true}}, {UNTIL}",
    who="who",
    what="who",
)
LAW = kind("law", f"{WHAT}, signed: {{type: year}}", "signed", what="what")
WAR = kind("war", f"{WHAT}, when: {{type: interval}}", what="what")
KINDS = {kind.name: kind for kind in (ACT, REIGN, LAW, WAR)}
HOMES = {
    "acts": """\
- {id: zeta, kind: act, what: Z, when: 2020-06, tags: [war], source: s, formerly: last}
- {id: alpha, kind: act, what: A, when: 2019, topic: Peace, source: s}
- {id: beta, kind: act, what: B, tags: [war, law], topic: {en: Trade, es: Comercio}, source: s}
""",
    "reigns": """\
- {id: ann, kind: reign, who: Ann, from: 2020-01, until: 2021, tags: [law], source: s}
- {id: bo, kind: reign, who: Bo, until: 2018, topic: Peace, source: s}
""",
    "past": """\
- {id: law, kind: law, what: L, signed: 1990, source: s}
- {id: war, kind: war, what: W, when: 1980/2000, source: s}
- {id: old, kind: war, what: O, when: /1970, source: s}
""",
}


def library():
    """Read the facts of all decks, by every id they have or had."""
    problems = Problems()
    facts = {}
    for deck, text in HOMES.items():
        scope = Scope(Names(), "en", read)
        sources = {"s": Source("s", "P")}
        home = Home(deck, deck, KINDS, frozenset(), sources, scope, None, ())
        node = parse(f"facts:\n{text}".encode(), f"{deck}.yaml").get("facts")
        for fact in read_facts(node, home, problems)[0]:
            facts |= {f"{deck}/{name}": fact for name in (*fact.formerly, fact.id)}
    problems.check()
    return facts


FACTS = library()
BY_DECK = {(fact.deck, name): KINDS[name] for fact in FACTS.values() for name in KINDS}


def choose(*lines, **lacking):
    """Give what lines of a selection choose, in order: ids, with the question if one."""
    picks = {}
    for line in lines:
        node = parse(f"v: {line}".encode(), "t.yaml").get("v")
        select(node, Shelf(FACTS, BY_DECK, **lacking), picks)
    return [fact.ref + (f"/{question}" * bool(question)) for fact, question in picks]


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        ("acts/beta acts/alpha", "acts/beta acts/alpha"),
        ("acts/last", "acts/zeta"),
        ("acts/beta/what", "acts/beta/what"),
        ("acts/beta/", "acts/beta"),
        (
            "acts/beta/when reigns/bo acts/beta/what acts/beta/when",
            "acts/beta/when reigns/bo acts/beta/what",
        ),
        ("acts/beta/what acts/beta", "acts/beta/what acts/beta"),
    ],
)
def test_facts_and_questions_are_chosen_in_the_order_written(lines, chosen):
    """A fact, by an id it has or had, or one question of it comes where it is first named."""
    assert chosen.split() == choose(*lines.split())


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("{deck: acts}", "acts/zeta acts/alpha acts/beta"),
        ("{deck: [acts, reigns], fact: [bo, beta]}", "acts/beta reigns/bo"),
        ("{tag: law}", "acts/beta reigns/ann"),
        ("{tag: [law, war], deck: acts}", "acts/zeta acts/beta"),
        ("{topic: Peace}", "acts/alpha reigns/bo"),
        ("{topic: Comercio}", "acts/beta"),
        ("{kind: reign}", "reigns/ann reigns/bo"),
        ("{kind: act, sort: id}", "acts/alpha acts/beta acts/zeta"),
        ("{kind: act, sort: when}", "acts/beta acts/alpha acts/zeta"),
        (
            "{deck: [acts, reigns], tag: [law, war], sort: when}",
            "acts/beta reigns/ann acts/zeta",
        ),
        ("{topic: Peace, sort: when}", "reigns/bo acts/alpha"),
        ("{deck: past, sort: when}", "past/old past/war past/law"),
        ("{kind: reign, sort: home}", "reigns/ann reigns/bo"),
    ],
)
def test_facts_are_chosen_by_what_they_are(line, chosen):
    """Facts that have one of the wanted of each property come in home, id or time order."""
    assert chosen.split() == choose(line)


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        (["{tag: law, question: what}"], "acts/beta/what reigns/ann/what"),
        (
            ["{tag: law, question: [when, who, what]}"],
            "acts/beta/what acts/beta/when reigns/ann/who reigns/ann/what",
        ),
        (["{deck: [acts, reigns], question: who}"], "reigns/ann/who reigns/bo/who"),
        (["acts/beta/what", "{tag: war}"], "acts/beta/what acts/zeta acts/beta"),
        (["{tag: war}", "{tag: law}"], "acts/zeta acts/beta reigns/ann"),
    ],
)
def test_questions_are_chosen_where_a_kind_has_them(lines, chosen):
    """Of each fact only wanted questions are chosen, in its kind's order; lines add up."""
    assert chosen.split() == choose(*lines)


# What is written, and below it the problems that it makes.
SLIPS = """\
acts/btea
  1:4 unknown-fact: there is no fact 'acts/btea' (did you mean 'acts/beta'?)
acts/xyz
  1:4 unknown-fact: there is no fact 'acts/xyz' (use one of: alpha, beta, last, zeta)
acts/gema
  1:4 unknown-fact: there is no fact 'acts/gema' (use one of: alpha, beta, last, zeta)
acst/beta
  1:4 unknown-deck: there is no deck 'acst' with facts (did you mean 'acts'?)
acts
  1:4 unknown-fact: this names a deck and no fact (write {deck: acts} for the whole deck, or acts/… for a fact)
acts/beta/whet
  1:4 unknown-question: kind 'act' has no question 'whet' (did you mean 'what'?)
acts/beta/what/en
  1:4 unknown-question: kind 'act' has no question 'what/en' (use one of: what, when)
[acts/beta]
  1:4 wrong-type: this is a list, not a single value (write deck/fact or deck/fact/question)
{tags: law}
  1:5 unknown-key: 'tags' is no key of a selection (did you mean 'tag'?)
{deck: acts, sort: time}
  1:23 unknown-order: there is no order 'time' (use one of: home, id, when)
{deck: [acts, regins], fact: anne}
  1:18 unknown-deck: there is no deck 'regins' (did you mean 'reigns'?)
  1:33 unknown-fact: there is no fact 'anne' (did you mean 'ann'?)
{tag: [law, wra], topic: Piece}
  1:16 unknown-tag: there is no tag 'wra' (did you mean 'war'?)
  1:29 unknown-topic: there is no topic 'Piece' (use one of: Comercio, Peace, Trade)
{kind: acts, question: whom}
  1:11 unknown-kind: there is no kind 'acts' (did you mean 'act'?)
  1:27 unknown-question: there is no question 'whom' (did you mean 'who'?)
{deck: acts, tag: [[law]]}
  1:23 wrong-type: this is a list, not a single value (write a tag)
{}
  1:4 empty-selection: this selection names nothing (say which, by deck, fact, tag, topic, kind or question)
{deck: [], sort: id}
  1:4 empty-selection: this selection names nothing (say which, by deck, fact, tag, topic, kind or question)
{deck: acts, question: who}
  1:4 empty-selection: no fact fits this selection (check the names of the deck, tag, topic, kind and question)
"""
CASES = [case.split("\n  ") for case in re.findall(r"\S.*(?:\n  .*)+", SLIPS)]


@pytest.mark.parametrize(("line", "problems"), [(case[0], case[1:]) for case in CASES])
def test_a_selection_of_nothing_is_a_located_problem(line, problems, refused):
    """A line that names what there is not is said at its place, whatever others chose."""
    assert problems == refused(choose, line)
    assert problems == refused(choose, "{deck: [acts, reigns]}", line)


def test_a_line_that_adds_nothing_is_a_problem(refused):
    """What lines above have selected already is not selected again."""
    what = "all of this is in the deck already (take this line out)"
    found = refused(choose, "{deck: acts}", "{tag: war}")
    assert found == [f"1:4 empty-selection: {what}"]


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("acts/none", {"unread": frozenset({"acts/none"})}),
        ("acts/none/what", {"unread": frozenset({"acts/*"})}),
        ("none/beta", {"gaps": True}),
        ("none", {"gaps": True}),
        ("{deck: none}", {"gaps": True}),
        ("{deck: acts, tag: none}", {"unread": frozenset({"acts/none"})}),
        ("{deck: acts, question: who}", {"unread": frozenset({"acts/*"})}),
    ],
)
def test_what_could_not_be_read_is_no_second_problem(line, lacking):
    """Where a fact or a deck was lost, a line that may mean it chooses nothing and is silent."""
    assert choose("reigns/bo", line, **lacking) == ["reigns/bo"]


@pytest.mark.parametrize(
    ("line", "code"),
    [("acts/btea", "1:4 unknown-fact"), ("{deck: [[acts]]}", "1:12 wrong-type")],
)
def test_what_is_surely_wrong_is_told_all_the_same(line, code, refused):
    """What no deck that was lost can explain is a problem."""
    (problem,) = refused(choose, line, gaps=True)
    assert code == problem.partition(": ")[0]


def test_a_shelf_knows_every_value_a_selection_can_have():
    """What can be named is what the facts have, and the questions of the kinds there are."""
    assert Shelf(FACTS, BY_DECK).values() == {
        "deck": {"acts", "reigns", "past"},
        "fact": {"zeta", "last", "alpha", "beta", "ann", "bo", "law", "war", "old"},
        "tag": {"war", "law"},
        "topic": {"Peace", "Trade", "Comercio"},
        "kind": {"act", "reign", "law", "war"},
        "question": {"what", "when", "who"},
    }
