"""An event or a setting as a JSON object, and back, each of its values as it must be."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from quiz.errors import choose
from quiz.study.model import MODES, RATINGS, Event, Mark, Review, Undo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FORMAT = {"civics-quiz": "study", "version": 1}
_EVENTS: dict[str, type[Event]] = {"review": Review, "undo": Undo, "mark": Mark}
_NAMES = {made: name for name, made in _EVENTS.items()}
# A clock that tells another year is wrong, and a schedule must end within the calendar.
_YEARS = range(1970, 3000)
_LONGEST = 2**53  # the last number up to which JSON's readers hold every whole one


class FaultError(Exception):
    """What is wrong with a line, and with which key of it (empty: the whole)."""

    def __init__(self, what: str, key: str = "") -> None:
        super().__init__(what, key)
        self.what = what
        self.key = key


def as_object(event: Event) -> dict[str, object]:
    """Give an event as the object that stands in an export."""
    at = event.at.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return {"type": _NAMES[type(event)], **dataclasses.asdict(event), "at": at}


def _fail(what: str, key: str = "") -> None:
    raise FaultError(what, key)


def parsed(line: str) -> dict[str, Any]:
    """Read a line; raises FaultError for what is no JSON object."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise FaultError("this line is no JSON object")
    return found


def check_head(found: Mapping[str, object]) -> None:
    """Raise FaultError unless this is an export that can be read here."""
    if found.get("civics-quiz") != FORMAT["civics-quiz"]:
        _fail("this file is no export of a profile")
    if found != FORMAT:
        _fail("this export is of a version that is not known here", "version")


def record(found: dict[str, Any]) -> tuple[str, str] | Event:
    """Make a setting (its name and value) or an event of a line; raises FaultError."""
    kind = found.pop("type", None)
    if kind == "setting":
        made = _checked(found, ("name", "value"), ("name", "value"))
        return made["name"], made["value"]
    event = _EVENTS.get(kind) if isinstance(kind, str) else None
    if event is None:
        raise FaultError(f"'type' is none of setting, {', '.join(_EVENTS)}", "type")
    fields = dataclasses.fields(event)
    needed = (each.name for each in fields if each.default is dataclasses.MISSING)
    return event(**_checked(found, [each.name for each in fields], needed))


def _checked(
    found: Mapping[str, Any], known: Iterable[str], needed: Iterable[str]
) -> dict[str, Any]:
    """Give the values of a line, each as it must be."""
    for key in needed:
        if key not in found:
            _fail(f"'{key}' is missing")
    made = {}
    for key, value in found.items():
        if key not in known:
            _fail(f"there is no '{key}' here ({choose(key, known)})", key)
        check, meant = _RULES[key]
        made[key] = check(value)
        if made[key] is None:
            _fail(f"'{key}' is not {meant}", key)
    return made


def _name(value: object) -> str | None:
    ok = isinstance(value, str) and value.strip() and value.isprintable()
    return str(value) if ok else None


def _text(value: object) -> str | None:
    # Bytes that are no UTF-8, or half a character.
    ok = isinstance(value, str) and not any(
        "\ud800" <= char <= "\udfff" for char in value
    )
    return str(value) if ok else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _LONGEST else None


def _rating(value: object) -> int | None:
    number = _number(value)
    return number if number in RATINGS else None


def _mode(value: object) -> str | None:
    return value if isinstance(value, str) and value in MODES else None


def _moment(value: object) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(str(value))
        when = at.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
    return when if at.tzinfo and when.year in _YEARS else None


_Rule = tuple["Callable[[object], Any]", str]
_NAME: _Rule = (_name, "a name")
_TEXT: _Rule = (_text, "text")
_FLAG: _Rule = (_flag, "true or false")
# By key: what gives its value, None for one that is not as it must be, and what it must be.
_RULES: Mapping[str, _Rule] = {
    **dict.fromkeys(("uid", "card", "review", "name"), _NAME),
    **dict.fromkeys(("result", "response", "why", "value"), _TEXT),
    **dict.fromkeys(("overridden", "bad"), _FLAG),
    "at": (_moment, "a time like 2026-11-24T18:30:00Z"),
    "rating": (_rating, "1, 2, 3 or 4"),
    "elapsed": (_number, "a number of milliseconds"),
    "mode": (_mode, f"one of {', '.join(MODES)}"),
}
