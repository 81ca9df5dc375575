"""What a build releases: forms whose items know when their content last changed.

A note in Anki is replaced by one of a later time and kept otherwise. So an item's time is
that of its content, from the ledger of its collection, or of the calendar's last change.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from quiz import ledger
from quiz.assemble import learned
from quiz.content import contents, digest, ends
from quiz.errors import Location, Problem, QuizError
from quiz.files import real
from quiz.ledger import Content, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.decks import Library, Record
    from quiz.model import Deck, Entry, Fact, Form, Item

# What is of a day is no later than its last second, so that the next day's is newer.
_DAY_ENDS = dt.timedelta(days=1, seconds=-1)
_PATIENCE = 60  # seconds to wait for another build


@dataclass(frozen=True, slots=True, eq=False)
class Books:
    """The ledgers of a library's collections, and what is authored of facts on a day.

    `files` are the ledgers as they stand on the disk.
    """

    library: Library
    ledgers: Mapping[Record, Ledger]
    files: Mapping[Record, str]
    contents: Mapping[str, Content]
    today: dt.date

    def of(self, deck: str) -> Ledger | None:
        """Give the ledger of a deck's collection, if there is one."""
        file = self.library.files.get(deck)
        return self.ledgers.get(file.record) if file and file.record else None


def open_books(
    library: Library,
    facts: Iterable[Fact],
    today: dt.date,
    languages: Iterable[str] = (),
) -> Books:
    """Read every ledger there is; raises QuizError for one that cannot be read.

    `languages` are those asked for beside the decks' own.
    """
    records = {file.record for file in library.files.values() if file.record}
    files = {
        record: _read(record)
        for record in sorted(records, key=lambda each: each.shown)
        if record.path.is_file()
    }
    found = {record: ledger.parse(said, record.shown) for record, said in files.items()}
    said = contents(library, facts, today, languages)
    return Books(library, found, files, said, today)


def _read(record: Record) -> str:
    try:
        return record.path.read_bytes().decode()
    except UnicodeDecodeError:
        what = "this file is not UTF-8"
        fix = "restore it from the last commit: the names of learners' decks are in it"
    except OSError as error:
        what = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
        fix = "check that you may read it"
    raise QuizError(Problem(Location(record.shown, line=0), "bad-ledger", what, fix))


@contextlib.contextmanager
def locked(library: Library) -> Iterator[None]:
    """Hold the ledgers that are one's own, so that two builds do not mix their lines."""
    records = {f.record for f in library.files.values() if f.record and f.record.own}
    with contextlib.ExitStack() as stack:
        for record in sorted(records, key=lambda each: str(each.path)):
            try:
                stack.enter_context(FileLock(_lock(record.path), timeout=_PATIENCE))
            except Timeout:
                what = "another build keeps this file locked"
                fix = "wait until it has ended and build again"
                at = Location(record.shown, line=0)
                raise QuizError(Problem(at, "locked-ledger", what, fix)) from None
        yield


def _lock(path: Path) -> Path:
    """Give the lock's file: apart from the decks, where it would be one more to explain."""
    name = hashlib.blake2b(str(real(path)).encode(), digest_size=8).hexdigest()
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"civics-quiz-{user}-{name}.lock"


def brought_up(
    books: Books, decks: Sequence[Deck], forms: Sequence[Form], now: dt.datetime
) -> Books:
    """Enter a release of decks, as these forms, into the ledgers that are one's own."""
    library = books.library
    entered = dict(books.ledgers)
    for record in {file.record for file in library.files.values()}:
        if record is None or not record.own:
            continue
        here = {name for name, file in library.files.items() if file.record == record}
        facts = [f for deck in decks for f in deck.facts if f.deck in here]
        origins = {fact.origin for fact in facts}
        known = {**books.contents, **beside(books, forms)}
        said = {
            name: known[name]
            for form in forms
            for name in released(form)
            if name in known and ledger.fact_of(name) in origins
        }
        old = books.ledgers.get(record, Ledger())
        retired = retired_in(library, facts, old, books.today)
        names = {
            _key(library.decks[form.deck], form): form.name
            for form in forms
            if form.deck in here
        }
        if facts or names:
            entered[record] = ledger.brought_up(old, said, retired, names, now)
    return replace(books, ledgers=entered)


def retired_in(
    library: Library, facts: Iterable[Fact], book: Ledger, today: dt.date
) -> dict[str, tuple[dt.date, str]]:
    """Give the entries of a ledger that have ended, with the day and the reason."""
    ended = dict(ends(library, facts, today))
    found = {}
    for name in book.entries:
        parts = ledger.base(name).split("/")
        end = ended.get("/".join(parts[:2])) or ended.get("/".join(parts[:3]))
        if end:
            found[name] = end
    return found


def _key(deck: Deck, form: Form) -> str:
    """Give the id a deck was first published under, and its language if it is another."""
    origin = deck.ids[0]
    return origin if form.language == deck.language else f"{origin}/{form.language}"


def beside(books: Books, forms: Iterable[Form]) -> dict[str, Content]:
    """Give the content of each item asked in another way, whose options are part of it.

    Forms of another day than the books' have other options, which count for nothing.
    """
    found = {}
    for form in forms:
        for entry in form.entries:
            item, name = entry.item, entry.name
            said = books.contents.get(item.origin)
            if name == item.origin or said is None or form.as_of != books.today:
                continue
            answers = (*item.key.answers, *item.distractors) if entry.options else ()
            shown = [said.digest, sorted(answer.text for answer in answers)]
            found[name] = replace(said, digest=digest(shown)) if answers else said
    return found


def released(form: Form) -> tuple[str, ...]:
    """Name what learners get of a form."""
    learnt = {item.id for item in learned(form.items, form.halves)}
    return tuple(entry.name for entry in form.entries if entry.item.id in learnt)


def dated(form: Form, books: Books, now: dt.datetime | None = None) -> Form:
    """Give a form by the name its deck is known by, its items with their times.

    No time is later than the end of the form's day. None that the calendar gives is later
    than `now`: Anki takes a note from the future for an update again and again.
    """
    deck = books.library.decks[form.deck]
    known = books.of(form.deck)
    name = known.decks.get(_key(deck, form), form.name) if known else form.name
    said = {**books.contents, **beside(books, [form])}
    entries, moments = [], []
    for entry in form.entries:
        content = said.get(entry.name)
        changed = _changed(entry, books, content) or _midnight(form.updated)
        last = _at(entry.item, changed, _turn(entry.item, content), now)
        moments.append(last)
        entries.append(replace(entry, item=replace(entry.item, changed=last)))
    updated = form.updated
    if known:
        updated = max((moment.date() for moment in moments), default=updated)
        updated = min(updated, form.as_of)
    retired = _ended(form, deck, books)
    return replace(
        form, name=name, updated=updated, retired=retired, entries=tuple(entries)
    )


def _ended(form: Form, deck: Deck, books: Books) -> tuple[str, ...]:
    """Name what learners may have of a deck and what it asks no more.

    That is what has ended, of all it ever had, and what is not asked now.
    """
    homes = {*deck.ids, *(fact.origin for fact in deck.facts)}
    book = books.of(deck.id)
    entries = book.entries if book else {}
    found = {
        name
        for name, entry in entries.items()
        if entry.retired and homes & {name.split("/")[0], ledger.fact_of(name)}
    }
    if form.as_of == books.today:
        found |= {*_left(form, deck, books)}
    return tuple(sorted(found))


def _left(form: Form, deck: Deck, books: Books) -> Iterator[str]:
    """Name what was released of the facts a deck picks, and is not asked so by its form."""
    library, now = books.library, {*released(form)}
    items = {ledger.base(name) for name in now}
    ways = {name.partition("#")[2] for name in now} - {""}
    for fact, only in deck.picks:
        book, home = books.of(fact.deck), library.decks[fact.deck].language
        end = "" if form.language == home else f"/{form.language}"
        for question in library.kinds[fact.deck, fact.kind].questions:
            item = f"{fact.origin}/{question.origin}{end}"
            # Who has both keeps the plain card of what is asked otherwise here.
            names = {f"{item}#{way}" for way in ways} | {item}.difference(items)
            for name in names - now if only in (None, question.id) else ():
                entry = book.entries.get(name) if book else None
                if entry and not entry.retired:
                    yield name


def _changed(entry: Entry, books: Books, content: Content | None) -> dt.datetime | None:
    """Give when an item's content changed; None if its collection has no ledger."""
    book = books.of(entry.item.deck)
    if book is None:
        return None
    known = book.entries.get(entry.name)
    if known is None:  # released as a plain item only: its options count from then
        known = book.entries.get(entry.item.origin)
        content = books.contents.get(entry.item.origin)
    same = known and content and known.content.digest == content.digest
    if known and same and not known.retired:
        return known.changed
    # Never released so, and not ours to write down: as new as the day it is made for.
    return _midnight(min(entry.item.as_of, books.today))


def _turn(item: Item, content: Content | None) -> dt.date | None:
    """Give the day on which the calendar last changed a word of an item."""
    calendar = content.calendar if content else ledger.Calendar()
    if item.since not in calendar.points or item.since in calendar.turns:
        return item.since
    return max((day for day in calendar.turns if day <= item.as_of), default=None)


def _at(
    item: Item, changed: dt.datetime, turn: dt.date | None, now: dt.datetime | None
) -> dt.datetime:
    moment = min(changed, _midnight(item.as_of) + _DAY_ENDS)
    turned = _midnight(turn) if turn else moment
    return max(moment, min(turned, now or turned))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def changed(books: Books) -> dict[Record, bytes]:
    """Give the ledgers that are not on the disk as they are here, as they are to be written."""
    shown = {record: ledger.show(book) for record, book in books.ledgers.items()}
    return {
        record: text.encode()
        for record, text in shown.items()
        if record.own and books.files.get(record) != text
    }
