"""Items on a form: numbered, and given options in an order drawn from a seed."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest

from quiz.assemble import assemble
from quiz.dates import Date
from quiz.model import NOWHERE, Answer, Deck, Item, Key, Text

DAY = dt.date(2026, 11, 24)
DECK = Deck(
    "d", Text({"en": "Title", "es": "Título"}), "en", (), NOWHERE, Text({"en": "About"})
)


def item(number, *, type_="text", wrong=("b", "c", "d"), right="a", spans=None):
    """An item with wrong options of a type, whose spans are given right first."""
    spans = spans or [None] * (1 + len(wrong))
    answers = [
        Answer(text, type_, span=(span, span) if span is not None else None)
        for text, span in zip((right, *wrong), spans, strict=True)
    ]
    return Item(
        *(f"d/f{number}/q", "d", f"f{number}", "qa", "q", "en", f"Q{number}?"),
        Key((answers[0],)),
        DAY,
        "timeless",
        distractors=tuple(answers[1:]),
    )


def entries(*items, **how):
    """What is on the form."""
    return assemble(DECK, items, as_of=DAY, **how).entries


def test_a_form_has_its_deck_and_its_items_in_order():
    """Numbered from 1, open unless asked otherwise."""
    form = assemble(DECK, [item(1), item(2)], as_of=DAY, paper="a4")
    assert (form.deck, form.title, form.about, form.paper) == (
        "d",
        "Title",
        "About",
        "a4",
    )
    assert [entry.number for entry in form.entries] == [1, 2]
    assert {(entry.options, entry.right) for entry in form.entries} == {((), None)}


def test_a_form_is_titled_in_its_language():
    """Or in what language there is."""
    assert assemble(DECK, [], as_of=DAY, language="es").title == "Título"
    assert assemble(DECK, [], as_of=DAY, language="fr").title == "Title"
    assert assemble(DECK, [], as_of=DAY, language="es").about == ""


def test_a_form_is_as_old_as_its_deck():
    """One that says no day is as old as it is asked for."""
    old = Deck("d", Text({"en": "T"}), "en", (), NOWHERE, updated=Date.parse("2020-02"))
    assert assemble(old, [], as_of=DAY).updated == dt.date(2020, 2, 1)
    assert assemble(DECK, [], as_of=DAY).updated == DAY


def test_multiple_choice_needs_wrong_options():
    """An item without stays open."""
    offered, still_open = entries(item(1), item(2, wrong=()), kind="mc")
    assert sorted(offered.options) == ["a", "b", "c", "d"]
    assert offered.options[offered.right] == "a"
    assert (still_open.options, still_open.right) == ((), None)


def test_the_right_option_has_no_place_of_its_own():
    """Over many items it is each of four about as often; a seed changes which."""
    items = [item(number) for number in range(400)]
    first = [entry.right for entry in entries(*items, kind="mc")]
    assert min(Counter(first).values()) > 70
    assert set(first) == {0, 1, 2, 3}
    other = [entry.right for entry in entries(*items, kind="mc", seed=1)]
    assert 200 < sum(a != b for a, b in zip(first, other, strict=True)) < 400


def test_an_item_keeps_its_order_whatever_stands_beside_it():
    """A new fact must not shuffle a teacher's old questions."""
    (alone,) = entries(item(7), kind="mc")
    *_, among = entries(item(1), item(2), item(7), kind="mc")
    assert alone.options == among.options


@pytest.mark.parametrize("type_", ["date", "year", "number", "ordinal"])
def test_what_has_an_order_stands_in_it(type_):
    """A reader finds a year among years faster so."""
    (entry,) = entries(item(1, type_=type_, spans=[5, 9, 1, 7]), kind="mc")
    assert entry.options == ("c", "a", "d", "b")
    assert entry.right == 1


def test_any_of_several_right_answers_may_be_the_option():
    """It is one of them, and the key is where it stands."""
    several = replace(item(1), key=Key(tuple(map(Answer, ("a", "e")))))
    seen = {
        entry.options[entry.right]
        for seed in range(20)
        for entry in entries(several, kind="mc", seed=seed)
    }
    assert seen == {"a", "e"}
