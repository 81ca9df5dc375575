"""Source entries become Sources: the publications a deck's facts rest on."""

from __future__ import annotations

from quiz.errors import Problems
from quiz.fields import read_date
from quiz.model import Source
from quiz.reader import Mapping, Node
from quiz.shape import fail, known_keys, required, scalar

_KEYS = ("title", "publisher", "date", "url", "opened")


def read_sources(node: Node | None, problems: Problems) -> dict[str, Source]:
    """Read a deck's `sources`: publications by the id that facts cite."""
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        fix = "write them as 'id: {title: …, publisher: …}'"
        problems.add(node.at, "wrong-type", "'sources' is not a mapping", fix)
        return {}
    found = {
        key.text: problems.attempt(_source, key.text, value) for key, value in node
    }
    # A broken source is reported once, at its own place, not at each fact that cites it.
    return {name: source or Source(name, "") for name, source in found.items()}


def _source(name: str, node: Node) -> Source:
    if not isinstance(node, Mapping):
        fix = "write it as {title: …, publisher: …, date: …, url: …}"
        fail(node.at, "wrong-type", "a source is a mapping", fix)
    problems = Problems()
    known_keys(node, _KEYS, "a source", problems)
    problems.check()
    publisher = scalar(required(node, "publisher", "a source"), "a publisher")
    title, url, date, opened = (
        node.get(key) for key in ("title", "url", "date", "opened")
    )
    address = scalar(url, "an address") if url else ""
    if url and not address.startswith(("https://", "http://")):
        what = f"'{address}' is not a web address"
        fail(url.at, "bad-url", what, "begin it with https://, or leave it out")
    return Source(
        name,
        publisher,
        scalar(title, "a title") if title else "",
        read_date(date) if date else None,
        address,
        read_date(opened) if opened else None,
    )
