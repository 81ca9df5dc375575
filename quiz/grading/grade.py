"""The verdict on a typed response."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.grading.case import NEUTRAL, Case
from quiz.grading.codes import spelled_out
from quiz.grading.framing import finally_said, is_nothing
from quiz.grading.known import THINGS, Known, joined, shipped
from quiz.grading.lacking import FREE
from quiz.grading.nearness import nearness, telling
from quiz.grading.phrases import TEXTS
from quiz.grading.several import Part, judge, parts
from quiz.grading.tokens import MARK
from quiz.grading.verdict import CLOSE, CORRECT, WRONG, Verdict
from quiz.grading.ways import plain, ways
from quiz.grading.words import LIMIT, read
from quiz.likeness import identical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.grading.case import Hit
    from quiz.grading.tokens import Word
    from quiz.keys import Key
    from quiz.model import Names

# How many words of talk before and after an answer are looked behind for it, word by word.
_TALK = 12


def grade(
    response: str,
    key: Key,
    *,
    stem: str = "",
    language: str = "en",
    names: Names | None = None,
) -> Verdict:
    """Judge a typed response as a fair examiner does.

    `stem` is the question, whose words a response may repeat; `names` are those the library
    lists (by default the shipped ones): what an answer is also called, and what its rivals
    are. Never raises on any text.
    """
    known = _known(names, language)
    response = _spelled(response, key, known)
    words = read(response[:LIMIT], language)
    near = nearness(words, key.answers, known, stem)
    case = Case(stem, language, known, near, telling(key.answers, known, stem))
    exact = _exact(response, words, key, case)
    if not any(word.kind != MARK for word in words):
        return _verdict(WRONG, "blank", case)
    if exact and key.need == 1:
        return _verdict(CORRECT, "right", case, (exact[0],))
    if len(response) > LIMIT:
        return _verdict(WRONG, "long", case)
    if is_nothing(words, case):
        return _verdict(WRONG, "unknown", case)
    return _judged(words, key, case)


def _spelled(response: str, key: Key, known: Known) -> str:
    """Read codes in a response out, but for those that are an answer themselves: `L.A.`."""
    spelled = spelled_out(response, known.codes)
    if spelled == response:
        return response
    own = {
        re.sub(r"\W", "", form).upper(): (answer.text, *also)
        for answer in key.answers
        for also in (known.also(answer.text, answer.type),)
        for form in (*answer.forms, *also)
    }
    codes = known.codes.items()
    others = {code: text for code, text in codes if text in own.get(code, (text,))}
    return spelled_out(response, others)


def _exact(response: str, words: Sequence[Word], key: Key, case: Case) -> list[str]:
    """Give the answers that a response gives word by word, with nothing but talk around them."""
    if len(response) > LIMIT:
        whole = identical(response)
        return [a.text for a in key.answers if whole in map(identical, a.forms)]
    heard = [word for word in words if word.kind != MARK]
    limits = ("rough", "restricting")
    talk = [
        case.talk(w) and not any(case.words.has(name, w.text) for name in limits)
        for w in heard
    ]
    before = min([*talk, False].index(False), _TALK)
    after = min([*talk[::-1], False].index(False), _TALK)
    starts, ends = range(before + 1), range(len(heard) - after, len(heard) + 1)
    said = {joined(heard[start:end]) for start in starts for end in ends if start < end}
    found = [
        answer.text
        for answer in key.answers
        if any(joined(read(form, case.code)) in said for form in answer.forms)
    ]
    if found or key.need > 1:
        return found
    told = {plain(heard[start:end]) for start in starts for end in ends if start < end}
    every = ((answer, ways(answer, case.known, case.stem)) for answer in key.answers)
    return [
        answer.text
        for answer, way in every
        if not told.isdisjoint(way.told) and not way.only_looks(plain(heard))
    ]


def _judged(words: Sequence[Word], key: Key, case: Case) -> Verdict:
    """Judge what is said in the end, if what is denied is none of the right answers.

    A text may itself have `not` or `who` in it, so that the whole of it is tried first.
    """
    free = key.answers[0].type in FREE
    if key.need == 1 and free:
        whole = judge(tuple(words), key, case)
        if whole.result == CORRECT and whole.answer is not None:
            return _said(whole, case, (key.answers[whole.answer].text,))
        if whole.result == WRONG and whole.why in ("unlike", "order"):
            return _said(whole, case)
    said = finally_said(words, case, text=free)
    if said.withdrawn:
        return _verdict(WRONG, "withdrawn", case)
    if said.denied:
        denied = parts(said.denied, key, case)
        if any(part.hit.result in (CORRECT, CLOSE) for part in denied):
            return _verdict(WRONG, "negated", case)
    found = parts(said.words, key, case)
    return (
        _ruled(found, said.words, key, case) if found else _verdict(WRONG, "long", case)
    )


@lru_cache(maxsize=4)
def _known(names: Names | None, language: str) -> Known:
    return Known(names if names is not None else shipped(), language)


def _ruled(
    found: Sequence[Part], words: Sequence[Word], key: Key, case: Case
) -> Verdict:
    """Rule on all stretches of a response together."""
    right = _distinct(found, CORRECT)
    close = _distinct(found, CLOSE) - right
    wrong = [part for part in found if part.hit.result == WRONG]
    matched = tuple(key.answers[n].text for n in sorted(right))
    either = any(word.text == "or" for word in words)
    idle = (part.words for part in found if part.hit.result == NEUTRAL)
    if either and key.need == 1 and any(_named(each, case) for each in idle):
        return _verdict(WRONG, "guess", case)
    if wrong:
        return _spoiled(wrong, right, close, words, key, case)
    if not right and not close:
        return _verdict(WRONG, "other", case)
    if key.ordered and len(right) > 1 and not _in_order(found):
        return _verdict(WRONG, "order", case, matched)
    guessed = any(word.text == "or" for word in words) and len(found) > 1
    if len(right) >= key.need:
        loose = [part for part in found if part.hit.result == CLOSE]
        if (
            guessed
            and key.need > 1
            and len(right) == key.need
            and not _said_or(key, case)
        ):
            return _verdict(CLOSE, "guess", case, matched)
        if loose and not {part.hit.answer for part in loose} <= right:
            return _said(loose[0].hit, case, matched)
        best = max(
            (part.hit for part in found if part.hit.result == CORRECT),
            key=lambda hit: hit.errors,
        )
        return _said(best, case, matched)
    if not right and len(close) < key.need:
        return _verdict(WRONG, "other", case)
    if len(right) + len(close) >= key.need:
        loose = [part for part in found if part.hit.result == CLOSE]
        return _said(loose[0].hit, case, matched)
    values = {
        "count": str(len(right)),
        "need": str(key.need),
        "missing": str(key.need - len(right)),
    }
    missing = tuple(a.text for n, a in enumerate(key.answers) if n not in right)
    return _verdict(
        CLOSE,
        "few",
        case,
        matched,
        missing if len(key.answers) == key.need else (),
        **values,
    )


def _named(words: Iterable[Word], case: Case) -> bool:
    """Tell whether words that repeat the question name something, so that they are a guess."""
    content = [word for word in words if not case.talk(word)]
    named = case.known.called(content, (*THINGS, "place", "person"))
    return bool(named) or any(word.figure is not None for word in content)


def _said_or(key: Key, case: Case) -> bool:
    return any(
        word.text == "or"
        for answer in key.answers
        for word in read(answer.text, case.code)
    )


def _distinct(found: Iterable[Part], result: str) -> set[int]:
    return {
        part.hit.answer
        for part in found
        if part.hit.result == result and part.hit.answer is not None
    }


def _in_order(found: Sequence[Part]) -> bool:
    places = [part.hit.answer for part in found if part.hit.answer is not None]
    return places == sorted(places)


def _spoiled(
    wrong: Sequence[Part],
    right: set[int],
    close: set[int],
    words: Sequence[Word],
    key: Key,
    case: Case,
) -> Verdict:
    """Rule on a response that says something wrong, perhaps beside something right."""
    extra = "; ".join(joined(part.words) for part in wrong)
    if not right:
        return (
            _said(wrong[0].hit, case)
            if not close
            else _verdict(WRONG, "spoiled-all", case, extra=extra)
        )
    if any(word.text == "or" for word in words):
        return _verdict(WRONG, "guess", case)
    texts = all(key.answers[n].type in TEXTS[:2] for n in right)
    beside = all(part.hit.why in ("other", "more") for part in wrong)
    few = sum(len(part.words) for part in wrong) <= len(words) / 2
    if texts and key.need == 1 and beside and few:
        return _verdict(
            CLOSE, "more", case, tuple(key.answers[n].text for n in right), extra=extra
        )
    return _verdict(WRONG, "spoiled", case, extra=extra)


def _said(hit: Hit, case: Case, matched: tuple[str, ...] = ()) -> Verdict:
    result = WRONG if hit.result == NEUTRAL else hit.result
    values = dict(hit.values)
    missing = (values["missing"],) if "missing" in values else ()
    return _verdict(result, hit.why, case, matched, missing, **values)


def _verdict(
    result: str,
    why: str,
    case: Case,
    matched: tuple[str, ...] = (),
    lacking: tuple[str, ...] = (),
    **values: str,
) -> Verdict:
    sentence = case.words.reasons[why]
    return Verdict(
        result, sentence.format(**values) if values else sentence, matched, lacking
    )
