"""What stands around a name: what contains a place, its sort, words of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.case import hit, verb_asked
from quiz.grading.known import forms_of, signature
from quiz.grading.tokens import MARK
from quiz.grading.verdict import CLOSE
from quiz.grading.wordings import ARTICLES
from quiz.grading.words import read

# Names that a word more makes other names.
_NAMED = ("office",)
_PREPOSITIONS = (
    "in",
    "on",
    "at",
    "for",
    "to",
    "from",
    "with",
    "by",
    "during",
    "after",
    "before",
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.aligning import Alignment
    from quiz.grading.case import Case, Hit
    from quiz.grading.tokens import Word
    from quiz.keys import Answer
    from quiz.model import Name


def beside(
    word: Word, words: Sequence[Word], answer: Answer, name: Name | None, case: Case
) -> bool:
    """Tell whether a word only says where a place is, or of what sort."""
    around = (*answer.broader, *(name.within if name else ()))
    texts = [*around]
    for each in around:
        record = case.known.record(each, "place")
        texts += forms_of(record, case.code) if record else ()
    if any(
        word.text == other.text for text in texts for other in read(text, case.code)
    ):
        return True
    sorts = name.sort if name else answer.sort
    known = any(
        word.text in {each.text for each in read(sort, case.code)} for sort in sorts
    )
    place = words.index(word)
    own = {each.text for each in read(answer.text, case.code)}
    if any(case.words.has("places", each) for each in own):
        return False
    said = not sorts and [each.text for each in words[place + 1 : place + 2]] == ["of"]
    return case.words.has("places", word.text) and (known or said)


def broader(
    words: Sequence[Word], answer: Answer, name: Name | None, case: Case
) -> Hit | None:
    """Judge a response that names what contains the answer: right, but less precise."""
    content = [word for word in words if not case.talk(word)]
    around = [*answer.broader, *(name.within if name else ())]
    if answer.type == "place" and "," in answer.text:
        around.append(answer.text.rpartition(",")[2])
    for text in around:
        record = case.known.record(text, "place")
        for each in (text, *(forms_of(record, case.code) if record else ())):
            if signature(content, case.code) == signature(
                read(each, case.code), case.code
            ):
                return hit(CLOSE, "broader", answer, 10)
    return None


def attached(
    place: int,
    words: Sequence[Word],
    found: Alignment,
    answer: Answer,
    case: Case,
) -> bool:
    """Tell whether a word of the question makes another name of an answer: `the president's judge`.

    It does not in a sentence (`the president appoints judges`, `the commander is the
    president`), after a preposition, or as a noun of sort.
    """
    word = words[place]
    if answer.type not in _NAMED or any(
        case.words.has(name, text)
        for name in ("generic", "sorts", "polar")
        for text in (word.text, word.lemma)
    ):
        return False
    if any(case.words.has("verbs", each.text) for each in words):
        return False
    before = [each.text for each in words[:place] if each.kind != MARK]
    while before and before[-1] in ARTICLES:
        before.pop()
    if before and before[-1] in _PREPOSITIONS:
        return False
    last = max((n for _, n in found.taken), default=-1)
    after = next((w for w in words[last + 1 :] if not case.talk(w)), None)
    asked = verb_asked(case.stem, case.code)
    acts = after is not None and (after.lemma or after.text) in asked
    return not (acts and place > last)
