"""A profile as JSON Lines, and back: all of it, to move it, to merge it or to keep it.

The first line names the format; each other line is an object: a setting or an event. Events
stand in the order of their time, so that two profiles that hold the same are the same file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from quiz.errors import Location, Problems
from quiz.study import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.study.model import Event
    from quiz.study.store import Store

_FIX = "mend the line or take it out, or export the profile again"


@dataclass(frozen=True, slots=True)
class Held:
    """What an export holds: settings by name, and events by the line that each stands in."""

    file: str
    settings: Mapping[str, str]
    events: Mapping[int, Event]


def show(settings: Mapping[str, str], events: Iterable[Event]) -> bytes:
    """Write an export: a line each, in UTF-8."""
    lines: list[Mapping[str, object]] = [records.FORMAT]
    for name, value in sorted(settings.items()):
        lines.append({"type": "setting", "name": name, "value": value})
    lines += map(records.as_object, sorted(events, key=attrgetter("at", "uid")))
    texts = (json.dumps(line, ensure_ascii=False) for line in lines)
    return "".join(f"{text}\n" for text in texts).encode()


def read(data: bytes, file: str) -> Held:
    """Read an export; raises QuizError with a problem for each line that is none."""
    problems = Problems()
    settings: dict[str, str] = {}
    events: dict[int, Event] = {}
    known: dict[str, Event] = {}
    text = data.decode("utf-8-sig", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        try:
            if number == 1:
                records.check_head(records.parsed(line))
            elif line.strip():
                found = records.record(records.parsed(line))
                if isinstance(found, tuple):
                    settings[found[0]] = found[1]
                elif known.setdefault(found.uid, found) == found:
                    events[number] = found
                else:
                    at = _at(file, number, line, "uid")
                    what = "another event above has this uid"
                    problems.add(at, "bad-record", what, _FIX)
        except records.FaultError as fault:
            at = _at(file, number, line, fault.key)
            problems.add(at, "bad-record", fault.what, _FIX)
            if number == 1:
                break  # what follows is no export either
    problems.check()
    return Held(file, settings, events)


def _at(file: str, number: int, line: str, key: str) -> Location:
    """Give the place of a key in a line, or of the whole line."""
    begin = line.find(f'"{key}"') + 1
    width = len(key) + 2 if begin else len(line)
    return Location(file, number, begin or 1, width, line)


def merge(store: Store, held: Held) -> int:
    """Add to a store what an export holds, all or nothing; give how many events were new.

    Settings that the store has already stay. Raises QuizError with a problem for each event
    whose uid another event of the store has.
    """
    problems = Problems()
    known = {event.uid: event for event in store.events()}
    for number, event in held.events.items():
        if known.get(event.uid, event) != event:
            at = Location(held.file, number)
            what = f"another event of the profile has the uid '{event.uid}'"
            problems.add(at, "taken-uid", what, _FIX)
    problems.check()
    added = store.record(*held.events.values())
    settings = store.settings()
    for name, value in held.settings.items():
        if name not in settings:
            store.set(name, value)
    return added
