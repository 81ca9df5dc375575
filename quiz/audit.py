"""What an audit of the books finds: items that are gone, or that Anki would refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz import ledger
from quiz.books import retired_in
from quiz.errors import Location, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.books import Books
    from quiz.model import Deck

# What an item of a type is called.
_CALLED = {
    "open": "a question",
    "parts": "a question in parts",
    "cloze": "a sentence with a gap",
    "order": "a list in order",
}


def audit(books: Books, decks: Sequence[Deck]) -> tuple[Problem, ...]:
    """Report what was released of these decks and is gone, or is of another note type now.

    `books` must know the content of every fact in their collections.
    """
    found = (_missing(books, decks), _retyped(books, decks), _barred(books, decks))
    return in_order(problem for problems in found for problem in problems)


def reused(books: Books, decks: Sequence[Deck]) -> tuple[Problem, ...]:
    """Report ids of ended items that something else has now, before it is released."""
    found = []
    for fact in dict.fromkeys(fact for deck in decks for fact in deck.facts):
        book = books.of(fact.deck)
        for question in books.library.kinds[fact.deck, fact.kind].questions:
            name = f"{fact.origin}/{question.origin}"
            entry, said = book and book.entries.get(name), books.contents.get(name)
            if entry and entry.retired and said and entry.content.digest != said.digest:
                what = f"'{name}' ended on {entry.retired} and is now another question"
                fix = (
                    "give it an id that was never used, unless it is the old one again"
                )
                found.append(Problem(fact.at, "reused-id", what, fix, "finding"))
    return tuple(found)


def _barred(books: Books, decks: Iterable[Deck]) -> Iterator[Problem]:
    for record in {books.library.files[deck.id].record for deck in decks}:
        if record and record.barred:
            what = "this ledger cannot be written, so what changed is dated by the day alone"
            fix = "make it and its folder writable, and build again"
            at = Location(record.shown, line=0)
            yield Problem(at, "unwritable-ledger", what, fix, "finding")


def _missing(books: Books, decks: Iterable[Deck]) -> Iterator[Problem]:
    library = books.library
    for deck in decks:
        book, file = books.of(deck.id), library.files[deck.id]
        if book is None or file.record is None:
            continue
        if not ledger.vanished(book, books.contents, ()):
            continue  # as is usual, and the rest takes the whole library
        facts = {fact.origin: fact for fact in library.facts.values()}
        homes = {name for known in library.decks.values() for name in known.ids}
        gone: dict[str, list[str]] = {}
        retired = retired_in(library, facts.values(), book, books.today)
        for name in ledger.vanished(book, books.contents, retired):
            home, fact, question = ledger.base(name).split("/", 2)
            if home in deck.ids or (home not in homes and file.record.whole):
                gone.setdefault(f"{home}/{fact}", []).append(question)
        for origin, questions in gone.items():
            at = facts[origin].at if origin in facts else deck.at
            if origin.split("/")[0] not in homes:
                at = Location(file.record.shown, line=0)
            what = f"'{origin}' was released and is gone: {', '.join(questions)}"
            fix = "give its new id 'formerly', or say 'retired: {on: …, why: …}'; "
            fix += f"if nobody has it yet, delete its lines in {file.record.shown}"
            yield Problem(at, "vanished", what, fix, "finding")


def _retyped(books: Books, decks: Iterable[Deck]) -> Iterator[Problem]:
    """Report items whose update Anki refuses: it knows a note by its note type as well."""
    facts = {fact.origin: fact for deck in decks for fact in deck.facts}
    for record, book in books.ledgers.items():
        for name in ledger.retyped(book, books.contents):
            fact = facts.get(ledger.fact_of(name))
            file = books.library.files.get(fact.deck) if fact else None
            if fact is None or file is None or file.record != record:
                continue
            old, new = book.entries[name].content.type, books.contents[name].type
            what = f"'{name}' was released as {_CALLED.get(old, old)}"
            what += (
                f" and is {_CALLED[new]} now, which Anki refuses to put in its place"
            )
            fix = "give the question or the fact a new id, and retire the old one"
            yield Problem(fact.at, "other-note-type", what, fix, "finding")
