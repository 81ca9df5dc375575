"""The file itself: an SQLite collection in a zip, the same bytes for the same notes."""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from typing import TYPE_CHECKING, Any

import genanki

if TYPE_CHECKING:
    from collections.abc import Sequence

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip member can be dated
_SQLITE_VERSION = slice(96, 100)  # header bytes that name the writing library
_DAY = 86_400
# Frozen: a preset is known by its id.
_PRESET_ID = 1763990200001
# For those who import it: a few new cards a day in teaching order, siblings on other days.
_PRESET: dict[str, Any] = {
    "id": _PRESET_ID,
    "name": "Civics",
    "new": {"perDay": 10, "order": 1, "bury": True, "delays": [1, 10]},
    "rev": {"perDay": 200, "bury": True},
    "lapse": {"delays": [10], "leechFails": 8, "leechAction": 1, "minInt": 1},
    "buryInterdayLearning": True,
    "desiredRetention": 0.9,
}


def pack(
    decks: Sequence[genanki.Deck], second: float, *, preset: bool = False
) -> bytes:
    """Pack decks; `second` is the UTC second from which new notes count their ids."""
    first = int(max(second, _DAY) * 1000) + decks[0].deck_id % (_DAY * 1000)
    database = sqlite3.connect(":memory:")
    try:
        cursor = database.cursor()
        genanki.Package(list(decks)).write_to_db(cursor, second, itertools.count(first))
        if preset:
            _give_preset(cursor)
        database.commit()
        data = bytearray(database.serialize())
    finally:
        database.close()
    data[_SQLITE_VERSION] = bytes(4)
    return _zip({"collection.anki2": bytes(data), "media": json.dumps({}).encode()})


def _give_preset(cursor: sqlite3.Cursor) -> None:
    """Add our deck options and let every deck but Anki's own use them."""
    ((options, decks),) = cursor.execute("select dconf, decks from col").fetchall()
    presets, known = json.loads(options), json.loads(decks)
    presets[str(_PRESET_ID)] = _over(presets["1"], _PRESET)
    for ident, deck in known.items():
        if ident != "1":
            deck["conf"] = _PRESET_ID
    cursor.execute(
        "update col set dconf = ?, decks = ?", (json.dumps(presets), json.dumps(known))
    )


def _over(given: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Lay our values over those given, at each depth."""
    inner = {
        key: _over(given[key], value)
        for key, value in ours.items()
        if isinstance(value, dict) and key in given
    }
    return {**given, **ours, **inner}


def _zip(members: dict[str, bytes]) -> bytes:
    """Zip members so that the same content gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            package.writestr(info, data)
    return stream.getvalue()
