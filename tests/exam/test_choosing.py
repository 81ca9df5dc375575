"""Items are chosen as a blueprint wants, so that none gives another away if that can be."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exam.blueprints import Part
from quiz.exam.choosing import choose, fits
from quiz.keys import Answer
from quiz.papers import FALSE, TRUE

SEEDS = st.integers(0, 10**6)
STARS = 25


def never(item, answer):
    """Say that no other answer is right."""
    del item, answer
    return False


def chosen(items, *parts, seed=1):
    """Choose for parts; give the tasks of each, and what is lacking."""
    made = choose(items, parts, seed, never)
    return [section.tasks for section in made.sections], made.lacking


@pytest.fixture(scope="module")
def many(item):
    """Thirty items that have nothing to do with each other, with all that a form needs."""
    return [
        item(
            f"f{n}",
            f"Which one is thing{n}?",
            f"right{n}",
            wrong=[f"wrong{n}x{k}" for k in range(3)],
            says=f"Thing{n} is _____.",
        )
        for n in range(30)
    ]


@pytest.mark.parametrize(
    ("filters", "verdict"),
    [
        ({}, True),
        ({"topics": ("Rights", "Wars")}, True),
        ({"topics": ("Wars",)}, False),
        ({"tags": ("unit-3",)}, True),
        ({"tags": ("unit-3::starred",)}, True),
        ({"tags": ("unit-3::starred::x",)}, False),
        ({"tags": ("unit",)}, False),
        ({"tags": ("x", "voting")}, True),
        ({"kinds": ("k",)}, True),
        ({"kinds": ("other",)}, False),
        ({"decks": ("d", "e")}, True),
        ({"decks": ("e",)}, False),
        ({"levels": ("easy", "medium", "hard")}, True),
        ({"levels": ("x",)}, False),
        ({"topics": ("Rights",), "tags": ("x",)}, False),
    ],
)
def test_a_part_takes_what_it_names(filters, verdict, item):
    """One of each that is named; a tag also names those within it."""
    one = item("a", "Who?", "B", topic="Rights", tags=("voting", "unit-3::starred"))
    assert fits(one, Part("open", 1, **filters)) is verdict


@pytest.mark.parametrize(
    ("form", "verdicts"),
    [
        ("mc", "010"),
        ("order", "001"),
        ("cloze", "010"),
        ("match", "111"),
        ("open", "111"),
    ],
)
def test_a_part_takes_what_can_be_asked_so(form, verdicts, many, years, item):
    """What has a time can be put in order with others."""
    items = (item("a", "Who?", "B"), many[0], years[0])
    assert "".join(str(int(fits(each, Part(form, 1)))) for each in items) == verdicts


@given(SEEDS, st.integers(1, 10), st.sampled_from(["mc", "tf", "cloze", "open"]))
def test_a_part_is_filled(many, seed, number, form):
    """With so many tasks of its type, each of another item."""
    ((tasks,), lacking) = chosen(many, Part(form, number), seed=seed)
    assert lacking == (0,)
    assert [task.type for task in tasks] == [form] * number
    assert len({task.items[0].id for task in tasks}) == number


def test_parts_keep_their_order_words_and_points(many):
    """As the blueprint has them, whatever is filled first."""
    parts = (
        Part("open", 2, title="T", instructions="I", points=5),
        Part("tf", 2, points=3),
        Part("mc", 2),
        Part("match", 3, points=4),
    )
    made = choose(many, parts, 1, never)
    assert [(s.type, s.title, s.instructions) for s in made.sections] == [
        ("open", "T", "I"),
        *(("tf", "", ""), ("mc", "", ""), ("match", "", "")),
    ]
    points = [[task.points for task in section.tasks] for section in made.sections]
    assert points == [[5, 5], [3, 3], [1, 1], [4]]
    items = [item.id for s in made.sections for task in s.tasks for item in task.items]
    assert len(items) == len(set(items)) == 9


@given(SEEDS)
def test_a_seed_decides(many, seed):
    """What is chosen: the same for the same seed, whatever the order of the items."""
    made = chosen(many, Part("mc", 5), seed=seed)
    assert made == chosen(many, Part("mc", 5), seed=seed)
    assert made == chosen(many[::-1], Part("mc", 5), seed=seed)


def test_every_item_has_its_turn(many):
    """Over some seeds each is chosen, and about as often."""
    counts = Counter(
        task.items[0].id
        for seed in range(300)
        for task in chosen(many, Part("open", 5), seed=seed)[0][0]
    )
    assert len(counts) == 30
    assert 25 < min(counts.values()) <= max(counts.values()) < 80


def test_an_item_keeps_its_turn_under_a_new_id(many):
    """Its rank follows from the id that it was first published under."""
    renamed = [replace(each, id=f"{each.id}x", origin=each.id) for each in many]
    made, _ = chosen(many, Part("open", 5))
    other, _ = chosen(renamed, Part("open", 5))
    assert [t.stem for t in made[0]] == [t.stem for t in other[0]]


@given(SEEDS, st.integers(1, 12))
def test_statements_are_balanced(many, seed, number):
    """As many true as false; of an odd number chance has the one more."""
    ((tasks,), lacking) = chosen(many, Part("tf", number), seed=seed)
    assert lacking == (0,)
    rights = [task.rows[0].right for task in tasks]
    assert abs(rights.count(TRUE) - rights.count(FALSE)) == number % 2


def test_chance_has_the_odd_statement_and_the_order_of_truths(many):
    """Nothing tells whether the first is true, or whether more are."""
    made = [
        [task.rows[0].right for task in chosen(many, Part("tf", 3), seed=seed)[0][0]]
        for seed in range(120)
    ]
    assert len({tuple(rights) for rights in made}) == 6
    assert 35 < sum(rights.count(TRUE) == 2 for rights in made) < 85
    assert 35 < sum(rights[0] == TRUE for rights in made) < 85


@given(SEEDS)
def test_what_can_only_be_true_leaves_what_is_false_to_others(many, seed):
    """Items that have no wrong options make true statements; the balance goes before the number.

    Where all others are wanted for false statements, they make those.
    """
    plain = [replace(each, distractors=()) for each in many[:8]]
    for others, false, lacks in ((6, 6, 0), (5, 5, 1), (0, 0, 6)):
        some = [*plain, *many[8 : 8 + others]]
        ((tasks,), lacking) = chosen(some, Part("tf", 12), seed=seed)
        rights = [task.rows[0].right for task in tasks]
        assert (rights.count(TRUE), rights.count(FALSE)) == (6, false)
        assert lacking == (lacks,)


def test_facts_that_are_not_asked_yet_go_first(item):
    """A second question of a fact is asked only if there are too few others."""
    twice = [
        item(f"a/{name}", f"What is the {name}?", Answer(f"x{name}", name=name))
        for name in ("who", "when", "where")
    ]
    others = [item(f"b{n}", f"Which is b{n}?", f"y{n}") for n in range(3)]
    for seed in range(20):
        ((tasks,), _) = chosen([*twice, *others], Part("open", 4), seed=seed)
        assert len({task.items[0].fact for task in tasks}) == 4
        ((tasks,), lacking) = chosen([*twice, *others], Part("open", 6), seed=seed)
        assert lacking == (0,)


def test_what_tells_is_left_out_while_there_are_others(many, item):
    """Two questions of which one tells the other do not meet, whatever the seed."""
    pair = [item("a", "Where was it?", "Bali"), item("b", "Who left Bali?", "Xi")]
    for seed in range(20):
        ((tasks,), lacking) = chosen([*pair, *many[:3]], Part("open", 4), seed=seed)
        assert lacking == (0,)
        assert len({task.items[0].id for task in tasks} & {"d/a/q", "d/b/q"}) == 1


def test_what_tells_a_little_may_stand_if_there_are_too_few(item):
    """A form of an answer may be shown by a question of other things, not by one of the same."""
    loose = [
        item("a", "Where did leaders meet?", "Bali"),
        item("b", "Who left Bali?", "Xi"),
    ]
    close = [loose[0], item("b", "Which leaders left Bali?", "Xi")]
    assert chosen(loose, Part("open", 2))[1] == (0,)
    ((tasks,), lacking) = chosen(close, Part("open", 2))
    assert (len(tasks), lacking) == (1, (1,))


def test_what_tells_the_most_goes_last_if_there_are_too_few(item):
    """One question that tells nine others gives way to them, in every draw of the last."""
    told = [item(f"a{n}", f"Where was thing{n}?", f"place{n}") for n in range(9)]
    shows = item(
        "b", "What of " + ", ".join(f"place{n} thing{n}" for n in range(9)), "Xi"
    )
    for seed in range(20):
        ((tasks,), lacking) = chosen([shows, *told], Part("open", 9), seed=seed)
        assert lacking == (0,)
        assert "d/b/q" not in {task.items[0].id for task in tasks}


def test_it_is_strict_while_what_tells_the_most_can_be_left_out(item):
    """Before any answer may be shown, those go first that tell and are told the least."""
    leaves = [
        item(f"a{n}", f"Where was thing{n}?", f"place{n}") for n in range(3 * STARS)
    ]
    hubs = [
        item(
            f"b{n}",
            f"What of place{n}, place{n + STARS}, place{n + 2 * STARS}?",
            f"y{n}",
        )
        for n in range(STARS)
    ]
    for seed in range(5):
        part = Part("open", len(leaves))
        ((tasks,), lacking) = chosen([*hubs, *leaves], part, seed=seed)
        assert lacking == (0,)
        assert not {task.items[0].id for task in tasks} & {hub.id for hub in hubs}


def test_a_part_lacks_what_there_is_not(many, years):
    """So many are missing, of so many that it could have taken alone."""
    parts = (Part("open", 40), Part("mc", 3, topics=("x",)), Part("order", 1))
    made = choose([*many, *years], parts, 1, never)
    assert made.available == (42, 0, 12)
    assert made.lacking[1:] == (3, 0)
    assert sum(len(section.tasks) for section in made.sections) == 39
    assert choose(many, (), 1, never).sections == ()
