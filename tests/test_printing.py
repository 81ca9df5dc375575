"""Papers are made of decks, made again by their code, and set on pages with their keys."""

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest

from quiz import api, printing
from quiz.exam import codes
from quiz.exam.blueprints import Blueprint, Part
from quiz.papers import TYPES, Head, Layout
from quiz.press.looks import Look

DAY = dt.date(2026, 11, 24)
HEAD = Head("")
ORDER = printing.Order(7, 6, ("mc", "open"), versions=2)
PLAN = Blueprint((Part("open", 2), Part("mc", 2)), name="unit-1")


@pytest.fixture(scope="module")
def shipped():
    """The two decks that are printed here."""
    return api.load("first-look", "us-amendments")


@pytest.fixture(scope="module")
def made(shipped):
    """Six questions of each, in two versions."""
    return printing.papers(shipped, ORDER, HEAD, as_of=DAY)


def stems(paper):
    """Every question of a paper, in any order."""
    return sorted(task.stem for task in paper.tasks)


def test_each_deck_gets_a_form_in_every_version(made):
    """They have its name and title, the seed, the day, and one code."""
    assert [[paper.deck for paper in form] for form in made] == [
        ["first-look"] * 2,
        ["us-amendments"] * 2,
    ]
    for form in made:
        assert [paper.version for paper in form] == ["A", "B"]
        assert {(paper.seed, paper.as_of, paper.language) for paper in form} == {
            (7, DAY, "en")
        }
        assert len({paper.code for paper in form}) == 1
        assert stems(form[0]) == stems(form[1])
        assert len(stems(form[0])) == 6
    assert made[1][0].head.title == "The amendments to the U.S. Constitution"


def test_a_head_with_a_title_keeps_it(shipped):
    """And a blueprint makes one form from all decks, under its own name."""
    order = replace(ORDER, blueprint=PLAN)
    (form,) = printing.papers(shipped, order, Head("Unit 1"), as_of=DAY)
    assert {(paper.deck, paper.head.title) for paper in form} == {("unit-1", "Unit 1")}
    assert [section.type for section in form[0].sections] == ["open", "mc"]


def test_without_a_number_there_are_twenty_or_as_many_as_there_are(shipped):
    """A deck that has fewer is no problem then; else it is told."""
    order = printing.Order(7)
    few, many = printing.papers(shipped, order, HEAD, as_of=DAY)
    assert len(few[0].tasks) < printing.NUMBER == len(many[0].tasks)


def test_a_code_makes_the_same_papers_again(shipped, made):
    """Of its deck only, whatever else is there, with any head."""
    for form in made:
        (found,) = printing.again(shipped, form[0].code.lower(), form[0].head)
        assert found == form


def test_a_language_is_in_the_code():
    """A paper in another language than its deck's is made again in that."""
    shipped = api.load("first-look")
    (form,) = printing.papers(shipped, ORDER, HEAD, as_of=DAY, language="en")
    (found,) = printing.again(shipped, form[0].code, form[0].head)
    assert found == form
    assert codes.recipe(form[0].code).language == "en"


def test_a_blueprint_is_needed_again(shipped, refused):
    """The same one: its code knows it by what it chooses, not by where it stands."""
    order = replace(ORDER, blueprint=PLAN)
    (form,) = printing.papers(shipped, order, HEAD, as_of=DAY)
    code = form[0].code
    (found,) = printing.again(shipped, code, form[0].head, PLAN)
    assert found == form
    other = replace(PLAN, parts=PLAN.parts[:1])
    told = "0:1 other-blueprint: the paper with this code was made by a blueprint, and not by this one (name it with --blueprint, unchanged)"
    assert refused(printing.again, shipped, code, HEAD) == [told]
    assert refused(printing.again, shipped, code, HEAD, other) == [told]


def test_a_blueprint_that_was_not_there_is_refused(shipped, made, refused):
    """Rather than left unused."""
    told = "0:1 other-blueprint: the paper with this code was made without a blueprint (leave --blueprint out)"
    assert refused(printing.again, shipped, made[0][0].code, HEAD, PLAN) == [told]


def test_a_code_of_other_decks_is_told(made, refused):
    """What is named must be what it was made from."""
    other = api.load("first-look")
    told = "0:1 other-decks: the decks of the paper with this code are not among these (name the decks that it was made from, in the same order)"
    assert refused(printing.again, other, made[1][0].code, HEAD) == [told]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bali, Indonesia", "Jakarta, Indonesia"),
        ("https://example.org/a", "https://example.org/b"),
        ("Name two colours.", "Name two colors."),
    ],
)
def test_decks_that_changed_are_told(old, new, tiny, refused):
    """In anything that the papers or their keys show."""
    order = printing.Order(7, types=("open",))
    before = api.load("tiny.yaml", cwd=tiny.parent)
    ((paper,),) = printing.papers(before, order, HEAD, as_of=DAY)
    tiny.write_text(tiny.read_text("utf-8").replace(old, new), "utf-8")
    after = api.load("tiny.yaml", cwd=tiny.parent)
    told = "0:1 changed-decks: what the paper with this code was made from has changed since (use the decks and the program of that day, or make a new paper)"
    assert refused(printing.again, after, paper.code, HEAD) == [told]


def test_what_changed_elsewhere_changes_no_paper(tiny):
    """A fact that is not asked may change."""
    order = printing.Order(7, types=("mc",))
    before = api.load("tiny.yaml", cwd=tiny.parent)
    ((paper,),) = printing.papers(before, order, HEAD, as_of=DAY)
    changed = tiny.read_text("utf-8").replace("Name two colours.", "Name two colors.")
    tiny.write_text(changed, "utf-8")
    after = api.load("tiny.yaml", cwd=tiny.parent)
    assert printing.again(after, paper.code, paper.head) == ((paper,),)


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("separate", ["A", "A-key", "A-strip", "B", "B-key", "B-strip", "key"]),
        ("after", ["A", "A-strip", "B", "B-strip", "key"]),
        ("none", ["A", "B"]),
    ],
)
def test_each_page_is_a_file(made, key, names):
    """Keys in files of their own, or none; always a table for marks."""
    found = printing.pages(made[0], Layout(), Look(), key)
    assert list(found) == [f"first-look-{name}" for name in (*names, "marks")]
    assert all(html.startswith("<!DOCTYPE html>") for (html,) in found.values())


def test_a_key_after_its_paper_can_be_a_document_of_its_own(made):
    """Where a file can have several: then the pages of each are counted on their own."""
    found = printing.pages(made[0], Layout(), Look(), "after", bound=True)
    alone = printing.pages(made[0], Layout(), Look())
    assert found["first-look-A"] == alone["first-look-A"] + alone["first-look-A-key"]


def test_one_version_needs_no_key_to_all(made):
    """The key to all versions compares them."""
    found = printing.pages(made[0][:1], Layout(), Look())
    assert "first-look-key" not in found


def test_the_table_opens_in_a_spreadsheet(made):
    """As UTF-8 that says so, with a column for each question."""
    data = printing.table(made[0])
    assert data.startswith("\ufeff".encode())
    heads, *_ = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert len(heads) == 6 + 3


def test_some_cards_keep_their_order(tiny_form):
    """A number draws as many, by the seed; without one, or with more than there are, all."""
    assert printing.some(tiny_form, None, 1) == tiny_form
    assert printing.some(tiny_form, 99, 1) == tiny_form
    drawn = {
        tuple(entry.number for entry in printing.some(tiny_form, 2, seed).entries)
        for seed in range(20)
    }
    assert len(drawn) > 1
    assert all(len(each) == 2 and list(each) == sorted(each) for each in drawn)


def test_all_types_can_stand_on_one_paper():
    """In the order in which sections stand on a paper.

    But for the order of amendments, which their numbers tell.
    """
    order = printing.Order(7, 30, TYPES)
    found = api.load("us-amendments")
    ((paper,),) = printing.papers(found, order, HEAD, as_of=DAY)
    types = [name for name in TYPES if name != "order"]
    assert [section.type for section in paper.sections] == types
    numbers = [number for task in paper.tasks for number in task.numbers]
    assert numbers == list(range(1, 31))
