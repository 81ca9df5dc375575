"""A page to print or to read: the quiz, then its key on a new page; one file, no network."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from quiz import language, resources
from quiz.dates import Date
from quiz.formats import Format
from quiz.templating import page

if TYPE_CHECKING:
    from quiz.keys import Key
    from quiz.model import Entry, Form, Item, Source

# Options that all fit half a line at 11 points stand side by side.
_HALF_LINE = 28
# Answer space follows the answer: a date gets a short line, a reason more.
_SHORT, _MEDIUM = 14, 40
_SHORT_TYPES = ("date", "year", "number", "ordinal")


def _render(form: Form) -> bytes:
    folder = resources.folder("templates") / "html"
    style = (folder / "style.css").read_text("utf-8")
    sources: dict[Source, int] = {}
    for item in form.items:
        for source in item.sources:
            sources.setdefault(source, len(sources) + 1)
    rows = [_row(entry, sources, form.language) for entry in form.entries]
    text = page(
        folder,
        "quiz.html",
        form=form,
        style=Markup(style),  # noqa: S704 - our own file
        direction=language.direction(form.language),
        day=language.date(Date.of(form.as_of), form.language),
        points=sum(row["points"] for row in rows),
        sections=_sections(rows),
        rows=rows,
        drawn=any(row["options"] for row in rows),
        sources=[_source(source, form.language) for source in sources],
    )
    return text.encode()


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


def _row(entry: Entry, sources: dict[Source, int], code: str) -> dict[str, Any]:
    item = entry.item
    letters = list(zip(ascii_uppercase, entry.options, strict=False))
    short = all(len(option) < _HALF_LINE for option in entry.options)
    refs = [str(sources[source]) for source in item.sources]
    return {
        "number": entry.number,
        "lang": item.language if item.language != code else "",
        "topic": item.topic,
        "stem": item.stem,
        "options": letters,
        "width": "half" if short else "",
        "lines": _lines(item),
        "points": 1 if letters else item.key.need,
        "letter": ascii_uppercase[entry.right] if entry.right is not None else "",
        "answer": entry.options[entry.right]
        if entry.right is not None
        else _answer(item.key),
        "also": _also(item.key),
        "refs": ", ".join(dict.fromkeys(refs)),
        "stale": language.date(item.stale, item.language) if item.stale else "",
    }


def _lines(item: Item) -> list[dict[str, str]]:
    answers = item.key.answers
    if len(item.key.parts) > 1:
        labels = [answer.name.replace("-", " ").capitalize() for answer in answers]
        return [
            {"label": label, "mark": "", "size": _size(answer.type, len(answer.text))}
            for label, answer in zip(labels, answers, strict=True)
        ]
    size = _size(answers[0].type, max(len(answer.text) for answer in answers))
    places = [f"{n}." if item.key.ordered else "" for n in range(1, item.key.need + 1)]
    return [{"label": place, "mark": " place", "size": size} for place in places]


def _size(kind: str, length: int) -> str:
    if kind in _SHORT_TYPES or length <= _SHORT:
        return "short"
    return "medium" if length <= _MEDIUM else "long"


def _answer(key: Key) -> str:
    if key.ordered:
        # In brackets, for the question has a number of its own before them.
        return "; ".join(f"({n}) {a.text}" for n, a in enumerate(key.answers, 1))
    text = "; ".join(answer.text for answer in key.answers)
    if len(key.parts) > 1 or key.need == len(key.answers):
        return text
    return f"any {key.need} of: {text}"


def _also(key: Key) -> str:
    if len(key.answers) > 1 or key.answers[0].type in _SHORT_TYPES:
        return ""
    return "; ".join(key.answers[0].accept)


def _source(source: Source, code: str) -> dict[str, str]:
    day = language.date(source.date, code) if source.date else ""
    text = ", ".join(part for part in (source.title, source.publisher, day) if part)
    return {"text": f"{text}.", "url": source.url}


FORMAT = Format("a page to print or to read, with its key", ".html", _render)
