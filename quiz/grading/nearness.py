"""Which words of a key a typed word may be, found fast and generously, to spare the rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quiz.grading.aligning import kin
from quiz.grading.lexicon import lexicon
from quiz.grading.slips import sound
from quiz.grading.tokens import MARK
from quiz.grading.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from quiz.grading.known import Known
    from quiz.grading.tokens import Word
    from quiz.keys import Answer

_Key = TypeVar("_Key")
# More typing errors than these are never one word (see `slips`).
_FAR = 5
# Words of so few letters are forgiven no slip.
_SHORT = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Vocabulary:
    """The words of a key, by all that can make a typed word one of them."""

    texts: frozenset[str]
    lemmas: Mapping[str, frozenset[str]]
    sounds: Mapping[str, frozenset[str]]
    figures: Mapping[Fraction, frozenset[str]]
    families: Mapping[int, frozenset[str]]


def nearness(
    typed: Iterable[Word], answers: tuple[Answer, ...], known: Known, stem: str
) -> dict[str, frozenset[str]]:
    """Give for each typed word the texts of the words of a key that it may be.

    A word that is a part of one, or has one as a part, is near: it may be written in two.
    """
    every = _vocabulary(answers, known, stem)
    return {
        word.text: _near(word, every, known.code) for word in typed if word.kind != MARK
    }


@lru_cache(maxsize=2048)
def telling(
    answers: tuple[Answer, ...], known: Known, stem: str
) -> tuple[frozenset[str], ...]:
    """Give the words of each answer that are not light; of one that has no other, all."""
    light = lexicon(known.code).sets.get("light", frozenset())
    found = (ways(answer, known, stem).words for answer in answers)
    return tuple(texts - light or texts for texts in found)


@lru_cache(maxsize=2048)
def _vocabulary(answers: tuple[Answer, ...], known: Known, stem: str) -> _Vocabulary:
    every = (ways(answer, known, stem) for answer in answers)
    words = {w for way in every for form in way.every for w in form.words}
    return _Vocabulary(
        frozenset(word.text for word in words),
        _table((word.lemma, word.text) for word in words),
        _table((sound(word.text), word.text) for word in words),
        _table((word.figure, word.text) for word in words if word.figure is not None),
        _table((n, w.text) for w in words for n in kin(w.lemma, known.code)),
    )


def _table(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, frozenset[str]]:
    table: dict[_Key, set[str]] = {}
    for key, text in pairs:
        table.setdefault(key, set()).add(text)
    return {key: frozenset(found) for key, found in table.items()}


def _near(word: Word, every: _Vocabulary, code: str) -> frozenset[str]:
    text = word.text
    found = {
        each
        for each in every.texts
        if each == text
        or (len(each) >= _SHORT and each in text)
        or (len(text) >= _SHORT - 1 and text in each)
    }
    found |= every.lemmas.get(word.lemma, frozenset())
    found |= every.sounds.get(sound(text), frozenset())
    if word.figure is not None:
        found |= every.figures.get(word.figure, frozenset())
    for family in kin(word.lemma, code):
        found |= every.families.get(family, frozenset())
    alike = process.extract(
        text, every.texts, scorer=OSA.distance, score_cutoff=_FAR, limit=None
    )
    found |= {
        each
        for each, distance, _ in alike
        if len(each) > _SHORT and distance <= max(2, len(each) // 2)
    }
    return frozenset(found)
