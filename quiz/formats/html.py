"""A page to study on a screen and to print, there the quiz and then its key; no network."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from quiz import language, resources
from quiz.dates import Date
from quiz.fields import BLANK
from quiz.formats import Format
from quiz.templating import page
from quiz.wording import part, some, spoken, wording

if TYPE_CHECKING:
    from quiz.keys import Answer
    from quiz.model import Entry, Form, Item, Source

# Options that all fit half a line at 11 points stand side by side.
_HALF_LINE = 28
# Answer space follows the answer: a date gets a short line, a reason more.
_SHORT, _MEDIUM = 14, 40
_SHORT_TYPES = ("date", "year", "number", "ordinal")
# What stands in the page as it is, by the name the template has for it.
_OWN = {"print": "print.css", "screen": "screen.css", "script": "study.js"}


def _render(form: Form) -> bytes:
    folder = resources.folder("templates") / "html"
    sources: dict[Source, int] = {}
    for item in form.items:
        for source in item.sources:
            sources.setdefault(source, len(sources) + 1)
    words = wording(form.language)
    rows = [_row(entry, sources, form.language) for entry in form.entries]
    sections = _sections(rows)
    own = {name: (folder / file).read_text("utf-8") for name, file in _OWN.items()}
    text = page(
        folder,
        "quiz.html",
        form=form,
        words=words,
        direction=language.direction(form.language),
        blank=BLANK,
        said=_said(form.language, form.language),
        onward=language.direction(spoken(form.language)) == "ltr",
        day=language.date(Date.of(form.as_of), form.language),
        points=sum(row["points"] for row in rows),
        sections=sections,
        topics=_topics(sections),
        rows=rows,
        drawn=any(row["options"] for row in rows),
        sources=[_source(source, form.language) for source in sources],
        **{name: Markup(text) for name, text in own.items()},  # noqa: S704 - our own files
    )
    return text.encode()


def _said(code: str, around: str) -> str:
    """Mark words of a page in language `code` that stand in text of language `around`."""
    words = spoken(code)
    if language.base(words) == language.base(around):
        return ""
    return Markup(' lang="{}" dir="{}"').format(words, language.direction(words))


def _sections(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Group neighbouring rows of one topic; a form of one topic has no headings."""
    sections: list[dict[str, Any]] = []
    for row in rows:
        if not sections or sections[-1]["title"] != row["topic"]:
            sections.append({"title": row["topic"], "rows": []})
        sections[-1]["rows"].append(row)
    if len(sections) == 1:
        sections[0]["title"] = ""
    return sections


def _topics(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each topic once, with its first section's number and how many questions it has."""
    topics: dict[str, dict[str, Any]] = {}
    for number, section in enumerate(sections, 1):
        title = section["title"]
        new = {"title": title, "first": number, "count": 0}
        topics.setdefault(title, new)["count"] += len(section["rows"])
    return [topic for title, topic in topics.items() if title]


def _row(entry: Entry, sources: dict[Source, int], code: str) -> dict[str, Any]:
    item, key = entry.item, entry.item.key
    letters = list(zip(ascii_uppercase, entry.options, strict=False))
    short = all(len(option) < _HALF_LINE for option in entry.options)
    refs = [str(sources[source]) for source in item.sources]
    chosen = entry.right is not None
    return {
        "number": entry.number,
        "lang": item.language if item.language != code else "",
        "said": _said(code, item.language),
        "topic": item.topic,
        "stem": item.stem.split(BLANK),
        "hint": item.hint,
        "options": letters,
        "width": "half" if short else "",
        "lines": _lines(item, code),
        "points": 1 if letters else key.need,
        "right": entry.right,
        "letter": ascii_uppercase[entry.right] if entry.right is not None else "",
        "answers": _answers(entry, code),
        "labelled": not chosen and len(key.parts) > 1,
        "ordered": not chosen and key.ordered,
        "some": "" if chosen else some(key, code),
        "note": item.note,
        "refs": ", ".join(dict.fromkeys(refs)),
        "sources": [_source(source, item.language) for source in item.sources],
        "stale": language.date(item.stale, item.language) if item.stale else "",
    }


def _lines(item: Item, code: str) -> list[dict[str, str]]:
    answers = item.key.answers
    if len(item.key.parts) > 1:
        return [
            {
                "label": part(answer.name, code),
                "mark": "",
                "size": _size(answer),
            }
            for answer in answers
        ]
    size = _size(max(answers, key=lambda answer: len(answer.text)))
    places = [f"{n}." if item.key.ordered else "" for n in range(1, item.key.need + 1)]
    return [{"label": place, "mark": " place", "size": size} for place in places]


def _size(answer: Answer) -> str:
    if answer.type in _SHORT_TYPES or len(answer.text) <= _SHORT:
        return "short"
    return "medium" if len(answer.text) <= _MEDIUM else "long"


def _answers(entry: Entry, code: str) -> list[dict[str, str]]:
    """Give what is right, each with its part's name and what else is right in its place."""
    answers = entry.item.key.answers
    if entry.right is None:
        return [
            {
                "label": part(a.name, code),
                "text": a.text,
                "also": "; ".join(_others(a)),
            }
            for a in answers
        ]
    text = entry.options[entry.right]
    first = [
        other for answer in answers for other in _others(answer) if answer.text == text
    ]
    rest = [answer.text for answer in answers if answer.text != text]
    return [{"label": "", "text": text, "also": "; ".join([*first, *rest])}]


def _others(answer: Answer) -> tuple[str, ...]:
    return () if answer.type in _SHORT_TYPES else answer.accept


def _source(source: Source, code: str) -> dict[str, str]:
    day = language.date(source.date, code) if source.date else ""
    name, *rest = (part for part in (source.title, source.publisher, day) if part)
    return {
        "name": name,
        "rest": "".join(f", {part}" for part in rest) + ".",
        "url": source.url,
    }


FORMAT = Format("a page to study or to print, with its key", ".html", _render)
