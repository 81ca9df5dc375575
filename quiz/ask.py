"""One question of one fact, as of a day and in a language: its stem, key and context."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING

from quiz import language as lang
from quiz.fields import BLANK, DateField, YearField
from quiz.hints import told
from quiz.keying import key_of, texts
from quiz.keys import Answer, Key
from quiz.model import PHASES, Fact, Item
from quiz.phases import (
    NotAskedError,
    NotYetError,
    end_of,
    known_sources,
    last_turn,
    phase_of,
    stale,
)
from quiz.shape import is_seen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from quiz.errors import Problems
    from quiz.kinds import Kind
    from quiz.questions import Question
    from quiz.templating import Stem
    from quiz.values import Value

_DATED = (DateField, YearField)
_ENDED = (*_DATED, NoneType)
_ENDS = ("from", "until")


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """An item before its wrong options: `given` is what the stem tells, by field."""

    id: str
    fact: Fact
    question: Question
    stem: str
    key: Key
    given: dict[str, tuple[Answer, ...]]
    wrong: tuple[str, ...] = ()


class _Absent:
    """Stands for a field a fact lacks: false, and not to be shown."""

    def __init__(self, field: str) -> None:
        self._field = field

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self.form("")

    def form(self, name: str) -> str:
        del name
        msg = f"the fact has no '{self._field}'"
        raise NotAskedError(msg)


class _Said:
    """A value as a stem says it in a language."""

    def __init__(self, value: Value, language: str) -> None:
        self._value = value
        self._language = language

    def __str__(self) -> str:
        return self._found(self._value.show(self._language))

    def form(self, name: str) -> str:
        return self._found(self._value.form(name, self._language))

    def _found(self, words: str | None) -> str:
        if words is None:
            msg = f"a field has no words in the language '{self._language}'"
            raise NotAskedError(msg)
        return words


class _Blank(_Said):
    """Stands for the answer in a sentence, with what its form puts around it."""

    def __str__(self) -> str:
        return BLANK

    def form(self, name: str) -> str:
        return super().form(name).replace(super().__str__(), BLANK)


def ask(
    ident: str,
    fact: Fact,
    kind: Kind,
    question: Question,
    as_of: date,
    language: str,
    problems: Problems,
) -> tuple[Draft, Item]:
    """Ask a question of a fact; raises NotAskedError with the reason why not."""
    end = end_of(fact, question, as_of)
    if end:
        raise NotAskedError(f"it was retired on {end.on}")
    phase, began = phase_of(fact, kind, as_of)
    if question.only and phase not in question.only:
        reason = f"it is asked only when {' or '.join(question.only)}"
        later = PHASES[PHASES.index(phase) + 1 : PHASES.index("timeless")]
        # What a later day asks, only the day bars.
        raise (NotYetError if {*later} & {*question.only} else NotAskedError)(reason)
    lacking = sorted(question.uses - fact.values.keys())
    if lacking:
        raise NotAskedError(f"the fact has no '{lacking[0]}'")
    if question.unless in fact.values:
        raise NotAskedError(f"it is not asked of a fact with '{question.unless}'")
    template = _in(question.stems, language)
    if template is None:
        raise NotAskedError(f"its kind has no words in the language '{language}'")
    words = _words(fact, kind, phase, language)
    stem = lang.capitalised(template.render(words))
    if not is_seen(stem):
        raise NotAskedError("its question comes out empty")
    key = key_of(fact, question, language, problems)
    note = _note(fact, _in(question.notes, language), words, language)
    hint = _hint(fact, _in(question.hints, language), words, language)
    leak = told(hint, stem, key, language)
    given = _given(fact, template, question, language)
    wrong = texts(fact, question.wrong, language)
    old = stale(fact, kind, phase, as_of)
    item = Item(
        ident,
        fact.deck,
        fact.id,
        fact.kind,
        question.id,
        language,
        stem,
        key,
        as_of,
        phase,
        _type(fact, question, stem, key),
        note=note,
        topic=(fact.topic.get(language) or "") if fact.topic else "",
        tags=fact.tags,
        sources=known_sources(fact, as_of),
        since=last_turn(fact, kind, began, old, as_of),
        stale=old,
        origin="/".join((fact.origin, question.origin, *ident.split("/")[3:])),
        hint="" if leak else hint,
        no_hint=f"the hint '{hint}' gives the answer away by '{leak}'" if leak else "",
        says=_says(fact, question, key, words, language),
        at=fact.at,
    )
    return Draft(ident, fact, question, stem, key, given, wrong), item


def _type(fact: Fact, question: Question, stem: str, key: Key) -> str:
    if len(question.answer) > 1:
        return "parts"
    if key.ordered:
        return "order"
    cloze = fact.values[question.answer[0]].type == "statement" and BLANK in stem
    return "cloze" if cloze else "open"


def _words(fact: Fact, kind: Kind, phase: str, language: str) -> dict[str, object]:
    def tense(*forms: str) -> str:
        if phase == "past":
            return forms[-1]
        return forms[1] if phase == "current" and len(forms) > 2 else forms[0]  # noqa: PLR2004

    words: dict[str, object] = {"tense": tense, **lang.tenses(language, phase)}
    words |= {name: phase == name for name in ("upcoming", "current", "past")}
    for name in kind.fields:
        value = fact.values.get(name)
        words[name] = _Said(value, language) if value else _Absent(name)
    return words


def _in(stems: Mapping[str, Stem], language: str) -> Stem | None:
    return stems.get(language) or stems.get(lang.base(language))


def _note(
    fact: Fact, template: Stem | None, words: dict[str, object], language: str
) -> str:
    said = template.render(words) if template else ""
    own = (fact.note.get(language) or "") if fact.note else ""
    return " ".join(filter(None, (said, own)))


def _hint(
    fact: Fact, template: Stem | None, words: dict[str, object], language: str
) -> str:
    """Give the fact's own hint, else the question's."""
    own = fact.hint.get(language) if fact.hint else None
    return own or (template.render(words) if template else "")


def _says(
    fact: Fact,
    question: Question,
    key: Key,
    words: dict[str, object],
    language: str,
) -> str:
    """Give what the fact teaches with one blank, if it has what the sentence needs."""
    template = _in(question.says, language)
    if template is None or key.need > 1 or key.ordered:
        return ""
    value = fact.values[question.answer[0]]
    if question.as_year and isinstance(value, DateField):
        value = value.as_year()
    try:
        sentence = template.render(words | {"answer": _Blank(value, language)})
    except NotAskedError:
        return ""
    return lang.capitalised(sentence) if sentence.count(BLANK) == 1 else ""


def _given(
    fact: Fact, template: Stem, question: Question, language: str
) -> dict[str, tuple[Answer, ...]]:
    shown = template.needs | template.may_use
    names = shown - set(question.answer)
    given = {
        name: fact.values[name].given(language)
        for name in sorted(names & fact.values.keys())
    }
    for part in shown.intersection(question.answer):
        # A sentence with a blank, or words whose speaker is asked: what all others are not.
        given[part] = (Answer(fact.values[part].show(language) or ""),)
    start, end = (fact.values.get(name) for name in _ENDS)
    if names >= {*_ENDS} and isinstance(start, _DATED) and isinstance(end, _ENDED):
        # A term is one time: whoever held the office for a part of it is meant, too.
        first, last = start.date.first.toordinal(), math.inf
        if end:
            last = max(first, end.date.last.toordinal() - 1)
        text = f"{start.date}/{end.date if end else ''}"
        given = {name: told for name, told in given.items() if name not in _ENDS}
        given["from/until"] = (Answer(text, "interval", span=(first, last)),)
    return given
