"""What must not meet on one paper: a question twice, and one that tells another's answer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING

from quiz.exam.tasks import shown
from quiz.hints import kin, telling
from quiz.likeness import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.model import Item
    from quiz.papers import Task


@dataclass(frozen=True, slots=True)
class _Voice:
    """An item as it speaks to others: what it shows, and by which forms it is answered."""

    fact: tuple[str, str]
    text: str
    words: frozenset[str]
    forms: frozenset[str]

    def tells(self, other: _Voice, *, strict: bool) -> bool:
        """Tell whether it shows an answer of another.

        If it is not `strict`, only if it also shows what the other's question is about.
        """
        found = [form for form in other.forms if f" {form} " in self.text]
        if strict or not found or self.fact == other.fact:
            return bool(found)
        return any(self._is_about(other, form) for form in found)

    def _is_about(self, other: _Voice, form: str) -> bool:
        of_answer = form.split()
        return any(
            word not in of_answer and any(kin(word, each) for each in self.words)
            for word in other.words
        )


class Company:
    """The tasks that stand on a paper already, and who may join them.

    One tells another's answer if it shows, word by word, a form of that answer (writers of
    tests call it cueing). Where that leaves too few, do without `strict`: then that form
    must stand beside a telling word of the other's question. Two items ask the same if they
    ask for the same part of one fact, or in the same words.
    """

    def __init__(self, *, strict: bool = True) -> None:
        self._strict = strict
        self._asked: set[tuple[str, ...]] = set()
        self._facts: set[tuple[str, str]] = set()
        self._voices: list[_Voice] = []
        self._by_word: dict[str, list[_Voice]] = {}
        self._by_form: dict[str, list[_Voice]] = {}

    def copy(self) -> Company:
        """Give a company of the same tasks, which others may join."""
        made = Company(strict=self._strict)
        made._asked, made._facts = set(self._asked), set(self._facts)
        for voice in self._voices:
            made._join(voice)
        return made

    def knows(self, item: Item) -> bool:
        """Tell whether another item of its fact stands there."""
        return (item.deck, item.fact) in self._facts

    def bars(self, task: Task) -> bool:
        """Tell whether a task repeats what stands there, tells an answer or is told its own.

        So does one of several items that tell each other's.
        """
        if any(each in self._asked for item in task.items for each in _asked(item)):
            return True
        voices = list(_voices(task))
        within = combinations(voices, 2)
        around = ((voice, other) for voice in voices for other in self._near(voice))
        return any(
            other.tells(voice, strict=self._strict)
            or voice.tells(other, strict=self._strict)
            for voice, other in chain(within, around)
        )

    def add(self, task: Task) -> None:
        """Let a task join."""
        for item in task.items:
            self._asked.update(_asked(item))
            self._facts.add((item.deck, item.fact))
        for voice in _voices(task):
            self._join(voice)

    def _near(self, voice: _Voice) -> Iterator[_Voice]:
        """Give those who may tell a voice something, or be told by it."""
        for form in voice.forms:
            yield from self._by_word.get(_first(form), ())
        for word in set(voice.text.split()):
            yield from self._by_form.get(word, ())

    def _join(self, voice: _Voice) -> None:
        self._voices.append(voice)
        for word in set(voice.text.split()):
            self._by_word.setdefault(word, []).append(voice)
        for form in {_first(form) for form in voice.forms}:
            self._by_form.setdefault(form, []).append(voice)


def _first(form: str) -> str:
    return form.partition(" ")[0]


def _asked(item: Item) -> Iterator[tuple[str, ...]]:
    """Give what an item asks: the words of its question, and each part of its fact."""
    yield (normalised(item.stem),)
    for part in item.key.parts:
        yield item.deck, item.fact, part


def _voices(task: Task) -> Iterator[_Voice]:
    """Give a voice for each item of a task; of several items each shows its own question."""
    items = task.items
    for item in items:
        texts = shown(task) if len(items) == 1 else (item.stem,)
        yield _voice(item, texts)


def _forms(item: Item) -> frozenset[str]:
    forms = (form for answer in item.key.answers for form in answer.forms)
    return frozenset(map(normalised, forms))


def _voice(item: Item, texts: tuple[str, ...]) -> _Voice:
    joined = " | ".join(map(normalised, texts))
    words = frozenset(telling(" ".join(texts)))
    return _Voice((item.deck, item.fact), f" {joined} ", words, _forms(item))


def told(items: Iterable[Item]) -> dict[str, int]:
    """Count, by id, how many of some items each would tell or be told an answer."""
    voices = {item.id: _voice(item, (item.stem,)) for item in items}
    by_word: dict[str, list[str]] = {}
    for name, voice in voices.items():
        for word in set(voice.text.split()):
            by_word.setdefault(word, []).append(name)
    counts = dict.fromkeys(voices, 0)
    for name, voice in voices.items():
        for form in voice.forms:
            for other in by_word.get(_first(form), ()):
                if other != name and f" {form} " in voices[other].text:
                    counts[name] += 1
                    counts[other] += 1
    return counts
