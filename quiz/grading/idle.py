"""What a response says besides an answer: what adds nothing to it, and what changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.around import attached
from quiz.grading.case import subjects
from quiz.grading.lacking import FREE
from quiz.grading.order import HEADS
from quiz.grading.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.aligning import Alignment
    from quiz.grading.case import Case
    from quiz.grading.forms import Form
    from quiz.grading.tokens import Word
    from quiz.keys import Answer

COUNTRY = ("u.s.", "american", "federal")


def idle(
    place: int,
    word: Word,
    words: Sequence[Word],
    form: Form,
    found: Alignment,
    answer: Answer,
    case: Case,
) -> bool:
    """Tell whether a word that the form has not adds nothing to it."""
    free = answer.type in FREE
    if case.talk(word):
        return not _numbers(place, words, case)
    if case.echoed(word):
        told = (
            _amid(place, found, form) or _other_subject(place, word, words, found, case)
            if free
            else attached(place, words, found, answer, case)
        )
        return not told and not _points(words, form, case)
    return not free and _modifies(place, word, words, found, form)


def _amid(place: int, found: Alignment, form: Form) -> bool:
    """Tell whether a word stands between words that a form needs."""
    places = [n for where, n in found.taken if form.required[where]]
    return bool(places) and min(places) < place < max(places)


def _other_subject(
    place: int, word: Word, words: Sequence[Word], found: Alignment, case: Case
) -> bool:
    """Tell whether a word of the question that is not its subject acts in a response.

    It leads it, or follows `by`: `an attack by the United States`.
    """
    first = min((n for _, n in found.taken), default=0)
    leads = place < first and not any(
        case.words.has("polar", w.text) or w.text in HEADS for w in words[:place]
    )
    before = [w.text for w in words[max(0, place - 2) : place]]
    texts = {word.text, word.lemma}
    return (leads or "by" in before) and not texts & subjects(case.stem, case.code)


def limited(words: Sequence[Word], form: Form, case: Case) -> str:
    """Give a word that limits what a form says: `only`, `some`, `other`, `may` for `must`."""
    said, own = {word.text for word in words}, {word.text for word in form.words}
    must, may = (case.words.sets.get(name, frozenset()) for name in ("musts", "mays"))
    if own & must and said & may and not said & must:
        return min(said & may)
    if own & may and said & must and not said & may:
        return min(said & must)
    limits = case.words.sets.get("restricting", frozenset())
    allowed = own | ({"may"} if "can" in own else set())
    return min((said & limits) - allowed, default="")


def counted(words: Sequence[Word], found: Alignment, form: Form) -> bool:
    """Tell whether a number counts something that the form does not: `14 citizens` for `14th`."""
    own = {word.lemma for word in form.words}
    return any(
        form.words[place].figure is not None
        and words[n].kind == NUMBER
        and any(
            w.text.endswith("s") and w.lemma not in own for w in words[n + 1 : n + 2]
        )
        for place, n in found.taken
    )


def _points(words: Sequence[Word], form: Form, case: Case) -> bool:
    """Tell whether a form has a pronoun, as in `advise him`, for a word that a response says.

    The words of the question may then be its subject as well as its object.
    """
    pronouns = case.words.sets.get("pronouns", frozenset())
    own = {word.text for word in form.words} & pronouns
    return bool(own - {word.text for word in words})


def _numbers(place: int, words: Sequence[Word], case: Case) -> bool:
    """Tell whether a word is the Roman numeral of what stands before it: `World War I`."""
    before = words[place - 1].text if place else ""
    return words[place].roman is not None and case.words.has("numbered", before)


def _modifies(
    place: int, word: Word, words: Sequence[Word], found: Alignment, form: Form
) -> bool:
    """Tell whether `U.S.` or the like goes with what is named: before it, or `of` it at the end."""
    if word.text not in COUNTRY or any(each.text == word.text for each in form.words):
        return False
    before = [each.text for each in words[:place] if each.kind == WORD]
    after_of = before[-1:] == ["of"] or before[-2:] == ["of", "the"]
    return place < found.first or (after_of and word.text == COUNTRY[0])
