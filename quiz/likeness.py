"""How alike two answers are: the same, overlapping, or how far apart."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.keys import Answer

_EARTH_KM = 6371.0
# One unit of distance: what a learner would call "near" for each type.
_NEAR_KM = 3000.0
_NEAR_DAYS = {"date": 5 * 365.25, "year": 3652.5, "interval": 3652.5}
_NEAR_BIRTH_DAYS = 20 * 365.25
# Types that lie on a line: those with a span overlap where their spans touch.
MEASURED = ("date", "year", "interval", "number", "ordinal")
# Types whose options stand in order; shuffling them would only cost the reader time.
_ORDERED = ("date", "year", "number", "ordinal")
# Scripts in which a mark over a letter is an accent, and signs that are words.
_ACCENTED = ("LATIN", "GREEK", "CYRILLIC")
_SIGNS = "%+#§¶°−"
# Types of which one phrase inside another says the same thing less precisely.
_NESTING = ("text", "place", "term", "event")


@cache
def identical(text: str) -> str:
    """Fold only what can make no difference: case, white space and a final mark."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return " ".join(plain.split()).rstrip(" .?!") or plain


@cache
def normalised(text: str) -> str:
    """Fold case, accents, punctuation and leading articles: what makes little difference.

    Marks over letters of other scripts are letters of their own (が, कि), and signs such as
    +, # or a minus tell answers apart: these stay.
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    plain = re.sub(r"(?<!\w)-(?=\d)", "−", plain.replace("&", " and "))
    words = "".join(_folded(plain)).split()
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words) or text


def _folded(text: str) -> Iterator[str]:
    accented = False
    for char in text:
        kind = unicodedata.category(char)
        if kind[0] == "M":
            yield "" if accented else char
        elif char in "'’":
            yield ""
        else:
            accented = unicodedata.name(char, "").split(" ")[0] in _ACCENTED
            yield char if kind[0] in "LN" or kind == "Sc" or char in _SIGNS else " "


def mentions(text: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a text, word by word."""
    return f" {normalised(phrase)} " in f" {normalised(text)} "


def same(one: Answer, other: Answer) -> bool:
    """Tell whether two answers can mean the same."""
    if not set(map(normalised, one.forms)).isdisjoint(map(normalised, other.forms)):
        return True
    return {one.type, other.type} <= set(MEASURED) and _touch(one, other)


def overlap(one: Answer, other: Answer) -> bool:
    """Tell whether two answers can mean the same, or one holds the other."""
    if same(one, other):
        return True
    types = {one.type, other.type}
    if types <= set(MEASURED):
        return False
    ours, theirs = set(map(normalised, one.forms)), set(map(normalised, other.forms))
    if ours & set(map(normalised, other.broader)):
        return True
    if theirs & set(map(normalised, one.broader)):
        return True
    if not types & set(_NESTING):
        return False
    return mentions(one.text, other.text) or mentions(other.text, one.text)


def in_order(answers: Sequence[Answer]) -> bool:
    """Tell whether answers, as options, are to stand in the order of their time or number."""
    alike = all(each.span and each.type == answers[0].type for each in answers)
    return alike and answers[0].type in _ORDERED


def is_above(one: Answer, other: Answer) -> bool:
    """Tell whether the other of two answers that lie on a line comes after the one."""
    return bool(one.span and other.span and one.span < other.span)


def _touch(one: Answer, other: Answer) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span[0] <= other.span[1] and other.span[0] <= one.span[1]


def distance(one: Answer, other: Answer) -> float:
    """Say how far apart two answers are in time, number, place and length; near is below 1."""
    total = abs(len(one.text) - len(other.text)) / max(len(one.text), len(other.text))
    if one.span and other.span:
        total += _along(one, other)
    if one.point and other.point:
        total += _kilometres(one.point, other.point) / _NEAR_KM
    return total


def _along(one: Answer, other: Answer) -> float:
    ours, theirs = (sum(answer.span or (0.0, 0.0)) / 2 for answer in (one, other))
    gap = 0.0 if ours == theirs else abs(ours - theirs)  # both may be without end
    if one.type in ("number", "ordinal"):
        return gap / max(1.0, abs(ours) / 4)
    return gap / _NEAR_DAYS.get(one.type, _NEAR_BIRTH_DAYS)


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the great circle between two points (haversine)."""
    (lat1, lon1), (lat2, lon2) = (map(math.radians, point) for point in (one, other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
