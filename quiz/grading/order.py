"""Whether words of an answer that stand in another order still say the same."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.grading.tokens import MARK
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.grading.wordings import ARTICLES, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.aligning import Alignment
    from quiz.grading.case import Case
    from quiz.grading.forms import Form
    from quiz.grading.tokens import Word

# With more words than these a changed order is not ruled harmless.
_MANY = 6
_TWO = 2
# Before a word these say more than that it belongs to the one before.
_BY, _FOR = "by", "for"
HEADS = (
    "to",
    "of",
    "in",
    "into",
    "on",
    "at",
    _FOR,
    "with",
    "from",
    _BY,
    "during",
    "under",
)
# Which way a preposition leads; those of one way, and those that lead none, are often mixed up.
_WAYS = {
    "to": "toward",
    _FOR: "toward",
    "into": "into",
    "from": "from",
    _BY: "by",
    "against": "against",
    **dict.fromkeys(("of", "in", "on", "at", "with", "as", "about"), "beside"),
}
_STRICT = {"from", "by", "against", "into"}


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of a text, its place in the form if it has one, and the light words before it."""

    text: str
    lemma: str
    place: int | None
    before: tuple[str, ...]


def ordered(words: Sequence[Word], found: Alignment, form: Form, case: Case) -> str:
    """Rule on a response that has all words of a form, perhaps in another order.

    Both are put into one order first: who acts, what is done, to whom; the owner before what is
    owned. CORRECT if they agree, or only a number or a phrase with its preposition moved; WRONG
    if parts exchanged their roles (`A attacked B`, `B attacked A`; `out of one, many`) or are
    related otherwise (`from`, `to`); else CLOSE.
    """
    said, meant = _both(words, found, form, case)
    ours, theirs = _roles(meant, case), _roles(said, case)
    sequence = [place for place in theirs if place in ours]
    ranks = [ours.index(place) for place in sequence]
    if ranks == sorted(ranks):
        return WRONG if _object_added(said, meant, case) else CORRECT
    if _turned(ranks):
        return WRONG
    apart = [n for n, rank in enumerate(ranks) if rank != sorted(ranks)[n]]
    if len(ranks) > _TWO and len(apart) == _TWO and apart[1] - apart[0] > 1:
        return WRONG  # two words changed places
    if len(sequence) == _TWO:
        acts = any(_passive(term, case) for term in (*said, *meant)) or _acts(
            said, case
        )
        return WRONG if acts else CLOSE
    if form.needed > _MANY:
        return CLOSE
    figures = {n for n, word in enumerate(form.words) if word.figure is not None}
    rest = [place for place in sequence if place not in figures]
    ranks_ = [ours.index(place) for place in rest]
    moved = len(figures) == 1 and len(rest) > 1 and ranks_ == sorted(ranks_)
    return CORRECT if moved or _rotated(ranks, said, meant, ours) else CLOSE


def _terms(words: Sequence[Word], places: dict[int, int], case: Case) -> list[_Term]:
    """Give the words that carry a text, each with the light words before it."""
    made: list[_Term] = []
    before: list[str] = []
    for n, word in enumerate(words):
        if word.kind == MARK:
            continue
        if case.words.has("light", word.text):
            before.append(word.text)
            continue
        made.append(_Term(word.text, word.lemma, places.get(n), tuple(before)))
        before = []
    if before:
        made.append(_Term("", "", None, tuple(before)))
    return made


def _roles(terms: Sequence[_Term], case: Case) -> list[int]:
    """Give the places of a text's words in one order: agent, verb, object; owner, owned."""
    made: list[list[_Term]] = []
    verb = 0
    for term in terms:
        bare = [word for word in term.before if word not in ARTICLES]
        doer = _does(term, case)
        if made and "of" in bare[:1] and not _does(made[-1][-1], case):
            made.insert(len(made) - 1, [term])
        elif made and _BY in bare:
            made.insert(verb, [term])
        elif made and _passive(term, case) and not bare[:-1]:
            verb = len(made) - 1
            made.insert(verb, [term])
        elif made and doer and not bare:
            made.insert(len(made) - 1, [term])
        elif made and not bare and not doer:
            made[-1].append(term)
        else:
            made.append([term])
    return [t.place for run in made for t in run if t.place is not None]


def _does(term: _Term, case: Case) -> bool:
    """Tell whether a word is one who does something: an adviser, an author."""
    return (term.lemma or term.text) in listed("doers", case.code)


def _passive(term: _Term, case: Case) -> bool:
    """Tell whether something `was freed`, rather than somebody freed it."""
    return bool(term.before) and case.words.has("passive", term.before[-1])


def related(words: Sequence[Word], found: Alignment, form: Form, case: Case) -> bool:
    """Tell whether words of a form are related as in it: not `to Africa` for `from Africa`."""
    said, meant = _both(words, found, form, case)
    return not _parted(said, meant, case)


def _both(
    words: Sequence[Word], found: Alignment, form: Form, case: Case
) -> tuple[list[_Term], list[_Term]]:
    """Give a response and a form as terms."""
    said = _terms(words, {n: place for place, n in found.taken}, case)
    return said, _terms(form.words, {n: n for n in range(len(form.words))}, case)


def _parted(said: Sequence[_Term], meant: Sequence[_Term], case: Case) -> bool:
    """Tell whether a word is related to the one before it in a way that says otherwise."""
    start = _Term("", "", None, ())
    ours = {term.place: (before, term) for before, term in pairwise((start, *meant))}
    for before, term in pairwise((start, *said)):
        if term.place is None or term.place not in ours:
            continue
        other, own = ours[term.place]
        here, there = set(term.before), set(own.before)
        leads, led = ({_WAYS[w] for w in some if w in _WAYS} for some in (here, there))
        if leads and led and leads.isdisjoint(led) and (leads | led) & _STRICT:
            return True
        follows = before.place is not None and before.place == other.place
        either = "or" in here and "and" in there
        if follows and ((_BY in here) != (_BY in there) or either):
            return True
    return any(
        _polar(said, meant, term, case) or _fights(said, meant, term, case)
        for term in said
    )


def _fights(
    said: Sequence[_Term], meant: Sequence[_Term], term: _Term, case: Case
) -> bool:
    """Tell whether one fights something that the other fights for."""
    if term.place is None or not case.words.has("with-for", term.lemma):
        return False
    ours, theirs = (
        next((b.before for a, b in pairwise(some) if a.place == term.place), ())
        for some in (meant, said)
    )
    return (_FOR in ours) != (_FOR in theirs)


def _polar(
    said: Sequence[_Term], meant: Sequence[_Term], term: _Term, case: Case
) -> bool:
    """Tell whether a word like `without` or `out` goes with another word than it did."""
    if not case.words.has("relating", term.text):
        return False
    ours = _next(meant, term.place)
    theirs = _next(said, term.place)
    moved = next((each for each in said if each.place == ours), None)
    parted = moved is not None and "of" in moved.before and term.text != "out"
    return None not in (ours, theirs) and ours != theirs and not parted


def _next(terms: Sequence[_Term], place: int | None) -> int | None:
    """Give the place of the word after a place."""
    return next((b.place for a, b in pairwise(terms) if a.place == place), None)


def _object_added(said: Sequence[_Term], meant: Sequence[_Term], case: Case) -> bool:
    """Tell whether what something was done to now does it: not `he is advised`, `he advises it`."""
    passive = {term.place for term in meant if _passive(term, case)}
    return (
        bool(passive) and not any(_passive(t, case) for t in said) and _acts(said, case)
    )


def _acts(said: Sequence[_Term], case: Case) -> bool:
    """Tell whether `it`, or something that the question names, follows what a form says."""
    last = max((n for n, term in enumerate(said) if term.place is not None), default=0)
    return any(
        any(case.words.has("objects", word) for word in term.before)
        or term.text in case.asked
        for term in said[last + 1 :]
    )


def _turned(ranks: Sequence[int]) -> bool:
    """Tell whether three words that follow each other stand the other way round: b v a."""
    spots = {rank: n for n, rank in enumerate(ranks)}
    return any(
        spots[rank] > spots[rank + 1] > spots[rank + 2]
        for rank in spots
        if rank + 1 in spots and rank + 2 in spots
    )


def _rotated(
    ranks: Sequence[int],
    said: Sequence[_Term],
    meant: Sequence[_Term],
    ours: Sequence[int],
) -> bool:
    """Tell whether one part moved to the other end: with its preposition, or an adverb."""
    breaks = [n for n, (one, other) in enumerate(pairwise(ranks)) if other < one]
    if len(breaks) != 1 or ranks[-1] > ranks[0]:
        return False
    front, back = ours[ranks[0]], ours[ranks[-1]]
    if any(term.place == back and term.text.endswith("ly") for term in said):
        return True
    here, there = (
        next(({*term.before} for term in some if term.place == front), set())
        for some in (said, meant)
    )
    # `Equality for states`: `states have equality`.
    owns = any({"have", "has", "had", "get"}.intersection(term.before) for term in said)
    return bool(there.intersection(HEADS) and here.intersection(HEADS)) or (
        owns and _FOR in there
    )
