"""Facts become items, as of a day and in a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.ask import Draft, ask
from quiz.distractors import Pool
from quiz.errors import Problems
from quiz.likeness import identical
from quiz.phases import NotAskedError, NotYetError

if TYPE_CHECKING:
    from datetime import date

    from quiz.decks import Library
    from quiz.keys import Key
    from quiz.model import Deck, Fact, Item


@dataclass(frozen=True, slots=True)
class Withheld:
    """A question of a fact that is not asked, and why; `timely` if another day it is."""

    id: str
    fact: Fact
    reason: str
    timely: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Every item of a library on a day in a language, by id, and what was withheld."""

    items: dict[str, Item]
    withheld: dict[str, Withheld]

    def of(self, deck: Deck) -> tuple[Item, ...]:
        """Give a deck's items, in its order."""
        by_fact: dict[str, list[Item]] = {}
        for item in self.items.values():
            by_fact.setdefault(f"{item.deck}/{item.fact}", []).append(item)
        chosen = (
            item
            for fact, question in deck.picks
            for item in by_fact.get(fact.ref, ())
            if question in (None, item.question)
        )
        return tuple({item.id: item for item in chosen}.values())


def generate(library: Library, as_of: date, language: str | None = None) -> Catalogue:
    """Make every item of a library as of a day, each deck's in its own language.

    With `language`, only items that exist in it. Raises QuizError where two facts give
    one stem different keys, or a question wants more answers than there are.
    """
    problems = Problems()
    withheld: dict[str, Withheld] = {}
    made: list[tuple[Draft, Item]] = []
    for fact in dict.fromkeys(library.facts.values()):
        home = library.decks[fact.deck].language
        code = language or home
        kind = library.kinds[fact.deck, fact.kind]
        for question in kind.questions:
            ident = f"{fact.ref}/{question.id}" + (f"/{code}" if code != home else "")
            try:
                made.append(ask(ident, fact, kind, question, as_of, code, problems))
            except NotAskedError as refusal:
                timely = isinstance(refusal, NotYetError)
                withheld[ident] = Withheld(ident, fact, str(refusal), timely)
    made = _only_clear(made, withheld, problems)
    problems.check()
    by_language: dict[str, list[Draft]] = {}
    for draft, item in made:
        by_language.setdefault(item.language, []).append(draft)
    pools = {
        code: Pool(drafts, library.names, code) for code, drafts in by_language.items()
    }
    items = {}
    for draft, item in made:
        options = pools[item.language].choose(draft)
        items[item.id] = replace(
            item,
            distractors=options.distractors,
            beside=options.beside,
            no_options=options.reason,
        )
    return Catalogue(items, withheld)


def _only_clear(
    made: list[tuple[Draft, Item]], withheld: dict[str, Withheld], problems: Problems
) -> list[tuple[Draft, Item]]:
    """Drop what is to be unique and is not; report stems that have two keys."""
    by_stem: dict[tuple[str, str], list[tuple[Draft, Item]]] = {}
    for draft, item in made:
        by_stem.setdefault((item.language, identical(item.stem)), []).append(
            (draft, item)
        )
    clear = []
    for group in by_stem.values():
        if len({_rights(item.key) for _, item in group}) == 1:
            clear += group
        elif all(draft.question.unique for draft, _ in group):
            for draft, item in group:
                reason = "another fact gives the same question another answer"
                withheld[item.id] = Withheld(item.id, draft.fact, reason)
        else:
            # Two decks may differ, and `check` says so; within one deck it is an error.
            homes: dict[str, Item] = {}
            for _, item in group:
                first = homes.setdefault(item.deck, item)
                if _rights(first.key) != _rights(item.key):
                    what = f"'{item.stem}' has another answer in {first.at.file}:{first.at.line}"
                    fix = "say more in one of the two, or mark the question 'unique: true'"
                    problems.add(item.at, "same-stem", what, fix)
            clear += group
    order = {item.id: place for place, (_, item) in enumerate(made)}
    return sorted(clear, key=lambda pair: order[pair[1].id])


def _rights(key: Key) -> frozenset[str] | tuple[str, ...]:
    texts = tuple(identical(answer.text) for answer in key.answers)
    return texts if key.ordered else frozenset(texts)
