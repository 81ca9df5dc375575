"""A paper as one HTML file, to print or to read: no network, no script, and no answer in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from quiz import language
from quiz.press.answers import short
from quiz.press.views import groups
from quiz.wording import wording

if TYPE_CHECKING:
    from quiz.papers import Layout, Paper
    from quiz.press.looks import Look

_SERIF = '"Times New Roman", "Liberation Serif", "Noto Serif", serif'
_SANS = 'Verdana, Arial, "Liberation Sans", "Noto Sans", sans-serif'
# Points, as style guides for large print and for dyslexic readers say (RNIB, BDA).
_TYPE, _EASY, _LARGE = 11, 12, 18


def paper(paper: Paper, layout: Layout, look: Look) -> str:
    """Give what a pupil gets of a version."""
    return look.render("paper.html", **values(paper, layout))


def strip(paper: Paper, layout: Layout, look: Look) -> str:
    """Give the strip key: the paper with answers where its points stand, else empty.

    Printed by the same program as the paper, its lines stand at the same heights.
    """
    answers = {
        row.number: short(task, row) for task in paper.tasks for row in task.rows
    }
    return look.render("strip.html", answers=answers, **values(paper, layout))


def values(paper: Paper, layout: Layout) -> dict[str, Any]:
    """Give what the template of a paper may show: nothing that says what is right."""
    return {
        "head": paper.head,
        "version": paper.version,
        "code": paper.code,
        "total": paper.total,
        "sections": groups(paper, layout),
        **frame(paper.language, layout),
    }


def frame(lang: str, layout: Layout) -> dict[str, Any]:
    """Give what every page says of itself and is set in, in a language, on a layout."""
    words = wording(lang)
    rtl = language.direction(lang) == "rtl"
    return {
        "lang": lang,
        "words": words,
        "layout": layout,
        "direction": "rtl" if rtl else "ltr",
        "start": "right" if rtl else "left",
        "end": "left" if rtl else "right",
        "shape": _shape(layout),
        "type": _LARGE if layout.large else _EASY if layout.easy else _TYPE,
        "faces": Markup(_SANS if layout.easy else _SERIF),  # noqa: S704 - our own
        "page_of": _page_of(words["page"], words["of"]),
    }


def _shape(layout: Layout) -> str:
    names = ("large",) * layout.large + ("easy",) * layout.easy
    return " ".join((*names, "two" if layout.columns > 1 else "one"))


def _page_of(page: str, of: str) -> Markup:
    """Write `Page x of y` as CSS does: any sign of the words that it could read, by its code."""
    texts = [
        "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text)
        for text in (f"{page} ", f" {of} ")
    ]
    return Markup('"{}" counter(page) "{}" counter(pages)').format(*texts)
