"""Which words of a response say which words of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz import language
from quiz.grading.lexicon import groups, lexicon
from quiz.grading.slips import DOUBTFUL, SAME, SLIP, likeness, sound
from quiz.grading.tokens import MARK, NUMBER, ORDINAL, WORD
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.forms import Form
    from quiz.grading.tokens import Word

# How loosely words are compared: as names, as nouns with endings, as text with its families.
NAME, NOUN, TEXT = range(3)
# Of so few words two parts that change places may say the opposite.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a response covers a form.

    `worst` is the worst likeness among the words that were found, `errors` how many were
    not quite the same; `missing` are words that had to be said, `extra` those said that the
    form has not, with their places; `first` is the place of the first word that was found,
    `taken` are the places of words of the form and of those that say them.
    """

    worst: int
    errors: int
    found: tuple[Word, ...]
    missing: tuple[Word, ...]
    extra: tuple[tuple[int, Word], ...]
    first: int
    in_order: bool
    taken: tuple[tuple[int, int], ...]


def align(typed: Sequence[Word], form: Form, code: str, how: int) -> Alignment:
    """Find for each typed word the word of the form that it gives, the best match first."""
    words = form.words
    taken: dict[int, int] = {}
    waiting = [n for n, word in enumerate(typed) if word.kind != MARK]
    _glued(typed, words, waiting, taken)
    worst = errors = 0
    for level in range(4):
        still = []
        for n in waiting:
            place = _find(typed[n], words, taken, code, how, level)
            if place is None:
                still.append(n)
                continue
            taken[place] = n
            worst = max(worst, level)
            errors += level > SAME
        waiting = still
        if not waiting:
            break
    places = [
        place
        for place, _ in sorted(taken.items(), key=lambda pair: pair[1])
        if form.required[place]
    ]
    return Alignment(
        worst,
        errors,
        tuple(words[place] for place in taken if form.required[place]),
        tuple(w for n, w in enumerate(words) if form.required[n] and n not in taken),
        tuple((n, typed[n]) for n in waiting),
        min(taken.values(), default=0),
        _in_order(places, _FEW if how == TEXT else 0),
        tuple(taken.items()),
    )


def _in_order(places: Sequence[int], few: int) -> bool:
    """Tell whether words stand in order, or in two parts that changed places."""
    breaks = sum(later < earlier for earlier, later in pairwise(places))
    turned = breaks == 1 and len(places) > few and places[-1] < places[0]
    return breaks == 0 or turned


def _glued(
    typed: Sequence[Word],
    words: Sequence[Word],
    waiting: list[int],
    taken: dict[int, int],
) -> None:
    """Find words that were typed in two, and two that were typed as one: `Viet Nam`, `Newyork`."""
    for n in range(len(typed) - 1):
        pair = typed[n].text + typed[n + 1].text
        place = next(
            (p for p, w in enumerate(words) if w.text == pair and p not in taken), None
        )
        if place is not None and n in waiting and n + 1 in waiting:
            taken[place] = n
            waiting.remove(n)
            waiting.remove(n + 1)
    for place in range(len(words) - 1):
        pair = words[place].text + words[place + 1].text
        if place not in taken and place + 1 not in taken:
            at = next((n for n in waiting if typed[n].text == pair), None)
            if at is not None:
                taken[place] = taken[place + 1] = at
                waiting.remove(at)


def _find(
    typed: Word,
    words: Sequence[Word],
    taken: dict[int, int],
    code: str,
    how: int,
    level: int,
) -> int | None:
    for place, word in enumerate(words):
        if place in taken:
            continue
        found = compare(typed, word, code, how)
        if (
            found == DOUBTFUL
            and len(words) > 1
            and sound(typed.text) == sound(word.text)
        ):
            found = SLIP
        if found == level:
            return place
    return None


def compare(typed: Word, meant: Word, code: str, how: int) -> int | None:
    """Say how a typed word stands to one that is meant; see `slips.likeness`."""
    if typed.text == meant.text and typed.kind == meant.kind:
        return SAME
    numbers = (NUMBER, ORDINAL)
    if typed.kind in numbers or meant.kind in numbers:
        if typed.figure is not None and typed.figure == meant.figure:
            return SAME
        return None
    if typed.kind != WORD or meant.kind != WORD or meant.roman or typed.roman:
        return None
    if how != NAME and typed.lemma == meant.lemma:
        return SAME
    if how == TEXT and akin(typed.lemma, meant.lemma, code):
        return SAME
    if how == NOUN and _rooted(typed.lemma, code) & _rooted(meant.lemma, code):
        return SLIP
    return likeness(typed, meant, code)


def akin(one: str, other: str, code: str) -> bool:
    """Tell whether two words without endings are of one family, and may stand for each other."""
    return bool(kin(one, code) & kin(other, code))


@lru_cache(maxsize=16384)
def kin(lemma: str, code: str) -> frozenset[int]:
    """Give the families that a word without endings belongs to, by number."""
    return _families(code).get(lemma, frozenset())


@lru_cache(maxsize=16384)
def _rooted(lemma: str, code: str) -> frozenset[int]:
    """Give the families of one root that a word belongs to: `Cuba` and `Cuban`."""
    first = len(groups(language.base(code)))
    return frozenset(number for number in kin(lemma, code) if number >= first)


@lru_cache(maxsize=8)
def _families(code: str) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for text, numbers in lexicon(code).families.items():
        words = read(text, code)
        if len(words) == 1:  # `VP` is read as two
            lemma = words[0].lemma or words[0].text
            found[lemma] = found.get(lemma, frozenset()) | numbers
    return found
