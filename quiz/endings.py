"""How a fact or a question ends: `retired: {on, why, instead, questions}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.errors import Problems, choose
from quiz.fields import read_date
from quiz.model import Retired
from quiz.reader import Mapping
from quiz.shape import (
    fail,
    items,
    known_keys,
    read_ref,
    read_slug,
    required,
    scalar,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.model import Fact
    from quiz.reader import Node

_KEYS = ("on", "why")


def read_retired(node: Node | None, deck: str = "") -> Retired | None:
    """Read an end; of a fact in a deck it may name its questions, and another fact."""
    if node is None:
        return None
    if not isinstance(node, Mapping):
        fix = "write it like {on: 2026-12-01, why: it is no longer true}"
        fail(node.at, "wrong-type", "this says neither when nor why", fix)
    problems = Problems()
    keys = (*_KEYS, "instead", "questions") if deck else _KEYS
    known_keys(node, keys, "a retirement", problems)
    on = problems.attempt(lambda: read_date(required(node, "on", "a retirement")))
    why = problems.attempt(
        lambda: scalar(required(node, "why", "a retirement"), "a reason")
    )
    other = node.get("instead")
    instead = (problems.attempt(read_ref, other) if other else None) or ""
    if instead and "/" not in instead:
        instead = f"{deck}/{instead}"
    questions = problems.attempt(
        lambda: tuple(
            read_slug(each, "a question") for each in items(node.get("questions"))
        )
    )
    problems.check()
    assert on  # noqa: S101 - else the check above has raised
    at = (other or node).at
    return Retired(on, why or "", instead, questions or (), at)


def check_questions(end: Retired, kind: str, known: Sequence[str]) -> None:
    """Raise for an end of questions that the fact's kind does not have."""
    for name in end.questions:
        if name not in known:
            what = f"kind '{kind}' has no question '{name}'"
            fail(end.at, "unknown-question", what, choose(name, known))


def check_instead(facts: dict[str, Fact], problems: Problems) -> None:
    """Report each end that sends to a fact that is not there, or to its own."""
    for fact in dict.fromkeys(facts.values()):
        end = fact.retired
        if end is None or not end.instead:
            continue
        if end.instead not in facts:
            what = f"there is no fact '{end.instead}'"
            near = [name for name in facts if name.startswith(f"{fact.deck}/")]
            problems.add(end.at, "unknown-fact", what, choose(end.instead, near))
        elif facts[end.instead] is fact:
            what = "this fact is to be asked instead of itself"
            fix = "name another fact, or leave 'instead' out"
            problems.add(end.at, "unknown-fact", what, fix)
