"""The verbs of paper: make the versions of a form, make them again, and set them on pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz import api
from quiz.assemble import title
from quiz.chance import chance
from quiz.difficulty import difficulty
from quiz.errors import COMMAND, Problem, Problems, QuizError
from quiz.exam import codes
from quiz.exam.blueprints import shared
from quiz.exam.codes import Recipe
from quiz.exam.filling import fill
from quiz.exam.versions import LETTERS, versions
from quiz.papers import Head, Paper
from quiz.press import combined, keys, marks, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.api import Collection
    from quiz.exam.blueprints import Blueprint
    from quiz.generate import Catalogue
    from quiz.model import Deck, Form
    from quiz.papers import Layout, Section
    from quiz.press.looks import Look

NUMBER = 20  # questions, if there are as many, where no number is asked for
KEYS = ("separate", "after", "none")
_SIGNED = "\ufeff"  # by which spreadsheets know UTF-8


@dataclass(frozen=True, slots=True)
class Order:
    """What papers are to be: how many questions of which types, or a blueprint; and versions.

    `number` is 0 for NUMBER or as many as there are.
    """

    seed: int
    number: int = 0
    types: tuple[str, ...] = ("mc", "open")
    blueprint: Blueprint | None = None
    versions: int = 1

    @property
    def parts(self) -> Blueprint:
        """Its blueprint, or one that shares its number among its types."""
        if self.blueprint:
            return self.blueprint
        return shared(self.number or NUMBER, self.types, strict=bool(self.number))


def papers(
    collection: Collection,
    order: Order,
    head: Head,
    *,
    as_of: date,
    language: str | None = None,
) -> tuple[tuple[Paper, ...], ...]:
    """Make the versions of a form of each deck, or with a blueprint of one form from all.

    A form whose head has no title has its deck's. Raises QuizError if there are too few items.
    """
    made = api.catalogue(collection, as_of=as_of, language=language)
    api.chosen(collection, made, as_of, language)
    return tuple(
        _versions(decks, made, order, head, as_of, language or "")
        for decks in _forms(collection, order.blueprint)
    )


def again(
    collection: Collection, code: str, head: Head, blueprint: Blueprint | None = None
) -> tuple[tuple[Paper, ...], ...]:
    """Make the versions of the form with a code again, from whichever decks it was made of.

    Raises QuizError if the code is none, needs another blueprint or other decks than are
    there, or if what it was made from has changed since.
    """
    recipe = codes.recipe(code)
    if _digest_of(blueprint) != recipe.blueprint:
        what = "the paper with this code was made by a blueprint, and not by this one"
        fix = "name it with --blueprint, unchanged"
        if not recipe.blueprint:
            what = "the paper with this code was made without a blueprint"
            fix = "leave --blueprint out"
        raise QuizError(Problem(COMMAND, "other-blueprint", what, fix))
    order = Order(recipe.seed, recipe.number, recipe.types, blueprint, recipe.versions)
    language = recipe.language or None
    forms = [
        decks
        for decks in _forms(collection, blueprint)
        if _digest(decks) == recipe.decks
    ]
    if not forms:
        what = "the decks of the paper with this code are not among these"
        fix = "name the decks that it was made from, in the same order"
        raise QuizError(Problem(COMMAND, "other-decks", what, fix))
    made = api.catalogue(collection, as_of=recipe.day, language=language)
    tried = Problems()
    attempts = (
        tried.attempt(_versions, decks, made, order, head, recipe.day, recipe.language)
        for decks in forms
    )
    found = tuple(
        each for each in attempts if each and each[0].code == codes.code(recipe)
    )
    if not found:
        what = "what the paper with this code was made from has changed since"
        fix = "use the decks and the program of that day, or make a new paper"
        raise QuizError(Problem(COMMAND, "changed-decks", what, fix))
    return found


def _forms(
    collection: Collection, blueprint: Blueprint | None
) -> list[tuple[Deck, ...]]:
    if blueprint:
        return [collection.decks]
    return [(deck,) for deck in collection.decks]


def _versions(
    decks: tuple[Deck, ...],
    made: Catalogue,
    order: Order,
    head: Head,
    as_of: date,
    language: str,
) -> tuple[Paper, ...]:
    items = {item.id: item for deck in decks for item in made.of(deck)}
    chosen = fill(tuple(items.values()), order.parts, order.seed, made.is_right)
    code = _code(decks, order, chosen, as_of, language)
    spoken = language or decks[0].language
    told = head if head.title else replace(head, title=title(decks[0], spoken))
    name = order.blueprint.name if order.blueprint else decks[0].id
    letters = LETTERS[: order.versions]
    return tuple(
        Paper(name, letter, code, told, spoken, as_of, order.seed, sections)
        for letter, sections in versions(chosen, order.seed, letters).items()
    )


def _code(
    decks: tuple[Deck, ...],
    order: Order,
    chosen: Sequence[Section],
    as_of: date,
    language: str,
) -> str:
    return codes.code(
        Recipe(
            order.seed,
            order.versions,
            as_of,
            _digest(decks),
            codes.digest(codes.told(chosen), codes.CONTENT),
            0 if order.blueprint else order.number,
            () if order.blueprint else order.types,
            _digest_of(order.blueprint),
            language,
        )
    )


def _digest(decks: tuple[Deck, ...]) -> int:
    return codes.digest([deck.id for deck in decks], codes.DECKS)


def _digest_of(blueprint: Blueprint | None) -> int:
    """Give what a blueprint is known by: what it chooses, wherever it stands; never 0."""
    if blueprint is None:
        return 0
    chosen = (
        (
            *(part.type, part.count, part.points, part.title, part.instructions),
            *(part.topics, part.tags, part.kinds, part.decks, part.levels),
        )
        for part in blueprint.parts
    )
    return max(1, codes.digest(map(repr, chosen), codes.DECKS))


def some(form: Form, number: int | None, seed: int) -> Form:
    """Draw so many of a form's entries, or as many as there are, in their order."""
    if number is None or number >= len(form.entries):
        return form
    drawn = chance(seed, form.deck).sample(range(len(form.entries)), number)
    return replace(form, entries=tuple(form.entries[n] for n in sorted(drawn)))


def pages(
    made: Sequence[Paper],
    layout: Layout,
    look: Look,
    key: str = "separate",
    *,
    bound: bool = False,
) -> dict[str, tuple[str, ...]]:
    """Set versions of a form on pages: give the HTML of each file by its name, with no ending.

    `key` is one of KEYS: in files of their own, after each paper in its file, or none. If they
    can be `bound`, a file may be several documents, each with pages of its own.
    """
    name = made[0].deck
    found: dict[str, tuple[str, ...]] = {}
    for paper in made:
        one = f"{name}-{paper.version}"
        if key == "after" and not bound:
            found[one] = (keys.after(paper, layout, look),)
        else:
            found[one] = (page.paper(paper, layout, look),)
        if key == "after" and bound:
            found[one] += (keys.key(paper, layout, look),)
        if key == "separate":
            found[f"{one}-key"] = (keys.key(paper, layout, look),)
        if key != "none":
            found[f"{one}-strip"] = (page.strip(paper, layout, look),)
    if key != "none" and len(made) > 1:
        found[f"{name}-key"] = (combined.combined(made, layout, look, difficulty),)
    found[f"{name}-marks"] = (marks.marks(made, layout, look),)
    return found


def table(made: Sequence[Paper]) -> bytes:
    """Give the table to enter marks in as CSV that spreadsheets can open."""
    return f"{_SIGNED}{marks.marks_csv(made)}".encode()
