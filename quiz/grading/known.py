"""The names the grader knows: what an answer is also called, and who or what its rivals are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quiz import reader, resources
from quiz.grading.lexicon import lexicon
from quiz.grading.tokens import MARK, NUMBER, ORDINAL
from quiz.grading.words import fold, read
from quiz.model import Names
from quiz.names import completed, read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.grading.tokens import Word
    from quiz.model import Name

# A place's code of two letters.
_CODE = re.compile("[A-Z]{2}")
Signature = tuple[str, ...]
# Types that are rivals of one another: what is neither a person nor a place.
THINGS = ("body", "office", "document", "event", "term")
_RIVALS = {"person": ("person",), "place": ("place",)}


@cache
def shipped() -> Names:
    """Read the names that come with the program."""
    folder = resources.folder("decks") / "names"
    found = (read_names(reader.read(path)) for path in sorted(folder.rglob("*.yaml")))
    return Names(completed(name for names in found for name in names))


def signature(words: Iterable[Word], code: str) -> Signature:
    """Give what words amount to in any order: no light words, numbers as figures.

    So `Department of State` is `State Department`, `World War II` the `Second World War`.
    """
    known = lexicon(code)
    found: list[str] = []
    light: list[str] = []
    before = ""
    for word in words:
        counted = word.kind in (NUMBER, ORDINAL) or (
            known.has("numbered", before) and word.roman is not None
        )
        before = word.text
        if word.kind != MARK:
            aside = known.has("light", word.text) and not counted
            (light if aside else found).append(
                str(word.figure) if counted else word.text
            )
    return tuple(sorted(found or light))


class Known:
    """Names of one language, found by any way to give them, in any order of words."""

    def __init__(self, names: Names, code: str) -> None:
        self.code = code
        self.codes = {
            each: name.text
            for name in names
            for each in (*name.codes, *name.aliases)
            if each in name.codes or (name.type == "place" and _CODE.fullmatch(each))
        }
        self._names: dict[str, dict[Signature, list[Name]]] = {}
        self.persons: dict[str, list[Name]] = {}
        self._records: dict[tuple[str, str], Name | None] = {}
        self._texts: dict[str, dict[str, list[Name]]] = {}
        self._spelled: dict[str, list[frozenset[str]]] = {}
        for name in names:
            table = self._names.setdefault(name.type, {})
            texts = self._texts.setdefault(name.type, {})
            for form in forms_of(name, code):
                words = read(form, code)
                if form.isalpha() and form.isupper() and joined(words) != fold(form):
                    continue  # an abbreviation that is also one of a common word: SEC
                found = table.setdefault(signature(words, code), [])
                if name not in found:
                    found.append(name)
                texts.setdefault(joined(words), []).append(name)
                if form.isupper() and len(words) == 1:
                    own = frozenset(w.lemma or w.text for w in read(name.text, code))
                    self._spelled.setdefault(words[0].text, []).append(own)
                if name.type == "person":
                    self._index(name, words)

    def _index(self, name: Name, words: Sequence[Word]) -> None:
        for word in words:
            others = self.persons.setdefault(word.text, [])
            if name not in others:
                others.append(name)

    def called(self, words: Iterable[Word], types: Iterable[str]) -> tuple[Name, ...]:
        """Give the names of some types that words give in full, in any order."""
        sign = signature(words, self.code)
        found = (self._names.get(kind, {}).get(sign, ()) for kind in types)
        return tuple(name for names in found for name in names) if sign else ()

    def record(self, text: str, kind: str) -> Name | None:
        """Give the listed name that an answer of a type means, if exactly one does."""
        place = text, kind
        if place not in self._records:
            self._records[place] = self._record(text, kind)
        return self._records[place]

    def spelled(self, text: str) -> Sequence[frozenset[str]]:
        """Give the words of each name that a word abbreviates: `un` the United Nations."""
        return self._spelled.get(text, ())

    def also(self, text: str, kind: str) -> tuple[str, ...]:
        """Give what an answer of a type is also called."""
        name = self.record(text, kind)
        return forms_of(name, self.code) if name else ()

    def _record(self, text: str, kind: str) -> Name | None:
        types = (kind,) if kind in self._names else (*THINGS, "place")
        plain = read(text.replace("(", " ").replace(")", " "), self.code)
        found = self.called(plain, types)
        return found[0] if len(found) == 1 else None

    def nearest(
        self, words: Iterable[Word], kind: str, limit: int
    ) -> tuple[tuple[int, str, Name], ...]:
        """Give the names with a form at most `limit` typing errors from words, and the form."""
        said = joined(words)
        found = []
        for type_ in rivals_of(kind):
            texts = self._texts.get(type_, {})
            for text, distance, _ in process.extract(
                said, texts.keys(), scorer=OSA.distance, score_cutoff=limit, limit=None
            ):
                found += [(int(distance), text, name) for name in texts[text]]
        return tuple(found)


def joined(words: Iterable[Word]) -> str:
    """Give words as one string without marks."""
    return " ".join(word.text for word in words if word.kind != MARK)


def rivals_of(kind: str) -> tuple[str, ...]:
    """Give the types whose names can be taken for one of a type."""
    return _RIVALS.get(kind, THINGS)


def forms_of(name: Name, code: str) -> tuple[str, ...]:
    """Give every way to give a listed name in a language."""
    found = (name.show(code), name.text, name.short, *name.aliases)
    return tuple(dict.fromkeys(form for form in found if form))
