"""What was released must be accounted for, and what changed since must be released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz import ledger
from quiz.assemble import learned
from quiz.audit import audit, reused
from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem

_NAMED = 3  # how many items a message names


def look(desk: Desk) -> Iterator[Problem]:
    """Report what an audit of the books finds, and a ledger that is behind its deck."""
    yield from audit(desk.books, [desk.deck])
    yield from reused(desk.books, [desk.deck])
    book = desk.books.of(desk.deck.id)
    record = desk.library.files[desk.deck.id].record
    if book is None or record is None:
        return
    given = learned(desk.items, desk.deck.halves)
    said = {
        item.origin: desk.books.contents[item.origin]
        for item in given
        if item.deck == desk.deck.id
    }
    names = ledger.behind(book, said)
    released = {desk.deck.ids[0]} & book.decks.keys()
    if not names or not (released or said.keys() & book.entries.keys()):
        return  # nothing changed, or the deck was never released
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    what = f"{record.shown} is behind this deck: {', '.join(names[:_NAMED])}{more}"
    fix = "run 'quiz build' and commit the ledger with the deck"
    yield finding(desk.deck.at, "ledger-behind", what, fix)
