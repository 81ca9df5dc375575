"""A form is as its blueprint wants it, or the blueprint's reader learns what is missing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import Location
from quiz.exam.blueprints import Blueprint, Part, shared
from quiz.exam.filling import fill
from quiz.papers import FALSE, TRUE

SEEDS = st.integers(0, 10**6)
PLACES = [Location("t.yaml", line, 5) for line in range(1, 5)]


def never(item, answer):
    """Say that no other answer is right."""
    del item, answer
    return False


def filled(items, *parts, seed=1, number=1):
    """Fill a blueprint of parts; give how many numbers each section has, by type."""
    made = fill(items, Blueprint(parts, number=number), seed, never)
    return {each.type: sum(task.places for task in each.tasks) for each in made}


@pytest.fixture(scope="module")
def many(item):
    """Nine items that have nothing to do with each other; four of them have a sentence."""
    return [
        item(
            f"f{n}",
            f"Which one is thing{n}?",
            f"right{n}",
            wrong=[f"wrong{n}x{k}" for k in range(3)],
            says=f"Thing{n} is _____." if n < 4 else "",
            topic="Rights" if n < 6 else "",
            tags=("unit-3::starred",) if n < 5 else (),
        )
        for n in range(9)
    ]


@given(SEEDS)
def test_sections_are_as_the_blueprint_wants(many, seed):
    """In its order, each with so many; what has no task is no section."""
    parts = (Part("open", 3), Part("tf", 2), Part("mc", 4))
    made = fill(many, Blueprint(parts), seed, never)
    assert [(each.type, len(each.tasks)) for each in made] == [
        *(("open", 3), ("tf", 2), ("mc", 4)),
    ]


@pytest.mark.parametrize(
    ("part", "what", "fix"),
    [
        (
            Part("mc", 12),
            "asked for 12 mc, the decks have 9",
            "ask for 9 with --seed 1, or for more topics, types or decks",
        ),
        (
            Part("tf", 2, topics=("Rights",), decks=("d",), levels=("hard", "medium")),
            "asked for 2 tf of topic Rights of deck d of difficulty hard or medium, the decks have 0",
            "ask for another type, or for more topics or decks",
        ),
        (
            Part("cloze", 5, tags=("unit-3", "unit-3::starred"), kinds=("k",)),
            "asked for 5 cloze of tag unit-3 or unit-3::starred of kind k, the decks have 4",
            "ask for 4 with --seed 1, or for more topics, types or decks",
        ),
    ],
)
def test_too_few_items_are_told_at_their_section(part, what, fix, many, refused):
    """What was asked for in the blueprint's words, what there is, and what can be asked for."""
    plan = Blueprint((replace(part, at=PLACES[1]),))
    assert refused(fill, many, plan, 1, never) == [f"2:5 too-few: {what} ({fix})"]


def test_what_cannot_stand_together_is_told_as_that(item, refused):
    """There are enough items, and they ask the same or tell each other's answers."""
    close = [
        item("a", "Where did leaders meet?", "Bali"),
        item("b", "Which leaders left Bali?", "Xi"),
    ]
    plan = Blueprint((Part("open", 2, PLACES[2]),))
    what = "asked for 2 open, and of the 2 that fit 1 can stand on one paper"
    fix = "ask for 1 with --seed 1, or for more topics, types or decks; the others ask the same, or tell each other's answers"
    assert refused(fill, close, plan, 1, never) == [f"3:5 too-few: {what} ({fix})"]
    plan = Blueprint((Part("match", 3, PLACES[3]),))
    three = [item(f"m{n}", f"What does the m{n} do?", f"do{n}") for n in range(3)]
    what = "asked for 3 match, and of the 3 that fit 0 can stand on one paper"
    fix = "ask for another type, or for more topics or decks; the others ask the same, or tell each other's answers"
    assert refused(fill, three, plan, 1, never) == [f"4:5 too-few: {what} ({fix})"]


def test_each_section_that_lacks_is_told(many, refused):
    """All at once."""
    plan = Blueprint(
        (Part("tf", 9, PLACES[0]), Part("mc", 3), Part("order", 1, PLACES[1]))
    )
    assert [
        line.partition(":")[2][:16] for line in refused(fill, many, plan, 1, never)
    ] == [
        "5 too-few: asked",
        "5 too-few: asked",
    ]


@pytest.mark.parametrize(
    ("changes", "code", "name", "fix"),
    [
        ({"topics": ("Right",)}, "topic", "Right", "did you mean 'Rights'?"),
        ({"topics": ("",)}, "topic", "", "use one of: Rights"),
        ({"tags": ("unit-4",)}, "tag", "unit-4", "did you mean 'unit-3'?"),
        ({"tags": ("x",)}, "tag", "x", "use one of: unit-3, unit-3::starred"),
        ({"kinds": ("k", "kk")}, "kind", "kk", "did you mean 'k'?"),
        ({"decks": ("other",)}, "deck", "other", "use one of: d"),
    ],
)
def test_a_name_that_no_item_has_is_told(changes, code, name, fix, many, refused):
    """Before anything is chosen, with the likely one or all there are."""
    plan = Blueprint((Part("order", 9), Part("mc", 99, PLACES[1], **changes)))
    what = f"no item of the decks asked for has the {code} '{name}'"
    assert refused(fill, many, plan, 1, never) == [
        f"2:5 unknown-{code}: {what} ({fix})"
    ]


@pytest.mark.parametrize("tag", ["unit-3", "unit-3::starred"])
def test_a_tag_above_is_known(tag, many):
    """What stands under it is of it."""
    assert filled(many, Part("mc", 5, tags=(tag,))) == {"mc": 5}


@given(SEEDS, st.booleans())
def test_what_one_type_lacks_another_takes(many, seed, strict):
    """Of nine, four have a sentence: of eight shared between two types the rest is open."""
    plan = shared(8, ["tf", "open"], strict=strict)
    made = fill(many, plan, seed, never)
    sizes = {each.type: len(each.tasks) for each in made}
    assert sum(sizes.values()) == 8
    assert sizes["tf"] <= 4
    plan = shared(9, ["order", "tf", "mc", "open"], strict=strict)
    sizes = filled(many, *plan.parts, seed=seed, number=plan.number)
    assert "order" not in sizes
    assert sum(sizes.values()) == 9


def test_what_is_scarce_is_shared(many):
    """Of ten among nine items, open questions take what statements lack; each takes its turn."""
    for seed in range(10):
        parts = shared(10, ["tf", "open"], strict=False).parts
        found = filled(many, *parts, seed=seed)
        assert found["tf"] + found["open"] == 9
        assert found["tf"] in (3, 4)


def test_what_is_wanted_is_not_taken_by_another(many):
    """Sections that want so many get them, whoever else could use the same items."""
    for seed in range(10):
        wanted = (Part("open", 5), Part("tf", 4))
        assert filled(many, *wanted, seed=seed) == {"open": 5, "tf": 4}


@given(SEEDS)
def test_a_wish_for_more_than_there_is_gives_all_there_is(many, seed):
    """Balanced all the same: statements are drawn anew among as many as there are."""
    (section,) = fill(many, shared(20, ["tf"], strict=False), seed, never)
    rights = [task.rows[0].right for task in section.tasks]
    assert (rights.count(TRUE), rights.count(FALSE)) == (2, 2)
    assert filled(
        many, *shared(20, ["mc", "tf"], strict=False).parts, seed=seed
    ).keys() == {
        "mc",
        "tf",
    }


@pytest.mark.parametrize(
    ("number", "types", "what", "fix"),
    [
        (
            20,
            ["mc"],
            "asked for 20 mc, the decks have 9",
            "ask for 9 with --seed 1, or for",
        ),
        (
            12,
            ["open", "tf"],
            "asked for 12 tf or open, the decks have 9",
            "ask for 9 with --seed 1, or for",
        ),
        (1, ["order"], "asked for 1 order, the decks have 0", "ask for another type"),
    ],
)
def test_a_number_that_cannot_be_had_is_told_once(
    number, types, what, fix, many, refused
):
    """For all types that share it together; that the decks have none is told even of a wish."""
    (problem,) = refused(fill, many, shared(number, types), 1, never)
    assert problem.startswith(f"0:1 too-few: {what} ({fix}")
    if types == ["order"]:
        assert refused(fill, many, shared(number, types, strict=False), 1, never) == [
            problem
        ]


def test_what_is_right_is_asked_of_the_library(item):
    """A choice that another fact makes right stands in no set."""
    three = [
        item(f"m{n}", f"What does the m{n} do?", f"do{n}", wrong=[f"x{n}", f"y{n}"])
        for n in range(3)
    ]
    asked = lambda one, answer: (one.fact, answer.text) == ("m0", "y1")  # noqa: E731
    for seed in range(10):
        (section,) = fill(three, Blueprint((Part("match", 3),)), seed, asked)
        assert "y1" not in section.tasks[0].options
