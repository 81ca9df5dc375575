"""A study page speaks the language of its form, or English that says that it is English."""

import re

import pages
import pytest

from quiz import resources
from quiz.formats.html import FORMAT
from quiz.keys import Answer
from quiz.wording import wording

CODES = [path.stem for path in (resources.folder("templates") / "words").glob("*.yaml")]


@pytest.fixture
def said(item, form):
    """A function that renders a form in a language, of an item with parts and one with options."""

    def made(code, **more):
        two = [Answer("1", "place", "where"), Answer("2", "date", "when")]
        items = [
            item(1, stem="3", answers=two, need=2, language=code, topic="4"),
            (item(2, stem="5", answers=["7"], language=code, topic="6"), ("7", "8"), 0),
        ]
        page = form(*items, language=code, title="9", **more)
        return FORMAT.render(page).decode()

    return made


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_of_its_language(code, said, visit):
    """A reader meets no word but of the language's file, a date, a source and letters of options."""
    page = visit(said(code))
    page.click("#all")
    ours, shown = (
        set(re.findall(r"[^\W\d]+", text.casefold()))
        for text in (" ".join(wording(code).values()), page.inner_text("body"))
    )
    assert shown - ours <= {"p", "a", "b", "november", "noviembre", "de"}


def test_parts_have_their_names_in_the_language(said, visit):
    """Where and when are asked for in Spanish on a Spanish page."""
    page = visit(said("es"))
    page.click("#all")
    assert page.locator("dt").all_inner_texts() == ["Dónde", "Cuándo"]


def test_words_of_another_language_say_so(said, visit):
    """Hebrew has no file: its page is English where it speaks itself, and a voice knows that."""
    page = visit(said("he"))
    assert page.get_attribute("html", "lang") == "he"
    spoken = "node => node.closest('[lang]').lang + getComputedStyle(node).direction"
    for own in (
        "#start",
        "#next",
        "#result",
        ".answer summary",
        ".paper.end",
        ".who th",
    ):
        assert page.eval_on_selector(own, spoken) == "enltr"
    for theirs in ("h1", "#q1 .stem", "#topic option >> nth=1", ".right-answer"):
        assert page.eval_on_selector(theirs, spoken)[:2] == "he"
    assert ' lang="en" dir=' not in said("en-GB")
    assert pages.axe(page) == []


@pytest.mark.parametrize(("code", "key"), [("en", "Right"), ("he", "Right")])
def test_the_arrow_that_a_button_shows_is_its_key(code, key, said, visit):
    """Where the words run from left to right, right is onward, in any page."""
    page = visit(said(code))
    page.uncheck("#shuffle")
    page.click("#start")
    page.keyboard.press("Enter")
    page.wait_for_selector("#knew")
    assert page.inner_text("#knew").endswith("→")
    page.keyboard.press(f"Arrow{key}")
    assert "1" in page.inner_text("#score").split(" of ")[0]


def test_where_words_run_from_right_to_left_left_is_onward(said, visit, monkeypatch):
    """A language with a file that is read from the right has its arrows the other way."""
    monkeypatch.setattr("quiz.formats.html.spoken", lambda code: code)
    page = visit(said("he"))
    page.uncheck("#shuffle")
    assert "then ← says that you knew it, →" in page.inner_text(".keys")
    page.click("#start")
    page.keyboard.press("Enter")
    page.wait_for_selector("#knew")
    assert page.text_content("#knew kbd") == "←"
    assert page.text_content("#not kbd") == "→"
    left = "id => document.getElementById(id).getBoundingClientRect().left"
    assert page.evaluate(left, "knew") < page.evaluate(left, "not")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#score") == "Right: 1 of 1"
