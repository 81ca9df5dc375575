"""The difference of two releases as release notes: Markdown, in words for learners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.changes import AROUND, tags_of
from quiz.cli.screens import counted
from quiz.edits import as_markdown, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.diff import Change, Difference, Section

_HEADINGS = {
    "corrected": "Corrected",
    "regraded": "Other answers count as right",
    "added": "New",
    "moved": "In another deck (cards you have stay where they are)",
    "retired": "Removed",
}
_COUNTED = {
    "added": "new",
    "regraded": "with other right answers",
    "moved": "in another deck",
    "retired": "removed",
    "retagged": "with other tags",
}
_UPDATE = """\
To update, import the new file in Anki over the old one (*File*, *Import*). Your schedule stays
as it is, and so does every card that is not listed here."""
_STAY = "The cards you have stay in the old one; move them in *Browse* if you like."
_REMOVED = """\
Anki keeps the cards that were removed here until you put them away. To find them and no others,
open *Browse*, paste this in the search field and press Enter; then select all that is shown, and
suspend or delete it."""
_EACH = "It is long, so there are several lines: paste one after the other."


def markdown(found: Difference) -> str:
    """Give release notes."""
    return "\n".join([*_notes(found), ""])


def _notes(found: Difference) -> Iterator[str]:
    yield "# What is new"
    yield ""
    if not found:
        yield "Nothing that a learner sees."
        return
    yield _counts(found)
    yield ""
    yield _UPDATE
    for old, new in found.renamed:
        yield ""
        one, other = (escaped(_short(deck)) for deck in (old, new))
        yield f"The deck {one} is called {other} now. {_STAY}"
    for section in found.sections:
        yield ""
        yield f"## {escaped(_short(section.deck))}"
        for kind, heading in _HEADINGS.items():
            if section.of(kind):
                yield from ("", f"### {heading}", "")
                for group in section.alike(kind):
                    yield from _change(*group)
        yield from _tags(section)
    if found.searches:
        yield from ("", "## Removed cards", "", _REMOVED)
        if len(found.searches) > 1:
            yield _EACH
        for line in found.searches:
            yield from ("", "```", line, "```")


def _counts(found: Difference) -> str:
    listed = [
        f"{number} {_COUNTED.get(kind, kind)}" for kind, number in found.counts.items()
    ]
    return f"Cards: {', '.join(listed)}." if listed else "A deck has another name."


def _change(change: Change, *others: Change) -> Iterator[str]:
    asked = change.head.marked(as_markdown, escaped) or "(no question)"
    if others:
        yield f"- The same on {counted(1 + len(others), 'card')}:"
    elif change.kind == "added" and change.answer:
        yield f"- {asked} — {escaped(change.answer)}"
    else:
        yield f"- {asked}"
    if change.why:
        yield f"  - {escaped(change.why)}"
    for edit in change.edits:
        yield f"  - {escaped(edit.part)}: {edit.marked(as_markdown, escaped, AROUND)}"
    if change.decks:
        yield f"  - now in {escaped(', '.join(map(_short, change.decks)))}"


def _tags(section: Section) -> Iterator[str]:
    if changes := section.of("retagged"):
        words = {"+": "added", "-": "removed"}
        listed = [
            f"{words[sign]} {', '.join(f'`{tag}`' for tag in tags)}"
            for sign, tags in tags_of(changes)
        ]
        yield ""
        yield f"{counted(len(changes), 'card')} with other tags: {'; '.join(listed)}."


def _short(deck: str) -> str:
    """Give a deck's name without that of the one that holds all of ours."""
    return deck.removeprefix("Civics::")
