"""What a deck selects from others: by id, tag, topic, kind or question, in a stated order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from quiz.errors import Problems, choose, did_you_mean
from quiz.fields import DateField, IntervalField, YearField
from quiz.reader import Mapping, Node
from quiz.shape import choice, fail, items, known_keys, scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.kinds import Kind
    from quiz.model import Fact

# Facts and questions chosen so far, in order; None stands for every question of a fact.
Picks: TypeAlias = "dict[tuple[Fact, str | None], None]"

_KEYS = ("deck", "fact", "tag", "topic", "kind", "question")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to choose from: facts by `deck/fact`, kinds by deck and name.

    `unread` names, as `deck/fact`, what could not be read; `gaps` says that whole decks
    could not. Selecting those is no second problem.
    """

    facts: dict[str, Fact]
    kinds: dict[tuple[str, str], Kind]
    unread: frozenset[str] = frozenset()
    gaps: bool = False

    def values(self) -> dict[str, set[str]]:
        """Give every value that each key of a selection can have."""
        facts = self.facts.values()
        return {
            "deck": {fact.deck for fact in facts},
            "fact": {ref.partition("/")[2] for ref in self.facts},
            "tag": {tag for fact in facts for tag in fact.tags},
            "topic": {topic for fact in facts for topic in _topics(fact)},
            "kind": {name for _, name in self.kinds},
            "question": {q.id for kind in self.kinds.values() for q in kind.questions},
        }


def select(node: Node, shelf: Shelf, picks: Picks) -> None:
    """Add to `picks` what one line of `select:` names; raises QuizError if that is nothing."""
    if isinstance(node, Mapping):
        _by_properties(node, shelf, picks)
    else:
        _by_id(node, shelf, picks)


def _by_id(node: Node, shelf: Shelf, picks: Picks) -> None:
    deck, _, rest = scalar(node, "deck/fact or deck/fact/question").partition("/")
    name, _, question = rest.partition("/")
    if {f"{deck}/{name}", f"{deck}/*"} & shelf.unread:
        return
    fact = shelf.facts.get(f"{deck}/{name}")
    if fact is None:
        homes = shelf.values()["deck"]
        if deck not in homes and shelf.gaps:
            return
        if deck not in homes:
            fix = choose(deck, homes)
            fail(node.at, "unknown-deck", f"there is no deck '{deck}' with facts", fix)
        if not name:
            fix = f"write {{deck: {deck}}} for the whole deck, or {deck}/… for a fact"
            fail(node.at, "unknown-fact", "this names a deck and no fact", fix)
        here = {
            ref.partition("/")[2] for ref in shelf.facts if ref.startswith(f"{deck}/")
        }
        likely = did_you_mean(name, here)
        fix = f"did you mean '{deck}/{likely}'?" if likely else choose(name, here)
        fail(node.at, "unknown-fact", f"there is no fact '{deck}/{name}'", fix)
    known = [known.id for known in shelf.kinds[fact.deck, fact.kind].questions]
    if question and question not in known:
        what = f"kind '{fact.kind}' has no question '{question}'"
        fail(node.at, "unknown-question", what, choose(question, known))
    picks[fact, question or None] = None


def _by_properties(node: Mapping, shelf: Shelf, picks: Picks) -> None:
    problems = Problems()
    known_keys(node, (*_KEYS, "sort"), "a selection", problems)
    known = shelf.values()
    wanted: dict[str, set[str]] = {key: set() for key in _KEYS}
    for key in _KEYS:
        for item in items(node.get(key)):
            # What could not be read may be what is meant.
            sure = not (shelf.unread or shelf.gaps)
            names = known[key] if sure else known[key] | {_text(item)}
            value = problems.attempt(choice, item, names, key)
            wanted[key] |= {value} if value else set()
    sort = node.get("sort")
    order = problems.attempt(choice, sort, _ORDERS, "order") if sort else "home"
    problems.check()
    if not any(wanted.values()):
        fix = "say which, by deck, fact, tag, topic, kind or question"
        fail(node.at, "empty-selection", "this selection names nothing", fix)
    chosen = [f for f in dict.fromkeys(shelf.facts.values()) if _fits(f, wanted)]
    place = _ORDERS[order or "home"]
    found: Picks = {}
    for fact in sorted(chosen, key=lambda f: place(f, shelf.kinds[f.deck, f.kind])):
        for question in shelf.kinds[fact.deck, fact.kind].questions:
            if not wanted["question"]:
                found[fact, None] = None
            elif question.id in wanted["question"]:
                found[fact, question.id] = None
    if found.keys() <= picks.keys() and not (shelf.unread or shelf.gaps):
        what = "no fact fits this selection"
        fix = "check the names of the deck, tag, topic, kind and question"
        if found:
            what, fix = "all of this is in the deck already", "take this line out"
        fail(node.at, "empty-selection", what, fix)
    picks |= found


def _text(node: Node) -> str:
    return scalar(node, "a name")


def _topics(fact: Fact) -> tuple[str, ...]:
    return tuple(fact.topic.languages.values()) if fact.topic else ()


def _fits(fact: Fact, wanted: dict[str, set[str]]) -> bool:
    has: dict[str, set[str]] = {
        "deck": {fact.deck},
        "fact": {fact.id, *fact.formerly},
        "kind": {fact.kind},
        "tag": set(fact.tags),
        "topic": set(_topics(fact)),
    }
    return all(not wanted[key] or wanted[key] & has[key] for key in has)


def _by_time(fact: Fact, kind: Kind) -> tuple[int, str]:
    for name in (kind.time, "from", "until"):
        value = fact.values.get(name)
        if isinstance(value, (DateField, YearField)):
            return (value.date.first.toordinal(), fact.ref)
        if isinstance(value, IntervalField):
            start = value.interval.start
            return (start.first.toordinal() if start else 0, fact.ref)
    return (0, fact.ref)


_ORDERS: dict[str, Callable[[Fact, Kind], Any]] = {
    "home": lambda *_: 0,
    "id": lambda fact, _: fact.ref,
    "when": _by_time,
}
