"""Those who judge pages find nothing wrong with any page that we write."""

import datetime as dt

import pages
import pytest

from quiz import api
from quiz.difficulty import difficulty
from quiz.formats.html import FORMAT
from quiz.papers import Layout
from quiz.press.cards import Stock, cards
from quiz.press.combined import combined
from quiz.press.keys import after, key
from quiz.press.looks import Look
from quiz.press.marks import marks
from quiz.press.page import paper as printed
from quiz.press.page import strip

DAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def prints(paper, versions, form, item):
    """What is printed of the sample paper, by name; a page of each kind and layout."""
    plain, look = Layout(), Look()
    other = Layout("a4", columns=2), Layout(large=True), Layout(easy=True)
    words = form(item("one", "Which is <b>?", "x & y"), item("two", "Two?", "a", "b"))
    many = {
        f"paper {number}": printed(paper, layout, look)
        for number, layout in enumerate((plain, *other))
    }
    return many | {
        "strip": strip(paper, plain, look),
        "key": key(paper, plain, look),
        "key after": after(paper, plain, look),
        "combined": combined(versions, plain, look, difficulty),
        "marks": marks(versions, plain, look, ("Ann & Ben",)),
        "cards to fold": cards(words, Stock(), look),
        "cards of two sides": cards(words, Stock(each=8, flip="long"), look),
    }


@pytest.fixture(scope="session")
def studied(tmp_path_factory):
    """The study page of every shipped deck, by name, asked openly and with options."""
    found = api.load(cwd=tmp_path_factory.mktemp("away"))
    return {
        f"{made.deck} {kind}": FORMAT.render(made).decode()
        for kind in ("open", "mc")
        for made in api.forms(found, as_of=DAY, kind=kind)
    }


def test_every_page_is_valid(prints, studied):
    """The Nu checker has no error and no warning, of what is printed and what is studied."""
    every = prints | studied
    assert len(studied) >= 6
    names = [*every]
    said = pages.invalid(*every.values())
    assert [names[int(line.partition(":")[0])] + line for line in said] == []


def test_anyone_can_read_what_is_printed(prints, visit):
    """Pages to print pass axe-core as well: teachers read them on a screen before."""
    found = {name: pages.axe(visit(page)) for name, page in prints.items()}
    # A strip has no heading: it draws only the answers, each beside its place on the paper.
    (bare,) = found.pop("strip")
    assert bare.startswith("page-has-heading-one")
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("width", "dark"), [(390, True), (1200, False)], ids=["phone", "desk"]
)
def test_anyone_can_study_every_deck(width, dark, studied, visit):
    """As they open, all shipped decks pass axe-core, on a phone at night and a desk by day."""
    found = {
        name: pages.axe(visit(page, width, dark=dark))
        for name, page in studied.items()
        if name.endswith(" open")
    }
    assert len(found) >= 3
    assert {name: lines for name, lines in found.items() if lines} == {}
