"""An Anki package: frozen note types, ids that never change, and the same bytes each time.

What real Anki does on import decides this: it knows a note by guid and note type and takes
an update only with a newer `mod`. So guids come from item ids alone, note types' ids, fields
and templates are frozen, and each note's `mod` is when its content last changed.
"""

from __future__ import annotations

import hashlib
import html
from typing import TYPE_CHECKING

import genanki

from quiz import language
from quiz.dates import Date
from quiz.formats import Format
from quiz.formats.anki.notes import notes_of
from quiz.formats.anki.package import pack
from quiz.formats.anki.searching import search
from quiz.formats.anki.types import NOTE_TYPES, stamp
from quiz.ledger import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.model import Form


_GONE = "To find cards of earlier releases that are asked no more,"
_FIND = "paste this into the search of Browse; then select all, and suspend or delete:"
_LONG = 2000  # characters of a search that a deck's description has room for


def deck_id(name: str) -> int:
    """Give a deck's id in the package, above those Anki keeps for itself."""
    digest = hashlib.blake2b(f"civics-quiz:{name}".encode(), digest_size=4).digest()
    return (1 << 31) + int.from_bytes(digest, "big")


def _render(form: Form) -> bytes:
    return _bundle([form])


def _bundle(forms: Sequence[Form]) -> bytes:
    """Pack several decks in one file; what two of them hold goes with the first."""
    made = []
    known: set[str] = set()
    for form in forms:
        deck = genanki.Deck(deck_id(form.deck), form.name)
        for note in notes_of(form):
            if note.guid not in known:
                known.add(note.guid)
                note.due = len(known)
                deck.add_note(note)
        cards = sum(len(note.cards) for note in deck.notes)
        deck.description = _description(form, cards)
        made.append(deck)
    second = max(stamp(form.updated) for form in forms)
    return pack(made, second, preset=any(form.preset for form in forms))


def _description(form: Form, count: int) -> str:
    """Say what a deck holds, how old it is, on what terms, and how it is brought up to date."""
    day = language.date(Date.of(form.updated), form.language)
    facts = [f"{count} card{'s'[: count != 1]}, last changed {day}."]
    facts += [f"Licence: {form.license}."] if form.license else []
    update = "To update, import the newer file over this deck: your schedule stays."
    told = [form.about, " ".join(facts), update]
    said = "".join(f"<p>{html.escape(part)}</p>" for part in told if part)
    found = _searches(form.retired)
    if sum(map(len, found)) > _LONG:
        return f"{said}<p>{_GONE} see the notes of each release.</p>"
    lines = "<br>".join(f"<code>{html.escape(line)}</code>" for line in found)
    return said + (f"<p>{_GONE} {_FIND}<br>{lines}</p>" if lines else "")


def _searches(names: Iterable[str]) -> tuple[str, ...]:
    """Give searches for cards; of an item still asked otherwise, for those of a way only."""
    ids = tuple(names)
    plain = tuple(name for name in ids if "#" not in name)
    found = search(plain)
    for way in ("choice", "typed"):
        alone = (base(n) for n in ids if n.endswith(f"#{way}") and base(n) not in plain)
        found += search(alone, NOTE_TYPES[way].name)
    return found


FORMAT = Format(
    "Anki package, one deck a file", ".apkg", _render, text=False, bundle=_bundle
)
