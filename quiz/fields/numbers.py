"""Fields that are numbers: number with a unit, and ordinal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from quiz import language as lang
from quiz.errors import Location  # noqa: TC001 - dataclass fields
from quiz.fields.spec import Scope, Spec  # noqa: TC001
from quiz.keys import Answer
from quiz.reader import Node  # noqa: TC001 - read by subclasses' callers
from quiz.shape import fail, scalar
from quiz.values import Value

_NUMBER = re.compile(r"(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?(?: (\D.*))?")
_SMALL = 20
_SHARES = tuple(map(Decimal, ("0.5", "0.8", "0.9", "1.1", "1.2", "1.25", "1.5")))
# As many as a float keeps apart; arithmetic on more than 28 would fail.
_MOST_FIGURES = 15


@dataclass(frozen=True, slots=True)
class NumberField(Value):
    """A number, with a unit of its own or its kind's."""

    type: ClassVar[str] = "number"
    number: Decimal
    unit: str
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> NumberField:
        """Read `435`, `1,250`, `2.5` or `5 talks`."""
        del scope
        text = scalar(node, "a number like 435 or 5 talks")
        match = _NUMBER.fullmatch(text)
        if not match:
            fix = "write figures, then the unit: 435, 2.5 or 5 talks"
            fail(node.at, "bad-number", f"'{text}' is not a number", fix)
        whole, fraction, unit = match.groups()
        number = Decimal(whole.replace(",", "") + (fraction or ""))
        if len(number.as_tuple().digits) > _MOST_FIGURES:
            what = f"this number has more than {_MOST_FIGURES} figures"
            fail(node.at, "bad-number", what, "round it, as in 34.5 trillion dollars")
        return cls(number, unit or spec.unit, node.at)

    def show(self, language: str) -> str | None:
        return f"{lang.number(self.number, language)} {self.unit}".strip()

    def answers(self, language: str) -> tuple[Answer, ...]:
        bare = lang.number(self.number, language)
        shown = self.show(language) or bare
        span = (float(self.number), float(self.number))
        near = tuple(
            Answer(
                f"{lang.number(other, language)} {self.unit}".strip(),
                "number",
                span=(float(other), float(other)),
            )
            for other in _neighbours(self.number, self.unit)
        )
        accept = (bare,) if self.unit else ()
        sort = (self.unit,) if self.unit else ()
        return (Answer(shown, "number", "", accept, sort, span, near=near),)


def _neighbours(number: Decimal, unit: str) -> tuple[Decimal, ...]:
    """Give plausible wrong numbers, as precise as the right one and of its sign.

    A small count gets its neighbours, all else numbers of a like size.
    """
    if number == number.to_integral() and abs(number) < _SMALL:
        wrong = [number + step for step in (-3, -2, -1, 1, 2, 3, 4)]
    else:
        precise = Decimal(1).scaleb(-_places(number))
        wrong = [(number * share).quantize(precise) for share in _SHARES]
    most = 100 if unit.startswith(("percent", "%")) and number <= 100 else None  # noqa: PLR2004
    return tuple(
        other
        for other in dict.fromkeys(wrong)
        if other * number > 0
        and other != number
        and _places(other) == _places(number)
        and (most is None or other <= most)
        and not (unit and other == 1)  # "1 talks" is no option
    )


def _places(number: Decimal) -> int:
    """Count the figures after the decimal mark that are shown: 2.0 has none."""
    return max(0, -int(number.normalize().as_tuple().exponent))


@dataclass(frozen=True, slots=True)
class OrdinalField(Value):
    """A place in a series, with the kind's unit: 13th Amendment."""

    type: ClassVar[str] = "ordinal"
    number: int
    unit: str
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> OrdinalField:
        """Read `13` or `13th`."""
        del scope
        text = scalar(node, "a whole number like 13")
        match = re.fullmatch(r"([1-9]\d{0,3})(st|nd|rd|th)?", text)
        if not match:
            what = f"'{text}' is not a place in a series"
            fail(node.at, "bad-number", what, "write a whole number like 13")
        return cls(int(match[1]), spec.unit, node.at)

    def _say(self, number: int, language: str) -> str:
        return f"{lang.ordinal(number, language)} {self.unit}".strip()

    def show(self, language: str) -> str | None:
        return self._say(self.number, language)

    def answers(self, language: str) -> tuple[Answer, ...]:
        word = lang.ordinal_word(self.number, language)
        named = f"{word.title()} {self.unit}".strip()
        bare = lang.ordinal(self.number, language)
        others = (named, word, bare, f"{self.unit} {self.number}".strip())
        span = (float(self.number), float(self.number))
        sort = (self.unit,) if self.unit else ()
        text = self._say(self.number, language)
        accept = tuple(dict.fromkeys(form for form in others if form not in ("", text)))
        return (Answer(text, "ordinal", "", accept, sort, span),)
