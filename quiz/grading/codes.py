"""Codes in capitals, such as the postal code of a state, are read as what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Joiners in small letters only: in `OK OR TX` each may be a state.
_JOINERS = re.compile(r"(\s*(?:[,;/&+\n]|\band\b|\bor\b)\s*)")


def spelled_out(response: str, codes: Mapping[str, str]) -> str:
    """Put names for codes where a whole item of a response is a code, or several, in capitals.

    A response that is a code and nothing else may be in any letters. In one that is all in
    capitals a code among other words stays: `OK, TEXAS`.
    """
    whole = response.strip().strip(".").upper()
    if whole in codes:
        return codes[whole]
    pieces = _JOINERS.split(response)
    items = [piece.strip().strip(".").split() for piece in pieces[::2]]
    coded = [bool(item) and all(word in codes for word in item) for item in items]
    if not any(coded) or (response.isupper() and not all(coded)):
        return response
    pieces[::2] = [
        ", ".join(codes[word] for word in item) if is_code else piece
        for item, is_code, piece in zip(items, coded, pieces[::2], strict=True)
    ]
    return "".join(pieces)
