"""A person's name: its given names and surname, and how a response fits them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.grading.aligning import NAME, compare
from quiz.grading.known import forms_of
from quiz.grading.lexicon import lexicon
from quiz.grading.slips import DOUBTFUL, SAME, SLIP, sound
from quiz.grading.tokens import MARK, WORD
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.case import Case
    from quiz.grading.tokens import Word
    from quiz.keys import Answer
    from quiz.model import Name


@dataclass(frozen=True, slots=True)
class Person:
    """A way to name a person: given names, surname and what follows it (`Jr.`)."""

    given: tuple[Word, ...]
    surname: tuple[Word, ...]
    suffix: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a response fits a person: how well, and whether given names were told."""

    worst: int
    errors: int
    given: int
    surname: bool
    initials: bool = False
    whole: bool = False
    regnal: bool = True


def beside(word: Word, case: Case) -> bool:
    """Tell whether a word may stand beside a name: talk, a title, a word of the question."""
    return case.talk(word) or case.echoed(word) or case.words.has("titles", word.text)


def ways_to_name(answer: Answer, name: Name | None, code: str) -> tuple[Person, ...]:
    """Give every way to name the person that an answer is."""
    texts = (*answer.forms, *(forms_of(name, code) if name else ()))
    short = name.short if name else ""
    return tuple(dict.fromkeys(person_named(text, short, code) for text in texts))


@lru_cache(maxsize=8192)
def person_named(text: str, short: str, code: str) -> Person:
    """Part a name: the surname is the short form, the first of some, else the last word."""
    known = lexicon(code)
    words = [
        w
        for w in read(text.replace("(", " ").replace(")", " "), code)
        if w.kind != MARK
    ]
    while (
        len(words) > 1
        and known.has("titles", words[0].text)
        and words[0].text not in ("new", "old")
    ):
        words = words[1:]
    suffix = tuple(w for w in words[1:] if known.has("suffixes", w.text))
    words = [w for n, w in enumerate(words) if n == 0 or w not in suffix]
    wanted = [w.text for w in read(short, code)]
    texts = [w.text for w in words]
    for start in range(len(texts) - len(wanted) + 1):
        if wanted and texts[start : start + len(wanted)] == wanted:
            end = start + len(wanted)
            return Person(
                (*words[:start], *words[end:]), tuple(words[start:end]), suffix
            )
    if (
        len(words) > 1
        and known.has("family-first", texts[0])
        and not known.has("given-first", texts[1])
    ):
        return Person(tuple(words[1:]), tuple(words[:1]), suffix)
    return Person(tuple(words[:-1]), tuple(words[-1:]), suffix)


def fitted(said: Sequence[Word], person: Person, case: Case) -> Fit | None:
    """Fit every word said to a person's name; None if one belongs to somebody else."""
    waiting = list(range(len(said)))
    worst = errors = given = 0
    found = 0
    for part in person.surname:
        levels = ((_compare(said[n], part, person, case), n) for n in waiting)
        best = min(
            ((level, n) for level, n in levels if level is not None), default=None
        )
        if best is None:
            break
        worst, errors, found = max(worst, best[0]), errors + (best[0] > SAME), found + 1
        waiting.remove(best[1])
    names = list(person.given)
    for n in list(waiting):
        matches = [
            (level, place)
            for place, each in enumerate(names)
            if (level := _given(said[n], each, person, case)) is not None
        ]
        if matches:
            level, place = min(matches)
            worst, errors, given = max(worst, level), errors + (level > SAME), given + 1
            names.pop(place)
            waiting.remove(n)
    if found == 0 and given:
        first = person.surname[0].text[0]
        short = next((n for n in waiting if said[n].text == first), None)
        if short is not None:  # `Thomas J.`
            given += 1
            waiting.remove(short)
    own = {word.text for word in person.suffix}
    regnal = [word for word in person.suffix if word.roman]
    if regnal and any(said[n].roman and said[n].text not in own for n in waiting):
        return None
    told = {word.figure for word in said}
    waiting = [n for n in waiting if said[n].text not in own]
    if any(case.words.has("suffixes", said[n].text) for n in waiting):
        return None
    left = [said[n] for n in waiting if not beside(said[n], case)]
    initials = [w for w in left if len(w.text) == 1 and w.text.isalpha()]
    if len(initials) != len(left):
        return None
    return Fit(
        worst,
        errors,
        given,
        found == len(person.surname),
        bool(initials),
        not names,
        all(word.roman in told for word in regnal),
    )


def _compare(said: Word, name: Word, person: Person, case: Case) -> int | None:
    """Compare words of a name; in one of several words a spelling by sound is forgiven."""
    found = compare(said, name, case.code, NAME)
    alike = found == DOUBTFUL and person.given and sound(said.text) == sound(name.text)
    return SLIP if alike else found


def _given(said: Word, name: Word, person: Person, case: Case) -> int | None:
    """Compare given names: an initial and a usual short form will do."""
    if said.kind != WORD or name.kind != WORD:
        return None
    if 1 in (len(said.text), len(name.text)) and said.text[0] == name.text[0]:
        return SAME
    nicks = case.words.maps.get("nicknames", {})
    if name.text in nicks.get(said.text, ()) or said.text in nicks.get(name.text, ()):
        return SAME
    return _compare(said, name, person, case)
