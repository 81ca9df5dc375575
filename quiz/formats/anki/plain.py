"""A note as its learner reads it: parts by name, as text of one line without markup."""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from quiz.formats.anki.searching import PREFIX

if TYPE_CHECKING:
    from quiz.formats.anki.reading import Note

# What the fields of our note types are to a learner; the others are no part of what is read.
_PARTS = {
    "Topic": "topic",
    "Question": "question",
    "Hint": "hint",
    "Answer": "answer",
    "Also": "also",
    "Choices": "options",
    "Note": "note",
    "AsOf": "dated",
    "Source": "source",
}
# Markup of ours (see `fields`) that says what a part is, which its name says here.
_WANTED = re.compile(r'<p class="need">(.*?)</p>', re.DOTALL)
_LABEL = re.compile(r'<span class="label">.*?</span>', re.DOTALL)
# The innermost of clozes: they may hold others.
_CLOZE = re.compile(
    r"\{\{c\d+::(?P<hidden>(?:(?!\{\{c\d|::|\}\}).)*)(?:::(?P<hint>(?:(?!\}\}).)*))?\}\}",
    re.DOTALL,
)
_LINES = frozenset(
    (
        "br",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "tr",
        "table",
        "hr",
        "pre",
        "blockquote",
        "h1",
        "h2",
    )
)
_OPTION = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)
# Where a sentence has ended, the next line needs no other mark before it.
_SENTENCE_ENDED = re.compile(r"([.!?]); ")
_SILENT = frozenset(("script", "style"))
_BETWEEN = {"dt": ": ", "td": " ", "th": " "}


def is_ours(note: Note) -> bool:
    """Tell whether a note is of a note type of ours, also one that Anki made of it."""
    return (
        note.type.startswith(PREFIX)
        and {"Question", "Answer", "Id"} <= note.fields.keys()
    )


def parts(note: Note, *, links: bool = True) -> dict[str, str]:
    """Give what there is to read in a note, by part; of a foreign note by field.

    Of ours, `wanted` is how many answers are, and `also` what is right as well. Without
    `links` their targets are left out.
    """
    fields = dict(note.fields)
    if not is_ours(note):
        made = {
            one_line(name): plain(text, links=links) for name, text in fields.items()
        }
        return {name: text for name, text in made.items() if text}
    made = {}
    for field, part in _PARTS.items():
        text = fields.get(field, "")
        if part == "answer" and (wanted := _WANTED.search(text)):
            made["wanted"] = plain(wanted[1])
            text = _WANTED.sub("", text)
        made[part] = plain(_LABEL.sub("", text), hide=part == "question", links=links)
        if part == "options":  # which a card shows in an order of its own
            made[part] = "; ".join(sorted(map(plain, _OPTION.findall(text))))
    return {name: text for name, text in made.items() if text}


def plain(text: str, *, hide: bool = False, links: bool = True) -> str:
    """Give HTML as text of one line; the target of a link stands behind it (with `links`).

    What a cloze hides stands in brackets, or with `hide` only that there is something.
    """
    before = ""
    while before != text:
        before = text
        text = _CLOZE.sub(lambda cloze: _gap(cloze, hide=hide), text)
    reader = _Reader(links=links)
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # what html.parser makes of "<![x[" and the like
        return one_line(html.unescape(re.sub(r"<[^>]*>", " ", text)))
    lines = [one_line(line) for line in "".join(reader.pieces).split("\n")]
    return _SENTENCE_ENDED.sub(r"\1 ", "; ".join(line for line in lines if line))


def one_line(text: str) -> str:
    """Give text with single spaces, and without signs that would steer a terminal."""
    seen = (" " if c.isspace() else c for c in text)
    kept = (c for c in seen if unicodedata.category(c) not in {"Cc", "Cs"})
    return " ".join("".join(kept).split())


def _gap(cloze: re.Match[str], *, hide: bool) -> str:
    return f"[{(cloze['hint'] or '...') if hide else cloze['hidden']}]"


class _Reader(HTMLParser):
    def __init__(self, *, links: bool) -> None:
        super().__init__()
        self._links = links
        self.pieces: list[str] = []
        self._targets: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _LINES:
            self.pieces.append("\n")
        if tag == "a":
            self._targets.append((self._links and given.get("href")) or "")
        elif tag == "img":
            self.pieces.append(f"[{given.get('src') or ''}]")
        elif tag in _SILENT:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.pieces.append("\n")
        if tag == "a" and self._targets and (target := self._targets.pop()):
            self.pieces.append(f" ({target})")
        elif tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        self.pieces.append(_BETWEEN.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data.replace("\n", " "))  # which HTML takes for a space
