"""What must not meet on one paper: a question twice, and one that tells another's answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING

from quiz.exam.tasks import shown
from quiz.hints import kin, telling
from quiz.likeness import normalised

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from quiz.model import Item
    from quiz.papers import Task


# What more of the items there are than this share, and than so many, say is not a subject.
_SHARE, _MANY = 0.1, 4
# So much of an answer is as good as all of it, if it is about the same.
_HALF, _WORDS = 0.5, 2


@dataclass(frozen=True, slots=True)
class _Voice:
    """An item as it speaks to others: what it shows, and by which forms it is answered.

    `about` are the words of its question that tell it from others; `pieces` the telling words
    of each form of an answer; `months` are those of its days.
    """

    fact: tuple[str, str]
    text: str
    options: str
    words: frozenset[str]
    about: frozenset[str]
    forms: frozenset[str]
    pieces: frozenset[frozenset[str]]
    months: frozenset[str]

    def tells(self, other: _Voice, *, strict: bool) -> bool:
        """Tell whether it shows an answer of another, or in part and what that is about.

        If it is not `strict`, only a whole answer, and only if it also shows what the
        other's question is about.
        """
        found = [form for form in other.forms if f" {form} " in self.text]
        if strict:
            return bool(found) or (self._names(other) and self._hints(other))
        if not found or self.fact == other.fact:
            return bool(found)
        return any(self._is_about(other, form) for form in found)

    def _names(self, other: _Voice) -> bool:
        return any(f" {word} " in self.text for word in other.about)

    def _hints(self, other: _Voice) -> bool:
        """Tell whether it asks for the same, has the answer as an option, or the most of it."""
        return (
            not self.forms.isdisjoint(other.forms)
            or any(f" {form} " in self.options for form in other.forms)
            or any(f" {month} " in self.text for month in other.months)
            or any(map(self._has, other.pieces))
        )

    def _has(self, piece: frozenset[str]) -> bool:
        there = sum(any(kin(word, each) for each in self.words) for word in piece)
        return there >= max(_WORDS, _HALF * len(piece))

    def _is_about(self, other: _Voice, form: str) -> bool:
        of_answer = form.split()
        return any(
            word not in of_answer and any(kin(word, each) for each in self.words)
            for word in other.words
        )


class Company:
    """The tasks that stand on a paper already, and who may join them.

    One tells another's answer (writers of tests call it cueing) if it shows, word by word, a
    form of that answer; or names what the other is about, and half of the answer's words, the
    month of its day, or the answer among its options. Where that leaves too few, do without
    `strict`: then a form must stand beside a telling word of the other's question. Two items
    ask the same if they ask for the same part of one fact, in the same words, or for the same
    of the same subject. `common` are words that are no subject (see `common`).
    """

    def __init__(
        self, *, strict: bool = True, common: frozenset[str] = frozenset()
    ) -> None:
        self._strict = strict
        self._common = common
        self._asked: set[tuple[str, ...]] = set()
        self._facts: set[tuple[str, str]] = set()
        self._voices: list[_Voice] = []
        self._by_word: dict[str, list[_Voice]] = {}
        self._by_form: dict[str, list[_Voice]] = {}
        self._by_subject: dict[str, list[_Voice]] = {}

    def copy(self) -> Company:
        """Give a company of the same tasks, which others may join."""
        made = Company(strict=self._strict, common=self._common)
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
        voices = list(_voices(task, self._common))
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
        for voice in _voices(task, self._common):
            self._join(voice)

    def _near(self, voice: _Voice) -> Iterator[_Voice]:
        """Give those who may tell a voice something, or be told by it."""
        words = set(voice.text.split())
        for word in {*map(_first, voice.forms), *voice.about}:
            yield from self._by_word.get(word, ())
        for word in words:
            yield from self._by_form.get(word, ())
            yield from self._by_subject.get(word, ())

    def _join(self, voice: _Voice) -> None:
        self._voices.append(voice)
        for word in set(voice.text.split()):
            self._by_word.setdefault(word, []).append(voice)
        for form in {_first(form) for form in voice.forms}:
            self._by_form.setdefault(form, []).append(voice)
        for word in voice.about:
            self._by_subject.setdefault(word, []).append(voice)


def _first(form: str) -> str:
    return form.partition(" ")[0]


def _asked(item: Item) -> Iterator[tuple[str, ...]]:
    """Give what an item asks: the words of its question, and each part of its fact."""
    yield (normalised(item.stem),)
    for part in item.key.parts:
        yield item.deck, item.fact, part


def _voices(task: Task, common: frozenset[str]) -> Iterator[_Voice]:
    """Give a voice for each item of a task; of several items each shows its own question."""
    items = task.items
    for item in items:
        texts = shown(task) if len(items) == 1 else (item.stem,)
        yield _voice(item, texts, task.options, common)


def _forms(item: Item) -> frozenset[str]:
    forms = (form for answer in item.key.answers for form in answer.forms)
    return frozenset(map(normalised, forms))


def _voice(
    item: Item,
    texts: tuple[str, ...],
    options: tuple[str, ...] = (),
    common: frozenset[str] = frozenset(),
) -> _Voice:
    forms = _forms(item)
    of_answers = {word for form in forms for word in form.split()}
    pieces = {frozenset(telling(form)) for form in forms}
    return _Voice(
        (item.deck, item.fact),
        _joined(texts),
        _joined(options),
        frozenset(telling(" ".join(texts))),
        frozenset(_subjects(item.stem)) - common - of_answers,
        forms,
        frozenset(piece for piece in pieces if len(piece) >= _WORDS),
        frozenset(_months(item)),
    )


def _joined(texts: tuple[str, ...]) -> str:
    return f" {' | '.join(map(normalised, texts))} "


def _subjects(text: str) -> Iterator[str]:
    """Give the words that can say what a question is about: telling ones, and figures."""
    yield from telling(text)
    for word in normalised(text).split():
        if any(char.isdigit() for char in word):
            yield word


def _months(item: Item) -> Iterator[str]:
    """Give the months of an item's days, as they are written: month and year."""
    for answer in item.key.answers:
        if answer.type == "date":
            month, *day, year = normalised(answer.text).split() or [""]
            if len(day) == 1:
                yield f"{month} {year}"


def common(items: Collection[Item]) -> frozenset[str]:
    """Give the words that are in the questions of so many items that they are no subject."""
    counts = Counter(word for item in items for word in {*_subjects(item.stem)})
    most = max(_MANY, _SHARE * len(items))
    return frozenset(word for word, count in counts.items() if count > most)


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
