"""How large words can be set so that they fit a space, whichever serif font sets them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEADING = 1.25  # from line to line, in the size of the type
POINT = 25.4 / 72  # in mm
# Advances in ems, rounded up, of the wider of DejaVu Serif and Liberation Serif (as Times):
# a page names fonts, and a machine sets it in those that it has.
_WIDTHS = {
    0.3: " ',.ijl·",
    0.4: "!()-/:;IJ[\\]ft|‘’",
    0.5: '"*_`rs“”–',
    0.6: "?acekovxyz•",
    0.7: "$0123456789AFLPSTVXYZbdghnpqu{}",
    0.8: "BCDEGKOQR",
    0.9: "#&+<=>HNU^w~×",
    1.0: "%@Mm—…",
    1.1: "W",
}
_ADVANCE = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_OTHER, _WIDE = 0.8, 1.1  # what the table lacks; what East Asian scripts set full width


def width(text: str) -> float:
    """Give the most that a text takes on one line, in ems."""
    return sum(map(_advance, unicodedata.normalize("NFD", text)))


def lines(text: str, room: float) -> int:
    """Count the lines that a text takes at most in `room` ems; a long word is broken."""
    count, used = 1, 0.0
    least = max(room - _WIDE, 0.1)  # of a word that is broken, on any line but its last
    for word in text.split():
        needs = width(word)
        if used and used + _ADVANCE[" "] + needs <= room:
            used += _ADVANCE[" "] + needs
            continue
        count += bool(used)
        full, used = divmod(needs, least) if needs > room else (0, needs)
        count += int(full)
    return count


def fit(
    paragraphs: Iterable[tuple[str, float]],
    room: tuple[float, float],
    sizes: Sequence[float],
) -> float | None:
    """Choose the first of `sizes` (pt) at which paragraphs fit, each with an indent in ems.

    `room` is the width and height in mm. None stands for no size.
    """
    made = tuple(paragraphs)
    for size in sizes:
        em = size * POINT
        wide = room[0] / em
        tall = sum(lines(text, wide - indent) for text, indent in made) * LEADING * em
        if tall <= room[1]:
            return size
    return None


def _advance(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    return _ADVANCE.get(sign, _OTHER)
