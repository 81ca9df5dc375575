"""How items, facts and problems read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.errors import COMMAND, Problem, QuizError, choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.decks import Library
    from quiz.generate import Catalogue, Withheld
    from quiz.keys import Key
    from quiz.model import Deck, Item, Source


def answers(key: Key) -> str:
    """Say a key in a line: its parts, or how many of its answers are wanted."""
    texts = [answer.text for answer in key.answers]
    if key.ordered:
        return "; ".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
    if len(key.parts) > 1 or key.need == len(texts):
        return "; ".join(texts)
    wanted = "one" if key.need == 1 else str(key.need)
    return f"{wanted} of: {'; '.join(texts)}"


def line(item: Item) -> str:
    """Say an item in a line: id, stem and key, parted by tabs."""
    return f"{item.id}\t{item.stem}\t{answers(item.key)}"


def everything(name: str, library: Library, made: Catalogue) -> str:
    """Show an item, a fact or a deck by id; raises QuizError if there is none."""
    if name in library.decks:
        return "\n".join([*_deck(library.decks[name], made), ""])
    if name in made.items:
        return "\n".join([*_item(made.items[name]), ""])
    parts = name.split("/")
    fact = library.facts.get("/".join(parts[:2]))
    ref = fact.ref if fact else name
    items = [i for i in made.items.values() if f"{i.deck}/{i.fact}" == ref]
    withheld = [w for w in made.withheld.values() if w.fact.ref == ref]
    if len(parts) > 2:  # noqa: PLR2004 - deck/fact/question
        items = [item for item in items if item.question == parts[2]]
        withheld = [w for w in withheld if w.id.split("/")[2] == parts[2]]
    if not items and not withheld:
        known = (library.decks, library.facts, made.items)[min(len(parts), 3) - 1]
        what = f"there is no item, fact or deck '{name}'"
        near = [each for each in known if each.split("/")[0] == parts[0]]
        fix = choose(name, near or library.decks)
        raise QuizError(Problem(COMMAND, "unknown-id", what, fix))
    shown = [text for item in items for text in (*_item(item), "")]
    shown += list(_held(withheld))
    return "\n".join(shown).rstrip("\n") + "\n"


def _deck(deck: Deck, made: Catalogue) -> Iterator[str]:
    yield f"{deck.id}: {next(iter(deck.title.languages.values()))}"
    for item in made.of(deck):
        yield f"  {item.id}"
        yield f"    {item.stem}"
    wanted = {(fact.ref, question) for fact, question in deck.picks}
    yield from _held(
        held
        for held in made.withheld.values()
        if {(held.fact.ref, None), (held.fact.ref, held.id.split("/")[2])} & wanted
    )


def _held(withheld: Iterable[Withheld]) -> Iterator[str]:
    for held in withheld:
        yield held.id
        yield f"  not asked: {held.reason}"


def _item(item: Item) -> Iterator[str]:
    yield item.id
    yield f"  question  {item.stem}"
    for place, answer in enumerate(item.key.answers, 1):
        label = answer.name if len(item.key.parts) > 1 else "answer"
        label = f"{place}." if item.key.ordered else label
        also = f" (also: {'; '.join(answer.accept)})" if answer.accept else ""
        yield f"  {label:8}  {answer.text}{also}"
    if item.key.need != len(item.key.answers):
        yield f"  wanted    {item.key.need} of {len(item.key.answers)}"
    if item.distractors:
        yield f"  options   {'; '.join(a.text for a in item.distractors)}"
    else:
        yield f"  options   not offered as multiple choice: {item.no_options}"
    barred = item.no_hint and f"not shown: {item.no_hint}"
    for label, text in (
        ("says", item.says),
        ("hint", item.hint or barred),
        ("note", item.note),
    ):
        if text:
            yield f"  {label:8}  {text}"
    for source in item.sources:
        yield f"  source    {cite(source)}"
    yield f"  as of     {item.as_of} ({item.phase})"
    if item.stale:
        yield f"  checked   {item.stale}, which is too long ago"
    if item.tags:
        yield f"  tags      {', '.join(item.tags)}"
    yield f"  written   {item.at}"


def cite(source: Source) -> str:
    """Say a source in a line."""
    day = str(source.date) if source.date else ""
    parts = (source.title, source.publisher, day, source.url)
    return ", ".join(part for part in parts if part)


def as_dict(problem: Problem) -> dict[str, Any]:
    """Give a problem as an object for JSON."""
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": problem.severity,
        "code": problem.code,
        "what": problem.what,
        "fix": problem.fix,
    }


def annotation(problem: Problem) -> str:
    """Give a problem as a GitHub workflow command, which marks the line in a review.

    The form and its escapes are those of GitHub's "Workflow commands" page.
    """
    level = "error" if problem.severity == "error" else "warning"
    at = problem.location
    properties = {
        "file": at.file,
        "line": at.line,
        "col": at.column,
        "title": problem.code,
    }
    listed = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    return f"::{level} {listed}::{_escaped(f'{problem.what} ({problem.fix})')}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def counted(number: int, noun: str) -> str:
    """Say how many there are of something."""
    return f"{number} {noun}{'s'[: number != 1]}"
