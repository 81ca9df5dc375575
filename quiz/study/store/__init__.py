"""What a learner did, kept in one SQLite file a profile.

The log of events is the truth and is only added to; the memory of each card follows from it,
is brought up to date in the same transaction, and can be made anew at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

from quiz.errors import QuizError
from quiz.study import scheduler
from quiz.study.model import STUDY, Mark, Review, Undo
from quiz.study.store import opening, profiles, rows, troubles

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from quiz.study.model import Event, Memory

T = TypeVar("T")


def _put(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INTO {table} ({', '.join(columns)}) VALUES ({marks})"


_LOG = f"SELECT {', '.join(rows.LOG)} FROM log"  # noqa: S608
_MEMORY = f"SELECT {', '.join(rows.MEMORY)} FROM memory"  # noqa: S608
_UNDONE = "SELECT subject FROM log WHERE kind = 'undo'"
_COUNTED = f"{_LOG} WHERE kind = 'review' AND uid NOT IN ({_UNDONE})"


_ADD = f"INSERT {_put('log', rows.LOG)}"
_KEEP = f"REPLACE {_put('memory', rows.MEMORY)}"


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; a context manager that closes it.

    Each call raises QuizError, with a problem that names the file, if that cannot be read or
    written; nothing that was recorded before is lost then.
    """

    path: Path
    connection: sqlite3.Connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing waits to be written then."""
        self.connection.close()

    def record(self, *events: Event) -> int:
        """Add events to the log, all or none; they are on the disk when it returns.

        Gives how many were new: an event that the log has already is not added again. Raises
        ValueError for one whose uid another event has.
        """
        with troubles.told(self.path), opening.writing(self.connection):
            return sum([self._add(event) for event in events])

    def made_by(self) -> list[str]:
        """Name the rules by which the memories were made."""
        return [rules for (rules,) in self._read(tuple, "SELECT rules FROM made")]

    def rebuild(self) -> None:
        """Make every memory anew from the log."""
        with troubles.told(self.path), opening.writing(self.connection):
            self.connection.execute("DELETE FROM memory")
            self._keep_all(self._read(rows.event_of, _LOG))
            self.connection.execute("DELETE FROM made")
            self.connection.execute("INSERT INTO made VALUES (?)", (scheduler.rules(),))

    def memories(self) -> dict[str, Memory]:
        """Give what is remembered of each card that was studied."""
        found = self._read(rows.memory_of, f"{_MEMORY} ORDER BY card")
        return {memory.card: memory for memory in found}

    def events(self) -> tuple[Event, ...]:
        """Give the whole log, in the order in which it was written."""
        return tuple(self._read(rows.event_of, f"{_LOG} ORDER BY number"))

    def reviews(self, since: dt.datetime | None = None) -> tuple[Review, ...]:
        """Give the reviews of every mode at or after a moment that were not undone, by time."""
        first = 0 if since is None else rows.ticks(since)
        counted = f"{_COUNTED} AND at >= ? ORDER BY at, uid"
        found = self._read(rows.event_of, counted, first)
        return tuple(each for each in found if isinstance(each, Review))

    def marked(self) -> frozenset[str]:
        """Give the cards that the learner last marked as bad questions."""
        marks = f"{_LOG} WHERE kind = 'mark' ORDER BY at, uid"
        found = self._read(rows.event_of, marks)
        last = {each.card: each.bad for each in found if isinstance(each, Mark)}
        return frozenset(card for card, bad in last.items() if bad)

    def settings(self) -> dict[str, str]:
        """Give every setting by name."""
        return dict(self._read(tuple, "SELECT name, value FROM setting ORDER BY name"))

    def setting(self, name: str) -> str | None:
        """Give a setting, such as `state`, if it was made."""
        return self.settings().get(name)

    def set(self, name: str, value: str | None) -> None:
        """Make a setting; None takes it back."""
        with troubles.told(self.path), opening.writing(self.connection):
            self.connection.execute("DELETE FROM setting WHERE name = ?", (name,))
            if value is not None:
                insert = "INSERT INTO setting VALUES (?, ?)"
                self.connection.execute(insert, (name, rows.plain(value)))

    def _add(self, event: Event) -> bool:
        row = rows.row_of(event)
        known = self._read(tuple, f"{_LOG} WHERE uid = ?", event.uid)
        if known:
            if known != [row]:
                raise ValueError(event.uid)
            return False
        self.connection.execute(_ADD, row)
        if isinstance(event, Review) and event.mode == STUDY:
            self._follow(event)
        elif isinstance(event, Undo):
            select = "SELECT subject FROM log WHERE uid = ? AND kind = 'review'"
            for (card,) in self._read(tuple, select, event.review):
                self._replay(card)
        return True

    def _follow(self, review: Review) -> None:
        """Bring a card's memory up to date, by its log if this is not its last review."""
        found = self._read(rows.memory_of, f"{_MEMORY} WHERE card = ?", review.card)
        before = found[0] if found else None
        undo = "SELECT 1 FROM log WHERE kind = 'undo' AND subject = ?"
        late = before is not None and before.last >= review.at
        if late or self._read(tuple, undo, review.uid):
            self._replay(review.card)
            return
        with troubles.sensible(self.path):
            after = scheduler.review(before, review.card, review.rating, review.at)
        self._keep(after)

    def _replay(self, card: str) -> None:
        self.connection.execute("DELETE FROM memory WHERE card = ?", (card,))
        self._keep_all(self._read(rows.event_of, f"{_COUNTED} AND subject = ?", card))

    def _keep_all(self, events: Iterable[Event]) -> None:
        with troubles.sensible(self.path):
            memories = scheduler.replay(events)
        for memory in memories.values():
            self._keep(memory)

    def _keep(self, memory: Memory) -> None:
        self.connection.execute(_KEEP, rows.row_of_memory(memory))

    def _read(
        self, convert: Callable[[rows.Row], T], select: str, *values: object
    ) -> list[T]:
        """Give what a query finds, each row made into something."""
        with troubles.told(self.path):
            found = self.connection.execute(select, values).fetchall()
        with troubles.sensible(self.path):
            return [convert(row) for row in found]


def open_store(
    folder: Path,
    profile: str = profiles.DEFAULT,
    *,
    create: bool = True,
    schema: Path = opening.SCHEMA,
) -> Store:
    """Open a profile's store in a folder, or make both.

    Without `create` a profile that is not there is a problem. Raises QuizError for a name
    that is none, and where the file is damaged, newer, not ours or may not be written; that
    file is left as it was. `schema` is the folder of the schema's versions.
    """
    path = profiles.place(folder, profile)
    if not create and not path.exists():
        raise QuizError(profiles.unknown(folder, profile))
    store = Store(path, opening.connect(path, schema))
    try:
        if store.made_by() != [scheduler.rules()]:
            store.rebuild()
    except BaseException:
        store.close()
        raise
    return store
