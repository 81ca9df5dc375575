"""What the grader knows of a language: `templates/grading/<language>.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz import language, reader, resources
from quiz.reader import Scalar
from quiz.shape import items, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quiz.reader import Mapping as Node


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words of a language by what they do in an answer, in the form `words.fold` gives.

    A language without a file knows none of them.
    """

    language: str
    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    maps: Mapping[str, Mapping[str, tuple[str, ...]]]
    counts: Mapping[str, Mapping[str, int]]
    families: Mapping[str, frozenset[int]]
    reasons: Mapping[str, str]

    def has(self, name: str, word: str) -> bool:
        """Tell whether a word is in the list of a name."""
        return word in self.sets.get(name, frozenset())


# A word as rare as this in the dictionary's texts is itself most often a slip.
_RARE = 50
# Files of these names hold what is said for single answers (see `wordings`).
_SAYINGS = "sayings"
_PHRASES = ("nothing", "hedges", "takes-back", "takes-back-plainly")
_MAPS = ("read-as", "read-first", "irregular", "nicknames")
_COUNTS = ("numbers", "ordinals", "scales", "dozens", "parts", "months")


@cache
def lexicon(code: str) -> Lexicon:
    """Read what is known of a language, of its base (`en` of `en-GB`) if it has no file."""
    path = resources.folder("templates") / "grading" / f"{language.base(code)}.yaml"
    if not path.is_file():
        return Lexicon(code, {}, {}, {}, {}, {}, lexicon("en").reasons)
    root = reader.read(path, path.name)
    families: dict[str, set[int]] = {}
    base = language.base(code)
    for number, group in enumerate((*groups(base), *groups(base, "roots"))):
        for word in group:
            if " " not in word:
                families.setdefault(word, set()).add(number)
    lists = (*_PHRASES, *_MAPS, *_COUNTS, "why")
    return Lexicon(
        code,
        MappingProxyType(
            {
                name.text: frozenset(_words(root, name.text))
                for name, _ in root
                if name.text not in lists
            }
        ),
        {
            name: tuple(tuple(each.split()) for each in _words(root, name))
            for name in _PHRASES
        },
        {name: dict(_map(root, name)) for name in _MAPS},
        {
            name: {word: int(values[0]) for word, values in _map(root, name)}
            for name in _COUNTS
        },
        {word: frozenset(numbers) for word, numbers in families.items()},
        {name: " ".join(words) for name, words in _map(root, "why")},
    )


@cache
def groups(code: str, name: str = "same") -> tuple[tuple[str, ...], ...]:
    """Read groups of words and phrases of a language by what they have in common.

    The groups are those of a name in each file of `templates/grading/<language>/`: `same` mean
    the same, `roots` are of one root, `opposites` stand against each other, `asides` are single
    phrases.
    """
    folder = resources.folder("templates") / "grading" / code
    paths = (
        p for p in sorted(folder.glob("*.yaml")) if not p.name.startswith(_SAYINGS)
    )
    return tuple(
        tuple(scalar(each, "a phrase") for each in items(node))
        for path in paths
        for node in items(_root(path).get(name))
    )


@cache
def _root(path: Path) -> Node:
    return reader.read(path, path.name)


def _words(root: Node, name: str) -> tuple[str, ...]:
    return tuple(scalar(node, "a word") for node in items(root.get(name)))


def _map(root: Node, name: str) -> list[tuple[str, tuple[str, ...]]]:
    node = root.get(name)
    pairs = node.entries if isinstance(node, reader.Mapping) else ()
    return [
        (
            key.text,
            tuple(value.text.split())
            if isinstance(value, Scalar)
            else tuple(scalar(each, "a word") for each in items(value)),
        )
        for key, value in pairs
    ]


def is_word(text: str, code: str) -> bool:
    """Tell whether a folded word is one of the language, so that it can be meant as it is."""
    known = lexicon(code)
    if any(text in words for words in known.sets.values()) or text in known.maps.get(
        "irregular", {}
    ):
        return True
    return text in _dictionary(language.base(code))


@cache
def _dictionary(code: str) -> frozenset[str]:
    """Read the dictionary of a language that comes with pyspellchecker; empty if it has none."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - 0.1 s, and only for a slip

    try:
        counts = SpellChecker(language=code).word_frequency.dictionary
    except ValueError:
        return frozenset()
    return frozenset(word for word, count in counts.items() if count > _RARE)
