"""Wrong answers for an item: curated ones first, then the nearest in the whole library.

An answer that any fact makes right is never chosen. Each candidate is scored on its own
(distance, and a little noise from the item's id), so adding a fact changes few items.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.fields import NAME_TYPES, answer_of, plain
from quiz.likeness import (
    MEASURED,
    distance,
    in_order,
    is_above,
    mentions,
    normalised,
    overlap,
    same,
)
from quiz.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.ask import Draft
    from quiz.keys import Answer
    from quiz.model import Names

WANTED = 3
# Three options suffice (Rodriguez 2005, 27 studies): two distractors at least.
ENOUGH = 2
# A right option this much longer than every other stands out (item-writing practice).
_STANDS_OUT = 1.5
# What a candidate loses, in units of distance: from another field, with a time or place unknown,
# made up beside the key, and of a sort that many share. One of the sort the stem names gains.
_OTHER_FIELD = 0.5
_UNKNOWN = 0.5
_MADE = 1.5
_COMMON = 0.3
_TOLD = 1.0
_NOISE = 0.3
# Beyond this distance none would choose it: 40 years for a date, 160 for a birth.
_FAR = 8.0
# How many of a long line of candidates are looked at: those nearest to the key.
_WINDOW = 60
_UNSORTED = ("date", "year", "interval", "number", "ordinal", "text")


@dataclass(frozen=True, slots=True)
class _Candidate:
    answer: Answer
    kind: str = ""

    @property
    def field(self) -> tuple[str, str]:
        return self.kind, self.answer.name


class _Line:
    """Candidates in the order of their time, number or length."""

    def __init__(self) -> None:
        self.candidates: dict[tuple[str, str, str], _Candidate] = {}
        self._ordered: list[_Candidate] = []

    def add(self, candidate: _Candidate) -> None:
        self.candidates.setdefault((*candidate.field, candidate.answer.text), candidate)

    def near(self, anchor: Answer) -> list[_Candidate]:
        """Give all, or of many those nearest to an answer."""
        if len(self._ordered) != len(self.candidates):
            self._ordered = sorted(self.candidates.values(), key=_place_of)
        middle = bisect_left(self._ordered, _place(anchor), key=_place_of)
        start = max(0, middle - _WINDOW // 2)
        return self._ordered[start : start + _WINDOW]


def _place_of(candidate: _Candidate) -> tuple[float, str]:
    return _place(candidate.answer)


def _place(answer: Answer) -> tuple[float, str]:
    if answer.span is None:
        return float(len(answer.text)), answer.text
    low, high = answer.span
    return low if math.isinf(high) else high, answer.text


@dataclass(frozen=True, slots=True)
class Options:
    """The distractors of an item, what else could stand beside it, or why there are none."""

    distractors: tuple[Answer, ...] = ()
    beside: tuple[Answer, ...] = ()
    reason: str = ""


class Pool:
    """Every answer that can stand beside another in a language, and what is right there."""

    def __init__(self, drafts: Iterable[Draft], names: Names, language: str) -> None:
        drafts = tuple(drafts)
        self._truth = Truth(drafts)
        self._lines: dict[tuple[object, ...], _Line] = {}
        for draft in drafts:
            for answer in draft.key.answers:
                self._add(_Candidate(answer, draft.fact.kind))
        for kind in NAME_TYPES:
            for name in names.of_type(kind):
                self._add(_Candidate(answer_of(name, language)))

    def _add(self, candidate: _Candidate) -> None:
        for line in _lines(candidate.answer, candidate.kind):
            self._lines.setdefault(line, _Line()).add(candidate)

    def choose(self, draft: Draft) -> Options:
        """Give the distractors of an item, or none and the reason why."""
        key = draft.key
        barred = _barred(draft)
        if barred:
            return Options(reason=barred)
        chosen = self._fair(draft, _curated(draft), [], curated=True)
        ranked = self._ranked(draft) if draft.question.options != "own" else []
        chosen = self._fair(draft, ranked, chosen)
        if len(chosen) < ENOUGH:
            reason = f"the library has {len(chosen)} good wrong options for it"
            return Options(reason=reason)
        # Any of the right answers may be the one that stands among the options.
        if any(
            each.type == "text" and _stands_out(each, chosen) for each in key.answers
        ):
            return Options(reason="the right option would stand out by its length")
        return Options(tuple(chosen), self._beside(draft, ranked, chosen))

    def _beside(
        self, draft: Draft, ranked: list[Answer], chosen: list[Answer]
    ) -> tuple[Answer, ...]:
        """Give more options, as many as there could be below the key and above it.

        With them a paper can draw the place of a right answer that stands in order.
        """
        right = draft.key.answers
        if len(right) > 1 or not in_order((*right, *chosen)):
            return ()
        found = list(chosen)
        for side in (0, 1):
            on_side = [each for each in found if is_above(right[0], each) == side]
            more = [answer for answer in ranked if is_above(right[0], answer) == side]
            wanted = len(found) + WANTED - len(on_side)
            found = self._fair(draft, more, found, wanted=wanted)
        return tuple(found[len(chosen) :])

    def _fair(
        self,
        draft: Draft,
        candidates: list[Answer],
        chosen: list[Answer],
        *,
        curated: bool = False,
        wanted: int = WANTED,
    ) -> list[Answer]:
        """Add, up to the number wanted, what is neither right nor chosen already.

        Of `curated` options one may hold another: their curator saw all of them.
        """
        found = list(chosen)
        alike = same if curated else overlap
        for candidate in candidates:
            if len(found) >= wanted:
                break
            taken = any(alike(other, candidate) for other in found)
            if not taken and not self._truth.is_right(draft, candidate, alike):
                found.append(candidate)
        return found

    def _ranked(self, draft: Draft) -> list[Answer]:
        """Give every answer that could stand beside the key, the best first."""
        anchor = draft.key.answers[0]
        told = {
            normalised(form)
            for answers in draft.given.values()
            for answer in answers
            for form in answer.forms
        }
        found = {
            (*candidate.field, candidate.answer.text): candidate
            for line in _lines(anchor, draft.fact.kind)
            for candidate in self._lines.get(line, _Line()).near(anchor)
        }
        scored = [
            (
                self._score(draft, candidate, told),
                candidate.answer.text,
                candidate.answer,
            )
            for candidate in found.values()
        ]
        scored += [
            (distance(anchor, near) + _MADE + _noise(draft, near), near.text, near)
            for near in anchor.near
        ]
        ranked = [
            answer
            for score, _, answer in sorted(scored, key=lambda row: row[:2])
            if score < _FAR and not any(mentions(draft.stem, f) for f in answer.forms)
        ]
        return _around(draft, ranked) if anchor.type in MEASURED else ranked

    def _score(self, draft: Draft, candidate: _Candidate, told: set[str]) -> float:
        anchor, answer = draft.key.answers[0], candidate.answer
        score = distance(anchor, answer) + _noise(draft, answer)
        if candidate.field != (draft.fact.kind, anchor.name):
            score += _OTHER_FIELD
        score += _UNKNOWN * bool(anchor.span and not answer.span)
        score += _UNKNOWN * bool(anchor.point and not answer.point)
        shared = set(anchor.sort) & set(answer.sort)
        if any(normalised(sort) in told for sort in shared):
            return score - _TOLD
        sizes = (
            len(self._lines[anchor.type, sort].candidates)
            for sort in shared
            if anchor.type not in _UNSORTED
        )
        return score + _COMMON * math.log2(min(sizes, default=1))


def _lines(answer: Answer, kind: str) -> Iterator[tuple[object, ...]]:
    """Say in which lines an answer stands: only with answers of its sort may it be offered."""
    if answer.type in ("text", "number"):
        yield answer.type, kind, answer.name, answer.sort  # a number's sort is its unit
    elif answer.type in _UNSORTED:
        yield answer.type, answer.sort, answer.type == "date" and _is_day(answer)
    elif answer.sort:
        for sort in answer.sort:
            yield answer.type, sort
    else:
        yield answer.type, kind, answer.name, ()


def _barred(draft: Draft) -> str:
    """Say why a question has no place for options, whatever there are."""
    if draft.question.options == "none":
        return "its kind never offers options"
    if len(draft.key.parts) > 1:
        return "its answer has several parts"
    if draft.key.ordered:
        return "its answer is a list in order"
    return f"it asks for {draft.key.need} answers" if draft.key.need > 1 else ""


def _around(draft: Draft, ranked: list[Answer]) -> list[Answer]:
    """Put first so many below the key that its place among ordered options is any.

    The nearest on both sides would put it in the middle more often than not.
    """
    middle = _place(draft.key.answers[0])[0]
    below = [answer for answer in ranked if _place(answer)[0] < middle]
    above = [answer for answer in ranked if _place(answer)[0] >= middle]
    wanted = int(_fraction(f"{draft.id} place") * (WANTED + 1))
    first = below[:wanted] + above[: WANTED - wanted]
    return first + [answer for answer in ranked if answer not in first]


def _is_day(answer: Answer) -> bool:
    low, high = answer.span or (0.0, 0.0)
    return low == high


def _curated(draft: Draft) -> list[Answer]:
    own = [text for answer in draft.key.answers for text in answer.wrong]
    texts = dict.fromkeys((*draft.wrong, *own))
    return sorted(map(plain, texts), key=lambda a: _fraction(f"{draft.id} {a.text}"))


def _noise(draft: Draft, answer: Answer) -> float:
    return _NOISE * _fraction(f"{draft.id} {answer.text}")


def _stands_out(right: Answer, others: list[Answer]) -> bool:
    longest = max(len(other.text) for other in others)
    return " " in right.text and len(right.text) > _STANDS_OUT * longest


def _fraction(text: str) -> float:
    """Give a number in [0, 1) that only the text decides."""
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64
