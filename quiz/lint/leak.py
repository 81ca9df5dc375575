"""A stem must not hold its own answer, nor a hint give it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.likeness import mentions
from quiz.lint import Desk, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.errors import Problem

_TELLING = 3


def look(desk: Desk) -> Iterator[Problem]:
    """Report items whose stem mentions a right answer in any form, or whose hint does more."""
    for item in desk.items:
        if item.no_hint:
            fix = "say it without the answer's words; it is not shown"
            yield finding(item.at, "telling-hint", item.no_hint, fix)
        for answer in item.key.answers:
            told = [
                form
                for form in answer.forms
                if len(form) > _TELLING and mentions(item.stem, form)
            ]
            if told:
                what = f"the question '{item.stem}' says its answer, '{told[0]}'"
                fix = "reword the fact or its kind's stem"
                yield finding(item.at, "leak", what, fix)
                break
