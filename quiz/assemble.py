"""Items become a form: chosen, numbered, and given options in an order drawn from a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.chance import chance
from quiz.likeness import in_order
from quiz.model import APART, TOGETHER, Entry, Form

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from quiz.model import Deck, Item

TYPES = ("open", "mc", "typed")
# An answer to be typed letter by letter is at most this long.
_TYPED_LETTERS = 25
_TYPED_WORDS = 3


def assemble(
    deck: Deck,
    items: Iterable[Item],
    *,
    as_of: date,
    language: str | None = None,
    seed: int = 0,
    kind: str = "open",
    paper: str = "letter",
    preset: bool = False,
) -> Form:
    """Put items on a form in the order given.

    With `kind` `mc` an item that has distractors becomes multiple choice, with `typed` one
    whose only answer is short is to be typed; the others stay open. `seed` decides the place
    of the right option, item by item.
    """
    code = language or deck.language
    entries = tuple(
        _entry(number, item, seed, kind) for number, item in enumerate(items, 1)
    )
    title = _said(deck, code)
    updated = deck.updated.first if deck.updated else as_of
    return Form(
        deck.id,
        title,
        (deck.about.get(code) or "") if deck.about else "",
        code,
        as_of,
        updated,
        entries,
        seed,
        paper,
        f"Civics::{' '.join(title.replace('::', ': ').split())}",
        deck.license,
        deck.halves,
        preset,
    )


def learned(items: Iterable[Item], halves: str) -> tuple[Item, ...]:
    """Leave out what would be studied twice: parts that a fact is asked together and apart."""
    found = tuple(items)
    asked: dict[tuple[str, str], list[frozenset[str]]] = {}
    for item in found:
        parts = frozenset(item.key.parts)
        asked.setdefault((item.deck, item.fact), []).append(parts)

    def doubled(item: Item) -> bool:
        parts = frozenset(item.key.parts)
        others = asked[item.deck, item.fact]
        if halves == TOGETHER:
            return any(parts < other for other in others)
        within = [other for other in others if other < parts]
        whole = bool(within) and parts == frozenset().union(*within)
        return halves == APART and whole

    return tuple(item for item in found if not doubled(item))


def _said(deck: Deck, language: str) -> str:
    return deck.title.get(language) or next(iter(deck.title.languages.values()))


def _entry(number: int, item: Item, seed: int, kind: str) -> Entry:
    if kind == "typed":
        return Entry(number, item, typed=_is_short(item))
    if kind != "mc" or not item.distractors:
        return Entry(number, item)
    drawn = chance(seed, item.origin or item.id)
    right = drawn.choice(item.key.answers)
    options = [right, *item.distractors]
    ordered = in_order(options)
    if ordered:
        options.sort(key=lambda option: option.span or ())
    else:
        drawn.shuffle(options)
    texts = tuple(option.text for option in options)
    return Entry(number, item, texts, options.index(right), ordered)


def _is_short(item: Item) -> bool:
    """Tell whether an open question has one answer, and that can be typed."""
    if item.type != "open" or len(item.key.answers) > 1:
        return False
    text = item.key.answers[0].text
    return len(text) <= _TYPED_LETTERS and len(text.split()) <= _TYPED_WORDS
