"""Persons: known by their surname, with titles, initials and usual short names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.case import hit
from quiz.grading.fitting import Fit, Person, beside, fitted, person_named, ways_to_name
from quiz.grading.known import forms_of, joined
from quiz.grading.slips import DOUBTFUL, SAME
from quiz.grading.tokens import MARK
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


def judge(words: Sequence[Word], answer: Answer, case: Case) -> Hit:
    """Judge one stretch of a response against a person."""
    said = [word for word in words if word.kind != MARK]
    name = case.known.record(answer.text, "person")
    persons = ways_to_name(answer, name, case.code)
    own = {w.text for p in persons for w in (*p.given, *p.surname)}
    nicks = case.words.maps.get("nicknames", {})
    if all(
        own.isdisjoint(case.near.get(word.text, ())) and word.text not in nicks
        for word in said
    ):
        return _other(said, (), answer, case)
    if sum(not beside(word, case) for word in said) > _NAMES:
        return hit(WRONG, "other", answer)
    if any(case.words.has("negative", word.text) for word in said):
        return hit(WRONG, "negated", answer)
    if any(_glued(said, person) for person in persons):
        return hit(CORRECT, "right", answer)
    found = _ruled(said, answer, name, persons, case)
    if found.result == WRONG:
        end = next((n for n, word in enumerate(said) if n and _tells(word, case)), None)
        if end is not None and not _all_beside(said[:end], case):
            head = _ruled(said[:end], answer, name, persons, case)
            if head.result != WRONG and not _named(said[end:], case):
                return head
    return found


def _tells(word: Word, case: Case) -> bool:
    """Tell whether what follows a word tells more of a person: `in 1776`, `because`."""
    return case.words.has("tells", word.text)


def _all_beside(words: Sequence[Word], case: Case) -> bool:
    return all(beside(word, case) for word in words)


def _named(words: Sequence[Word], case: Case) -> bool:
    """Tell whether a person is named in some words."""
    return any(
        case.known.called(words[start:end], ("person",))
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _NAMES) + 1)
    )


def _ruled(
    said: Sequence[Word],
    answer: Answer,
    name: Name | None,
    persons: Sequence[Person],
    case: Case,
) -> Hit:
    fits = [fit for person in persons if (fit := fitted(said, person, case))]
    best = min(
        (fit for fit in fits if fit.surname),
        key=lambda fit: (fit.worst, fit.errors, -fit.given),
        default=None,
    )
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
    meant = _other(said, (), answer, case) if best.initials or rivals else None
    if (
        meant
        and meant.why == "rival"
        and (best.initials or _in_full(said, rivals, case))
    ):
        return meant
    if not best.given and _styled(said, answer, name, case):
        return hit(CLOSE, "several", answer, 5)
    if rivals or best.initials or not best.regnal:
        return hit(CLOSE, "several", answer, 5)
    if best.errors:
        return hit(CORRECT, "right-slip", answer, best.errors)
    return hit(CORRECT, "right", answer)


def _styled(
    said: Sequence[Word], answer: Answer, name: Name | None, case: Case
) -> bool:
    """Tell whether a surname has a style that may be another's of the family: `Mrs. Lincoln`."""
    sorts = (*answer.sort, *(name.sort if name else ()), *answer.forms)
    own = {word.text for text in sorts for word in read(text, case.code)}
    styles = {word.text for word in said if case.words.has("styles", word.text)}
    return bool(styles - own - case.asked)


def _in_full(said: Sequence[Word], rivals: Iterable[Name], case: Case) -> bool:
    """Tell whether a response is another's whole name, word by word: `John Adams`."""
    content = joined(word for word in said if not beside(word, case))
    return any(joined(read(other.text, case.code)) == content for other in rivals)


def _glued(said: Sequence[Word], person: Person) -> bool:
    """Tell whether a response is a whole name with its words parted otherwise: `Xiao Ping`."""
    text = joined(said).replace(" ", "")
    names = [*person.given, *person.surname]
    either = (names, [*person.surname, *person.given])
    return len(names) > 1 and text in {"".join(w.text for w in each) for each in either}


def _other(
    said: Sequence[Word], fits: Iterable[Fit], answer: Answer, case: Case
) -> Hit:
    content = [word for word in said if not beside(word, case)]
    for other in case.known.called(content[:_NAMES], ("person",)):
        return hit(WRONG, "rival", answer, other=other.show(case.code))
    if any(fit.given > 1 and not fit.initials for fit in fits):
        return hit(CLOSE, "part", answer, 5)
    if any(fit.given for fit in fits):
        return hit(WRONG, "first-name", answer)
    return hit(WRONG, "other", answer)


def _rivals(
    said: Sequence[Word], best: Fit, answer: Answer, name: Name | None, case: Case
) -> list[Name]:
    """Give the other persons whom the response fits as well as the answer's.

    A surname is theirs as well if they are of the answer's sort; a slip may make any name.
    """
    own = ways_to_name(answer, name, case.code)
    optional = {
        tuple(w.text for w in person.surname) for person in own if not person.given
    }
    sorts = {*answer.sort, *(name.sort if name else ())}
    content = [word for word in said if not beside(word, case)] or list(said)
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
            person_named(text, other.short, case.code)
            for text in forms_of(other, case.code)
        }:
            fit = fitted(content, person, case)
            if (
                fit
                and fit.surname
                and (fit.worst, -fit.given) <= (best.worst, -best.given)
                and not fit.initials
            ):
                made.append(other)
                break
    return made
