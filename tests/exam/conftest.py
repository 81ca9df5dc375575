import datetime as dt
from dataclasses import dataclass, replace

import pytest

from quiz.chance import chance
from quiz.difficulty import LEVELS
from quiz.errors import Location, QuizError
from quiz.exam.blueprints import Blueprint, Part, shared
from quiz.exam.cues import Company
from quiz.exam.filling import fill
from quiz.exam.sets import Pool
from quiz.exam.versions import versions
from quiz.generate import generate
from quiz.keys import Answer, Key
from quiz.model import Item
from quiz.papers import TYPES

DAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="session")
def item():
    """A function that makes an item of a fact; answers and wrong options may be words."""

    def answers(given):
        return tuple(Answer(each) if isinstance(each, str) else each for each in given)

    def make(name, stem, *right, wrong=(), need=1, ordered=False, **changes):
        fact, _, question = name.partition("/")
        made = Item(
            f"d/{fact}/{question or 'q'}",
            *("d", fact, "k", question or "q", "en", stem),
            Key(answers(right), need, ordered),
            DAY,
            "past",
            distractors=answers(wrong),
        )
        return replace(made, **changes)

    return make


@pytest.fixture(scope="session")
def year():
    """A function that makes an answer that is a year, by its number."""
    return lambda number: Answer(
        str(number), "year", span=(number * 365, number * 365 + 364)
    )


@pytest.fixture(scope="session")
def pool():
    """A function that makes a pool of items, of which no answer is right for another's."""

    def make(items, drawn, right=None, company=None):
        never = lambda item, answer: False  # noqa: ARG005, E731 - a callback
        return Pool(tuple(items), right or never, company or Company(), drawn)

    return make


@pytest.fixture(scope="session")
def years(item, year):
    """When each of twelve laws was made."""
    return [
        item(f"y{n}", f"In which year was law {n} made?", year(1900 - n), kind="law")
        for n in range(12)
    ]


@pytest.fixture(scope="session")
def catalogue(shipped):
    """Every item of the shipped decks."""
    return generate(shipped, DAY)


@pytest.fixture(scope="session")
def decks(catalogue, shipped):
    """The items of each shipped deck, by its id."""
    return {name: catalogue.of(deck) for name, deck in shipped.decks.items()}


FORMS = 1000
COUNTS = {"match": (3, 5, 6), "order": (1, 1, 2), "table": (4, 4, 7)}


@dataclass(frozen=True)
class Made:
    """A form that was asked for, its versions, or the problems that came instead."""

    items: tuple
    plan: Blueprint
    seed: int
    versions: dict
    problems: tuple

    @property
    def sections(self):
        return self.versions.get("A", ())

    @property
    def tasks(self):
        return next(iter(self.papers), [])

    @property
    def papers(self):
        """The tasks of each version."""
        return [
            [task for section in sections for task in section.tasks]
            for sections in self.versions.values()
        ]


def asked_for(drawn, decks):
    """Draw which decks, and what of them: a share of types, or sections with filters."""
    names = drawn.sample(sorted(decks), drawn.randint(1, len(decks)))
    items = tuple({item.id: item for name in names for item in decks[name]}.values())
    types = drawn.sample(TYPES, drawn.randint(1, 3))
    if drawn.random() < 0.3:
        return items, shared(drawn.randint(11, 24), types, strict=drawn.random() < 0.5)
    return items, Blueprint(tuple(part(drawn, each, items) for each in types))


def part(drawn, form, items):
    """Draw a section: how many of a type, of any items or of those of a topic, a tag and so on."""
    tags = sorted({tag for item in items for tag in item.tags})
    filters = {
        "topics": sorted({item.topic for item in items}),
        "tags": tags,
        "kinds": sorted({item.kind for item in items}),
        "decks": sorted({item.deck for item in items}),
        "levels": LEVELS,
    }
    name = drawn.choice([*filters, *([""] * 10)])
    chosen = {}
    if name:
        known = filters[name]
        chosen = {name: tuple(drawn.sample(known, min(len(known), 2)))}
    at = Location("plan.yaml", TYPES.index(form) + 1)
    return Part(form, drawn.choice(COUNTS.get(form, (1, 3, 5, 8, 12))), at, **chosen)


@pytest.fixture(scope="session")
def forms(decks, catalogue):
    """As many forms as FORMS, each in one to four versions."""
    found = []
    for seed in range(FORMS):
        drawn = chance(seed)
        items, plan = asked_for(drawn, decks)
        letters = "ABCD"[: drawn.randint(1, 4)]
        made, problems = {}, ()
        try:
            made = versions(fill(items, plan, seed, catalogue.is_right), seed, letters)
        except QuizError as error:
            problems = error.problems
        found.append(Made(items, plan, seed, made, problems))
    return found
