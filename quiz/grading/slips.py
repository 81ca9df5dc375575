"""How near a typed word is to the one that was meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.lexicon import is_word
from quiz.grading.tokens import WORD

if TYPE_CHECKING:
    from quiz.grading.tokens import Word

# How a typed word stands to an answer's.
SAME, SLIP, DOUBTFUL, BAD = range(4)
# Letters from which a word is forgiven one slip, and from which two (Moodle's pmatch; NAQT
# forgives one a word).
_ONE, _TWO = 4, 8
# From how many letters on a slip may be in the first one.
_LONG = 6
# What share of its letters may be wrong in a word that is still to be recognised.
_LOST = 0.34
# What turns a word round when it stands before it.
_TURNS = ("un", "in", "im", "il", "ir", "non", "dis", "de", "anti", "mis")
# Spellings of one sound (NAQT forgives a phonetic spelling): what is written, how it is read.
_SOUNDS = (
    *(
        ("ph", "f"),
        ("th", "t"),
        ("rh", "r"),
        ("ck", "k"),
        ("qu", "kw"),
        ("x", "ks"),
        ("wh", "w"),
        ("sch", "sk"),
    ),
    *(("tion", "shn"), ("sion", "shn"), ("ci(?=[ao])", "sh"), ("c(?=[eiy])", "s")),
    *(("c(?!h)", "k"), ("z", "s"), ("y", "i"), ("gh", ""), ("dg", "g"), ("ie", "i")),
    *(("ei", "i"), ("ee", "i"), ("ea", "i"), ("ou", "u"), ("oo", "u"), ("ai", "a")),
    *(("oa", "o"), ("au", "o"), ("aw", "o"), (r"(.)\1", r"\1"), ("(?<=.{2})e$", "")),
)


def likeness(typed: Word, meant: Word, code: str) -> int | None:
    """Say how a typed word stands to one of an answer; None if it is another word.

    SAME; SLIP: a typing error or a spelling by sound that is forgiven; DOUBTFUL: such a
    slip, but it makes another word of the language; BAD: badly misspelt.
    """
    if typed.text == meant.text:
        return SAME
    if typed.kind != WORD or meant.kind != WORD or typed.text[-1:].isdigit():
        return None
    return _likeness(typed.text, meant.text, code)


@lru_cache(maxsize=65536)
def _likeness(typed: str, meant: str, code: str) -> int | None:
    size = len(meant)
    if size < _ONE or len(typed) < _ONE - 1 or not typed.isalpha():
        return None
    if any(typed == prefix + meant or meant == prefix + typed for prefix in _TURNS):
        return None
    lost = max(2, round(size * _LOST)) if size > _ONE else 1
    distance = OSA.distance(typed, meant, score_cutoff=lost)
    if distance > lost:
        if size <= _ONE or sound(typed) != sound(meant):
            return None
        distance = 1
    forgiven = 2 if size >= _TWO else 1
    ends = typed[0] == meant[0] and typed[-1] == meant[-1]
    if size > _ONE and ends and sorted(typed) == sorted(meant):
        distance = min(distance, forgiven)
    if distance > forgiven and size > _ONE and sound(typed) == sound(meant):
        distance = forgiven
    if typed[0] != meant[0] and size < _LONG and sound(typed)[:1] != sound(meant)[:1]:
        return None
    if is_word(typed, code):
        alike = size > _ONE or sound(typed) == sound(meant)
        return DOUBTFUL if distance == 1 and alike else None
    return SLIP if distance <= forgiven else BAD


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Give a word as it sounds, roughly: two words that sound alike give the same."""
    for written, heard in _SOUNDS:
        word = re.sub(written, heard, word)
    return word
