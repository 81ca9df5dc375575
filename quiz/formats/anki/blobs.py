"""The one thing a newer package keeps in a blob that we need: a deck's description.

The blob is a Protocol Buffers message, `Deck.KindContainer` of Anki's `decks.proto`; its wire
format is small enough to walk, which spares us Anki's own (AGPL) definitions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NORMAL, _DESCRIPTION = 1, 4  # numbers of fields; a filtered deck has no description
_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5  # wire types


def description(kind: bytes) -> str:
    """Give the description of a deck, empty if it has none; ValueError for no message."""
    for normal in _values(kind, _NORMAL):
        for text in _values(normal, _DESCRIPTION):
            return text.decode()
    return ""


def _values(message: bytes, wanted: int) -> Iterator[bytes]:
    """Give the values of a field that have a length: text and messages."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        number, wire = tag >> 3, tag & 7
        if wire == _VARINT:
            _, at = _varint(message, at)
            continue
        if wire == _LENGTH:
            size, at = _varint(message, at)
        elif wire in {_FIXED64, _FIXED32}:
            size = 8 if wire == _FIXED64 else 4
        else:
            raise ValueError(wire)
        if at + size > len(message):
            raise ValueError(size)
        if number == wanted and wire == _LENGTH:
            yield message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, lowest first; give it and where it ends."""
    number = shift = 0
    while True:
        if at >= len(message):
            raise ValueError(at)
        byte = message[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # noqa: PLR2004 - the bit that says more follow
            return number, at
