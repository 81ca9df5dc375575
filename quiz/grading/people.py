"""Persons: known by their surname, with titles, initials and usual short names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.grading.aligning import NAME, compare
from quiz.grading.case import hit
from quiz.grading.known import forms_of, joined
from quiz.grading.lexicon import lexicon
from quiz.grading.slips import DOUBTFUL, SAME, SLIP, sound
from quiz.grading.tokens import MARK, WORD
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.grading.case import Case, Hit
    from quiz.grading.tokens import Word
    from quiz.keys import Answer
    from quiz.model import Name


# A name has at most so many words.
_NAMES = 6


@dataclass(frozen=True, slots=True)
class _Person:
    """A way to name a person: given names, surname and what follows it (`Jr.`)."""

    given: tuple[Word, ...]
    surname: tuple[Word, ...]
    suffix: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a response fits a person: how well, and whether given names were told."""

    worst: int
    errors: int
    given: int
    surname: bool
    initials: bool = False
    whole: bool = False
    regnal: bool = True


def judge(words: Sequence[Word], answer: Answer, case: Case) -> Hit:
    """Judge one stretch of a response against a person."""
    said = [word for word in words if word.kind != MARK]
    name = case.known.record(answer.text, "person")
    persons = _persons(answer, name, case.code)
    own = {w.text for p in persons for w in (*p.given, *p.surname)}
    nicks = case.words.maps.get("nicknames", {})
    if all(
        own.isdisjoint(case.near.get(word.text, ())) and word.text not in nicks
        for word in said
    ):
        return _other(said, (), answer, case)
    if sum(not _beside(word, case) for word in said) > _NAMES:
        return hit(WRONG, "other", answer)
    if any(_glued(said, person) for person in persons):
        return hit(CORRECT, "right", answer)
    fits = [fit for person in persons if (fit := _fit(said, person, case))]
    best = min(
        (fit for fit in fits if fit.surname),
        key=lambda fit: (fit.worst, fit.errors, -fit.given),
        default=None,
    )
    if any(case.words.has("negative", word.text) for word in said):
        return hit(WRONG, "negated", answer)
    if best is None:
        return _other(said, fits, answer, case)
    rivals = (
        []
        if best.worst == SAME and best.whole
        else _rivals(said, best, answer, name, case)
    )
    if best.worst > SAME and rivals:
        return hit(WRONG, "nearer", answer, other=rivals[0].show(case.code))
    if best.worst >= DOUBTFUL:
        why = "doubtful" if best.worst == DOUBTFUL else "misspelt"
        return hit(CLOSE, why, answer, best.errors + best.worst)
    if rivals or best.initials or not best.regnal:
        return hit(CLOSE, "several", answer, 5)
    if best.errors:
        return hit(CORRECT, "right-slip", answer, best.errors)
    return hit(CORRECT, "right", answer)


def _glued(said: Sequence[Word], person: _Person) -> bool:
    """Tell whether a response is a whole name with its words parted otherwise: `Xiao Ping`."""
    text = joined(said).replace(" ", "")
    names = [*person.given, *person.surname]
    either = (names, [*person.surname, *person.given])
    return len(names) > 1 and text in {"".join(w.text for w in each) for each in either}


def _other(
    said: Sequence[Word], fits: Iterable[_Fit], answer: Answer, case: Case
) -> Hit:
    content = [word for word in said if not _beside(word, case)]
    for other in case.known.called(content[:_NAMES], ("person",)):
        return hit(WRONG, "rival", answer, other=other.show(case.code))
    if any(fit.given for fit in fits):
        return hit(WRONG, "first-name", answer)
    return hit(WRONG, "other", answer)


def _beside(word: Word, case: Case) -> bool:
    return case.talk(word) or case.echoed(word) or case.words.has("titles", word.text)


def _persons(answer: Answer, name: Name | None, code: str) -> tuple[_Person, ...]:
    texts = (*answer.forms, *(forms_of(name, code) if name else ()))
    short = name.short if name else ""
    return tuple(dict.fromkeys(_person(text, short, code) for text in texts))


@lru_cache(maxsize=8192)
def _person(text: str, short: str, code: str) -> _Person:
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
            return _Person(
                (*words[:start], *words[end:]), tuple(words[start:end]), suffix
            )
    if (
        len(words) > 1
        and known.has("family-first", texts[0])
        and not known.has("given-first", texts[1])
    ):
        return _Person(tuple(words[1:]), tuple(words[:1]), suffix)
    return _Person(tuple(words[:-1]), tuple(words[-1:]), suffix)


def _fit(said: Sequence[Word], person: _Person, case: Case) -> _Fit | None:
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
    own = {word.text for word in person.suffix}
    regnal = [word for word in person.suffix if word.roman]
    if regnal and any(said[n].roman and said[n].text not in own for n in waiting):
        return None
    told = {word.figure for word in said}
    waiting = [n for n in waiting if said[n].text not in own]
    if any(case.words.has("suffixes", said[n].text) for n in waiting):
        return None
    left = [said[n] for n in waiting if not _beside(said[n], case)]
    initials = [word for word in left if len(word.text) == 1]
    if len(initials) != len(left):
        return None
    return _Fit(
        worst,
        errors,
        given,
        found == len(person.surname),
        bool(initials),
        not names,
        all(word.roman in told for word in regnal),
    )


def _compare(said: Word, name: Word, person: _Person, case: Case) -> int | None:
    """Compare words of a name; in one of several words a spelling by sound is forgiven."""
    found = compare(said, name, case.code, NAME)
    alike = found == DOUBTFUL and person.given and sound(said.text) == sound(name.text)
    return SLIP if alike else found


def _given(said: Word, name: Word, person: _Person, case: Case) -> int | None:
    """Compare given names: an initial and a usual short form will do."""
    if said.kind != WORD or name.kind != WORD:
        return None
    if 1 in (len(said.text), len(name.text)) and said.text[0] == name.text[0]:
        return SAME
    nicks = case.words.maps.get("nicknames", {})
    if name.text in nicks.get(said.text, ()) or said.text in nicks.get(name.text, ()):
        return SAME
    return _compare(said, name, person, case)


def _rivals(
    said: Sequence[Word], best: _Fit, answer: Answer, name: Name | None, case: Case
) -> list[Name]:
    """Give the other persons whom the response fits as well as the answer's.

    A surname is theirs as well if they are of the answer's sort; a slip may make any name.
    """
    own = _persons(answer, name, case.code)
    optional = {
        tuple(w.text for w in person.surname) for person in own if not person.given
    }
    sorts = {*answer.sort, *(name.sort if name else ())}
    content = [word for word in said if not _beside(word, case)] or list(said)
    if best.worst == SAME:
        told = tuple(word.text for word in content)
        bare = "(" in answer.text or told in optional
        found = [
            other
            for word in content
            for other in case.known.persons.get(word.text, ())
            if not bare and (not sorts or sorts & {*other.sort})
        ]
    else:
        ours = min(
            (
                d
                for d, _, other in case.known.nearest(
                    content, "person", len(joined(content)) // 3
                )
                if other is name
            ),
            default=99,
        )
        found = [
            other
            for distance, _, other in case.known.nearest(
                content, "person", len(joined(content)) // 3
            )
            if distance <= min(ours, best.errors * 2)
        ]
    made = []
    seen: set[str] = set()
    for other in found:
        if other is name or other.text in seen:
            continue
        seen.add(other.text)
        for person in {
            _person(text, other.short, case.code) for text in forms_of(other, case.code)
        }:
            fit = _fit(content, person, case)
            if (
                fit
                and fit.surname
                and (fit.worst, -fit.given) <= (best.worst, -best.given)
                and not fit.initials
            ):
                made.append(other)
                break
    return made
