"""The code on a paper: all that it follows from besides its decks, short enough to be typed."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.errors import COMMAND, Problem, QuizError
from quiz.exam.blueprints import MOST
from quiz.papers import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.papers import Section

# Crockford's base 32 leaves out letters that look like digits, and reads those as digits.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011", " -–—")
_GROUP = 4
_FORMAT = 0  # rises when older codes can be read no more
_EPOCH = dt.date(2025, 1, 1)
_CHUNK = 5  # bits of a number that can be of any size
DECKS, CONTENT = 12, 20  # bits of digests


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a form follows from. `number` is 0 if none was asked for.

    A form with a `blueprint` (a digest of it, of DECKS bits) has no `types`. `decks` is a digest of
    the decks' ids, `content` one of what was chosen from them.
    """

    seed: int
    versions: int
    day: dt.date
    decks: int
    content: int
    number: int = 0
    types: tuple[str, ...] = ()
    blueprint: int = 0
    language: str = ""


def code(recipe: Recipe) -> str:
    """Write a recipe in groups of four letters and digits, the last of which checks the others."""
    days = (recipe.day - _EPOCH).days
    mask = sum(1 << place for place, name in enumerate(TYPES) if name in recipe.types)
    bits = _bits(_FORMAT, 3) + _bits(recipe.versions - 1, 4) + _bits(mask, len(TYPES))
    bits += _bits(recipe.decks, DECKS) + _bits(recipe.content, CONTENT)
    if not mask:
        bits += _bits(recipe.blueprint, DECKS)
    letters = recipe.language.encode("ascii")
    numbers = (2 * days if days >= 0 else -2 * days - 1, recipe.number, recipe.seed)
    bits += "".join(map(_any_size, (*numbers, len(letters))))
    bits += "".join(_bits(letter, 7) for letter in letters)
    bits += "0" * (-len(bits) % 5)
    text = "".join(_DIGITS[int(bits[n : n + 5], 2)] for n in range(0, len(bits), 5))
    text += _DIGITS[-_weight(text, 2) % len(_DIGITS)]
    return "-".join(text[n : n + _GROUP] for n in range(0, len(text), _GROUP))


def recipe(text: str) -> Recipe:
    """Read a code, in capitals or not and however it is grouped.

    Raises QuizError if it is none, or was copied with a slip.
    """
    digits = text.upper().translate(_ALIKE)
    try:
        return _read(digits)
    except (ValueError, OverflowError):
        what = f"'{text}' is not the code of a paper"
        fix = "copy every letter and digit of it, as it stands at the foot of each page"
        raise QuizError(Problem(COMMAND, "bad-code", what, fix)) from None


def _read(digits: str) -> Recipe:
    values = [_DIGITS.index(digit) for digit in digits]
    if _weight(digits, 1) % len(_DIGITS):
        raise ValueError(digits)
    bits = _Bits("".join(_bits(value, 5) for value in values[:-1]))
    if bits.take(3) != _FORMAT:
        raise ValueError(digits)
    versions, mask = bits.take(4) + 1, bits.take(len(TYPES))
    decks, content = bits.take(DECKS), bits.take(CONTENT)
    blueprint = 0 if mask else bits.take(DECKS)
    days, number, seed, letters = (bits.take_any() for _ in range(4))
    language = bytes(bits.take(7) for _ in range(letters)).decode("ascii")
    over = bits.rest.strip("0") or len(bits.rest) >= 5  # noqa: PLR2004 - bits of a digit
    if over or not mask | blueprint or number > MOST:
        raise ValueError(digits)
    day = _EPOCH + dt.timedelta(days // 2 if days % 2 == 0 else -(days + 1) // 2)
    types = tuple(name for place, name in enumerate(TYPES) if mask >> place & 1)
    return Recipe(
        seed, versions, day, decks, content, number, types, blueprint, language
    )


class _Bits:
    def __init__(self, bits: str) -> None:
        self.rest = bits

    def take(self, size: int) -> int:
        if size > len(self.rest):
            raise ValueError(size)
        taken, self.rest = self.rest[:size], self.rest[size:]
        return int(taken, 2)

    def take_any(self) -> int:
        value, more = 0, 1
        while more:
            more, chunk = self.take(1), self.take(_CHUNK)
            value = value << _CHUNK | chunk
        return value


def _bits(value: int, size: int) -> str:
    return f"{value:0{size}b}"


def _any_size(value: int) -> str:
    """Write a number in chunks, each after a bit that says whether another follows."""
    bits = f"{value:b}"
    bits = bits.zfill(-(-len(bits) // _CHUNK) * _CHUNK)
    chunks = [bits[n : n + _CHUNK] for n in range(0, len(bits), _CHUNK)]
    return "".join(f"1{chunk}" for chunk in chunks[:-1]) + f"0{chunks[-1]}"


def _weight(text: str, factor: int) -> int:
    """Add up digits as Luhn's formula does, every second one doubled, in base 32.

    That finds each wrong digit, and two neighbours that changed places but for 0 and Z.
    """
    total, base = 0, len(_DIGITS)
    for digit in reversed(text):
        value = factor * _DIGITS.index(digit)
        total += value // base + value % base
        factor = 3 - factor
    return total


def digest(texts: Iterable[str], bits: int) -> int:
    """Give a number of so many bits that follows from some texts in their order."""
    hashed = hashlib.blake2b(digest_size=8)
    for text in texts:
        data = text.encode()
        hashed.update(len(data).to_bytes(4) + data)
    return int.from_bytes(hashed.digest()) >> (64 - bits)


def told(sections: Iterable[Section]) -> Iterator[str]:
    """Give all that papers and keys show of what was chosen for a form."""
    for section in sections:
        yield from (section.type, section.title, section.instructions)
        for task in section.tasks:
            yield from (task.type, task.stem, str(task.points))
            yield from (*task.options, *task.heads)
            for row in task.rows:
                item = row.item
                yield from (item.id, item.stem, item.note, row.text)
                yield f"{row.right} {row.column}"
                yield from map(repr, (item.key, item.distractors, item.beside))
                yield from map(repr, item.sources)
