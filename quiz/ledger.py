"""The ledger: what was ever released, and when each item's content last changed.

A text file beside the decks, kept by `quiz build` and committed with them. Anki takes an
update of a note only if it is newer, and keeps what a learner changed since: so a note's
time must be that of its content, on whatever machine and day it is built.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.errors import Location, Problem, Problems, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME = "ledger.tsv"
HEAD = (
    "# What was released and when it last changed; `quiz build` keeps it, so commit it.\n"
    "# After a merge conflict here, keep the lines of both sides and build again.\n"
)
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_NONE = "-"
_REGION = re.compile(r"[^/]+/[^/]+/[^/]+/\w+-\w+")  # deck/fact/question/es-MX
_MANY = 5  # with more bad lines than so many, the file is another one
_ID = re.compile(r"[^/]+/[^/]+/.+")  # deck/fact/question, and what may follow


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which a fact's phase turns, and those on which what is shown does."""

    points: tuple[dt.date, ...] = ()
    turns: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What is authored of an item, as a digest.

    `fresh` is the last day on which it needs no "as of", for what must be confirmed anew;
    `type` is the item's, which decides the note type; its `calendar` is not written down.
    """

    digest: str
    fresh: dt.date | None = None
    type: str = "open"
    calendar: Calendar = field(default=Calendar(), compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's content, the UTC second it last changed, and its end."""

    content: Content
    changed: dt.datetime
    retired: dt.date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries by the id an item was first published under, and Anki's name of each deck."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    decks: Mapping[str, str] = field(default_factory=dict)

    @property
    def released(self) -> frozenset[str]:
        """The items that were released and have not ended."""
        return frozenset(
            name for name, each in self.entries.items() if not each.retired
        )


def parse(text: str, file: str) -> Ledger:
    """Read a ledger, also one with a merge conflict in it.

    Of two lines for one item the later counts. Raises QuizError for lines that are none.
    """
    problems = Problems()
    entries: dict[str, Entry] = {}
    decks: dict[str, str] = {}
    for number, ended in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = ended.removesuffix("\r")
        if not line or line.startswith("#") or _CONFLICT.match(line):
            continue
        match line.split("\t"):
            case ["deck", name, shown]:
                decks.setdefault(name, shown)
            case ["item", name, *rest] if _ID.fullmatch(name) and (
                entry := _entry(rest)
            ):
                other = entries.get(name)
                if other is None or (other.changed, bool(other.retired)) < (
                    entry.changed,
                    bool(entry.retired),
                ):
                    entries[name] = entry
            case _:
                at = Location(file, number, 1, len(line), line)
                fix = "restore the line from the last commit, or delete it and build again"
                what = "this is no line of a ledger"
                problems.append(Problem(at, "bad-ledger", what, fix))
    if len(problems) > _MANY:
        what = "this file is no ledger"
        fix = (
            "restore it from the last commit, or, if it is not ours, move it elsewhere"
        )
        raise QuizError(Problem(Location(file, line=0), "bad-ledger", what, fix))
    problems.check()
    return Ledger(entries, decks)


def _entry(columns: list[str]) -> Entry | None:
    try:
        match columns:
            case [kind, digest, changed, fresh, *rest]:
                when = dt.datetime.strptime(changed, _TIME).replace(tzinfo=dt.UTC)
                until = None if fresh == _NONE else dt.date.fromisoformat(fresh)
                content = Content(digest, until, kind)
                match rest:
                    case []:
                        return Entry(content, when)
                    case [day, why]:
                        return Entry(content, when, dt.date.fromisoformat(day), why)
    except ValueError:
        pass
    return None


def show(ledger: Ledger) -> str:
    """Write a ledger: a line a deck, a line an item, sorted."""
    lines = [f"deck\t{name}\t{shown}" for name, shown in ledger.decks.items()]
    for name, entry in ledger.entries.items():
        content = entry.content
        parts = ["item", name, content.type, content.digest]
        parts.append(entry.changed.strftime(_TIME))
        parts.append(content.fresh.isoformat() if content.fresh else _NONE)
        if entry.retired:
            parts += [entry.retired.isoformat(), entry.why]
        lines.append("\t".join(parts))
    return HEAD + "".join(f"{line}\n" for line in sorted(lines))


def brought_up(
    ledger: Ledger,
    contents: Mapping[str, Content],
    retired: Mapping[str, tuple[dt.date, str]],
    decks: Mapping[str, str],
    now: dt.datetime,
) -> Ledger:
    """Give the ledger after a build of `contents` at the second `now`.

    What changed, even back to an earlier content, changed now, or, if a clock was ahead,
    just after it last did; so did what is or was shown "as of" a day, if that changed.
    Items of `retired` (a day and a reason) have ended; one that is in neither is kept as it
    was, for `vanished` to report. An item keeps the type it was released with, for `retyped`
    to report, and a deck the name it had.
    """
    entries = dict(ledger.entries)
    second = now.replace(microsecond=0)
    for name, found in contents.items():
        old = entries.get(name)
        content = replace(found, type=old.content.type) if old else found
        if old is None or old.retired or _differs(old.content, content, now.date()):
            later = old.changed + dt.timedelta(seconds=1) if old else second
            entries[name] = Entry(content, max(second, later))
        elif old.content != content:
            entries[name] = replace(old, content=content)
    for name, (day, why) in retired.items():
        if name in entries:
            entries[name] = replace(entries[name], retired=day, why=why)
    names = dict(ledger.decks)
    for name, shown in decks.items():
        taken = shown.casefold() in map(str.casefold, names.values())
        names.setdefault(name, f"{shown} ({name})" if taken else shown)
    return Ledger(entries, names)


def _differs(old: Content, new: Content, today: dt.date) -> bool:
    lapsed = any(fresh and fresh < today for fresh in (old.fresh, new.fresh))
    return old.digest != new.digest or (lapsed and old.fresh != new.fresh)


def behind(ledger: Ledger, contents: Mapping[str, Content]) -> tuple[str, ...]:
    """Name the items whose content is not the one last released."""
    known = {name: ledger.entries[name].content for name in ledger.released}
    return tuple(
        name
        for name, content in contents.items()
        if name not in known or known[name] != replace(content, type=known[name].type)
    )


def retyped(ledger: Ledger, contents: Mapping[str, Content]) -> tuple[str, ...]:
    """Name the items that are of another type than that they were released with."""
    known = ledger.entries
    return tuple(
        name
        for name, content in contents.items()
        if name in known and known[name].content.type != content.type
    )


def vanished(
    ledger: Ledger, contents: Iterable[str], retired: Iterable[str]
) -> tuple[str, ...]:
    """Name the items that were released and are gone without a word."""
    known = {*contents, *retired}
    gone = (name for name in ledger.released if not {name, base(name)} & known)
    # An item in the words of a region is there if the item is.
    return tuple(sorted(name for name in gone if not _REGION.fullmatch(base(name))))


def base(name: str) -> str:
    """Give the item that an entry is about, without the `#` and what it is asked as."""
    return name.partition("#")[0]


def fact_of(name: str) -> str:
    """Give the `deck/fact` that an entry's item is of."""
    return "/".join(name.split("/")[:2])
