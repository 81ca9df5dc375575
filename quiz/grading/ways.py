"""Every way to give an answer: its forms, its names, its other wordings; and what is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.grading.forms import forms
from quiz.grading.known import Signature, joined, signature
from quiz.grading.lexicon import lexicon
from quiz.grading.tokens import MARK
from quiz.grading.wordings import ARTICLES, Core, core, wordings
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.grading.forms import Form
    from quiz.grading.known import Known
    from quiz.grading.tokens import Word
    from quiz.keys import Answer

# How many letters an abbreviation has at least.
_SHORTEST = 3
# Words that an abbreviation leaves out.
_UNCOUNTED = ("of", "the", "and", "for", "on", "a", "to", "in")


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """The forms of an answer; `own` are those the key and the names write.

    `half` are forms of what is a part of it, `never` of what only looks like it. `words` are all
    words of its forms, `together` its own forms without spaces or by their first letters;
    `texts` and `signatures` are what each of its forms is and amounts to, `cores` only of those
    that are written out. `told`, `halves` and `nevers` are what is written of it, of half of it
    and of what is none, as `plain` gives it.
    """

    own: tuple[Form, ...]
    others: tuple[Form, ...]
    half: tuple[Form, ...]
    never: tuple[Form, ...]
    words: frozenset[str]
    together: Mapping[str, int]
    texts: frozenset[str]
    signatures: frozenset[Signature]
    cores: frozenset[Core]
    told: frozenset[str]
    halves: frozenset[str]
    nevers: frozenset[str]

    @property
    def every(self) -> tuple[Form, ...]:
        """All forms, right or not."""
        return (*self.forms, *self.half, *self.never)

    def only_looks(self, said: str) -> bool:
        """Tell whether what is said, as `plain` gives it, is written down as no answer.

        If it has both something right and something wrong in it, the longer of them counts.
        """
        right, wrong = (
            max((len(text) for text in some if text in said), default=0)
            for some in (self.told, self.nevers)
        )
        return said in self.nevers or wrong > right > 0

    @property
    def forms(self) -> tuple[Form, ...]:
        """All that are right."""
        return (*self.own, *self.others)


def ways(answer: Answer, known: Known, stem: str) -> Ways:
    """Give every way to give an answer to a question, as far as it is known."""
    also = known.also(answer.text, answer.type)
    return _ways(answer.forms, also, answer.type, stem, known.code)


@lru_cache(maxsize=4096)
def _ways(
    given: tuple[str, ...], also: tuple[str, ...], kind: str, stem: str, code: str
) -> Ways:
    texts = dict.fromkeys((*given, *also))
    head, comma, _ = given[0].partition(",")
    if comma and kind == "place":
        texts.setdefault(head)
    own = _forms(texts, code)
    other = wordings(given, kind, stem, code)
    said = (*own, *_forms(other.say, code))
    every = tuple(dict.fromkeys((*said, *_forms(other.otherwise, code))))
    return Ways(
        own,
        every[len(own) :],
        _forms(other.half, code),
        _forms(other.never, code),
        frozenset(word.text for form in every for word in form.words),
        _together(own),
        frozenset(
            joined(some) for form in every for some in (form.words, _told(form, code))
        ),
        frozenset(signature(form.words, code) for form in every),
        frozenset(core(form.words, code) for form in said),
        frozenset(
            plain(some) for form in said for some in (form.words, _told(form, code))
        ),
        frozenset(plain(read(text, code)) for text in other.half),
        frozenset(plain(read(text, code)) for text in other.never),
    )


def _told(form: Form, code: str) -> list[Word]:
    """Give the words of a form that must be said, and the light ones."""
    known = lexicon(code)
    pairs = zip(form.words, form.required, strict=True)
    return [word for word, must in pairs if must or known.has("light", word.text)]


def plain(words: Iterable[Word]) -> str:
    """Give words as they are, without marks and articles, with a space around each."""
    heard = (w.text for w in words if w.kind != MARK and w.text not in ARTICLES)
    return f" {' '.join(heard)} "


def _forms(texts: Iterable[str], code: str) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(form for text in texts for form in forms(text, code)))


def _together(own: Iterable[Form]) -> dict[str, int]:
    """Give forms without their spaces, and by their first letters: `ICJ`; each with its words."""
    found: dict[str, int] = {}
    for form in own:
        whole = [word.text for word in form.words]
        told = [word.text for n, word in enumerate(form.words) if form.required[n]]
        heavy = [text for text in whole if text not in _UNCOUNTED]
        found |= {"".join(told): len(told), "".join(whole): len(whole)}
        for each in (told, heavy):
            if len(each) >= _SHORTEST:
                found["".join(w if len(w) < _SHORTEST else w[0] for w in each)] = 0
    return {text: size for text, size in found.items() if len(text) >= _SHORTEST}
