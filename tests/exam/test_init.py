"""The room of papers works as one: a file says what is wanted, and versions come of it."""

from quiz.exam.blueprints import read_blueprint
from quiz.exam.codes import CONTENT, digest, told
from quiz.exam.filling import fill
from quiz.exam.versions import versions
from quiz.reader import parse

PLAN = b"""\
blueprint: unit-3
sections:
  - {type: match, count: 5, topic: [Bill of Rights, Constitution]}
  - {type: tf, count: 4, deck: us-amendments, points: 2}
  - {type: mc, count: 10}
  - {type: open, count: 1, points: 4}
"""


def test_a_blueprint_becomes_versions_that_are_always_the_same(decks, catalogue):
    """From the shipped decks: all it asks for, and what its code is made of, each time."""
    plan = read_blueprint(parse(PLAN, "t.yaml"))
    items = decks["us-amendments"]
    made = [fill(items, plan, 7, catalogue.is_right) for _ in range(2)]
    assert made[0] == made[1]
    first, second = (digest(told(each), CONTENT) for each in made)
    assert first == second
    other = fill(items, plan, 8, catalogue.is_right)
    assert digest(told(other), CONTENT) != first
    papers = versions(made[0], 7, "ABC")
    assert papers == versions(made[1], 7, "ABC")
    for sections in papers.values():
        assert [(s.type, s.total) for s in sections] == [
            *(("match", 5), ("tf", 8), ("mc", 10), ("open", 4)),
        ]
        last = sections[-1].tasks[-1]
        assert last.number == 20
