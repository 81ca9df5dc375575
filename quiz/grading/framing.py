"""What is finally said: without hedges, without what was taken back, without what is denied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from quiz import language
from quiz.grading.lexicon import groups
from quiz.grading.tokens import MARK, NUMBER, WORD
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.case import Case
    from quiz.grading.tokens import Word

Words = tuple["Word", ...]
# How many words an aside has at most.
_ASIDE = 9


@dataclass(frozen=True, slots=True)
class Said:
    """What a response says in the end, and what it says that the answer is not."""

    words: Words
    denied: Words = ()
    withdrawn: bool = False


def is_nothing(words: Sequence[Word], case: Case) -> bool:
    """Tell whether a response only says that its author has no answer."""
    texts = tuple(word.text for word in words if word.kind != MARK)
    phrases = case.words.phrases.get("nothing", ())
    while texts:
        end = next((p for p in phrases if texts[: len(p)] == p), None)
        if end is not None:
            texts = texts[len(end) :]
        elif case.words.has("filler", texts[0]) or case.words.has("light", texts[0]):
            texts = texts[1:]
        else:
            return False
    return True


def finally_said(words: Sequence[Word], case: Case, *, text: bool = False) -> Said:
    """Give what a response says in the end; in a `text` an explanation follows a mark only.

    `Jefferson, no, Adams` says Adams; `Congress, not the President` denies the latter.
    """
    rest = _unhedged(_straight(_unnumbered(tuple(words)), case), case)
    cut = _taken_back(rest, case)
    withdrawn = cut is not None
    if cut is not None:
        rest = rest[cut:]
    rest, denied = _denied(rest, case)
    return Said(
        _explained(rest, case, text=text), denied, withdrawn and not _plain(rest)
    )


def _unnumbered(words: Words) -> Words:
    """Cut the numbers of a numbered list: `1) ... 2) ...`."""
    made: list[Word] = []
    wanted = 1
    skip = False
    for place, word in enumerate(words):
        after = words[place + 1].text if place + 1 < len(words) else ""
        if word.value == wanted and word.kind == NUMBER and after in (")", ".", ":"):
            made.append(replace(word, text=";", kind=MARK, value=None))
            wanted += 1
            skip = True
        elif not skip:
            made.append(word)
        else:
            skip = False
    return tuple(made) if wanted > 2 else words  # noqa: PLR2004


def _plain(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words if word.kind != MARK]


def _straight(words: Words, case: Case) -> Words:
    """Cut asides in front and at the end: `my teacher said ...`, `..., that is all I know`."""
    known = _asides(language.base(case.code))
    rest = words
    cut = True
    while cut:
        cut = False
        texts = [(n, word.text) for n, word in enumerate(rest) if word.kind != MARK]
        for size in range(min(len(texts) - 1, _ASIDE), 0, -1):
            if tuple(text for _, text in texts[:size]) in known:
                rest, cut = rest[texts[size][0] :], True
                break
            if tuple(text for _, text in texts[-size:]) in known:
                rest, cut = rest[: texts[-size - 1][0] + 1], True
                break
    return words if _all_talk(rest, case) else rest


@cache
def _asides(code: str) -> frozenset[tuple[str, ...]]:
    phrases = (read(phrase, code) for (phrase,) in groups(code, "asides"))
    return frozenset(tuple(_plain(phrase)) for phrase in phrases)


def _unhedged(words: Words, case: Case) -> Words:
    """Cut a hedge in front: `I am not sure, but ...`."""
    texts = [(n, word.text) for n, word in enumerate(words) if word.kind != MARK]
    for phrase in sorted(case.words.phrases.get("hedges", ()), key=len, reverse=True):
        said = texts[: len(phrase)]
        if tuple(text for _, text in said) == phrase and len(texts) > len(phrase):
            return words[said[-1][0] + 1 :]
    for phrase in sorted(case.words.phrases.get("nothing", ()), key=len, reverse=True):
        said = texts[: len(phrase)]
        if len(phrase) > 1 and tuple(text for _, text in said) == phrase:
            after = said[-1][0] + 1
            if (
                after < len(words)
                and words[after].kind == MARK
                and _plain(words[after:])
            ):
                return words[after:]
    return words


def _taken_back(words: Words, case: Case) -> int | None:
    """Find where the last correction ends, if something was said before it."""
    phrases = case.words.phrases
    marked = phrases.get("takes-back", ())
    plainly = phrases.get("takes-back-plainly", ())
    for start in range(len(words) - 1, 0, -1):
        if not any(
            word.kind == WORD or word.value is not None for word in words[:start]
        ):
            break
        for phrase in sorted((*plainly, *marked), key=len, reverse=True):
            end = start + len(phrase)
            if tuple(word.text for word in words[start:end]) != phrase:
                continue
            before = words[start - 1].kind == MARK
            after = end >= len(words) or words[end].kind == MARK
            if (
                phrase in plainly
                or (before and (after or phrase != ("no",)))
                or (before and phrase == ("no",) and not _heavy_no(words, end))
            ):
                return end if not _all_talk(words[:start], case) else None
    return None


def _heavy_no(words: Words, end: int) -> bool:
    """Tell whether `no` belongs to the word after it: `no taxes` but not `no, Adams`."""
    return words[end].kind != MARK


def _all_talk(words: Sequence[Word], case: Case) -> bool:
    return all(case.talk(word) for word in words)


def _denied(words: Words, case: Case) -> tuple[Words, Words]:
    """Part `X, not Y` and `not Y but X` into what is said and what is denied."""
    texts = [word.text for word in words]
    if texts.count("not") != 1:
        return words, ()
    place = texts.index("not")
    before, after = words[:place], words[place + 1 :]
    for turn in ("but", ";", ",", "."):
        rest = [n for n, word in enumerate(after) if word.text == turn]
        if rest and _all_talk(before, case):
            said, denied = after[rest[0] + 1 :], after[: rest[0]]
            if _plain(said) and not _all_talk(denied, case):
                return said, denied
    joined = before and (before[-1].kind == MARK or before[-1].text in ("and", "but"))
    verb = {
        "is",
        "was",
        "are",
        "were",
        "do",
        "does",
        "did",
        "can",
        "will",
        "has",
        "have",
        "must",
    }
    if (
        before
        and not _all_talk(before, case)
        and (joined or before[-1].text not in verb)
    ):
        said = before[:-1] if joined else before
        return said, after
    return words, ()


def _explained(words: Words, case: Case, *, text: bool) -> Words:
    """Cut an explanation: `Congress, because it makes the laws`."""
    for place, word in enumerate(words):
        after_mark = place and words[place - 1].kind == MARK
        if (
            place
            and (
                (case.words.has("explains", word.text) and (after_mark or not text))
                or (word.text == "because" and not text)
                or (after_mark and case.words.has("relative", word.text))
                or case.words.has("adding", word.text)
            )
            and not _all_talk(words[:place], case)
        ):
            tail = words[place:]
            if any(case.words.has("negative", each.text) for each in tail):
                return words
            return words[:place]
    return words
