"""A deck file as read: its facts, and what it selects from others not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz import language
from quiz.errors import Problems
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read
from quiz.model import HALVES, TOGETHER
from quiz.reader import Mapping
from quiz.shape import (
    choice,
    fail,
    items,
    known_keys,
    read_slug,
    read_tag,
    read_text,
    required,
    scalar,
)
from quiz.sources import read_sources

if TYPE_CHECKING:
    from quiz.errors import Location
    from quiz.kinds import Kind
    from quiz.model import Fact, Names, Text
    from quiz.reader import Node

_KEYS = (
    *("deck", "title", "about", "language", "updated", "topic", "tags"),
    *("sources", "facts", "select", "formerly", "license", "anki"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A deck before its selections are resolved."""

    id: str
    title: Text
    language: str
    facts: tuple[Fact, ...]
    selects: tuple[Node, ...]
    at: Location
    about: Text | None
    updated: Node | None
    unread: tuple[str, ...]
    formerly: tuple[str, ...]
    license: str
    halves: str


def read_sheet(
    root: Mapping,
    kinds: dict[str, Kind],
    broken: frozenset[str],
    names: Names,
    problems: Problems,
) -> Sheet | None:
    """Read a deck file; None if it has no identity, and every problem in it noted."""
    known_keys(root, _KEYS, "a deck", problems)
    ident = problems.attempt(
        lambda: read_slug(required(root, "deck", "a deck"), "a deck")
    )
    code = problems.attempt(_language, root.get("language")) or "en"
    title = problems.attempt(lambda: read_text(required(root, "title", "a deck"), code))
    about, topic = (
        problems.attempt(read_text, node, code) if node else None
        for node in (root.get("about"), root.get("topic"))
    )
    tags = [problems.attempt(read_tag, tag) for tag in items(root.get("tags"))]
    formerly = [
        name
        for node in items(root.get("formerly"))
        if (name := problems.attempt(read_slug, node, "a deck"))
    ]
    node = root.get("license")
    terms = problems.attempt(scalar, node, "a licence") if node else ""
    node = root.get("anki")
    halves = problems.attempt(_halves, node) if node else ""
    sources = read_sources(root.get("sources"), problems)
    if root.get("facts") is None and root.get("select") is None:
        what = "this deck has no facts and selects none"
        fix = "add 'facts:' or 'select:'"
        problems.add(root.at, "empty-deck", what, fix)
    node = root.get("facts")
    facts: tuple[Fact, ...] = ()
    unread: tuple[str, ...] = ()
    if node is not None and ident:
        home = Home(
            ident,
            (*formerly, ident)[0],
            kinds,
            broken,
            sources,
            Scope(names, code, read),
            topic,
            tuple(tag for tag in tags if tag),
        )
        before = len(problems)
        facts, unread = read_facts(node, home, problems)
        silent = before == len(problems) and not unread
        if not facts and root.get("select") is None and silent:
            fix = "add a fact, or select some from other decks"
            problems.add(node.at, "empty-deck", "this deck has no facts", fix)
    if ident is None or title is None:
        return None
    at = (root.get("deck") or root).at
    return Sheet(
        ident,
        title,
        code,
        facts,
        items(root.get("select")),
        at,
        about,
        root.get("updated"),
        unread,
        tuple(formerly),
        terms or "",
        halves or TOGETHER,
    )


def _halves(node: Node) -> str:
    """Read which questions Anki gets where a kind asks the parts of a key together and apart."""
    if not isinstance(node, Mapping):
        fail(node.at, "wrong-type", "'anki' is a mapping", "write {halves: apart}")
    problems = Problems()
    known_keys(node, ("halves",), "'anki'", problems)
    wanted = problems.attempt(required, node, "halves", "'anki'")
    found = problems.attempt(choice, wanted, HALVES, "form") if wanted else None
    problems.check()
    return found or TOGETHER


def _language(node: Node | None) -> str | None:
    if node is None:
        return None
    code = scalar(node, "a language code")
    if not language.is_known(code):
        what = f"'{code}' is not a language code"
        fail(node.at, "unknown-language", what, "use one such as en, es or pt-BR")
    return code
