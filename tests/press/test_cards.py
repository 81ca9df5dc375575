"""Cards to cut out, as the page that is printed: what their sides say, and what fits none."""

import html
import re

import pytest

from quiz.dates import Date
from quiz.errors import Location, QuizError
from quiz.keys import Answer
from quiz.press.cards import Stock, cards
from quiz.press.looks import Look


def texts(page, name):
    """Give what stands in the elements of a class, in order, without tags."""
    found = re.findall(
        rf'class="{name}".*?>(.*?)</(?:p>\n|div></div>)', page, re.DOTALL
    )
    shown = [each.replace("<ul>", "• ").replace("<ol>", "1. ") for each in found]
    return [
        " ".join(html.unescape(re.sub("<.*?>", " ", each)).split()) for each in shown
    ]


def test_a_back_says_all_that_is_right(form, item):
    """A list, one in order, and some of several are told apart; a long one runs on."""
    page = cards(
        form(
            item("a", "A?", "x"),
            item("b", "B?", "x", "y", "z", need=2),
            item("c", "C?", "x", "y", ordered=True),
            item("d", "D?", Answer("x", name="who"), Answer("y", name="why"), need=1),
            item("e", "E?", *("word " * 6 + end for end in "vwxyz"), need=3),
            item("f", "F?", *("word " * 6 + end for end in "vwxyz"), ordered=True),
        ),
        Stock(each=10),
        Look(),
    )
    run = "word " * 6
    assert texts(page, "words")[1::2] == [
        "x",
        "any 2 of: • x y z",
        "1. x y",
        "• x y",
        f"any 3 of: {run}v; {run}w; {run}x; {run}y; {run}z",
        f"(1) {run}v; (2) {run}w; (3) {run}x; (4) {run}y; (5) {run}z",
    ]


def test_a_foot_says_where_from_and_of_which_day(form, item):
    """The front has its number alone, as a topic could tell the answer; the back all else."""
    page = cards(
        form(
            item("a", "A?", "x", topic="Taiwan & more"),
            item("b", "B?", "x", phase="current"),
            item("c", "C?", "x", phase="current", stale=Date(2025, 3)),
        ),
        Stock(),
        Look(),
    )
    assert texts(page, "foot") == [
        "1",
        "1 · Tiny & <small> · Taiwan & more",
        "2",
        "2 · Tiny & <small> · As of November 25, 2026",
        "3",
        "3 · Tiny & <small> · As of March 2025",
    ]


def test_what_fits_no_card_is_told(form, item):
    """An item too long for its card is an error at its place, with the number that would fit."""
    at = Location("d.yaml", 7, 3)
    long, longer = "word " * 75, "word " * 900
    made = form(
        item("a", "A?", "x"), item("b", long, "x", at=at), item("c", "C?", longer)
    )
    with pytest.raises(QuizError) as caught:
        cards(made, Stock(each=10), Look())
    told = [(p.location, p.code, p.what, p.fix) for p in caught.value.problems]
    assert sorted(told, key=lambda each: each[2]) == [
        (
            at,
            "card-too-long",
            "'d/b/q' does not fit on a card, 10 a page",
            "print 6 a page",
        ),
        (
            Location(""),
            "card-too-long",
            "'d/c/q' does not fit on a card, 10 a page",
            "make its question or answer shorter",
        ),
    ]


def test_a_card_is_of_its_items_language(form, item):
    """Each card says its language, for hyphenation and direction, whatever the page's is."""
    hebrew = item("a", "מה זה (a) 5%?", "שלום", language="he")
    page = cards(form(hebrew, item("b", "B?", "x")), Stock(), Look())
    assert re.findall('class="card" (.*?)>', page) == [
        *['lang="he" dir="rtl"'] * 2,
        *['lang="en" dir="ltr"'] * 2,
    ]


def test_a_school_gives_cards_its_own_look(form, item, tmp_path):
    """A block of ours is replaced by a template in its folder, and nothing else."""
    own = "{% extends 'ours/cards.html' %}{% block style %}.card { color: navy }{% endblock %}"
    (tmp_path / "cards.html").write_text(own)
    made = form(item("a", "A?", "x"))
    plain, dressed = (cards(made, Stock(), look) for look in (Look(), Look(tmp_path)))
    assert dressed.replace(".card { color: navy }", "") == plain
