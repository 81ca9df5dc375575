"""How the difference of two releases reads in a terminal, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quiz.cli.packages import wrapped
from quiz.cli.screens import counted
from quiz.diff import KINDS
from quiz.edits import as_text

# How many words are shown on either side of a change in a long text.
AROUND = 5
# How many notes of a change that is the same in many are named.
_NAMED = 3

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.diff import Change, Difference, Section


def text(found: Difference, old: str, new: str) -> str:
    """Give it as text: counts, then each deck with what changed in it."""
    return "\n".join([*_text(found, old, new), ""])


def _text(found: Difference, old: str, new: str) -> Iterator[str]:
    yield f"{old} -> {new}"
    yield from wrapped("", counts(found) or "nothing changes for a learner")
    for one, other in found.renamed:
        yield from wrapped(
            "", f"{one} is called {other} now; old cards stay in the old deck"
        )
    if found.left_out:
        yield from wrapped(
            "not in the old release, so left out: ", "; ".join(found.left_out), "  "
        )
    for section in found.sections:
        yield ""
        yield section.deck
        for kind in KINDS[:-1]:
            if changes := section.of(kind):
                yield f"  {kind} ({len(changes)})"
                for group in section.alike(kind):
                    yield from _change(*group)
        yield from _tags(section)
    if found.searches:
        yield ""
        which = "this" if len(found.searches) == 1 else "each of these lines"
        yield f"To find the retired notes and no others, paste {which} in Anki's browser:"
        yield from found.searches
    if found.lost:
        yield ""
        yield f"{counted(found.lost, 'retired note')} cannot be searched for by an id"


def counts(found: Difference) -> str:
    """Say how many notes there are of each kind of change."""
    listed = [f"{number} {kind}" for kind, number in found.counts.items()]
    if found.renamed:
        listed.append(f"{counted(len(found.renamed), 'deck')} renamed")
    return ", ".join(listed)


def _change(change: Change, *others: Change) -> Iterator[str]:
    margin = " " * 6
    if others:
        yield f"    the same in {counted(1 + len(others), 'note')}:"
        for each in (change, *others)[:_NAMED]:
            yield from wrapped(margin, each.id or each.head.new)
        if len(others) >= _NAMED:
            yield f"{margin}and {1 + len(others) - _NAMED} more"
    else:
        if change.id:
            yield f"    {change.id}"
        asked = change.head.marked(as_text) or "(no question)"
        yield from wrapped(margin if change.id else " " * 4, asked)
    if change.kind in {"added", "retired"} and change.answer:
        yield from wrapped(f"{margin}answer    ", change.answer)
    if change.why:
        yield from wrapped(f"{margin}why       ", change.why)
    for edit in change.edits:
        head = f"{margin}{edit.part:8}  "
        yield from wrapped(
            head, edit.marked(as_text, around=AROUND), f"{margin}{' ' * 10}"
        )
    if change.decks:
        yield from wrapped(f"{margin}now in    ", ", ".join(change.decks))


def _tags(section: Section) -> Iterator[str]:
    if changes := section.of("retagged"):
        yield f"  retagged ({len(changes)})"
        for sign, tags in tags_of(changes):
            yield from wrapped(f"    {sign} ", " ".join(tags))


def tags_of(changes: tuple[Change, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the tags that notes got (`+`) and lost (`-`), each once."""
    for sign, lists in (
        ("+", (c.tagged for c in changes)),
        ("-", (c.untagged for c in changes)),
    ):
        tags = tuple(sorted({tag for tags in lists for tag in tags}))
        if tags:
            yield sign, tags


def as_json(found: Difference, old: str, new: str) -> bytes:
    """Give it as one JSON object."""
    made = {
        "old": old,
        "new": new,
        "counts": {kind: found.counts.get(kind, 0) for kind in KINDS},
        "renamed": [{"old": one, "new": other} for one, other in found.renamed],
        "left_out": found.left_out,
        "decks": [
            {"deck": section.deck, "changes": [*map(_object, section.changes)]}
            for section in found.sections
        ],
        "searches": found.searches,
    }
    return json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"


def _object(change: Change) -> dict[str, object]:
    head = [change.head] if change.head.old != change.head.new else []
    made: dict[str, object] = {
        "kind": change.kind,
        "guid": change.guid,
        "id": change.id,
        "question": change.head.new,
        "answer": change.answer,
        "edits": [
            {"part": edit.part, "old": edit.old, "new": edit.new}
            for edit in (*head, *change.edits)
        ],
        "decks": change.decks,
        "tagged": change.tagged,
        "untagged": change.untagged,
        "why": change.why,
        "arrives": change.arrives,
    }
    always = ("kind", "guid", "id", "question", "answer", "arrives")
    return {name: value for name, value in made.items() if value or name in always}
