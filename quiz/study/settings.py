"""What a learner may set for a profile, and how each setting is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.errors import COMMAND, Problem, QuizError, choose
from quiz.study.states import read_state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOST = 9999
_NUMBER = re.compile(r"\d{1,9}")


def read(name: str, value: str) -> str:
    """Give a setting's value as it is kept; raises QuizError for what is none."""
    if name not in SETTINGS:
        what = f"there is no setting '{name}'"
        raise QuizError(
            Problem(COMMAND, "unknown-setting", what, choose(name, SETTINGS))
        )
    return SETTINGS[name](value)


def _number(value: str) -> str:
    if not _NUMBER.fullmatch(value) or int(value) > _MOST:
        what = f"'{value}' is no number of cards"
        fix = f"write a number up to {_MOST}; 0 is none"
        raise QuizError(Problem(COMMAND, "bad-setting", what, fix))
    return str(int(value))


SETTINGS: Mapping[str, Callable[[str], str]] = {
    "state": read_state,
    "new-per-day": _number,
    "reviews-per-day": _number,
}
