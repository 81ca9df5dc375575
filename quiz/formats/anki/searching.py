"""What to type in Anki's browser to find our notes by their ids, and no other note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The word that the names of all our note types begin with.
PREFIX = "Civics"
# The browser's field cuts off what is longer than 32,767 characters; a line stays well below.
LONGEST = 8_000
# Anki ignores case in a regular expression unless told not to.
_TAIL = ')$"'


def search(ids: Iterable[str], kind: str = f"{PREFIX}*") -> tuple[str, ...]:
    """Give searches that together find the notes with these ids (`Id`, as stored), in order.

    `kind` is the name of their note type, of which `*` is any part.
    Each is a line of its own. A regular expression it is because `"Id:a" OR "Id:b"` fails in
    Anki from some hundred ids on ("Expression tree is too large").
    """
    lines: list[str] = []
    words: list[str] = []
    head = f'note:"{kind}" "Id:re:(?-i)^('
    room = LONGEST - len(head) - len(_TAIL)
    for word in map(_literal, dict.fromkeys(ids)):
        if words and sum(map(len, words)) + len(words) + len(word) > room:
            lines.append(head + "|".join(words) + _TAIL)
            words = []
        words.append(word)
    if words:
        lines.append(head + "|".join(words) + _TAIL)
    return tuple(lines)


def _literal(word: str) -> str:
    """Write what is no letter, digit, slash or hyphen so that no reader on the way takes it."""
    return "".join(
        char if char.isalnum() or char in "/-" else f"\\x{{{ord(char):x}}}"
        for char in word
    )
