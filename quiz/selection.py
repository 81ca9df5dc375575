"""What a deck selects from others: by id, tag, topic, kind or question, in a stated order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from quiz.errors import Problems, choose
from quiz.fields import DateField, IntervalField, YearField
from quiz.reader import Mapping, Node
from quiz.shape import choice, fail, items, known_keys, scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.kinds import Kind
    from quiz.model import Fact

# Facts chosen so far, in order; None stands for every question.
Picks: TypeAlias = "dict[Fact, frozenset[str] | None]"

_KEYS = ("deck", "fact", "tag", "topic", "kind", "question", "sort")


def select(
    node: Node, facts: dict[str, Fact], kinds: dict[str, Kind], picks: Picks
) -> None:
    """Add to `picks` what one line of `select:` names; raises QuizError if that is nothing."""
    if isinstance(node, Mapping):
        _by_properties(node, facts, kinds, picks)
    else:
        _by_id(node, facts, kinds, picks)


def _add(picks: Picks, fact: Fact, wanted: frozenset[str] | None) -> None:
    already = picks.get(fact, frozenset())
    picks[fact] = None if wanted is None or already is None else already | wanted


def _by_id(
    node: Node, facts: dict[str, Fact], kinds: dict[str, Kind], picks: Picks
) -> None:
    deck, _, rest = scalar(node, "deck/fact or deck/fact/question").partition("/")
    name, _, question = rest.partition("/")
    fact = facts.get(f"{deck}/{name}")
    if fact is None:
        near = [ref for ref in facts if ref.startswith(f"{deck}/")]
        fix = choose(f"{deck}/{name}", near)
        fail(node.at, "unknown-fact", f"there is no fact '{deck}/{name}'", fix)
    known = [known.id for known in kinds[fact.kind].questions]
    if question and question not in known:
        what = f"kind '{fact.kind}' has no question '{question}'"
        fail(node.at, "unknown-question", what, choose(question, known))
    _add(picks, fact, frozenset({question}) if question else None)


def _by_properties(
    node: Mapping, facts: dict[str, Fact], kinds: dict[str, Kind], picks: Picks
) -> None:
    problems = Problems()
    known_keys(node, _KEYS, "a selection", problems)
    problems.check()
    wanted = {
        key: {scalar(item, "a name") for item in items(node.get(key))}
        for key in _KEYS
        if key != "sort"
    }
    sort = node.get("sort")
    order = choice(sort, _ORDERS, "order") if sort else "home"
    chosen = [fact for fact in dict.fromkeys(facts.values()) if _fits(fact, wanted)]
    questions = frozenset(wanted["question"])
    found = False
    for fact in sorted(chosen, key=_ORDERS[order]):
        offered = {question.id for question in kinds[fact.kind].questions}
        if not questions or questions & offered:
            _add(picks, fact, (questions & offered) or None)
            found = True
    if not found:
        fix = "check the names of the deck, tag, topic, kind and question"
        fail(node.at, "empty-selection", "no fact fits this selection", fix)


def _fits(fact: Fact, wanted: dict[str, set[str]]) -> bool:
    topics = fact.topic.languages.values() if fact.topic else ()
    has: dict[str, set[str]] = {
        "deck": {fact.deck},
        "fact": {fact.id},
        "kind": {fact.kind},
        "tag": set(fact.tags),
        "topic": set(topics),
    }
    return all(not wanted[key] or wanted[key] & has[key] for key in has)


def _by_time(fact: Fact) -> tuple[int, str]:
    for name in ("when", "from", "until"):
        value = fact.values.get(name)
        if isinstance(value, (DateField, YearField)):
            return (value.date.first.toordinal(), fact.ref)
        if isinstance(value, IntervalField):
            start = value.interval.start
            return (start.first.toordinal() if start else 0, fact.ref)
    return (0, fact.ref)


_ORDERS: dict[str, Callable[[Fact], Any]] = {
    "home": lambda _: 0,
    "id": lambda fact: fact.ref,
    "when": _by_time,
}
