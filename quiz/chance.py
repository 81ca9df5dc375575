"""Chance that follows from a seed and a name: the same on every machine, whatever else is drawn."""

from __future__ import annotations

import hashlib
from random import Random


def chance(*name: object) -> Random:
    """Give a source of chance that only the parts of its name decide."""
    text = ":".join(map(str, name))
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return Random(int.from_bytes(digest))  # noqa: S311 - a quiz, not a secret
