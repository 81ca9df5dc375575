"""Wrong answers for an item: curated ones first, then the nearest in the whole library.

An answer that any fact makes right is never chosen. Each candidate is scored on its own
(distance, and a little noise from the item's id), so adding a fact changes few items.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.fields import NAME_TYPES, answer_of, plain
from quiz.likeness import distance, mentions, normalised, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.ask import Draft
    from quiz.model import Answer, Names

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
_UNSORTED = ("date", "year", "interval", "number", "ordinal", "text")


@dataclass(frozen=True, slots=True)
class _Candidate:
    answer: Answer
    kind: str = ""


class Pool:
    """Every answer the library knows, by type, and every draft, by kind and question."""

    def __init__(self, drafts: Iterable[Draft], names: Names, language: str) -> None:
        self._by_type: dict[str, dict[tuple[str, str, str], _Candidate]] = {}
        self._by_stem: dict[str, list[Draft]] = {}
        self._alike: dict[tuple[str, tuple[str, ...]], list[Draft]] = {}
        for draft in drafts:
            alike = (draft.fact.kind, draft.question.answer)
            self._alike.setdefault(alike, []).append(draft)
            self._by_stem.setdefault(normalised(draft.stem), []).append(draft)
            for answer in draft.key.answers:
                self._add(answer, draft.fact.kind)
        for kind in NAME_TYPES:
            for name in names.of_type(kind):
                self._add(answer_of(name, language), "")

        self._sizes = Counter(
            (type_, sort)
            for type_, candidates in self._by_type.items()
            for sort in _sorts(candidates.values())
        )

    def _add(self, answer: Answer, kind: str) -> None:
        place = (kind, answer.name, answer.text)
        candidates = self._by_type.setdefault(answer.type, {})
        candidates.setdefault(place, _Candidate(answer, kind))

    def choose(self, draft: Draft) -> tuple[tuple[Answer, ...], str]:
        """Give the distractors of an item, or none and the reason why."""
        key = draft.key
        if draft.question.options == "none":
            return (), "its kind never offers options"
        if len(key.parts) > 1:
            return (), "its answer has several parts"
        if key.need > 1:
            return (), f"it asks for {key.need} answers"
        chosen = _curated(draft)
        if draft.question.options != "own":
            rights = [*key.answers, *self._also_right(draft)]
            for candidate in self._ranked(draft):
                if len(chosen) >= WANTED:
                    break
                taken = [*rights, *chosen]
                if not any(overlap(answer, candidate) for answer in taken):
                    chosen.append(candidate)
        if len(chosen) < ENOUGH:
            return (), f"the library has {len(chosen)} good wrong options for it"
        if key.answers[0].type == "text" and _stands_out(key.answers[0], chosen):
            return (), "the right option would stand out by its length"
        return tuple(chosen), ""

    def _also_right(self, draft: Draft) -> Iterator[Answer]:
        """Give the answers of facts that fit all the stem tells, or have the same stem."""
        for other in self._by_stem[normalised(draft.stem)]:
            yield from other.key.answers
        for other in self._alike[draft.fact.kind, draft.question.answer]:
            if other.fact is not draft.fact and all(
                _may_agree(given, other.given.get(field))
                for field, given in draft.given.items()
            ):
                yield from other.key.answers

    def _ranked(self, draft: Draft) -> list[Answer]:
        """Give every answer that could stand beside the key, the best first."""
        anchor = draft.key.answers[0]
        told = {
            normalised(form)
            for answers in draft.given.values()
            for answer in answers
            for form in answer.forms
        }
        scored = [
            (
                self._score(draft, candidate, told),
                candidate.answer.text,
                candidate.answer,
            )
            for candidate in self._by_type.get(anchor.type, {}).values()
            if self._fits(candidate, anchor, draft)
        ]
        scored += [
            (distance(anchor, near) + _MADE + _noise(draft, near), near.text, near)
            for near in anchor.near
            if not mentions(draft.stem, near.text)
        ]
        return [answer for *_, answer in sorted(scored, key=lambda row: row[:2])]

    def _score(self, draft: Draft, candidate: _Candidate, told: set[str]) -> float:
        anchor, answer = draft.key.answers[0], candidate.answer
        score = distance(anchor, answer) + _noise(draft, answer)
        score += 0.0 if self._same_field(candidate, draft) else _OTHER_FIELD
        score += _UNKNOWN * bool(anchor.span and not answer.span)
        score += _UNKNOWN * bool(anchor.point and not answer.point)
        shared = set(anchor.sort) & set(answer.sort)
        if any(normalised(sort) in told for sort in shared):
            return score - _TOLD
        rarest = min((self._sizes[anchor.type, sort] for sort in shared), default=1)
        return score + _COMMON * math.log2(rarest)

    @staticmethod
    def _same_field(candidate: _Candidate, draft: Draft) -> bool:
        anchor = draft.key.answers[0]
        return (
            candidate.kind == draft.fact.kind and candidate.answer.name == anchor.name
        )

    def _fits(self, candidate: _Candidate, anchor: Answer, draft: Draft) -> bool:
        answer = candidate.answer
        return (
            _comparable(anchor, answer, same=self._same_field(candidate, draft))
            and distance(anchor, answer) <= _FAR
            and not any(mentions(draft.stem, form) for form in answer.forms)
        )


def _comparable(anchor: Answer, answer: Answer, *, same: bool) -> bool:
    """Tell whether an answer is of the anchor's sort; `same` says it fills the same field."""
    if anchor.type in _UNSORTED:
        fits = same or anchor.type not in ("text", "number")
        if anchor.type == "date":
            fits = fits and _precision(anchor) == _precision(answer)
        return fits and anchor.sort == answer.sort  # a number's sort is its unit
    if anchor.sort or answer.sort:
        return bool(set(anchor.sort) & set(answer.sort))
    return same


def _sorts(candidates: Iterable[_Candidate]) -> Iterator[str]:
    """Give the sorts of every different answer among candidates."""
    unique = {candidate.answer.text: candidate.answer for candidate in candidates}
    for answer in unique.values():
        yield from answer.sort


def _noise(draft: Draft, answer: Answer) -> float:
    return _NOISE * _fraction(f"{draft.id} {answer.text}")


def _precision(answer: Answer) -> int:
    low, high = answer.span or (0.0, 0.0)
    return 0 if low == high else 1


def _may_agree(ours: tuple[Answer, ...], theirs: tuple[Answer, ...] | None) -> bool:
    return theirs is None or any(overlap(a, b) for a in ours for b in theirs)


def _curated(draft: Draft) -> list[Answer]:
    own = [text for answer in draft.key.answers for text in answer.wrong]
    texts = dict.fromkeys((*draft.wrong, *own))
    right = {normalised(form) for answer in draft.key.answers for form in answer.forms}
    fair = [plain(text) for text in texts if normalised(text) not in right]
    return sorted(fair, key=lambda a: _fraction(f"{draft.id} {a.text}"))[:WANTED]


def _stands_out(right: Answer, others: list[Answer]) -> bool:
    longest = max(len(other.text) for other in others)
    return " " in right.text and len(right.text) > _STANDS_OUT * longest


def _fraction(text: str) -> float:
    """Give a number in [0, 1) that only the text decides."""
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64
