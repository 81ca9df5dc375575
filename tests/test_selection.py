"""A deck selects facts by id or by what they are, in an order that can be foretold."""

import pytest

from quiz.errors import Problems
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read
from quiz.kinds import read_kind
from quiz.model import Names, Source
from quiz.reader import parse
from quiz.selection import select

KINDS = {
    name: read_kind(parse(text.encode(), f"{name}.yaml"), name)
    for name, text in {
        "act": (
            "kind: act\nabout: A.\nfields: {what: {type: text}, when: {type: date, optional: true}}\n"
            "questions: {what: {stem: Q?, answer: what}, when: {stem: W?, answer: when}}"
        ),
        "reign": (
            "kind: reign\nabout: R.\nfields:\n  who: {type: text}\n  from: {type: date, optional: true}\n"
            "  until: {type: date}\nquestions: {who: {stem: Q?, answer: who}, what: {stem: W?, answer: who}}"
        ),
        "law": (
            "kind: law\nabout: L.\nfields: {what: {type: text}, when: {type: year}}\n"
            "questions: {what: {stem: Q?, answer: what}}"
        ),
        "war": (
            "kind: war\nabout: W.\nfields: {what: {type: text}, when: {type: interval}}\n"
            "questions: {what: {stem: Q?, answer: what}}"
        ),
    }.items()
}
HOMES = {
    "acts": """\
- {id: zeta, kind: act, what: Z, when: 2020-06, tags: [war], source: s, formerly: last}
- {id: alpha, kind: act, what: A, when: 2019, topic: Peace, source: s}
- {id: beta, kind: act, what: B, tags: [war, law], topic: {en: Trade, es: Comercio}, source: s}
""",
    "reigns": """\
- {id: ann, kind: reign, who: Ann, from: 2020-01, until: 2021, tags: [law], source: s}
- {id: bo, kind: reign, who: Bo, until: 2020, topic: Peace, source: s}
""",
    "past": """\
- {id: law, kind: law, what: L, when: 1990, source: s}
- {id: war, kind: war, what: W, when: 1980/2000, source: s}
- {id: old, kind: war, what: O, when: /1970, source: s}
""",
}


def library():
    """Read the facts of both decks, by every id they have or had."""
    problems = Problems()
    facts = {}
    for deck, text in HOMES.items():
        scope = Scope(Names(), "en", read)
        home = Home(deck, KINDS, {"s": Source("s", "P")}, scope, None, ())
        node = parse(f"facts:\n{text}".encode(), f"{deck}.yaml").get("facts")
        for fact in read_facts(node, home, problems):
            facts |= {f"{deck}/{name}": fact for name in (*fact.formerly, fact.id)}
    problems.check()
    return facts


FACTS = library()


def choose(*lines):
    """Give what lines of a selection choose, in order: ids, with questions if not all."""
    picks = {}
    for line in lines:
        node = parse(f"v: {line}".encode(), "t.yaml").get("v")
        select(node, FACTS, KINDS, picks)
    return [
        fact.ref if wanted is None else f"{fact.ref}: {' '.join(sorted(wanted))}"
        for fact, wanted in picks.items()
    ]


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        (["acts/beta", "acts/alpha"], ["acts/beta", "acts/alpha"]),
        (["acts/last"], ["acts/zeta"]),
        (["acts/beta/what"], ["acts/beta: what"]),
        (
            ["acts/beta/what", "reigns/bo", "acts/beta/when"],
            ["acts/beta: what when", "reigns/bo"],
        ),
        (["acts/beta/what", "acts/beta"], ["acts/beta"]),
        (["acts/beta", "acts/beta/what"], ["acts/beta"]),
    ],
)
def test_facts_are_chosen_by_id(lines, chosen):
    """Facts come in the order written, once, with all the questions that any line wants."""
    assert chosen == choose(*lines)


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
        ("{topic: Peace, sort: when}", "acts/alpha reigns/bo"),
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
        (["{tag: law, question: what}"], ["acts/beta: what", "reigns/ann: what"]),
        (["{tag: law, question: [who, when]}"], ["acts/beta: when", "reigns/ann: who"]),
        (
            ["{deck: [acts, reigns], question: who}"],
            ["reigns/ann: who", "reigns/bo: who"],
        ),
        (["acts/beta/what", "{tag: war}"], ["acts/beta", "acts/zeta"]),
    ],
)
def test_questions_are_chosen_where_a_kind_has_them(lines, chosen):
    """Only wanted questions are chosen, of the facts whose kind has one; lines add up."""
    assert chosen == choose(*lines)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "acts/btea",
            "1:4 unknown-fact: there is no fact 'acts/btea' (did you mean 'acts/beta'?)",
        ),
        (
            "none/beta",
            "1:4 unknown-fact: there is no fact 'none/beta' (there is none to use)",
        ),
        (
            "acts/beta/whet",
            "1:4 unknown-question: kind 'act' has no question 'whet' (did you mean 'what'?)",
        ),
        (
            "acts/beta/what/en",
            "1:4 unknown-question: kind 'act' has no question 'what/en' (use one of: what, when)",
        ),
        (
            "[acts/beta]",
            "1:4 wrong-type: this is a list, not a single value (write deck/fact or deck/fact/question)",
        ),
        (
            "{tags: law}",
            "1:5 unknown-key: a selection has no 'tags' (did you mean 'tag'?)",
        ),
        (
            "{tag: [[law]]}",
            "1:11 wrong-type: this is a list, not a single value (write a name)",
        ),
        (
            "{deck: acts, sort: time}",
            "1:23 unknown-order: there is no order 'time' (use one of: home, id, when)",
        ),
        (
            "{deck: acts, tag: none}",
            "1:4 empty-selection: no fact fits this selection (check the names of the deck, tag, topic, kind and question)",
        ),
        (
            "{deck: acts, question: who}",
            "1:4 empty-selection: no fact fits this selection (check the names of the deck, tag, topic, kind and question)",
        ),
    ],
)
def test_a_selection_of_nothing_is_a_located_problem(line, problem, refused):
    """A line that names what there is not is said at its place, whatever others chose."""
    assert refused(choose, line) == [problem]
    assert refused(choose, "{deck: [acts, reigns]}", line) == [problem]
