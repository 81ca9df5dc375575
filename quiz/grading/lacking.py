"""What lacks words of an answer, or says more: half of it, more than it, or another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.case import hit
from quiz.grading.known import THINGS, joined
from quiz.grading.lexicon import is_word
from quiz.grading.tokens import NUMBER, ORDINAL
from quiz.grading.verdict import CLOSE, WRONG
from quiz.grading.wordings import core, listed, opposites, roots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.aligning import Alignment
    from quiz.grading.case import Case, Hit
    from quiz.grading.forms import Form
    from quiz.grading.tokens import Word
    from quiz.keys import Answer

# What may say more than the answer.
FREE = ("text", "quote", "sentence", "statement")
# How much of a longer text must be there, and how much more may be said, to be `close`.
_MOST, _MORE = 0.6, 0.5
_LONG = 3
# Words of so many letters that differ in so few may be taken for each other.
_LETTERS, _ALIKE = 4, 2
# What counts against a hit more than any typing error.
_FAR = 10


def incomplete(
    words: Sequence[Word],
    found: Alignment,
    form: Form,
    extra: Sequence[Word],
    missing: Sequence[Word],
    answer: Answer,
    case: Case,
) -> Hit:
    """Judge a response that lacks words of an answer, or has more."""
    telling = any(not case.echoed(word) for word in found.found)
    if not extra:
        if telling and not _reverses(found, form, case):
            far = _FAR + len(missing)
            return hit(CLOSE, "missing", answer, far, missing=joined(missing))
        return hit(WRONG, "other", answer)
    figures = any(
        word.kind in (NUMBER, ORDINAL) or word.roman for word in (*extra, *missing)
    )
    polar = any(case.words.has("polar", word.text) for word in (*extra, *missing))
    said = joined(extra)
    joiners = {"or", "and"} - {word.text for word in form.words}
    joined_by = any(word.text in joiners for word in words)
    if joined_by or answer.type not in FREE or figures or polar or not telling:
        return hit(WRONG, "more", answer, _FAR, extra=said)
    if _contrary(extra, missing, form, case):
        return hit(WRONG, "more", answer, _FAR, extra=said)
    needed = max(1, form.needed)
    few = len(extra) <= max(1, needed * _MORE)
    if not missing and few:
        return hit(CLOSE, "more", answer, _FAR + len(extra), extra=said)
    share = len(found.found) / needed
    if missing and few and needed > _LONG and share >= _MOST:
        return hit(CLOSE, "part", answer, _FAR + len(extra) + len(missing))
    return hit(WRONG, "other", answer)


def _contrary(
    extra: Sequence[Word], missing: Sequence[Word], form: Form, case: Case
) -> bool:
    """Tell whether what is said more is the opposite of the answer, or names another thing."""
    said, meant = set(core(extra, case.code)), set(core(form.words, case.code))
    if any(
        one <= said and other <= meant
        for word in said
        for one, other in opposites(word, case.code)
    ):
        return True
    lacking = [word.text for word in missing if len(word.text) >= _LETTERS]
    return bool(missing) and any(
        any(
            case.known.called([each], (*THINGS, "place", "person"))
            for each in (word, *roots(word, case.code))
        )
        or (
            is_word(word.text, case.code)
            and any(OSA.distance(word.text, text) <= _ALIKE for text in lacking)
        )
        for word in extra
    )


def _reverses(found: Alignment, form: Form, case: Case) -> bool:
    """Tell whether what is missing turned the rest round: `not`, `stop` before what is said."""
    if len(found.found) == 1:
        return False  # one word alone says nothing yet
    said = {place for place, _ in found.taken}
    reversing = listed("reversing", case.code)
    for place, word in enumerate(form.words):
        turns = case.words.has("polar", word.text) or word.lemma in reversing
        if place in said or not turns:
            continue
        after = (n for n in range(place + 1, len(form.words)) if form.required[n])
        if next(after, None) in said:
            return True
    return False
