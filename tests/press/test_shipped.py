"""Papers of every shipped deck, on every layout and of every type, are read back from their PDFs."""

import datetime as dt
from functools import cache
from itertools import cycle, product

import pytest
from agreeing import disagreements, misplaced
from faults import leaks, problems_of
from reading import read

from quiz import api, printing
from quiz.papers import SIZES, TYPES, Head, Layout
from quiz.press import keys, page
from quiz.press.looks import Look
from quiz.press.pdf import pdf

DAY = dt.date(2026, 11, 25)
DECKS = [deck.id for deck in api.load().decks]
LAYOUTS = [
    Layout(size, columns, large)
    for size, columns, large in product(SIZES, (1, 2), (False, True))
] + [Layout(easy=True), Layout("a4", 2, easy=True)]
LOOK = Look()


@cache
def versions(deck):
    """Two versions of a form with as many of all types as the deck has."""
    order = printing.Order(11, types=TYPES, versions=2)
    (form,) = printing.papers(api.load(deck), order, Head(""), as_of=DAY)
    return form


@pytest.fixture
def press(request, tmp_path):
    """A function that prints a page with an engine and reads it back."""

    def print_(engine, html, layout):
        path = tmp_path / "page.pdf"
        if engine == "weasyprint":
            path.write_bytes(pdf(html))
        else:
            visited = request.getfixturevalue("visit")(html)
            visited.pdf(path=path, prefer_css_page_size=True)
            visited.close()
        return read(path, layout)

    return print_


@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
@pytest.mark.parametrize("deck", DECKS)
def test_nothing_is_wrong_with_papers_or_keys(deck, engine, press):
    """Nothing split, clipped or overlapping; numbers, points, pages, code; the keys agree."""
    told = []
    for layout, version in zip(LAYOUTS, cycle(versions(deck)), strict=False):
        made = press(engine, page.paper(version, layout, LOOK), layout)
        plain = layout.columns == 1 and not layout.large
        wrong = problems_of(made, version) + leaks(made, version)
        if plain:
            key = press(engine, keys.key(version, layout, LOOK), Layout(layout.size))
            wrong += disagreements(made, key, version)
        strip = press(engine, page.strip(version, layout, LOOK), layout)
        wrong += misplaced(strip, made, version)
        told += [f"{layout} {version.version}: {each}" for each in wrong]
    assert told == []


def test_every_type_is_among_them():
    """At least in one deck, and most in each."""
    asked = {deck: {s.type for s in versions(deck)[0].sections} for deck in DECKS}
    assert set().union(*asked.values()) == set(TYPES)
    assert all(len(types) > 3 for types in asked.values())
