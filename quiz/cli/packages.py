"""How an Anki package reads in a terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from quiz.cli.screens import counted
from quiz.formats.anki.plain import is_ours, one_line, parts, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.formats.anki.reading import Note, Package

WIDTH = 80
_LABEL = 8  # columns of a part's name, unless it is longer


def shown(package: Package, file: str) -> str:
    """Show a package: its note types, and each deck with its notes in their order."""
    return "\n".join([*_package(package, file), ""])


def _package(package: Package, file: str) -> Iterator[str]:
    held = {
        deck.name: [n for n in package.notes if deck.name in n.decks]
        for deck in package.decks
    }
    loose = [note for note in package.notes if not note.decks]
    full = sum(map(bool, held.values()))
    yield f"{file}: {counted(len(package.notes), 'note')} in {counted(full, 'deck')}"
    types = Counter(one_line(note.type) for note in package.notes)
    if types:
        listed = ", ".join(f"{name} ({count})" for name, count in types.most_common())
        yield from wrapped("note types: ", listed)
    for deck in package.decks:
        notes = held[deck.name]
        if notes or deck.about:
            yield ""
            yield f"{one_line(deck.name)}: {counted(len(notes), 'note')}"
            yield from wrapped("  ", plain(deck.about))
            yield from _notes(notes)
    if loose:
        yield ""
        yield f"without a card: {counted(len(loose), 'note')}"
        yield from _notes(loose)


def _notes(notes: list[Note]) -> Iterator[str]:
    for number, note in enumerate(notes, 1):
        yield ""
        read = parts(note, links=False)
        ours = is_ours(note)
        if ours:
            yield from wrapped(f"{number:>4}  ", read.pop("question", "(no question)"))
        else:
            yield f"{number:>4}  {one_line(note.type)}"
        for name, text in read.items():
            yield from _labelled(name if ours else f"{name}:", text)
        if note.tags:
            yield from _labelled(
                "tags" if ours else "(tags)", one_line(" ".join(note.tags))
            )
        if ours:
            yield from _labelled("id", plain(note.fields["Id"]))


def _labelled(name: str, text: str) -> Iterator[str]:
    yield from wrapped(f"      {name:{_LABEL}}  ", text, " " * (_LABEL + 8))


def wrapped(head: str, text: str, margin: str | None = None) -> list[str]:
    """Break text into lines of the terminal's width, the first of which begins with `head`."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head) if margin is None else margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
