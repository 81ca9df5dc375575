"""What a learner will see change between two releases, note by note and deck by deck."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz import edits
from quiz.formats.anki.plain import is_ours, one_line, parts
from quiz.formats.anki.searching import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from quiz.formats.anki.reading import Note, Package

KINDS = ("added", "corrected", "regraded", "moved", "retired", "retagged")
# The parts of a note that say what else counts as right, and how much is wanted.
_GRADING = ("wanted", "also")
_LISTS = ("also", "options")
# The kinds that reach a learner as an update of a note.
_UPDATES = ("corrected", "regraded", "retagged")
# From so many notes on, a change of the same words is told once.
_MANY = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a note that reads otherwise; a part that one release lacks is empty there."""

    part: str
    old: str
    new: str

    def marked(
        self,
        change: Callable[[str, str], str],
        same: Callable[[str], str] = str,
        around: int | None = None,
    ) -> str:
        """Write it as one text (see `edits.marked`)."""
        if self.old == self.new:
            return same(self.new)
        between = "; " if self.part in _LISTS else " "
        return edits.marked(self.old, self.new, change, same, around, between)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a note: one of KINDS, and what tells of it.

    `id` is the item's, empty for a foreign note; `head` is what the note asks, old and new,
    and `answer` what it takes now; `edits` are of other parts; `decks` are those that a moved
    note is in now; `why` tells of one retired. It `arrives` unless Anki passes over the note
    of who has the old one.
    """

    kind: str
    guid: str
    id: str
    head: Edit
    answer: str = ""
    edits: tuple[Edit, ...] = ()
    decks: tuple[str, ...] = ()
    tagged: tuple[str, ...] = ()
    untagged: tuple[str, ...] = ()
    arrives: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of a deck, in the order of KINDS and then of teaching."""

    deck: str
    changes: tuple[Change, ...]

    def of(self, kind: str) -> tuple[Change, ...]:
        """Give the changes of a kind."""
        return tuple(change for change in self.changes if change.kind == kind)

    def alike(self, kind: str) -> Iterator[tuple[Change, ...]]:
        """Give the changes of a kind, many that are of the same words together.

        So is a new address of a source, which many notes cite.
        """
        groups: dict[object, list[Change]] = {}
        for change in self.of(kind):
            words = [
                (edit.part, edits.changes(edit.old, edit.new)) for edit in change.edits
            ]
            alone = change.head.old != change.head.new or not words
            groups.setdefault((change if alone else None, *words), []).append(change)
        for group in groups.values():
            if len(group) >= _MANY:
                yield tuple(group)
            else:
                yield from ((change,) for change in group)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changes: by deck, and decks that have another name now (old and new).

    `left_out` are decks that were not compared; `searches` find the retired notes in Anki,
    but for so many as `lost` says.
    """

    sections: tuple[Section, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    lost: int = 0

    def __bool__(self) -> bool:
        return bool(self.sections or self.renamed)

    @property
    def stuck(self) -> int:
        """Count the changed notes that Anki would not update for who has the old release."""
        return len({c.guid for s in self.sections for c in s.changes if not c.arrives})

    @property
    def counts(self) -> dict[str, int]:
        """Count the notes by what happened to them; one of two decks counts once."""
        each = {(c.kind, c.guid) for section in self.sections for c in section.changes}
        found = Counter(kind for kind, _ in each)
        return {kind: found[kind] for kind in KINDS if found[kind]}


class _Release:
    """The notes of packages by guid (the latest of each), and each deck's in order."""

    def __init__(self, packages: Sequence[Package]) -> None:
        self.notes: dict[str, Note] = {}
        self.decks: dict[str, dict[str, None]] = {}
        for package in packages:
            for note in package.notes:
                other = self.notes.get(note.guid)
                if other is None or other.mod < note.mod:
                    self.notes[note.guid] = note
                for deck in note.decks:
                    self.decks.setdefault(one_line(deck), {})[note.guid] = None

    def of(self, deck: str) -> Mapping[str, None]:
        return self.decks.get(deck, {})

    def holding(self, guid: str) -> tuple[str, ...]:
        return tuple(deck for deck, held in self.decks.items() if guid in held)


def compare(
    old: Sequence[Package],
    new: Sequence[Package],
    *,
    known: bool = False,
    reasons: Mapping[str, str] | None = None,
) -> Difference:
    """Compare two releases; with `known` only the decks that the old one holds.

    `reasons` say of items, by the ids they were first published under, why they ended.
    """
    whys = reasons or {}
    before, after = _Release(old), _Release(new)
    renamed = _renamed(before, after)
    before.decks = {
        renamed.get(deck, deck): held for deck, held in before.decks.items()
    }
    decks = dict.fromkeys([*after.decks, *before.decks])
    left = [deck for deck in decks if known and deck not in before.decks]
    made = (
        Section(d, tuple(_changes(d, before, after, whys)))
        for d in decks
        if d not in left
    )
    sections = tuple(section for section in made if section.changes)
    retired = {c.guid for section in sections for c in section.of("retired")}
    # Never an id that the new release has: the search would find what is not retired.
    kept = {_ident(note) for note in after.notes.values()} | {""}
    ids = {guid: _ident(before.notes[guid]) for guid in before.notes if guid in retired}
    found = [ident for ident in ids.values() if ident not in kept]
    return Difference(
        sections,
        tuple(renamed.items()),
        tuple(left),
        search(found),
        len(retired) - len(found),
    )


def _renamed(before: _Release, after: _Release) -> dict[str, str]:
    """Find the decks of which most notes are in one that there was not before."""
    made: dict[str, str] = {}
    fresh = [deck for deck in after.decks if deck not in before.decks]
    for deck in sorted(before.decks.keys() - after.decks.keys()):
        held = before.decks[deck].keys()
        for other in fresh:
            most = 2 * len(held & after.decks[other].keys()) > len(held)
            if most and other not in made.values():
                made[deck] = other
    return dict(sorted(made.items()))


def _changes(
    deck: str, before: _Release, after: _Release, whys: Mapping[str, str]
) -> Iterator[Change]:
    was, now = before.of(deck), after.of(deck)
    found: list[Change] = []
    for guid in dict.fromkeys([*now, *was]):
        if guid in was:
            found += _fate(guid, deck, before, after)
        # New to the deck; one that another deck has lost is told of there, as moved.
        elif set(before.holding(guid)) <= set(after.holding(guid)):
            found.append(_told("added", None, after.notes[guid]))
    for change in sorted(found, key=lambda change: KINDS.index(change.kind)):
        item = "/".join(change.id.split("/")[:3])  # in whatever language
        ended = change.kind == "retired" and item in whys
        yield replace(change, why=whys[item]) if ended else change


def _fate(guid: str, deck: str, before: _Release, after: _Release) -> Iterator[Change]:
    """Tell what became of a note that a deck held."""
    old, new = before.notes[guid], after.notes.get(guid)
    if new is None:
        yield _told("retired", old, None)
        return
    if guid not in after.of(deck):
        holding = after.holding(guid)
        gained = tuple(d for d in holding if d not in before.holding(guid))
        yield _told("moved", old, new, decks=gained or holding)
    read, reads = parts(old), parts(new)
    differing = [
        Edit(name, read.get(name, ""), reads.get(name, ""))
        for name in dict.fromkeys([*reads, *read])
        if read.get(name) != reads.get(name)
    ]
    grading = (
        _GRADING if is_ours(new) and read.get("answer") == reads.get("answer") else ()
    )
    for kind, some in (
        ("corrected", [edit for edit in differing if edit.part not in grading]),
        ("regraded", [edit for edit in differing if edit.part in grading]),
    ):
        if some:
            yield _told(kind, old, new, edited=tuple(some))
    one, two = set(old.tags), set(new.tags)
    if one != two:
        tagged, untagged = tuple(sorted(two - one)), tuple(sorted(one - two))
        yield _told("retagged", old, new, tagged=tagged, untagged=untagged)


def _told(
    kind: str,
    old: Note | None,
    new: Note | None,
    *,
    edited: tuple[Edit, ...] = (),
    decks: tuple[str, ...] = (),
    tagged: tuple[str, ...] = (),
    untagged: tuple[str, ...] = (),
) -> Change:
    note = new or old
    assert note is not None  # noqa: S101 - a change is of a note
    reads = parts(note)
    # What a note asks goes first; of a foreign one it is its first field that has words.
    head = "question" if is_ours(note) else next(iter(reads), "")
    rest = [text for name, text in reads.items() if name != head]
    answer = reads.get("answer", "") if is_ours(note) else "; ".join(rest[:1])
    asked = reads.get(head, "")
    return Change(
        kind,
        note.guid,
        _ident(note),
        next((edit for edit in edited if edit.part == head), Edit(head, asked, asked)),
        answer,
        tuple(edit for edit in edited if edit.part != head),
        decks,
        tagged,
        untagged,
        kind not in _UPDATES or old is None or new is None or _updates(old, new),
    )


def _updates(old: Note, new: Note) -> bool:
    """Tell whether Anki takes a note for an update: a later one, of the same note type."""
    return new.mod > old.mod and new.type == old.type


def _ident(note: Note) -> str:
    """Give an item's id as its note has it, which is what Anki's search compares."""
    return note.fields["Id"] if is_ours(note) else ""
