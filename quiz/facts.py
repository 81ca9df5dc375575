"""Fact entries become Facts: a kind's fields read, sources found, time made sense of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.endings import check_questions, read_retired
from quiz.errors import Problems, choose, did_you_mean
from quiz.fields import DateField, Scope, Spec, YearField, read, read_date
from quiz.kinds import RESERVED, Kind
from quiz.model import Fact, Source, Text
from quiz.questions import read_need, variable
from quiz.reader import Mapping, Node, Scalar, Sequence
from quiz.shape import (
    fail,
    items,
    read_ref,
    read_slug,
    read_tag,
    read_text,
    required,
    scalar,
)

if TYPE_CHECKING:
    from quiz.values import Value


@dataclass(frozen=True, slots=True)
class Home:
    """What every fact of a deck file shares; `broken` are kinds that could not be read.

    `first` is the id the deck was first published under.
    """

    deck: str
    first: str
    kinds: dict[str, Kind]
    broken: frozenset[str]
    sources: dict[str, Source]
    scope: Scope
    topic: Text | None
    tags: tuple[str, ...]


def read_facts(
    node: Node, home: Home, problems: Problems
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Read a deck's `facts`: single ones and tables of rows.

    Give them and, as `deck/fact`, those that are there but could not be read.
    """
    if not isinstance(node, Sequence):
        fix = "begin each fact with '- id: …'"
        problems.add(node.at, "wrong-type", "'facts' is not a list", fix)
        return (), ()
    entries: list[Mapping] = []
    unread = []
    for item in node.items:
        if not isinstance(item, Mapping):
            fix = "write it as '- id: …' and its fields below"
            problems.add(item.at, "wrong-type", "this fact is not a mapping", fix)
        elif item.get("columns") or item.get("rows"):
            rows = problems.attempt(_rows, item, home)
            entries += rows or []
            unread += [f"{home.deck}/*"] if rows is None else []
        else:
            entries.append(item)
    facts: dict[str, Fact] = {}
    for entry in entries:
        fact = problems.attempt(_fact, entry, home)
        if fact is None:
            names = (entry.get("id"), *items(entry.get("formerly")))
            unread += [
                f"{home.deck}/{name.text if isinstance(name, Scalar) else ''}"
                for name in names
            ]
            continue
        for identity in (fact.id, *fact.formerly):
            if identity in facts:
                what = f"the id '{identity}' stands twice in this deck"
                fix = f"give one another id; the first is on line {facts[identity].at.line}"
                problems.add(fact.at, "duplicate-id", what, fix)
            facts.setdefault(identity, fact)
    return tuple(dict.fromkeys(facts.values())), tuple(unread)


def _rows(table: Mapping, home: Home) -> list[Mapping]:
    columns = required(table, "columns", "a table of facts")
    rows = required(table, "rows", "a table of facts")
    names = [Scalar(scalar(item, "a field"), item.at) for item in items(columns)]
    shared = [entry for entry in table if entry[0].text not in ("columns", "rows")]
    _check_columns(names, shared, home.kinds)
    problems = Problems()
    made = []
    for row in items(rows):
        cells = items(row)
        if len(cells) != len(names):
            what = f"this row has {len(cells)} values for {len(names)} columns"
            fix = "give each column a value; an empty one is ''"
            problems.add(row.at, "row-length", what, fix)
            continue
        filled = [
            (name, cell)
            for name, cell in zip(names, cells, strict=True)
            if not (isinstance(cell, Scalar) and not cell.text)
        ]
        made.append(Mapping((*shared, *filled), row.at))
    problems.check()
    return made


def _check_columns(
    names: list[Scalar], shared: list[tuple[Scalar, Node]], kinds: dict[str, Kind]
) -> None:
    """Report a heading that stands twice or that the table's kind does not have, once."""
    problems = Problems()
    given = {key.text: value for key, value in shared}
    kind = given.get("kind")
    known = isinstance(kind, Scalar) and kind.text in kinds
    for name in names:
        if name.text in given:
            what = f"'{name.text}' is given twice, among the columns or above them"
            problems.add(name.at, "duplicate-key", what, "keep one of them")
        elif isinstance(kind, Scalar) and known and name.text not in RESERVED:
            problems.attempt(_spec, name, kinds[kind.text].fields, kind.text)
        given[name.text] = name
    problems.check()


def _fact(entry: Mapping, home: Home) -> Fact | None:
    """Read a fact; None if its kind is broken, which is reported where the kind is."""
    problems = Problems()
    ident = problems.attempt(
        lambda: read_slug(required(entry, "id", "a fact"), "a fact")
    )
    kind = problems.attempt(_kind, entry, home)
    values = _values(entry, kind, home.scope, problems) if kind else {}
    sources = problems.attempt(_sources, entry, home.sources)
    topic, note, hint = (
        problems.attempt(read_text, node, home.scope.language) if node else None
        for node in map(entry.get, ("topic", "note", "hint"))
    )
    checked = entry.get("checked")
    day = problems.attempt(read_date, checked) if checked else None
    tags = problems.attempt(
        lambda: tuple(read_tag(item) for item in items(entry.get("tags")))
    )
    formerly = problems.attempt(
        lambda: tuple(read_ref(item) for item in items(entry.get("formerly")))
    )
    need = problems.attempt(read_need, entry.get("need"))
    retired = problems.attempt(read_retired, entry.get("retired"), home.deck)
    if retired and kind:
        asked = [question.id for question in kind.questions]
        problems.attempt(check_questions, retired, kind.name, asked)
    problems.check()
    if kind is None:
        return None
    return Fact(
        ident or "",
        home.deck,
        kind.name,
        values,
        sources or (),
        (entry.get("id") or entry).at,
        topic or home.topic,
        tuple(dict.fromkeys((*home.tags, *(tags or ())))),
        note,
        day,
        formerly or (),
        need,
        retired,
        home.first,
        hint,
    )


def _kind(entry: Mapping, home: Home) -> Kind | None:
    node = required(entry, "kind", "a fact")
    name = scalar(node, "a kind")
    if name in home.broken:
        return None
    if name not in home.kinds:
        fix = choose(name, home.kinds)
        fail(node.at, "unknown-kind", f"there is no kind '{name}'", fix)
    return home.kinds[name]


def _sources(entry: Mapping, known: dict[str, Source]) -> tuple[Source, ...]:
    node = entry.get("source")
    if node is None:
        what = "this fact cites no source"
        fix = "add 'source: …' with the id of one of the deck's sources"
        fail((entry.get("id") or entry).at, "missing-source", what, fix)
    found = []
    for item in items(node):
        name = scalar(item, "a source")
        if name not in known:
            what = f"there is no source '{name}' in this deck"
            fail(item.at, "unknown-source", what, choose(name, known))
        found.append(known[name])
    if not found:
        fail(node.at, "missing-source", "this fact cites no source", "name one")
    return tuple(found)


def _values(
    entry: Mapping, kind: Kind, scope: Scope, problems: Problems
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    at = (entry.get("id") or entry).at
    for key, node in entry:
        if key.text in RESERVED:
            continue
        spec = problems.attempt(_spec, key, kind.fields, kind.name)
        value = problems.attempt(read, node, spec, scope) if spec else None
        if value is not None:
            values[variable(key.text)] = value
    for spec in kind.fields.values():
        if not spec.optional and entry.get(spec.name) is None:
            what = f"this {kind.name} has no '{spec.name}'"
            problems.add(at, "missing-field", what, f"add a line '{spec.name}: …'")
    _check_order(values, problems)
    if not problems and not any(q.uses <= values.keys() for q in kind.questions):
        what = f"no question of kind '{kind.name}' can use this fact"
        fix = "fill in more of its fields, or choose another kind"
        problems.add(at, "unused-fact", what, fix)
    return values


def _spec(key: Scalar, fields: dict[str, Spec], kind: str) -> Spec:
    spec = fields.get(variable(key.text))
    if spec is None or spec.name != key.text:
        known = [field.name for field in fields.values()]
        likely = did_you_mean(key.text, (*known, *RESERVED))
        fix = f"did you mean '{likely}'?" if likely else choose(key.text, known)
        what = f"kind '{kind}' has no field '{key.text}'"
        fail(key.at, "unknown-field", what, fix)
    return spec


def _check_order(values: dict[str, Value], problems: Problems) -> None:
    start, end = values.get("from"), values.get("until")
    dated = (DateField, YearField)
    if not (isinstance(start, dated) and isinstance(end, dated)):
        return
    if end.date.last < start.date.first:
        what = f"it ends ({end.date}) before it begins ({start.date})"
        fix = "correct 'from' or 'until'"
        problems.add(end.at, "until-before-from", what, fix)
