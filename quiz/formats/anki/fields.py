"""What a note's fields hold: an entry of a form, said in HTML."""

from __future__ import annotations

import html
from datetime import date
from typing import TYPE_CHECKING

from quiz import language
from quiz.fields import BLANK
from quiz.formats.anki.types import NOTE_TYPES
from quiz.keys import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.keys import Answer
    from quiz.model import Entry, Item, Source

# The UTC day on which what this file makes of an unchanged item last changed: no note may
# be older, or those who have the deck would never get it.
RENDERED = date(2026, 11, 24)
# Types whose other forms say nothing that a learner would not know.
_ONE_FORM = ("date", "year", "number", "ordinal", "interval")


def escape(text: str) -> str:
    """Escape for a field: HTML, and what Anki would take for clozes, sounds and the like."""
    safe = html.escape(text)
    for char in "{}[]":
        safe = safe.replace(char, f"&#{ord(char)};")
    return safe


def fields_of(entry: Entry) -> dict[str, str]:
    """Give a note's fields by name, as HTML."""
    item = entry.item
    key = item.key
    if entry.right is not None:
        key = _first(key, entry.options[entry.right])
    question = escape(item.stem)
    if entry.type == "cloze":
        hidden = _cloze(1, key.answers[0].text)
        question = question.replace(BLANK, hidden, 1)
    made = {
        "Question": question,
        "Answer": _answer(key, item, entry.type),
        "Also": _also(key, entry.type),
        "Note": escape(item.note),
        "AsOf": _as_of(item),
        "Source": "<br>".join(_cite(source, item.language) for source in item.sources),
        "Hint": escape(item.hint),
        "Topic": escape(item.topic),
        "Lang": item.language,
        "Dir": language.direction(item.language),
        "Id": escape(item.origin),
        "Typed": escape(key.answers[0].text),
        "List": "<br>".join(_cloze(n, a.text) for n, a in enumerate(key.answers, 1)),
        "Choices": _choices(entry),
    }
    return {name: made[name] for name in NOTE_TYPES[entry.type].fields}


def _first(key: Key, text: str) -> Key:
    """Put the answer of a text before the others."""
    return Key(tuple(sorted(key.answers, key=lambda answer: answer.text != text)))


def _cloze(number: int, text: str) -> str:
    """Hide a text; two colons in it would begin Anki's hint."""
    hidden = escape(text).replace(":", "&#58;")
    return f"{{{{c{number}::{hidden}}}}}"


def _answer(key: Key, item: Item, how: str) -> str:
    texts = [escape(answer.text) for answer in key.answers]
    if len(texts) == 1 or how == "choice":
        return texts[0]
    if len(key.parts) > 1:
        labels = [escape(answer.name.replace("-", " ")) for answer in key.answers]
        rows = (
            f'<div><dt>{label}</dt><dd dir="auto">{text}</dd></div>'
            for label, text in zip(labels, texts, strict=True)
        )
        return f"<dl>{''.join(rows)}</dl>"
    if how == "order":
        return _list("ol", texts)
    listed = _list("ul", texts)
    if key.need == len(texts):
        return listed
    wanted = escape(language.number_word(key.need, item.language))
    return f'<p class="need">Any {wanted} of these</p>{listed}'


def _list(tag: str, texts: Iterable[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{text}</li>" for text in texts) + f"</{tag}>"


def _also(key: Key, how: str) -> str:
    """Say what else is right: other forms of each answer, beside a choice other answers."""
    first, *rest = key.answers
    if how == "choice":
        forms = [*_others(first), *(escape(answer.text) for answer in rest)]
        said = ["; ".join(forms)] if forms else []
    elif rest:
        said = [
            f"<br><i>{escape(answer.text)}:</i> {'; '.join(_others(answer))}"
            for answer in key.answers
            if _others(answer)
        ]
    else:
        said = ["; ".join(_others(first))] if _others(first) else []
    return f'<span class="label">Also right:</span> {"".join(said)}' if said else ""


def _others(answer: Answer) -> list[str]:
    return [] if answer.type in _ONE_FORM else [escape(form) for form in answer.accept]


def _as_of(item: Item) -> str:
    if item.stale is None:
        return ""
    return f"As of {escape(language.date(item.stale, item.language))}"


def _cite(source: Source, code: str) -> str:
    name = escape(source.title or source.publisher)
    if source.url:
        name = f'<a href="{html.escape(source.url)}">{name}</a>'
    rest = [source.publisher] if source.title else []
    rest += [language.date(source.date, code)] if source.date else []
    return ", ".join([name, *map(escape, rest)])


def _choices(entry: Entry) -> str:
    """List the options; the card draws their order anew unless it is their own."""
    marks = [
        'class="right" ' if n == entry.right else "" for n in range(len(entry.options))
    ]
    rows = (
        f'<li {mark}dir="auto">{escape(option)}</li>'
        for mark, option in zip(marks, entry.options, strict=True)
    )
    kept = ' class="fixed"' if entry.ordered else ""
    return f"<ol{kept}>{''.join(rows)}</ol>"
