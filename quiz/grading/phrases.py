"""Answers in words: texts, and the names of places, bodies, offices, documents and events."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.aligning import NOUN, TEXT, Alignment, akin, align
from quiz.grading.around import beside, broader
from quiz.grading.case import hit, sort_asked
from quiz.grading.forms import forms
from quiz.grading.known import forms_of, joined, rivals_of, signature
from quiz.grading.slips import BAD, DOUBTFUL
from quiz.grading.tokens import MARK, NUMBER, ORDINAL, WORD
from quiz.grading.verdict import CLOSE, CORRECT, WRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.case import Case, Hit
    from quiz.grading.forms import Form
    from quiz.grading.tokens import Word
    from quiz.keys import Answer
    from quiz.model import Name

# What is compared as text, with families of words; of these what may say more than the answer.
TEXTS = ("text", "term", "list-member", "quote", "sentence", "statement")
_FREE = ("text", "quote", "sentence", "statement")
# How much of a longer text must be there, and how much more may be said, to be `close`.
_MOST, _MORE = 0.6, 0.5
_LONG = 3
# How many letters an abbreviation has at least.
_SHORTEST = 3
_HALF = 0.5
# Up to how many words a form's order does not matter.
_LOOSE = {TEXT: 1, NOUN: 2}
# Words that an abbreviation leaves out.
_UNCOUNTED = ("of", "the", "and", "for", "on", "a", "to", "in")
_COUNTRY = ("u.s.", "american", "federal")


def judge(words: Sequence[Word], answer: Answer, case: Case) -> Hit:
    """Judge one stretch of a response against one answer."""
    name = case.known.record(answer.text, answer.type)
    forms_ = _forms(answer, name, case)
    heard = [word for word in words if word.kind != MARK]
    if "".join(word.text for word in heard) in _runs_together(forms_):
        return hit(CORRECT, "right", answer)
    content = [word for word in heard if not case.talk(word)]
    own = _texts(forms_)
    strange = [word for word in content if own.isdisjoint(case.near.get(word.text, ()))]
    if len(strange) == len(content):
        return broader(words, answer, name, case) or hit(WRONG, "other", answer)
    foreign = [
        word for word in strange if not (case.echoed(word) or word.text in _COUNTRY)
    ]
    limit = len(content) / 2 if answer.type in _FREE else 0
    if answer.type != "place" and len(foreign) > limit:
        return hit(WRONG, "more", answer, 10, extra=joined(foreign))
    best: Hit | None = None
    for form in forms_:
        found = _judge(words, form, answer, name, case)
        if best is None or found.rank > best.rank:
            best = found
        if best.result == CORRECT and not best.errors:
            return best
    if best is None or best.result != CORRECT:
        wider = broader(words, answer, name, case)
        if wider or best is None or best.result == WRONG:
            return wider or best or hit(WRONG, "other", answer)
    rival = _rival(words, answer, name, best, case)
    return rival or best


def _forms(answer: Answer, name: Name | None, case: Case) -> tuple[Form, ...]:
    """Give every form of an answer, as the key and the names know it."""
    also = forms_of(name, case.code) if name else ()
    return _every_form(answer.forms, also, answer.type, case.code)


@lru_cache(maxsize=4096)
def _texts(forms_: tuple[Form, ...]) -> frozenset[str]:
    return frozenset(word.text for form in forms_ for word in form.words)


@lru_cache(maxsize=4096)
def _every_form(
    own: tuple[str, ...], also: tuple[str, ...], kind: str, code: str
) -> tuple[Form, ...]:
    texts = dict.fromkeys((*own, *also))
    head, comma, _ = own[0].partition(",")
    if comma and kind == "place":
        texts.setdefault(head)
    return tuple(dict.fromkeys(form for text in texts for form in forms(text, code)))


def _judge(
    words: Sequence[Word], form: Form, answer: Answer, name: Name | None, case: Case
) -> Hit:
    loose = TEXT if answer.type in TEXTS else NOUN
    found = align(words, form, case.code, loose)
    extra = [
        word
        for place, word in found.extra
        if not (
            (case.talk(word) and not _numbers(place, words, case))
            or case.echoed(word)
            or _modifies(place, word, words, found, form)
        )
    ]
    said = {word.text for word in extra}
    if {word.text for n, word in enumerate(form.words) if form.required[n]} <= said:
        own = {word.text for word in form.words}
        extra = [word for word in extra if word.text not in own]
    missing = [word for word in found.missing if not _implied(word, found, case)]
    if not found.found:
        return hit(WRONG, "other", answer)
    if any(case.words.has("negative", word.text) for word in extra):
        return hit(WRONG, "negated", answer)
    if extra and answer.type == "place":
        extra = [w for w in extra if not beside(w, words, answer, name, case)]
    if extra or missing:
        return _incomplete(words, found, form, extra, missing, answer, case)
    if found.worst >= DOUBTFUL:
        why = "doubtful" if found.worst == DOUBTFUL else "misspelt"
        return hit(CLOSE, why, answer, found.errors + found.worst)
    counted = any(word.figure is not None for word in form.words)
    by = not counted and ("by" in {w.text for w in words}) != (
        "by" in {w.text for w in form.words}
    )
    if (
        not (found.in_order or by)
        and answer.type != "list-member"
        and form.needed > _LOOSE[loose]
    ):
        return hit(CLOSE, "order", answer, found.errors + BAD)
    if found.errors:
        return hit(CORRECT, "right-slip", answer, found.errors)
    return hit(CORRECT, "right", answer)


@lru_cache(maxsize=4096)
def _runs_together(forms_: tuple[Form, ...]) -> frozenset[str]:
    """Give forms without their spaces, and by their first letters: `ICJ`."""
    found: set[str] = set()
    for form in forms_:
        whole = [word.text for word in form.words]
        told = [word.text for n, word in enumerate(form.words) if form.required[n]]
        heavy = [text for text in whole if text not in _UNCOUNTED]
        found |= {"".join(told), "".join(whole)}
        for each in (told, heavy):
            if len(each) >= _SHORTEST:
                found.add("".join(w if len(w) < _SHORTEST else w[0] for w in each))
    return frozenset(text for text in found if len(text) >= _SHORTEST)


def _numbers(place: int, words: Sequence[Word], case: Case) -> bool:
    """Tell whether a word is the Roman numeral of what stands before it: `World War I`."""
    before = words[place - 1].text if place else ""
    return words[place].roman is not None and case.words.has("numbered", before)


def _implied(word: Word, found: Alignment, case: Case) -> bool:
    """Tell whether a word goes without saying, because the question has it."""
    sort = sort_asked(case.stem, case.code)
    if word.text in sort or word.lemma in sort:
        return any(not case.echoed(each) for each in found.found)
    echo = case.echoed(word) or any(
        akin(word.lemma, each, case.code) for each in case.asked
    )
    telling = any(not case.words.has("generic", each.text) for each in found.found)
    return case.words.has("sorts", word.text) and echo and telling


def _modifies(
    place: int, word: Word, words: Sequence[Word], found: Alignment, form: Form
) -> bool:
    """Tell whether `U.S.` or the like goes with what is named: before it, or `of` it at the end."""
    if word.text not in _COUNTRY or any(each.text == word.text for each in form.words):
        return False
    before = [each.text for each in words[:place] if each.kind == WORD]
    after_of = before[-1:] == ["of"] or before[-2:] == ["of", "the"]
    return place < found.first or (after_of and word.text == _COUNTRY[0])


def _incomplete(
    words: Sequence[Word],
    found: Alignment,
    form: Form,
    extra: Sequence[Word],
    missing: Sequence[Word],
    answer: Answer,
    case: Case,
) -> Hit:
    """Judge a response that lacks words of an answer, or has more."""
    text = answer.type in _FREE
    needed = max(1, form.needed)
    share = len(found.found) / needed
    figures = any(
        word.kind in (NUMBER, ORDINAL) or word.roman for word in (*extra, *missing)
    )
    telling = any(not case.echoed(word) for word in found.found)
    polar = any(case.words.has("polar", word.text) for word in (*extra, *missing))
    said = joined(extra)
    joiners = {"or", "and"} - {word.text for word in form.words}
    if extra and any(word.text in joiners for word in words):
        return hit(WRONG, "more", answer, 10, extra=said)
    if not extra:
        if share >= _HALF and telling and not polar and not (figures and needed == 1):
            return hit(
                CLOSE, "missing", answer, 10 + len(missing), missing=joined(missing)
            )
        return hit(WRONG, "other", answer)
    if not text or figures or polar or not telling:
        return hit(WRONG, "more", answer, 10, extra=said)
    if not missing and len(extra) <= max(1, needed * _MORE):
        return hit(CLOSE, "more", answer, 10 + len(extra), extra=said)
    enough = needed > _LONG and share >= _MOST and len(extra) <= needed * _MORE
    if enough:
        return hit(CLOSE, "part", answer, 10 + len(extra) + len(missing))
    return hit(WRONG, "other", answer)


def _rival(
    words: Sequence[Word], answer: Answer, name: Name | None, best: Hit, case: Case
) -> Hit | None:
    """Judge a response that is, or is nearer to, another name than the answer."""
    if best.result == CORRECT and not best.errors:
        return None
    content = [w for w in words if w.kind != MARK and not case.talk(w)]
    types = rivals_of(answer.type)
    own = {signature(form.words, case.code) for form in _forms(answer, name, case)}
    for other in case.known.called(content, types):
        if other is not name and signature(content, case.code) not in own:
            return hit(WRONG, "rival", answer, other=other.show(case.code))
    if not best.errors or best.result == WRONG:
        return None
    limit = max(1, len(joined(content)) // 4)
    near = case.known.nearest(content, answer.type, limit)
    own_texts = {joined(form.words) for form in _forms(answer, name, case)}
    ours = min(
        (distance for distance, _, other in near if other is name), default=limit + 1
    )
    ours = min(ours, _distance(content, answer, name, case))
    for distance, text, other in near:
        if other is name or text in own_texts:
            continue
        if distance < ours:
            return hit(WRONG, "nearer", answer, other=other.show(case.code))
        if distance == ours and best.result == CORRECT:
            return hit(CLOSE, "doubtful", answer, best.errors + DOUBTFUL)
    return None


def _distance(
    content: Sequence[Word], answer: Answer, name: Name | None, case: Case
) -> int:
    """Count the typing errors between a response and the nearest form of an answer."""
    said = joined(content)
    return min(
        OSA.distance(
            said,
            " ".join(
                w.text
                for w, must in zip(form.words, form.required, strict=True)
                if must
            ),
        )
        for form in _forms(answer, name, case)
    )
