"""Wrong answers for an item: curated ones first, then the nearest in the whole library.

An answer that any fact makes right is never chosen. Each candidate is scored on its own
(distance, and a little noise from the item's id), so adding a fact changes few items.
"""

from __future__ import annotations

import hashlib
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
_OTHER_FIELD = 0.5
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
        anchor = draft.key.answers[0]
        pool = self._by_type.get(anchor.type, {}).values()
        scored = [
            (
                distance(anchor, candidate.answer)
                + (0.0 if self._same_field(candidate, draft) else _OTHER_FIELD)
                + _NOISE * _fraction(f"{draft.id} {candidate.answer.text}"),
                candidate.answer.text,
                candidate.answer,
            )
            for candidate in pool
            if self._fits(candidate, anchor, draft)
        ]
        ranked = [answer for *_, answer in sorted(scored, key=lambda row: row[:2])]
        near = sorted(anchor.near, key=lambda a: _fraction(f"{draft.id} {a.text}"))
        return ranked + near

    @staticmethod
    def _same_field(candidate: _Candidate, draft: Draft) -> bool:
        anchor = draft.key.answers[0]
        return (
            candidate.kind == draft.fact.kind and candidate.answer.name == anchor.name
        )

    def _fits(self, candidate: _Candidate, anchor: Answer, draft: Draft) -> bool:
        answer = candidate.answer
        same = self._same_field(candidate, draft)
        if anchor.type in _UNSORTED:
            if anchor.type in ("text", "number") and not same:
                return False
            if anchor.type == "date" and _precision(anchor) != _precision(answer):
                return False
        elif anchor.sort or answer.sort:
            if not set(anchor.sort) & set(answer.sort):
                return False
        elif not same:
            return False
        if distance(anchor, answer) > _FAR:
            return False
        return not any(mentions(draft.stem, form) for form in answer.forms)


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
