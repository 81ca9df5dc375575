"""Which answers are right: an item's own, and those that other facts make right as well.

A fact makes an answer right for another's question when it is of the same kind, answers
the same question and agrees with all that the stem tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from quiz.likeness import MEASURED, normalised, overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quiz.ask import Draft
    from quiz.keys import Answer

Alike: TypeAlias = "Callable[[Answer, Answer], bool]"
_DAYS = 365
# A span of more years than this is found from anywhere.
_LONG = 60


class Truth:
    """Every draft of a language, found by stem and by what answers it."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._by_stem: dict[str, list[Draft]] = {}
        self._groups: dict[tuple[str, tuple[str, ...]], _Group] = {}
        for draft in drafts:
            self._by_stem.setdefault(normalised(draft.stem), []).append(draft)
            self._groups.setdefault(_alike(draft), _Group()).add(draft)

    def is_right(self, draft: Draft, answer: Answer, alike: Alike = overlap) -> bool:
        """Tell whether an answer is alike a right one: the same, or (`overlap`) in part."""
        stems = self._by_stem[normalised(draft.stem)]
        if any(alike(right, answer) for other in stems for right in other.key.answers):
            return True
        return any(
            alike(right, answer)
            for other in self._groups[_alike(draft)].near(answer)
            if other.fact is not draft.fact and _agree(draft, other)
            for right in other.key.answers
        )


def _alike(draft: Draft) -> tuple[str, tuple[str, ...]]:
    return draft.fact.kind, draft.question.answer


def _agree(draft: Draft, other: Draft) -> bool:
    """Tell whether all that a stem tells may hold for another fact, too."""
    return all(
        theirs is None or any(overlap(a, b) for a in given for b in theirs)
        for field, given in draft.given.items()
        for theirs in (other.given.get(field),)
    )


class _Group:
    """Drafts of one kind and question, indexed so that few must be compared.

    Overlapping answers share a year (if they lie on a line), or one holds all words of the
    other: then it holds the rarest of them.
    """

    def __init__(self) -> None:
        self._years: dict[int | None, dict[str, Draft]] = {}
        self._words: dict[str, dict[str, Draft]] = {}
        self._phrases: list[tuple[list[str], Draft]] = []
        self._rarest: dict[str, dict[str, Draft]] = {}

    def add(self, draft: Draft) -> None:
        for answer in draft.key.answers:
            for year in _years(answer):
                self._years.setdefault(year, {})[draft.id] = draft
            for words in _phrases(answer):
                self._phrases.append((words, draft))
                for word in words:
                    self._words.setdefault(word, {})[draft.id] = draft

    def near(self, answer: Answer) -> Iterator[Draft]:
        """Give the drafts whose answers may overlap with an answer."""
        for words, draft in self._phrases:
            self._rarest.setdefault(self._rare(words), {})[draft.id] = draft
        self._phrases.clear()
        found: dict[str, Draft] = {}
        years = _years(answer)
        for year in self._years if None in years else {None, *years}:
            found |= self._years.get(year, {})
        for words in _phrases(answer):
            found |= self._words.get(self._rare(words), {})
            for word in words:
                found |= self._rarest.get(word, {})
        yield from found.values()

    def _rare(self, words: list[str]) -> str:
        return min(words, key=lambda word: len(self._words.get(word, ())))


def _years(answer: Answer) -> set[int | None]:
    """Give the years, or the number, that an answer on a line touches; None for very many."""
    if answer.span is None or answer.type not in MEASURED:
        return set()
    low, high = answer.span
    if answer.type in ("number", "ordinal"):
        return {int(low)}
    if high - low > _LONG * _DAYS:
        return {None}
    return set(range(int(low) // _DAYS, int(high) // _DAYS + 1))


def _phrases(answer: Answer) -> Iterator[list[str]]:
    for form in (*answer.forms, *answer.broader):
        yield normalised(form).split() or [form]
