"""What an answer may be called in other words: groups of phrases, and sayings of learners."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from quiz import language, reader, resources
from quiz.grading.case import asked
from quiz.grading.lexicon import groups, lexicon
from quiz.grading.tokens import MARK, WORD
from quiz.grading.words import read
from quiz.shape import items, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quiz.grading.tokens import Word
    from quiz.reader import Mapping as Tree

Core = tuple[str, ...]
# What may be said in other words, unlike a name.
TEXTS = ("text", "quote", "sentence", "statement", "term", "list-member", "event")
ARTICLES = ("the", "a", "an")
_PARTS = ("say", "half", "never")


@dataclass(frozen=True, slots=True)
class Wordings:
    """Other ways to give an answer, what is half of it, and what only looks like it.

    `otherwise` are its own forms with one of their phrases said in another way.
    """

    say: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Saying:
    """Wordings of an answer to questions that have some words."""

    asked: frozenset[str]
    wordings: Wordings


@dataclass(frozen=True, slots=True, eq=False)
class _Book:
    """Phrases by the first word of their core, each with its group; sayings by an answer's core.

    `others` are the phrases of each group that may be put for another, and how many words of
    them carry it.
    """

    phrases: Mapping[str, tuple[tuple[Core, int], ...]]
    others: tuple[tuple[tuple[str, int], ...], ...]
    sayings: Mapping[Core, tuple[_Saying, ...]]


def core(words: Iterable[Word], code: str) -> Core:
    """Give what words amount to, in order: without light words, endings and marks."""
    return tuple(word.lemma or word.text for _, word in _heavy(words, code))


def _heavy(words: Iterable[Word], code: str) -> Iterator[tuple[int, Word]]:
    """Give the words that carry an answer, with their places; the `I` of `World War I` does."""
    known = lexicon(code)
    before = ""
    for place, word in enumerate(words):
        numeral = word.roman is not None and known.has("numbered", before)
        light = word.kind == WORD and known.has("light", word.text) and not numeral
        if word.kind != MARK and not light:
            yield place, word
        before = word.text


@lru_cache(maxsize=4096)
def wordings(forms: tuple[str, ...], kind: str, stem: str, code: str) -> Wordings:
    """Give other wordings of an answer, by its forms, to a question.

    They are what learners say for it and, of a text, its forms in other words.
    """
    book = _book(language.base(code))
    bare = [form for text in forms for form in _bare(text)]
    stems = asked(stem, code)
    found: dict[str, dict[str, None]] = {part: {} for part in _PARTS}
    for key in dict.fromkeys(core(read(text, code), code) for text in bare):
        for saying in book.sayings.get(key, ()):
            if saying.asked <= stems:
                for part in _PARTS:
                    found[part] |= dict.fromkeys(getattr(saying.wordings, part))
    texts = dict.fromkeys((*bare, *found["say"])) if kind in TEXTS else ()
    otherwise = dict.fromkeys(
        each for text in texts for each in _otherwise(text, book, code)
    )
    parts = {part: tuple(texts) for part, texts in found.items()}
    return Wordings(**parts, otherwise=tuple(otherwise))


def _bare(text: str) -> Iterator[str]:
    """Give an answer with the words in parentheses, and without them."""
    yield text.replace("(", " ").replace(")", " ")
    kept, depth = [], 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth <= 0 and char != ")":
            kept.append(char)
    yield "".join(kept)


def _otherwise(text: str, book: _Book, code: str) -> Iterator[str]:
    """Give a text with one of its phrases in each other way."""
    words = [word for word in read(text, code) if word.kind != MARK]
    heavy = [place for place, _ in _heavy(words, code)]
    said = core(words, code)
    for start, first in enumerate(said):
        for phrase, number in book.phrases.get(first, ()):
            end = start + len(phrase)
            # A word of a longer text is compared by itself; here it may be part of a phrase.
            if said[start:end] != phrase or (len(phrase) == 1 < len(said)):
                continue
            before = " ".join(word.text for word in words[: heavy[start]])
            after = " ".join(word.text for word in words[heavy[end - 1] + 1 :])
            for other, weight in book.others[number]:
                # One word for several may leave out what they say.
                if weight > 1 or len(phrase) == 1:
                    yield f"{before} {other} {after}".strip()


def listed(name: str, code: str) -> frozenset[str]:
    """Give a list of the language's words as `core` gives them, without their endings."""
    return _listed(name, language.base(code))


@cache
def _listed(name: str, code: str) -> frozenset[str]:
    texts = lexicon(code).sets.get(name, frozenset())
    return frozenset(word for text in texts for word in core(read(text, code), code))


def roots(word: Word, code: str) -> tuple[Word, ...]:
    """Give the words of one root with a word: `Iran` for `Iranian`."""
    return _roots(language.base(code)).get(word.lemma or word.text, ())


@cache
def _roots(code: str) -> dict[str, tuple[Word, ...]]:
    found: dict[str, tuple[Word, ...]] = {}
    for group in groups(code, "roots"):
        words = tuple(word for text in group for word in read(text, code))
        for word in words:
            key = word.lemma or word.text
            found[key] = (*found.get(key, ()), *words)
    return found


def opposites(
    word: str, code: str
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Give what stands against what, where the first has a word (as in `core`) in it."""
    return _opposites(language.base(code)).get(word, ())


@cache
def _opposites(
    code: str,
) -> dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for group in groups(code, "opposites"):
        sides = [frozenset(core(read(text, code), code)) for text in group]
        for one, other in permutations(filter(None, sides), 2):
            for word in one - other:
                found.setdefault(word, []).append((one - other, other - one))
    return {word: tuple(pairs) for word, pairs in found.items()}


@cache
def _book(code: str) -> _Book:
    """Read the wordings of a language, `templates/grading/<language>/*.yaml`; none are empty."""
    phrases: dict[str, list[tuple[Core, int]]] = {}
    sayings: dict[Core, list[_Saying]] = {}
    for number, group in enumerate(groups(code)):
        cores = {core(read(text, code), code) for text in group} - {()}
        if any(len(each) > 1 for each in cores):
            for each in sorted(cores):
                phrases.setdefault(each[0], []).append((each, number))
    folder = resources.folder("templates") / "grading" / code
    for path in sorted(folder.glob("sayings*.yaml")):
        for node in items(reader.read(path, path.name).get("sayings")):
            if isinstance(node, reader.Mapping):
                for key, saying in _sayings(node, code):
                    sayings.setdefault(key, []).append(saying)
    return _Book(
        {first: tuple(found) for first, found in phrases.items()},
        tuple(tuple(_weights(group, code)) for group in groups(code)),
        {key: tuple(found) for key, found in sayings.items()},
    )


def _weights(group: Iterable[str], code: str) -> Iterator[tuple[str, int]]:
    """Give phrases that still say enough without their light words: not `are all one`."""
    for text in group:
        words = read(text, code)
        weight = len(core(words, code))
        others = [w for w in words if w.kind != MARK and w.text not in ARTICLES]
        if weight > 1 or len(others) == 1:
            yield text, weight


def _sayings(node: Tree, code: str) -> Iterator[tuple[Core, _Saying]]:
    texts = {
        part: tuple(scalar(each, "a saying") for each in items(node.get(part)))
        for part in (*_PARTS, "answers", "asked")
    }
    words = frozenset(core(read(" ".join(texts["asked"]), code), code))
    saying = _Saying(words, Wordings(*(texts[part] for part in _PARTS)))
    keys = {
        core(read(bare, code), code)
        for text in texts["answers"]
        for bare in _bare(text)
    }
    for key in sorted(keys - {()}):
        yield key, saying
