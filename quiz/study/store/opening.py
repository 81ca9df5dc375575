"""The file of a profile: made, recognised, and brought up to the schema of today.

A schema's versions are the files `schema/<number>.sql`, each of which makes the next of the one
before; a new store gets all of them in turn. The folder is the registry.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.study.store import troubles

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = Path(__file__).parent / "schema"
# What the file says it is (`PRAGMA application_id`): "QUIZ" in ASCII.
APPLICATION = 0x5155495A
# How many seconds another process may take to write.
_PATIENCE = 10


def connect(path: Path, schema: Path = SCHEMA) -> sqlite3.Connection:
    """Open a store, or make it; raises QuizError, and has then changed nothing of a file.

    Commits reach the disk before they return. An older store is copied beside itself first.
    """
    with troubles.told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, _PATIENCE, isolation_level=None)
        try:
            _bring_up(connection, path, schema)
            for setting in (
                "journal_mode = WAL",
                # The log outlives a power cut: each commit waits for the disk, also on macOS.
                *("synchronous = FULL", "fullfsync = ON"),
                *("checkpoint_fullfsync = ON", "trusted_schema = OFF"),
            ):
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of a block, or nothing of it, while no other process writes."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # On a full disk SQLite may have done so by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _bring_up(connection: sqlite3.Connection, path: Path, schema: Path) -> None:
    steps = {int(file.stem): file for file in schema.glob("*.sql")}
    latest = max(steps)
    if _version(connection, path, latest) == latest:
        return
    with writing(connection):
        # Another process may have done it since.
        version = _version(connection, path, latest)
        if 0 < version < latest:
            _back_up(path, version)
        for number in range(version + 1, latest + 1):
            for statement in _statements(steps[number].read_text("utf-8")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {latest}")


def _version(connection: sqlite3.Connection, path: Path, latest: int) -> int:
    """Give the version of a store, 0 of an empty file; raises QuizError for any other file."""
    ((application,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    if application != APPLICATION:
        ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_schema")
        if application or version or tables:
            raise QuizError(troubles.not_ours(path))
    if version > latest:
        raise QuizError(troubles.newer(path, version, latest))
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """Part a script; `executescript` would end the transaction that it is to be part of."""
    statement = ""
    for part in script.split(";")[:-1]:
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _back_up(path: Path, version: int) -> None:
    """Copy a store beside itself; a copy that is there already is kept."""
    names = (f"{path.stem}.v{version}{more}.bak" for more in _endings())
    place = next(p for name in names if not (p := path.with_name(name)).exists())
    half = place.with_suffix(".part")
    try:
        # By a connection of its own: SQLite copies none that is about to write.
        with (
            contextlib.closing(sqlite3.connect(path)) as source,
            contextlib.closing(sqlite3.connect(half)) as copy,
        ):
            source.backup(copy)
        with half.open("rb+") as written:
            os.fsync(written.fileno())
        half.rename(place)
    finally:
        half.unlink(missing_ok=True)


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))
