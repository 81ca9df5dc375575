"""Answers in words: texts, and the names of places, bodies, offices, documents and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.aligning import NOUN, TEXT, Alignment, akin, align
from quiz.grading.around import beside, broader
from quiz.grading.case import hit, sort_asked
from quiz.grading.idle import COUNTRY, counted, idle, limited
from quiz.grading.known import joined
from quiz.grading.lacking import FREE, incomplete
from quiz.grading.order import ordered, related
from quiz.grading.rivalry import rival
from quiz.grading.slips import BAD, DOUBTFUL
from quiz.grading.tokens import MARK
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.grading.ways import plain, ways
from quiz.grading.wordings import core

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.grading.case import Case, Hit
    from quiz.grading.forms import Form
    from quiz.grading.tokens import Word
    from quiz.grading.ways import Ways
    from quiz.grading.wordings import Core
    from quiz.keys import Answer
    from quiz.model import Name

# What is compared as text, with families of words.
TEXTS = (*FREE, "term", "list-member")
# Up to how many words a form's order does not matter.
_LOOSE = {TEXT: 1, NOUN: 2}


def judge(words: Sequence[Word], answer: Answer, case: Case) -> Hit:
    """Judge one stretch of a response against one answer."""
    way = ways(answer, case.known, case.stem)
    heard = [word for word in words if word.kind != MARK]
    if way.together.get("".join(w.text for w in heard), len(heard)) != len(heard):
        return hit(CORRECT, "right", answer)
    best = _best(words, answer, way, case)
    return _weighed(words, best, answer, way, case) if way.never or way.half else best


def _best(words: Sequence[Word], answer: Answer, way: Ways, case: Case) -> Hit:
    """Give the best that a stretch can be among all that is right."""
    name = case.known.record(answer.text, answer.type)
    content = [word for word in words if word.kind != MARK and not case.talk(word)]
    near = _near(words, case)
    strange = [w for w in content if way.words.isdisjoint(case.near.get(w.text, ()))]
    if len(strange) == len(content):
        return broader(words, answer, name, case) or hit(WRONG, "other", answer)
    foreign = [w for w in strange if not (case.echoed(w) or w.text in COUNTRY)]
    limit = len(content) / 2 if answer.type in FREE else 0
    if answer.type != "place" and len(foreign) > limit:
        return hit(WRONG, "more", answer, 10, extra=joined(foreign))
    best: Hit | None = None
    turned: Hit | None = None
    own = TEXT if answer.type in TEXTS else NOUN
    likely = ((form, TEXT) for form in _likely(way.others, near, case))
    for form, how in (*((form, own) for form in way.own), *likely):
        found = _judge(words, form, answer, name, case, how)
        if found.result == WRONG and found.why == "order" and form in way.own:
            turned = found
        if best is None or found.rank > best.rank:
            best = found
        if best.result == CORRECT and not best.errors:
            return best
    if turned and (best is None or best.result != CORRECT):
        return turned
    if best is None or best.result != CORRECT:
        wider = broader(words, answer, name, case)
        if wider or best is None or best.result == WRONG:
            return wider or best or hit(WRONG, "other", answer)
    return rival(words, answer, name, way, best, case) or best


def _near(words: Sequence[Word], case: Case) -> frozenset[str]:
    """Give the words of the key that words of a response may be."""
    return frozenset().union(*(case.near.get(word.text, ()) for word in words))


def _likely(some: Iterable[Form], near: frozenset[str], case: Case) -> Iterator[Form]:
    """Give the forms of which nothing is missing but what may go without saying."""
    for form in some:
        if all(text in case.asked or text in COUNTRY for text in form.needs - near):
            yield form


def _weighed(
    words: Sequence[Word], best: Hit, answer: Answer, way: Ways, case: Case
) -> Hit:
    """Weigh what a response is at best against what only looks right, and what is half.

    What is written down goes first, word by word, the longest; then what amounts to it.
    """
    said = plain(words)
    if way.only_looks(said):
        return hit(WRONG, "unlike", answer)
    if best.result == CORRECT and said in way.told:
        return best
    if said in way.halves:
        return hit(CLOSE, "part", answer, 10)
    cores = {
        core(words, case.code),
        core((word for word in words if not case.talk(word)), case.code),
    }
    if best.result == CORRECT and not way.cores.isdisjoint(cores):
        return best
    # A slip of what is right is not taken for one of what is wrong.
    errors = 0 if best.result == CORRECT else best.errors
    if _said(words, cores, way.never, errors, answer, case):
        return hit(WRONG, "unlike", answer)
    content = [word for word in words if not case.talk(word)]
    repeated = all(case.echoed(word) for word in content)
    if (
        best.result == WRONG
        and not repeated
        and _said(words, cores, way.half, 1, answer, case)
    ):
        return hit(CLOSE, "part", answer, 10)
    return best


def _said(
    words: Sequence[Word],
    cores: set[Core],
    some: Iterable[Form],
    errors: int,
    answer: Answer,
    case: Case,
) -> bool:
    """Tell whether a response says one of some forms, with at most so many errors."""
    for form in _likely(some, _near(words, case), case):
        if core(form.words, case.code) in cores:
            return True
        found = _judge(words, form, answer, None, case, TEXT)
        if found.result == CORRECT and found.errors <= errors:
            return True
    return False


def _judge(
    words: Sequence[Word],
    form: Form,
    answer: Answer,
    name: Name | None,
    case: Case,
    how: int,
) -> Hit:
    """Judge a stretch against one form: what is missing, what is more, then its order."""
    found = align(words, form, case.code, how)
    if not found.found:
        return hit(WRONG, "other", answer)
    extra = [
        word
        for place, word in found.extra
        if not idle(place, word, words, form, found, answer, case)
    ]
    if answer.type not in FREE and _guessed(words, form, case):
        return hit(WRONG, "guess", answer)
    said = {word.text for word in extra}
    if {word.text for n, word in enumerate(form.words) if form.required[n]} <= said:
        own = {word.text for word in form.words}
        extra = [word for word in extra if word.text not in own]
    if any(case.words.has("negative", word.text) for word in extra):
        return hit(WRONG, "negated", answer)
    limit = limited(words, form, case) if answer.type in FREE else ""
    if limit:
        return hit(WRONG, "more", answer, 10, extra=limit)
    if answer.type == "place":
        extra = [w for w in extra if not beside(w, words, answer, name, case)]
    missing = [w for w in found.missing if not _implied(w, words, found, case)]
    if extra or missing:
        return incomplete(words, found, form, extra, missing, answer, case)
    return _complete(words, form, found, answer, case, how)


def _guessed(words: Sequence[Word], form: Form, case: Case) -> bool:
    """Tell whether a response has something on both sides of an `or` that a form has not."""
    places = [n for n, word in enumerate(words) if word.text == "or"]
    if not places or any(word.text == "or" for word in form.words):
        return False
    sides = words[: places[0]], words[places[0] + 1 :]
    return all(any(not case.talk(word) for word in side) for side in sides)


def _complete(
    words: Sequence[Word],
    form: Form,
    found: Alignment,
    answer: Answer,
    case: Case,
    how: int,
) -> Hit:
    """Judge a stretch that has all words of a form: by how they are written and stand."""
    if found.worst >= DOUBTFUL:
        why = "doubtful" if found.worst == DOUBTFUL else "misspelt"
        return hit(CLOSE, why, answer, found.errors + found.worst)
    if not related(words, found, form, case) or counted(words, found, form):
        return hit(WRONG, "other", answer)
    places = [place for place, _ in sorted(found.taken, key=lambda pair: pair[1])]
    if answer.type == "quote" and places != sorted(places):
        return hit(WRONG, "order", answer)
    owned = all("of" in {w.text for w in some} for some in (words, form.words))
    if answer.type != "list-member" and (form.needed > _LOOSE[how] or owned):
        ruled = ordered(words, found, form, case)
        if ruled != CORRECT:
            return hit(ruled, "order", answer, found.errors + BAD)
    why = "right-slip" if found.errors else "right"
    return hit(CORRECT, why, answer, found.errors)


def _implied(word: Word, words: Sequence[Word], found: Alignment, case: Case) -> bool:
    """Tell whether a word goes without saying: the question has it, or a pronoun says it."""
    said = {each.text for each in words}
    if {word.text, word.lemma} & {*COUNTRY} and said & case.words.sets.get(
        "ours", frozenset()
    ):
        return True
    pronouns = case.words.sets.get("pronouns", frozenset())
    if said & pronouns and case.echoed(word):
        return any(not case.echoed(each) for each in found.found)
    sort = sort_asked(case.stem, case.code)
    if word.text in sort or word.lemma in sort:
        return any(not case.echoed(each) for each in found.found)
    echo = case.echoed(word) or any(
        akin(word.lemma, each, case.code) for each in case.asked
    )
    telling = any(not case.words.has("generic", each.text) for each in found.found)
    return case.words.has("sorts", word.text) and echo and telling
