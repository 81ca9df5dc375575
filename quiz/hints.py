"""Hints help to recall an answer and never give it away."""

from __future__ import annotations

import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING

from quiz.language import number_word
from quiz.likeness import mentions, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.keys import Answer, Key

# A word of so many letters says something. Words that begin with the same so many are kin if
# one of them ends there or both have no more than a short ending: Senate and senators.
_TELLING = 4
_KIN = 5
_ENDING = 3
# Longer words that say nothing of an answer they stand in.
_COMMON_WORDS = """
about above after also among back been before being below between both down during
each either every first from have here into just like made many more most much must
none only other over same shall should since some such than that their them then
there these they this those through under until upon very well were what when where
which while will with within without would your
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def told(hint: str, stem: str, key: Key, language: str = "en") -> str:
    """Give the words by which a hint gives an answer away; none if it is fair.

    Those are any form of an answer, also its number in words, and any telling word of one,
    or a word of its family, that the question does not say itself.
    """
    if not hint:
        return ""
    said = normalised(hint)
    for answer in key.answers:
        for form in (*answer.forms, *_in_words(answer, language)):
            if mentions(hint, form) or _inside(normalised(form), said):
                return form
    known = [*telling(stem)]
    for answer in key.answers:
        for word in (word for form in answer.forms for word in telling(form)):
            if any(kin(word, other) for other in known):
                continue
            found = [other for other in said.split() if kin(word, other)]
            if found:
                return found[0]
    return ""


def _inside(form: str, text: str) -> bool:
    """Tell whether a form stands in a text that writes its words together or with endings."""
    joined = any(unicodedata.category(char) == "Lo" for char in form)
    return form in text and (joined or len(form) >= _TELLING)


def _in_words(answer: Answer, language: str) -> Iterator[str]:
    """Say a whole number in words; `one` says too much else."""
    if answer.type == "number" and answer.span:
        number = answer.span[0]
        if number.is_integer() and number > 1:
            yield number_word(int(number), language)


def telling(text: str) -> Iterator[str]:
    """Give the words of a text that say something: long enough, and not common ones."""
    for word in normalised(text).split():
        if len(word) >= _TELLING and word not in _COMMON:
            yield word


def kin(one: str, other: str) -> bool:
    """Tell whether two words are the same but for their endings."""
    letters = zip(one, other, strict=False)
    root = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    short, long = sorted((len(one), len(other)))
    return one == other or (root >= _KIN and (root == short or long - root <= _ENDING))
