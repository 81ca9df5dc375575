"""A response or an answer as words: folded, shortened forms read out, numbers as numbers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.grading.lexicon import lexicon
from quiz.grading.numerals import merged, roman
from quiz.grading.tokens import DATE, DECADE, MARK, NUMBER, ORDINAL, WORD, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.grading.lexicon import Lexicon

# Longer responses are not answers; what follows is left unread.
LIMIT = 400
# An abbreviation with a point has at most so many letters.
_SHORT = 4
_VOWELS = "aeiouy"
_PATTERN = re.compile(
    r"""
    (?P<date>\d{4}-\d{1,2}-\d{1,2}(?!\d) | \d{1,2}([/.\-])\d{1,2}\2(?:\d{4}|\d\d)(?![\d/]) )
    | (?P<decade>'?\d{2,4}'?s\b)
    | (?P<ordinal>\d+(?:\ ?(?:st|nd|rd|th)|(?<=[23])d)\b)
    | (?P<fraction>\d{1,3}/\d{1,3}(?![\d/]))
    | (?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![^\W\d_]))
    | (?P<initials>(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?)
    | (?P<coded>[^\W\d_]{1,3}-?\d+\b)
    | (?P<word>[^\W_]+(?:'[^\W_]+)*'?)
    | (?P<sign>[%$§−] | (?<![^\s(])-(?=\d))
    | (?P<mark>[,;/+&().?!:|\n] | -(?=\s) | (?<=[\s\d])- | [\u2013\u2014\u2026])
    """,
    re.VERBOSE,
)
_SIGNS = {"%": "percent", "$": "dollar", "§": "section", "−": "minus", "-": "minus"}


def fold(text: str) -> str:
    """Fold case, accents and the many forms of quotation marks and dashes."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_ALIKE)
    plain = "".join(char for char in plain if not _is_accent(char))
    return unicodedata.normalize("NFC", plain).casefold()


_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "‐": "-", "‑": "-", "⁄": "/"}
)


@cache
def _is_accent(char: str) -> bool:
    """Tell a mark over a Latin, Greek or Cyrillic letter from a letter of other scripts."""
    return "\u0300" <= char <= "\u036f"


@lru_cache(maxsize=8192)
def read(text: str, code: str) -> tuple[Word, ...]:
    """Read the first LIMIT characters of a text as words, numbers and marks."""
    known = lexicon(code)
    cut = text[:LIMIT]
    raw = [word for match in _PATTERN.finditer(fold(cut)) for word in _words(match)]
    said = _read_as(raw, known)
    return tuple(
        replace(word, lemma=_lemma(word.text, code)) if word.kind == WORD else word
        for word in merged(said, known)
    )


def _words(match: re.Match[str]) -> Iterator[Word]:
    kind, text = match.lastgroup or "", match[0]
    if kind == "number":
        digits = text.replace(",", "")
        yield Word(digits, NUMBER, value=Fraction(digits))
    elif kind == "ordinal":
        digits = re.sub(r"\D", "", text)
        yield Word(f"{digits}th", ORDINAL, value=Fraction(digits))
    elif kind == "fraction":
        over, under = map(int, text.split("/"))
        value = Fraction(over, under) if under else None
        yield Word(text, NUMBER, value=value)
    elif kind == "decade":
        yield Word(text.replace("'", ""), DECADE)
    elif kind == "date":
        yield Word(text, DATE)
    elif kind == "mark":
        yield Word(text, MARK)
    elif kind == "sign":
        yield Word(_SIGNS[text])
    else:
        yield _word(text.replace(".", "").replace("-", ""))


def _word(text: str) -> Word:
    """Make a word of letters: without a possessive ending and without apostrophes."""
    short = re.sub(r"(?<=[^\W\d_]{2})'s$|(?<=s)'$", "", text)
    contracted = text in (
        "it's",
        "he's",
        "she's",
        "that's",
        "what's",
        "there's",
        "let's",
    )
    plain = (text if contracted else short).replace("'", "")
    return Word(plain or text, roman=roman(plain))


def _read_as(words: list[Word], known: Lexicon) -> list[Word]:
    """Put one way of saying it for several: `united states` and `usa` become `u.s.`."""
    table = _phrases(known.language)
    made: list[Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        early = known.maps.get("read-first", {}).get(word.text)
        if early and (not made or made[-1].kind in (WORD, MARK)):
            made += [_said(each) for each in early]
            place += 1
            continue
        lengths = table.get(word.text, ()) if word.kind == WORD else ()
        for length in lengths:
            span = _abbreviated(words, place, length)
            key = " ".join(each.text for each in span if each.text != ".")
            instead = known.maps["read-as"].get(key)
            if instead is not None:
                made += [_said(each) for each in instead]
                place += len(span)
                break
        else:
            made.append(word)
            place += 1
    return made


def _abbreviated(words: list[Word], place: int, length: int) -> list[Word]:
    """Give so many words from a place on, with the points after shortened ones: `D. C.`."""
    span: list[Word] = []
    for word in words[place:]:
        if word.kind == MARK and not (
            word.text == "." and span and len(span[-1].text) <= _SHORT
        ):
            break
        if word.kind != MARK:
            length -= 1
        if length < 0:
            break
        span.append(word)
    return (
        span[:-1]
        if span
        and span[-1].kind == MARK
        and length >= 0
        and len(span) > 1
        and len(span[-2].text) > 1
        else span
    )


def _said(text: str) -> Word:
    return (
        Word(text, NUMBER, value=Fraction(text))
        if text.isdigit()
        else Word(text, roman=roman(text))
    )


@cache
def _phrases(code: str) -> dict[str, tuple[int, ...]]:
    """Give how many words the phrases have that begin with a word, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in lexicon(code).maps.get("read-as", {}):
        first, *rest = phrase.split()
        found.setdefault(first, set()).add(len(rest) + 1)
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


@lru_cache(maxsize=16384)
def _lemma(word: str, code: str) -> str:
    """Cut the endings that only inflect a word: plural, tense, -ing."""
    known = lexicon(code)
    if not known.sets:
        return word
    irregular = known.maps["irregular"].get(word)
    if irregular:
        word = irregular[0]
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        stem = word.removesuffix(ending) + instead
        if (
            stem != word
            and word.endswith(ending)
            and _stands(stem)
            and not word.endswith("ss")
        ):
            word = stem
            break
    again = known.maps["irregular"].get(word)
    if again:
        word = again[0]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:  # noqa: PLR2004
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):  # noqa: PLR2004
        word = word[:-1]
    return word[:-1] + "y" if len(word) > 3 and word.endswith("i") else word  # noqa: PLR2004


def _stands(stem: str) -> bool:
    return len(stem) > 2 and any(char in _VOWELS for char in stem)  # noqa: PLR2004
