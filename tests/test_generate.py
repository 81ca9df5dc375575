"""Facts become items: all that can be asked, in order, and what is withheld with its reason."""

import datetime as dt

import pytest

from quiz.errors import QuizError
from quiz.fields import plain
from quiz.generate import generate

TODAY = dt.date(2026, 11, 24)
DECK = "deck: %s\ntitle: T\nlanguage: %s\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n%s"
ROW = "- {id: %s, kind: k, what: %s, source: s%s}\n"
KIND = """\
kind: k
about: K.
fields: {what: {type: text}, when: {type: date, optional: true}, more: {type: text, optional: true}}
questions:
  q: {stem: {en: "What is {{ what }}?", es: "¿{{ what }}?"}, answer: more}
  r: {stem: "Which {% if more %}has {{ more }}{% endif %}?", answer: what, unique: true}
"""


@pytest.fixture(scope="session")
def made(library):
    """A function that makes the items of a library of a kind `k` in two languages."""

    def generated(*texts, language=None, day=TODAY):
        return generate(library(*texts, k=KIND), day, language)

    return generated


def deck(name, *rows, language="en"):
    """Write a deck of facts, each an id, its words and what more it has."""
    lines = (ROW % (ident, what, rest) for ident, what, rest in rows)
    return DECK % (name, language, "".join(lines))


FULL, BARE, LATE = (
    ("a", "A", ", more: M, when: 2020"),
    ("b", "B", ""),
    ("c", "C", ", more: N, when: 2030"),
)


def test_what_is_not_asked_is_withheld_with_the_reason(made):
    """Every question of every fact is an item or is withheld; only the day's doing is timely."""
    found = made(deck("x", FULL, BARE, LATE).replace("date: 2000", "date: 2027"))
    assert list(found.items) == ["x/a/q", "x/a/r", "x/b/r"]
    unknown = "it is not yet known on 2026-11-24: no source of that day or before"
    assert {
        "x/b/q": ("b", "the fact has no 'more'", False),
        "x/c/q": ("c", unknown, True),
        "x/c/r": ("c", unknown, True),
    } == {
        name: (each.fact.id, each.reason, each.timely)
        for name, each in found.withheld.items()
    }
    assert [name for name, each in found.withheld.items() if each.id != name] == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (None, {"x/a/q": "What is A?", "x/a/r": "Which has M?", "y/b/q": "¿C?"}),
        ("en", {"x/a/q": "What is A?", "x/a/r": "Which has M?"}),
        ("es", {"x/a/q/es": "¿B?", "y/b/q": "¿C?"}),
        ("de", {}),
    ],
)
def test_an_item_of_another_language_has_it_in_its_id(language, expected, made):
    """Each deck's items are in its own language, or all in the one asked for."""
    both = ("a", "{en: A, es: B}", ", more: {en: M, es: N}")
    texts = deck("x", both), deck("y", ("b", "C", ", more: M"), language="es")
    found = made(*texts, language=language).items
    assert expected == {name: item.stem for name, item in found.items()}
    assert list(expected) == [item.origin for item in found.values()]


def test_a_stem_with_two_keys_is_an_error_within_a_deck(made):
    """Where facts of one deck answer one question differently, each after the first is told."""
    facts = "- {id: %s, kind: qa, ask: %s, answer: %s, source: s}\n"
    rows = (
        ("a", "Who?", "A"),
        ("b", "who", "B"),
        ("c", "Who?", "a."),
        ("e", "Who!", "E"),
    )
    text = DECK % ("x", "en", "".join(facts % row for row in rows))
    with pytest.raises(QuizError) as caught:
        made(text)
    says = "error[same-stem]: '%s' has another answer in decks/1.yaml:6"
    assert [
        f"decks/1.yaml:7:8: {says % 'Who'}",
        f"decks/1.yaml:9:8: {says % 'Who!'}",
    ] == [str(problem) for problem in caught.value.problems]


def test_a_stem_with_two_keys_in_two_decks_is_asked_in_both(made):
    """Other decks may answer otherwise, which is no bar to one's own."""
    facts = "- {id: a, kind: qa, ask: Who?, answer: %s, source: s}\n"
    found = made(*(DECK % (name, "en", facts % name) for name in "xy"))
    assert list(found.items) == ["x/a/ask", "y/a/ask"]


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        ((("a", "A", ", more: M"), ("b", "B", ", more: M")), []),
        ((("a", "A", ", more: M"), ("b", "B", ", more: N")), ["x/a/r", "x/b/r"]),
        ((("a", "A", ", more: M"), ("b", "a", ", more: m")), ["x/a/r", "x/b/r"]),
    ],
)
def test_a_unique_question_is_asked_where_its_stem_has_one_key(rows, asked, made):
    """A question marked unique is asked of neither of two facts that it would confuse."""
    found = made(deck("x", *rows))
    assert asked == [name for name in found.items if name.endswith("/r")]
    reason = "another fact gives the same question another answer"
    held = [each for each in found.withheld.values() if each.reason == reason]
    assert [("x/a/r", False), ("x/b/r", False)][len(asked) :] == [
        (each.id, each.timely) for each in held
    ]


@pytest.mark.parametrize(
    ("picks", "expected"),
    [
        ("x/a/r, x/b, x/a/q", ["x/a/r", "x/b/r", "x/a/q"]),
        ("x/b, x/a, x/b/r", ["x/b/r", "x/a/q", "x/a/r"]),
        ("x/c, x/b", ["x/b/r"]),
        ("{deck: x, question: r, sort: id}, x/a", ["x/a/r", "x/b/r", "x/a/q"]),
    ],
)
def test_a_deck_has_its_items_in_the_order_chosen(picks, expected, library):
    """Items come question by question as selected, each once."""
    choice = f"deck: y\ntitle: T\nselect: [{picks}]\n"
    text = deck("x", FULL, BARE, LATE).replace("date: 2000", "date: 2027")
    shelf = library(text, choice, k=KIND)
    chosen = generate(shelf, TODAY).of(shelf.decks["y"])
    assert expected == [item.id for item in chosen]


@pytest.mark.parametrize(
    "day", ["1700-01-01", "1791-12-14", "1920-08-17", "2026-11-24"]
)
def test_no_amendment_is_asked_before_it_was_ratified(day, shipped):
    """What is not yet true on a day is not asked on it."""
    as_of = dt.date.fromisoformat(day)
    found = generate(shipped, as_of).items.values()
    asked = {f"{i.deck}/{i.fact}" for i in found if i.kind == "amendment"}
    true = {
        fact.ref
        for fact in shipped.facts.values()
        if fact.kind == "amendment" and fact.values["ratified"].date.first <= as_of
    }
    assert true == asked


def test_the_same_library_and_day_give_the_same_items(shipped):
    """Making items anew changes nothing of them."""
    assert generate(shipped, TODAY).items == generate(shipped, TODAY).items


def test_a_catalogue_knows_what_else_is_right(made):
    """For each item, in its language: its own answers, in part as well, and those of other facts."""
    rows = [("a", "Sea", ", more: North side"), ("b", "Red Sea", ", more: M")]
    found = made(deck("x", *rows), deck("y", ("a", "Sea", ", more: N"), language="es"))

    def right(name):
        item = found.items[name]
        words = ("M", "N", "north", "Sea", "Red Sea", "Lake")
        return [text for text in words if found.is_right(item, plain(text, ()))]

    assert right("x/a/q") == ["M", "north"]
    assert right("x/b/r") == ["Sea", "Red Sea"]
    assert right("y/a/q") == ["N"]
