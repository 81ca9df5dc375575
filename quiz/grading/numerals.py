"""Numbers in words and Roman numerals."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.lexicon import is_word, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.lexicon import Lexicon
    from quiz.grading.tokens import Word

_ROMAN = re.compile(
    r"(?=[mdclxvi])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})"
)
_WORTH = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_HUNDRED = 100
# From how many letters on a number word is known, and a misspelt one taken for it.
_LONG, _TYPED = 5, 4


@cache
def roman(text: str) -> int | None:
    """Give what a Roman numeral in its usual form is worth, else None."""
    if not _ROMAN.fullmatch(text):
        return None
    worth = [_WORTH[letter] for letter in text]
    return sum(
        -value if any(later > value for later in worth[n + 1 : n + 2]) else value
        for n, value in enumerate(worth)
    )


def merged(words: Sequence[Word], known: Lexicon) -> list[Word]:
    """Put one number for the words that make it: `four hundred and thirty-five` is 435."""
    made: list[Word] = []
    place = 0
    while place < len(words):
        reading = _Reading(words, place, known)
        number = reading.number()
        if number is None:
            made.append(words[place])
            place += 1
        else:
            made.append(number)
            place = reading.place
    return made


class _Reading:
    """Reads a number in words from a place on; `place` is then after its last word."""

    def __init__(self, words: Sequence[Word], place: int, known: Lexicon) -> None:
        self.words, self.place, self.known = words, place, known

    def number(self) -> Word | None:
        start = self.place
        first = self.words[start]
        value = self._cardinal()
        if value is None:
            return None
        ordinal = _is_ordinal(self.words[self.place - 1].text, self.known.language)
        ordinal = ordinal or first.kind == "ordinal"
        decimal = None if ordinal else self._decimal(value)
        if decimal is not None:
            value = decimal
        elif not ordinal:
            year = self._year(value)
            share = self._share(value)
            value = year or share or value
        if self.place == start + 1 and first.value is not None:
            return first
        kind = "ordinal" if ordinal else "number"
        text = first.text if value == 1 and kind == "number" else str(value)
        text += "th" if ordinal else ""
        return replace(first, text=text, kind=kind, value=value, roman=None)

    def _at(self, place: int) -> str:
        if place >= len(self.words):
            return ""
        word = self.words[place]
        return word.text if word.kind == "word" else ""

    def _value(self, place: int) -> int | None:
        word = self._at(place)
        return _count(word, self.known.language) if word else None

    @property
    def _scales(self) -> dict[str, int]:
        counts = self.known.counts
        return {**counts.get("scales", {}), **counts.get("dozens", {})}

    def _cardinal(self) -> Fraction | None:
        """Read hundreds and thousands; None if there is no number here."""
        start = self.place
        scales = self._scales
        first = self.words[start]
        total = Fraction(0)
        current: Fraction | None = None
        if first.value is not None and first.kind == "number":
            current, self.place = first.value, start + 1
            if self._at(self.place) not in scales:
                return current
        elif self._at(start) == "a" and self._at(start + 1) in scales:
            current, self.place = Fraction(1), start + 1
        while self.place < len(self.words):
            word = self._at(self.place)
            value = self._value(self.place)
            if word in scales and (current is not None or self.place == start):
                scaled = (current or Fraction(1)) * scales[word]
                low = scales[word] == _HUNDRED
                total, current = (
                    (total, scaled) if low else (total + scaled, Fraction(0))
                )
            elif value is not None and _fits(current, value):
                current = (current or Fraction(0)) + value
            elif not self._joins():
                break
            self.place += 1
            if value is not None and _is_ordinal(word, self.known.language):
                break
        if self.place == start:
            return None
        return total + (current or Fraction(0))

    def _joins(self) -> bool:
        """Tell whether this `and`, or this comma, stands within a number.

        `and` goes after a hundred or more, a comma after a thousand or more; a small number
        goes on.
        """
        value = self._value(self.place + 1)
        before = self.known.counts.get("scales", {}).get(self._at(self.place - 1), 0)
        if value is None or value >= _HUNDRED:
            return False
        if self._at(self.place) == "and":
            return before >= _HUNDRED
        return self.words[self.place].text == "," and before > _HUNDRED

    def _decimal(self, value: Fraction) -> Fraction | None:
        """Read on, as in `one point four billion`."""
        start = self.place
        if self._at(start) != "point" or value.denominator != 1:
            return None
        digits = ""
        self.place += 1
        while (digit := self._value(self.place)) is not None and digit < 10:  # noqa: PLR2004
            digits += str(digit)
            self.place += 1
        if not digits:
            self.place = start
            return None
        made = value + Fraction(int(digits), 10 ** len(digits))
        while (scale := self._scales.get(self._at(self.place))) is not None:
            made *= scale
            self.place += 1
        return made

    def _year(self, value: Fraction) -> Fraction | None:
        """Read on, as in `seventeen eighty-seven` and `nineteen oh five`."""
        start = self.place
        if not 1 <= value < _HUNDRED or self._at(start) in ("", "a"):
            return None
        if (
            self._at(start) in ("oh", "o", "zero")
            and self._value(start + 1) is not None
        ):
            self.place += 1
        elif (self._value(start) or 0) < 10:  # noqa: PLR2004
            return None
        low = self._cardinal()
        if (
            low is None
            or low >= _HUNDRED
            or _is_ordinal(self._at(self.place - 1), self.known.language)
        ):
            self.place = start
            return None
        return value * _HUNDRED + low

    def _share(self, value: Fraction) -> Fraction | None:
        """Read on, as in `two thirds`."""
        parts = self.known.counts.get("parts", {})
        under = parts.get(self._at(self.place))
        if not under or value.denominator != 1 or not 0 < value < _HUNDRED:
            return None
        self.place += 1
        return value / under


@lru_cache(maxsize=8192)
def _count(word: str, code: str) -> int | None:
    """Give what a number word is worth, also where two run together or one is misspelt."""
    counts = lexicon(code).counts
    numbers, ordinals = counts.get("numbers", {}), counts.get("ordinals", {})
    every = {**ordinals, **numbers}
    if word in every:
        return every[word]
    for ten, value in numbers.items():
        rest = word.removeprefix(ten)
        if value >= 20 and rest != word and 0 < every.get(rest, 0) < 10:  # noqa: PLR2004
            return value + every[rest]
    return every.get(_meant(word, code))


@lru_cache(maxsize=8192)
def _meant(word: str, code: str) -> str:
    """Give the one number word that a misspelt word is a single slip from, if it is long."""
    counts = lexicon(code).counts
    every = {**counts.get("ordinals", {}), **counts.get("numbers", {})}
    if len(word) < _TYPED:
        return ""
    near = [
        known
        for known in every
        if len(known) >= _LONG and OSA.distance(word, known) == 1
    ]
    # A letter left out is the commonest slip: `nineteeth` is not ninetieth.
    if len({every[known] for known in near}) > 1:
        near = [known for known in near if len(known) > len(word)]
    clear = len({every[known] for known in near}) == 1 and not is_word(word, code)
    return near[0] if clear else ""


def _is_ordinal(word: str, code: str) -> bool:
    ordinals = lexicon(code).counts.get("ordinals", {})
    return (
        any(word.endswith(each) for each in ordinals) or _meant(word, code) in ordinals
    )


def _fits(current: Fraction | None, value: int) -> bool:
    """Tell whether a number word goes on with what was read: 20 then 7, 400 then 35."""
    if current is None:
        return True
    if value >= _HUNDRED or current.denominator != 1:
        return False
    rest = int(current) % _HUNDRED
    if rest == 0:
        return current != 0 or value > 0
    return rest >= 20 and rest % 10 == 0 and 0 < value < 10  # noqa: PLR2004
