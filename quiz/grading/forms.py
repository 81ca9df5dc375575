"""What an accepted answer allows: which of its words must be said, and which may be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.grading.lexicon import lexicon
from quiz.grading.tokens import MARK, WORD, Word
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUP = re.compile(r"\(([^()]*)\)")
# An answer this long may be said by what stands in parentheses at its end.
_LONG = 4
_COUNTRY = "u.s."


@dataclass(frozen=True, slots=True)
class Form:
    """One way to give an answer: its words, and for each whether it must be said.

    `light` words never have to be; `text` is the answer as the key writes it, `needs` are the
    texts of what must be said.
    """

    text: str
    words: tuple[Word, ...]
    required: tuple[bool, ...]
    needs: frozenset[str] = field(compare=False)

    @property
    def needed(self) -> int:
        """How many of its words must be said."""
        return sum(self.required)


@lru_cache(maxsize=4096)
def forms(text: str, code: str) -> tuple[Form, ...]:
    """Give every form of an answer: words in parentheses may be left out, or stand for others.

    `(U.S.) Constitution` may do without `U.S.`; `Secretary of War (Defense)` is also
    `Secretary of Defense`, and `Antietam/Sharpsburg` one of the two.
    """
    found = dict.fromkeys(
        form
        for variant in _variants(text, code)
        if (form := _form(text, variant, code))
    )
    return tuple(found)


def _variants(text: str, code: str) -> Iterator[tuple[str, ...]]:
    """Give the same answer as pieces: those at odd places may be left out."""
    for whole in _slashes(text):
        pieces = _GROUP.split(whole)
        yield tuple(pieces)
        for place in range(1, len(pieces), 2):
            before, inside, after = pieces[place - 1 : place + 2]
            rest = "".join(pieces[: place - 1 : 2]), "".join(pieces[place + 1 :: 2])
            for other in _others(before, inside, after, code):
                yield (rest[0] + other + " " + rest[1],)


def _slashes(text: str) -> Iterator[str]:
    match = re.search(r"(\w[\w.']*)/(\w[\w.']*)", text)
    if not match or re.search(r"\d/\d", text):
        yield text
        return
    for side in (match[1], match[2]):
        yield text[: match.start()] + side + text[match.end() :]


def _others(before: str, inside: str, after: str, code: str) -> Iterator[str]:
    """Give what a group can stand for: the word before it, or the whole answer."""
    known = lexicon(code)
    first = inside.split(maxsplit=1)[0].casefold().strip(",.") if inside.split() else ""
    alternatives = re.split(r",\s*|\s+or\s+", re.sub(r"^or\s+", "", inside.strip()))
    joined = first == "or"
    if (known.has("light", first) and not joined) or not before.strip() or not first:
        return
    head = before.split()
    if len(head) > 1 or after.strip():
        for other in alternatives:
            yield " ".join((*head[:-1], other))
    if after.strip():
        return
    heavy = [word for word in head if not known.has("light", word.casefold())]
    size = len(inside.split())
    proper = size > 1 and (any(char.isupper() for char in inside) or size >= _LONG - 1)
    if proper or len(heavy) >= _LONG:
        yield inside


def _form(text: str, pieces: tuple[str, ...], code: str) -> Form | None:
    known = lexicon(code)
    words: list[Word] = []
    must: list[bool] = []
    for place, piece in enumerate(pieces):
        for word in read(piece, code):
            if word.kind != MARK:
                words.append(word)
                must.append(place % 2 == 0)
    heavy = [
        not known.has("light", word.text)
        or word.kind != WORD
        or (
            place > 0
            and known.has("numbered", words[place - 1].text)
            and bool(word.roman)
        )
        for place, word in enumerate(words)
    ]
    if not any(h and m for h, m in zip(heavy, must, strict=True)):
        heavy = [True] * len(words)
    required = [h and m for h, m in zip(heavy, must, strict=True)]
    for place in _implied(words):
        rest = [w for n, w in enumerate(words) if required[n] and n != place]
        if any(
            not known.has("generic", w.text) and not known.has("generic", w.lemma)
            for w in rest
        ):
            required[place] = False
    if not any(required):
        return None
    needs = (w.text for w, must in zip(words, required, strict=True) if must)
    return Form(text, tuple(words), tuple(required), frozenset(needs))


def _implied(words: list[Word]) -> Iterator[int]:
    """Find `U.S.` where it goes without saying: in front, or after `of` at the end."""
    texts = [word.text for word in words]
    if texts[:1] == [_COUNTRY]:
        yield 0
    if texts[-3:] == ["of", "the", _COUNTRY] or texts[-2:] == ["of", _COUNTRY]:
        yield len(texts) - 1
