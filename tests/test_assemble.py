"""Items become a form: numbered in their order, with options whose places a seed decides."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz import api
from quiz.assemble import assemble, title
from quiz.dates import Date
from quiz.keys import Answer, Key
from quiz.model import NOWHERE, Deck, Item, Text

TODAY = dt.date(2026, 11, 24)


def deck(**more):
    """Make a deck of no facts."""
    values = {"title": Text({"en": "T", "es": "Te"}), "language": "en", "picks": ()}
    return Deck("d", at=NOWHERE, **{**values, **more})


def item(name, right, wrong=()):
    """Make an item with these right answers and wrong options."""
    places = (f"d/{name}/q", "d", name, "k", "q", "en")
    return Item(*places, "Q?", Key(right), TODAY, "timeless", distractors=wrong)


def form(items, **more):
    """Assemble items as multiple choice unless said otherwise."""
    return assemble(deck(), items, as_of=TODAY, **{"kind": "mc", **more})


def answers(type_, *numbers):
    """Make answers of a type that lie on a line."""
    return tuple(Answer(f"n{n}", type_, span=(n, n)) for n in numbers)


NUMBERS = st.lists(st.integers(0, 99), min_size=4, max_size=6, unique=True)
TYPES = ("text", "person", "date", "year", "number", "ordinal", "interval")
ITEMS = st.builds(
    lambda n, kind, count: item(
        f"f{n[0]}", answers(kind, *n[:count]), answers(kind, *n[count:])
    ),
    NUMBERS,
    st.sampled_from(TYPES),
    st.integers(1, 2),
)
MANY = st.lists(ITEMS, max_size=6, unique_by=lambda each: each.id)


@settings(deadline=None)
@given(MANY, st.integers())
def test_options_hold_the_right_one_once_and_all_wrong_ones(items, seed):
    """Each option stands once: one right answer, whose place is known, and every wrong one."""
    made = form(items, seed=seed)
    assert items == list(made.items)
    assert list(range(1, len(items) + 1)) == [entry.number for entry in made.entries]
    for entry in made.entries:
        right = entry.options[entry.right]
        wrong = [answer.text for answer in entry.item.distractors]
        assert right in [answer.text for answer in entry.item.key.answers]
        assert Counter([right, *wrong]) == Counter(entry.options)


@settings(deadline=None)
@given(MANY, st.integers())
def test_what_lies_on_a_line_stands_in_order(items, seed):
    """Dates, years, numbers and ordinals ascend, so that they are quickly read."""
    for entry in form(items, seed=seed).entries:
        if entry.item.key.answers[0].type in ("date", "year", "number", "ordinal"):
            found = [int(option[1:]) for option in entry.options]
            assert sorted(found) == found


@settings(deadline=None)
@given(MANY, st.integers())
def test_a_form_knows_which_options_stand_in_order(items, seed):
    """What is ordered says so, for whoever would shuffle it again."""
    for entry in form(items, seed=seed).entries:
        type_ = entry.item.key.answers[0].type
        expected = type_ in ("date", "year", "number", "ordinal") and entry.options
        assert entry.ordered == bool(expected)


@pytest.mark.parametrize(
    ("texts", "type_", "typed"),
    [
        (["x" * 25], "open", True),
        (["x" * 26], "open", False),
        (["a b c"], "open", True),
        (["a b c d"], "open", False),
        (["a", "b"], "open", False),
        (["a"], "cloze", False),
        (["a"], "order", False),
        (["a"], "parts", False),
    ],
)
def test_a_short_answer_is_typed(texts, type_, typed):
    """Only what is one answer of few letters and words, and only if that is asked for."""
    made = replace(item("f", tuple(map(Answer, texts))), type=type_)
    (entry,) = form([made], kind="typed").entries
    assert (entry.typed, entry.options) == (typed, ())
    assert entry.type == ("typed" if typed else type_)
    for kind in ("open", "mc"):
        assert not form([made], kind=kind).entries[0].typed


@settings(deadline=None)
@given(MANY, st.integers())
def test_a_seed_gives_one_form_whatever_else_is_on_it(items, seed):
    """An item's options are the same with the same seed, alone or in any company."""
    made = form(items, seed=seed)
    assert form(items, seed=seed) == made
    alone = [form([each], seed=seed).entries[0].options for each in items]
    assert alone == [entry.options for entry in made.entries]


def test_another_seed_gives_another_form():
    """Seeds differ in the places of the right options, which are spread over all."""
    items = [item(f"f{n}", (Answer("a"),), tuple(map(Answer, "bcd"))) for n in range(9)]
    places = [
        tuple(e.right for e in form(items, seed=seed).entries) for seed in range(40)
    ]
    assert len(set(places)) == 40
    counts = Counter(place for each in places for place in each)
    assert {0, 1, 2, 3} == set(counts)
    assert all(60 < count < 120 for count in counts.values())


@pytest.mark.parametrize(
    ("kind", "wrong", "expected"),
    [("open", "bc", ()), ("mc", "", ()), ("mc", "bc", ("a", "b", "c"))],
)
def test_only_items_with_wrong_options_become_multiple_choice(kind, wrong, expected):
    """Without them, or if none is wanted, a question stays open."""
    (entry,) = form(
        [item("f", (Answer("a"),), tuple(map(Answer, wrong)))], kind=kind
    ).entries
    assert expected == tuple(sorted(entry.options))
    assert (entry.right is None) == (not expected)


def test_options_of_which_one_is_on_no_line_are_shuffled():
    """A wrong option written as words stands in any place beside dates."""
    wrong = (Answer("never"), *answers("date", 1, 2))
    made = item("f", answers("date", 9), wrong)
    places = {form([made], seed=seed).entries[0].right for seed in range(20)}
    assert {0, 1, 2, 3} == places


@pytest.mark.parametrize(
    ("more", "language", "expected"),
    [
        ({}, None, ("T", "", "en", TODAY)),
        (
            {"about": Text({"es": "A"}), "updated": Date(2025, 2)},
            "es",
            ("Te", "A", "es", dt.date(2025, 2, 1)),
        ),
        ({"about": Text({"es": "A"}), "language": "de"}, None, ("T", "", "de", TODAY)),
    ],
)
def test_a_form_says_what_its_deck_is(more, language, expected):
    """Title and description in its language, as far as there are; the day it last changed."""
    made = assemble(
        deck(**more), [], as_of=TODAY, language=language, seed=7, paper="a4"
    )
    assert expected == (made.title, made.about, made.language, made.updated)
    assert (*(made.deck, made.as_of, made.seed, made.paper, made.entries),) == (
        "d",
        TODAY,
        7,
        "a4",
        (),
    )


@pytest.mark.parametrize(
    ("language", "words"), [("en", "T"), ("es", "Te"), ("es-MX", "Te"), ("de", "T")]
)
def test_a_deck_has_a_title_in_each_language(language, words):
    """In that of a region its language's, in one it does not have the first it has."""
    assert title(deck(), language) == words


@pytest.mark.parametrize(
    ("title", "name"), [("T", "T"), ("a::b", "a: b"), ("a::::b", "a: : b")]
)
def test_a_title_is_the_name_of_one_deck_in_anki(title, name):
    """Whatever a title holds, it makes one deck below the common one."""
    made = assemble(deck(title=Text({"en": title})), [], as_of=TODAY)
    assert f"Civics::{name}" == made.name


def test_years_of_a_list_stand_among_the_right_one(tmp_path):
    """Curated wrong years are years, as the field's own is: the right one is not always last."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "k.yaml").write_text(
        "kind: k\nabout: A.\nfields: {year: {type: year}, wrong: {type: list}}\n"
        "questions: {q: {stem: 'When?', answer: year, wrong: wrong, options: own}}\n"
    )
    (tmp_path / "d.yaml").write_text(
        "deck: d\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
        "- {id: a, kind: k, year: 1787, wrong: [1812, 1776, 1865], source: s}\n"
    )
    found = api.load("d.yaml", cwd=tmp_path)
    (form,) = api.forms(found, as_of=dt.date(2026, 11, 24), kind="mc")
    assert form.entries[0].options == ("1776", "1787", "1812", "1865")
