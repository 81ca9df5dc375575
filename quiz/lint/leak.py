"""A stem or sentence must not hold its own answer, nor a hint give it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.likeness import mentions
from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem

_TELLING = 3
_SAID = {"question": "stem", "sentence": "'says'"}


def look(desk: Desk) -> Iterator[Problem]:
    """Report items whose stem or sentence mentions a right answer, or whose hint does more."""
    for item in desk.items:
        if item.no_hint:
            fix = "say it without the answer's words; it is not shown"
            yield finding(item.at, "telling-hint", item.no_hint, fix)
        for where, text in (("question", item.stem), ("sentence", item.says)):
            told = [
                form
                for answer in item.key.answers
                for form in answer.forms
                if len(form) > _TELLING and mentions(text, form)
            ]
            if told:
                what = f"the {where} '{text}' says its answer, '{told[0]}'"
                fix = f"reword the fact or its kind's {_SAID[where]}"
                yield finding(item.at, "leak", what, fix)
                break
