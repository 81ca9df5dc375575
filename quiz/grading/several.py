"""A response as a list: which stretches of it are answers, and which are not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.grading import measures, people, phrases
from quiz.grading.case import NEUTRAL, Case, Hit
from quiz.grading.framing import is_nothing
from quiz.grading.known import joined, rivals_of
from quiz.grading.lacking import FREE
from quiz.grading.lexicon import Lexicon, lexicon
from quiz.grading.order import HEADS
from quiz.grading.tokens import MARK, WORD, Word
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.keys import Answer, Key

# How many stretches a response is parted into, and how many an answer may span.
_MOST, _SPAN = 30, 7
# How many words without joiners are read as a list, and how many answers may lack a shared head.
_ROW, _HEADS = 14, 5
# A stretch of more words than these is no answer.
_LONG = 20
# Types whose right answers may share no word with the key.
_ALWAYS = (*measures.TYPES, "place")
_JOINERS = ("and", "or", "plus", "nor", "v")
_TALK = Hit(NEUTRAL, "right")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a response and what it is."""

    words: tuple[Word, ...]
    hit: Hit


def parts(words: Sequence[Word], key: Key, case: Case) -> tuple[Part, ...]:
    """Part a response into stretches so that as much of it as possible is right.

    One of more stretches than any answer has is not parted at all.
    """
    pieces = list(_pieces(words, case.words))
    if len(pieces) > _MOST:
        return ()
    span = max(_joints(answer, case) for answer in key.answers)
    best: list[tuple[tuple[int, ...], tuple[Part, ...]]] = [((0, 0, 0, 0), ())]
    for end in range(1, len(pieces) + 1):
        found = []
        for start in range(max(0, end - span), end):
            stretch = words[pieces[start][0] : pieces[end - 1][1]]
            score, before = best[start]
            right = key.need == 1 and any(p.hit.result == CORRECT for p in before)
            single = end - start == 1 or len(key.parts) > 1
            explained = right and _explains(stretch, key, case)
            for run in _runs(tuple(stretch), key, case, single=single):
                taken = run
                if explained and run[0].hit.result == WRONG:
                    taken = (Part(run[0].words, _TALK),)
                total = tuple(map(sum, zip(score, _score(taken), strict=True)))
                found.append((total, (*before, *taken)))
        best.append(max(found, key=lambda pair: pair[0]))
    made = best[-1][1]
    return _shared(made, key, case)


@lru_cache(maxsize=4096)
def _joint_count(text: str, code: str) -> int:
    return sum(1 for _ in _pieces(read(text, code), lexicon(code)))


def _joints(answer: Answer, case: Case) -> int:
    """Say how many stretches a response may take to give an answer: its own, and one more."""
    most = max(_joint_count(form, case.code) for form in answer.forms)
    return max(2, min(most, _SPAN)) + 1


def _explains(words: Sequence[Word], key: Key, case: Case) -> bool:
    """Tell whether words only explain an answer that was given before: `1787, in Philadelphia`.

    They begin as an explanation or have a verb, deny nothing, and name nothing that could
    be the answer.
    """
    known = case.words
    heard = _heard(words)
    while heard and known.has("filler", heard[0].text):
        heard = heard[1:]
    if not heard:
        return True
    if all(known.has("polar", word.text) for word in heard):
        return False
    if any(
        known.has("polar", w.text) and not known.has("opens", w.text) for w in heard
    ):
        return False
    opens = known.has("opens", heard[0].text)
    counted = all(a.type == "number" for a in key.answers)
    if not (opens or any(known.has("verbs", word.text) for word in heard)) and not (
        counted and any(known.has("ratio", word.text) for word in heard)
    ):
        return False
    plain = (*measures.TYPES, *FREE, "ordinal")
    types = sorted(
        {kind for a in key.answers if a.type not in plain for kind in rivals_of(a.type)}
    )
    return not any(
        case.known.called(heard[start:end], types)
        for start in range(len(heard))
        for end in range(start + 1, min(len(heard), start + _SPAN) + 1)
    )


def _score(run: Sequence[Part]) -> tuple[int, ...]:
    """Rate a parting: few words that are wrong, many answers, few half ones, few errors."""
    wrong = sum(len(_heard(part.words)) for part in run if part.hit.result == WRONG)
    right = sum(part.hit.result == CORRECT for part in run)
    close = sum(len(part.words) for part in run if part.hit.result == CLOSE)
    return -wrong, -close, right, -sum(part.hit.errors for part in run)


def _heard(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.kind != MARK]


def _pieces(words: Sequence[Word], known: Lexicon) -> Iterator[tuple[int, int]]:
    """Give the stretches between joiners: marks, `and`, `or`, `plus`."""
    start: int | None = None
    for place, word in enumerate(words):
        turned = (
            word.text == "v" and place and known.has("numbered", words[place - 1].text)
        )
        if _joins(word) and not turned:
            if start is not None:
                yield start, place
            start = None
        elif start is None:
            start = place
    if start is not None:
        yield start, len(words)


def _joins(word: Word) -> bool:
    return word.kind == MARK or (word.kind == WORD and word.text in _JOINERS)


def _runs(
    words: tuple[Word, ...], key: Key, case: Case, *, single: bool
) -> Iterator[tuple[Part, ...]]:
    """Give the ways to take a stretch: as one answer, or as several said without a joiner."""
    one = judge(words, key, case)
    yield (Part(words, one),)
    # A statement is one answer; words of two are not both of them.
    listed = key.need > 1 or any(answer.type not in FREE for answer in key.answers)
    listed = listed and len(key.answers) > 1 and one.why != "unlike"
    if single and listed and one.result in (WRONG, CLOSE):
        found = _row(words, key, case)
        if found:
            yield found


def _row(words: tuple[Word, ...], key: Key, case: Case) -> tuple[Part, ...]:
    """Part words without joiners into whole answers, the longest first; none if they are not."""
    if len(words) > _ROW:
        return ()
    rest: dict[int, tuple[Part, ...] | None] = {len(words): ()}
    for place in range(len(words) - 1, -1, -1):
        rest[place] = None
        for end in range(min(len(words), place + _SPAN), place, -1):
            after = rest[end]
            found = judge(words[place:end], key, case) if after is not None else None
            if found and _whole(words[place:end], found, case):
                rest[place] = (Part(words[place:end], found), *(after or ()))
                break
    made = rest[0] or ()
    apart = all(
        before.words[-1].text in HEADS or part.words[0].text in HEADS
        for before, part in pairwise(made)
    )
    return made if key.need > 1 or apart else ()


def _whole(words: Sequence[Word], found: Hit, case: Case) -> bool:
    """Tell whether a stretch is an answer, or talk that denies nothing."""
    denies = any(case.words.has("negative", word.text) for word in words)
    return found.result == CORRECT or (found.result == NEUTRAL and not denies)


def judge(words: tuple[Word, ...], key: Key, case: Case) -> Hit:
    """Judge a stretch against every answer of the case's key, and give the best it can be."""
    texts = tuple(word.text for word in words)
    if texts not in case.judged:
        case.judged[texts] = _best(words, key, case)
    return case.judged[texts]


def _best(words: tuple[Word, ...], key: Key, case: Case) -> Hit:
    idle = all(case.talk(word) for word in words) or is_nothing(words, case)
    if idle and not any(_same(words, answer) for answer in key.answers):
        return _TALK
    content = [word for word in _heard(words) if not case.talk(word)]
    near = frozenset().union(*(case.near.get(word.text, ()) for word in content))
    best: Hit | None = None
    for place, answer in enumerate(key.answers):
        strange = content and near.isdisjoint(case.telling[place])
        if best and (len(content) > _LONG or (strange and answer.type not in _ALWAYS)):
            continue
        found = replace(_judge(words, answer, case), answer=place)
        if answer.type in measures.DATES and _holds_another(near, key, place, case):
            found = Hit(WRONG, "other")
        if best is None or found.rank > best.rank:
            best = found
        if best.result == CORRECT and not best.errors:
            break
    assert best is not None  # noqa: S101 - a key has an answer
    if best.result == WRONG:
        best = replace(best, answer=None)
        if all(map(case.echoed, content)) and not _named(content, key, case):
            return _TALK
    return best


def _holds_another(near: frozenset[str], key: Key, place: int, case: Case) -> bool:
    """Tell whether a stretch with a date has another part of the key in it, too."""
    return any(
        other.name != key.answers[place].name and not near.isdisjoint(case.telling[n])
        for n, other in enumerate(key.answers)
    )


def _named(words: Sequence[Word], key: Key, case: Case) -> bool:
    types = {kind for answer in key.answers for kind in rivals_of(answer.type)}
    return bool(case.known.called(words, sorted(types)))


def _same(words: Sequence[Word], answer: Answer) -> bool:
    return joined(words) == answer.text.casefold()


def _judge(words: Sequence[Word], answer: Answer, case: Case) -> Hit:
    if answer.type == "person" or (
        answer.type == "list-member" and case.known.record(answer.text, "person")
    ):
        return people.judge(words, answer, case)
    found = None
    if answer.type in measures.DATES:
        found = measures.judge_date(words, answer, case)
    elif answer.type == "number":
        found = measures.judge_number(words, answer, case)
    return found or phrases.judge(words, answer, case)


def _shared(made: tuple[Part, ...], key: Key, case: Case) -> tuple[Part, ...]:
    """Read a head that two answers share: `Secretary of State and Defense`."""
    parts_ = list(made)
    if sum(part.hit.result in (WRONG, CLOSE) for part in parts_) > _HEADS:
        return made
    for place, part in enumerate(parts_):
        if part.hit.result not in (WRONG, CLOSE):
            continue
        for whole in _completed(parts_, place):
            found = judge(whole, key, case)
            if found.result == CORRECT:
                parts_[place] = Part(whole, found)
                break
    return tuple(parts_)


def _completed(made: Sequence[Part], place: int) -> Iterator[tuple[Word, ...]]:
    """Give a stretch with the beginning of the one before it, or the end of the one after."""
    own = tuple(_heard(made[place].words))
    if len(own) > _SPAN:
        return
    for part in made[place - 1 : None : -1] if place else ():
        if part.hit.result != CORRECT:
            break
        before = _heard(part.words)[:_SPAN]
        for size in range(len(before) - 1, 0, -1):
            yield (*before[:size], *own)
    if place + 1 < len(made):
        after = _heard(made[place + 1].words)[-_SPAN:]
        for size in range(1, len(after)):
            yield (*own, *after[size:])
