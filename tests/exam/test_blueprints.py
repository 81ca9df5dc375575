"""A blueprint says what a paper is to hold; each mistake in it is told with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import COMMAND, QuizError
from quiz.exam.blueprints import MOST, Blueprint, Part, read_blueprint, shared
from quiz.papers import FEWEST, TYPES
from quiz.reader import parse

FULL = """\
blueprint: unit-3
title: Unit 3
class: Period 4
date: March 2
instructions: No books.
sections:
  - {type: mc, count: 10}
  - type: tf
    count: 4
    topic: Rights
    tag: [voting, unit-3::starred]
    kind: [qa, amendment]
    deck: us-amendments
    difficulty: [easy, hard]
    points: 2
    title: True or false?
    instructions: Tick one.
"""


def read(text):
    """Read a blueprint from a file's text."""
    return read_blueprint(parse(text.encode(), "t.yaml"))


def test_all_of_a_blueprint_is_read():
    """The texts at its head, and each section with its place, in the order written."""
    made = read(FULL)
    mc, tf = made.parts
    assert made == Blueprint(
        (mc, tf), "Unit 3", "Period 4", "March 2", "No books.", "unit-3"
    )
    assert mc == Part("mc", 10, mc.at)
    assert str(mc.at) == "t.yaml:7:5"
    assert tf == Part(
        *("tf", 4, tf.at, ("Rights",), ("voting", "unit-3::starred")),
        *(("qa", "amendment"), ("us-amendments",), ("easy", "hard"), 2),
        *("True or false?", "Tick one."),
    )
    assert str(tf.at) == "t.yaml:8:5"


@pytest.mark.parametrize("form", TYPES)
def test_a_section_may_be_of_each_type(form):
    """With the fewest questions it can have, and the most that can be asked for."""
    fewest = FEWEST.get(form, 1)
    for number in (fewest, MOST):
        (part,) = read(
            f"blueprint: t\nsections:\n- {{type: {form}, count: {number}}}"
        ).parts
        assert (part.type, part.count, part.points) == (form, number, None)


EXAMPLE = "{type: mc, count: 10}"
LIST = f"'sections' is not a list of what the paper is to hold (write each as '- {EXAMPLE}')"
MAPPING = f"a section is a mapping (write it as {EXAMPLE})"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("sections: mc", [f"2:11 wrong-type: {LIST}"]),
        (f"sections: {EXAMPLE}", [f"2:11 wrong-type: {LIST}"]),
        ("sections: []", [f"2:11 wrong-type: {LIST}"]),
        (
            "title: T",
            [
                "1:1 missing-field: a blueprint has no 'sections' (add a line 'sections: …')"
            ],
        ),
        (
            "sections: [mc, [mc, 3]]",
            [f"2:12 wrong-type: {MAPPING}", f"2:16 wrong-type: {MAPPING}"],
        ),
        (
            "sections: [{type: mc}, {count: 3}]",
            [
                "2:12 missing-field: a section has no 'count' (add a line 'count: …')",
                "2:24 missing-field: a section has no 'type' (add a line 'type: …')",
            ],
        ),
        (
            "tittle: T\nsections: [{type: mc, count: 3, topics: Rights}]",
            [
                "2:1 unknown-key: 'tittle' is no key of a blueprint (did you mean 'title'?)",
                "3:33 unknown-key: 'topics' is no key of a section (did you mean 'topic'?)",
            ],
        ),
        (
            "sections: [{type: mcq, count: many, difficulty: [easy, hrd], points: 0}]",
            [
                "2:19 unknown-type: there is no type 'mcq' (did you mean 'mc'?)",
                "2:31 bad-number: 'many' is not a count (write 1, 2, 3 …)",
                "2:56 unknown-difficulty: there is no difficulty 'hrd' (did you mean 'hard'?)",
                "2:70 bad-number: '0' is not a count (write 1, 2, 3 …)",
            ],
        ),
        (
            "sections: [{type: mc, count: 1000, points: 100}]",
            [
                "2:30 bad-number: '1000' is not a count (write 1, 2, 3 …)",
                "2:44 bad-number: '100' is not a count (write 1, 2, 3 …)",
            ],
        ),
        (
            "sections: [{type: match, count: 2}, {type: table, count: 3}]",
            [
                "2:33 too-few-rows: a section of type 'match' has 3 questions or more (write 3 or more, or choose another type)",
                "2:58 too-few-rows: a section of type 'table' has 4 questions or more (write 4 or more, or choose another type)",
            ],
        ),
        (
            "title:\nclass: [a]\nsections: [{type: mc, count: 3, topic: {a: b}, deck: [[d]], title: [x]}]",
            [
                "2:7 empty-value: there is no value here (write some words)",
                "3:8 wrong-type: this is a list, not a single value (write some words)",
                "4:40 wrong-type: this is a mapping, not a single value (write a name)",
                "4:55 wrong-type: this is a list, not a single value (write a name)",
                "4:68 wrong-type: this is a list, not a single value (write some words)",
            ],
        ),
    ],
)
def test_each_mistake_is_told_once_with_its_place(text, problems, refused):
    """All of a file at once, each with how it is written."""
    assert refused(read, f"blueprint: t\n{text}") == problems


@pytest.mark.parametrize("head", ["", "blueprint: My Test\n", "blueprint: ../t\n"])
def test_a_blueprint_has_a_name_that_files_can_bear(head, refused):
    """The papers that it makes are called by it."""
    (problem,) = refused(read, f"{head}sections: [{EXAMPLE}]")
    assert problem.split(":")[1].split()[1] == ("bad-id" if head else "missing-field")


def loads(parts):
    """Give how long each type takes a pupil: a list as long as four questions."""
    return {
        part.type: part.count * (4 if part.type == "order" else 1) for part in parts
    }


@given(
    st.integers(1, 200),
    st.lists(st.sampled_from(TYPES), min_size=1, max_size=9),
    st.booleans(),
)
def test_a_number_is_shared_evenly(number, types, strict):
    """All of it, each type once, in the order of a paper, and none below what it needs.

    No type takes a pupil longer than another by more than one of its own, unless it must.
    """
    chosen = [name for name in TYPES if name in types]
    fewest = sum(FEWEST.get(name, 1) for name in chosen)
    if number < fewest:
        with pytest.raises(QuizError):
            shared(number, types, strict=strict)
        return
    made = shared(number, types, strict=strict)
    assert [part.type for part in made.parts] == chosen
    assert sum(part.count for part in made.parts) == number
    assert made.number == (number if strict else 1)
    assert all(part.elastic and not part.full for part in made.parts)
    load = loads(made.parts)
    for part in made.parts:
        assert part.count >= FEWEST.get(part.type, 1)
        if part.count > FEWEST.get(part.type, 1):
            last = load[part.type] - (4 if part.type == "order" else 1)
            assert last <= min(load.values())


def test_too_small_a_number_says_what_it_takes():
    """A set needs rows: where they are not asked for, nothing is shared."""
    with pytest.raises(QuizError) as caught:
        shared(7, ["table", "mc", "match"])
    (problem,) = caught.value.problems
    assert (problem.location, problem.code) == (COMMAND, "too-few-rows")
    assert problem.what == "7 questions are too few for the types mc, match, table"
    assert problem.fix == "ask for 8 or more, or for fewer types"
    assert [part.count for part in shared(8, ["table", "mc", "match"]).parts] == [
        1,
        3,
        4,
    ]
