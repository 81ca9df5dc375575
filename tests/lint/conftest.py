import datetime as dt

import pytest

from quiz.books import open_books
from quiz.generate import generate
from quiz.lint import Desk


@pytest.fixture(scope="session")
def desk(library):
    """A function that lays the first of some decks, written as YAML, before a rule."""

    def laid(*texts, day="2026-11-24", today=None, language=None, **more):
        as_of = dt.date.fromisoformat(day)
        shelf = library(*texts, **more)
        made = generate(shelf, as_of, language)
        deck = next(iter(shelf.decks.values()))
        every, withheld = tuple(made.items.values()), tuple(made.withheld.values())
        now = dt.date.fromisoformat(today or day)
        books = open_books(shelf, deck.facts, now)
        return Desk(shelf, deck, made.of(deck), every, withheld, as_of, now, books)

    return laid


@pytest.fixture(scope="session")
def look(desk):
    """A function that gives what a rule finds in the first of some decks, a line each."""

    def found(rule, *texts, **more):
        return [
            f"{p.location.file[6:]}:{p.location.line}: {p.code}: {p.what} ({p.fix})"
            for p in rule.look(desk(*texts, **more))
        ]

    return found
