"""A word of a response, and of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

WORD, NUMBER, ORDINAL, DECADE, DATE, MARK = (
    *("word", "number", "ordinal", "decade"),
    *("date", "mark"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark. `text` is folded, `lemma` without its ending.

    `value` is a number's, `roman` what the word is worth if it is a Roman numeral.
    """

    text: str
    kind: str = WORD
    lemma: str = ""
    value: Fraction | None = None
    roman: int | None = None

    @property
    def figure(self) -> Fraction | None:
        """What it is worth as a number, if it can be one."""
        return Fraction(self.roman) if self.value is None and self.roman else self.value
