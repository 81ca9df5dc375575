"""The full key of a version: all that counts, what does not, points and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quiz import language
from quiz.dates import Date
from quiz.papers import FALSE, Layout
from quiz.press.answers import full, short
from quiz.press.page import frame, values
from quiz.press.walk import numbered
from quiz.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.keys import Answer
    from quiz.model import Source
    from quiz.papers import Paper
    from quiz.press.looks import Look
    from quiz.press.walk import Numbered

# Types whose other forms say nothing that a teacher would not know.
_ONE_FORM = ("date", "year", "number", "ordinal", "interval")
TYPE = 10  # pt, for one who marks


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the key. `title` heads a section, and is empty but in its first line.

    `letter` is that of the right option, or empty. `also` are other forms that count, each
    with the answer it is of if there are several; `wrong` is what does not count; `refs` are
    the numbers of sources; `stale` is the day on which what can change was last confirmed,
    or empty.
    """

    number: int
    lang: str
    title: str
    asked: str
    letter: str
    answer: str
    also: tuple[tuple[str, str], ...]
    wrong: tuple[str, ...]
    points: int
    refs: tuple[int, ...]
    stale: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as it is cited: words, and an address or nothing."""

    text: str
    url: str


def key(paper: Paper, layout: Layout, look: Look) -> str:
    """Give the full key of a version, on the size of sheet of a layout."""
    shown = {**frame(paper.language, Layout(layout.size)), "type": TYPE}
    return look.render("full.html", **shown, **_values(paper))


def after(paper: Paper, layout: Layout, look: Look) -> str:
    """Give what a pupil gets of a version and then, on a sheet of its own, the full key."""
    shown = {**values(paper, layout), **_values(paper), "marking": TYPE}
    return look.render("after.html", **shown)


def _values(paper: Paper) -> dict[str, Any]:
    sources: dict[Source, int] = {}
    for each in numbered(paper):
        for source in each.row.item.sources:
            sources.setdefault(source, len(sources) + 1)
    return {
        "head": paper.head,
        "version": paper.version,
        "code": paper.code,
        "seed": paper.seed,
        "total": paper.total,
        "day": language.date(Date.of(paper.as_of), paper.language),
        "lines": list(_lines(paper, sources)),
        "sources": [_reference(source, paper.language) for source in sources],
    }


def _lines(paper: Paper, sources: dict[Source, int]) -> Iterator[Line]:
    words = wording(paper.language)
    titles = {
        section.tasks[0].number: section.title or words[section.type]
        for section in paper.sections
    }
    for each in numbered(paper):
        item = each.row.item
        yield Line(
            each.number,
            item.language if item.language != paper.language else "",
            titles.get(each.number, ""),
            each.asked,
            *_answer(each),
            tuple(_also(each)),
            tuple(_wrong(each)),
            each.task.points,
            tuple(sorted({sources[source] for source in item.sources})),
            language.date(item.stale, item.language) if item.stale else "",
        )


def _answer(each: Numbered) -> tuple[str, str]:
    """Give the letter and the words that are right; of a false statement also what is true."""
    task, row = each.task, each.row
    if task.options and row.right is not None:
        return short(task, row), task.options[row.right]
    said = full(task, row)
    if task.type == "tf" and row.right == FALSE:
        said += f": {'; '.join(answer.text for answer in row.item.key.answers)}"
    return "", said


def _written(each: Numbered) -> tuple[Answer, ...]:
    """Give the answers of what is answered in words, not by a letter or a place."""
    return each.row.item.key.answers if each.row.right is None else ()


def _also(each: Numbered) -> Iterator[tuple[str, str]]:
    answers = _written(each)
    for answer in answers:
        if answer.accept and answer.type not in _ONE_FORM:
            of = answer.text if len(answers) > 1 else ""
            yield of, "; ".join(answer.accept)


def _wrong(each: Numbered) -> Iterator[str]:
    """Give what a curator wrote that does not count."""
    answers = _written(each)
    yield from dict.fromkeys(wrong for answer in answers for wrong in answer.wrong)


def _reference(source: Source, lang: str) -> Reference:
    day = language.date(source.date, lang) if source.date else ""
    parts = (source.title, source.publisher, day)
    return Reference(f"{', '.join(part for part in parts if part)}.", source.url)
