"""Cards to cut out, read back from what two print engines make of them."""

import datetime as dt
import html
import re
import subprocess
from collections import Counter
from itertools import combinations, pairwise, product

import pdfplumber
import pytest

from quiz import api, language
from quiz.dates import Date
from quiz.model import Entry, Form
from quiz.press.cards import EACH, SHEETS, Stock, cards
from quiz.press.looks import Look

DAY = dt.date(2026, 11, 25)
POINT = 25.4 / 72
STOCKS = [
    Stock(size, each, flip) for size in SHEETS for flip in EACH for each in EACH[flip]
]
ENGINES = ("chromium", "weasyprint")


@pytest.fixture(scope="session")
def words(form, item):
    """A form whose card n asks `ask<n>` and answers `say<n>`; its last sheet is not full."""
    return form(*(item(f"f{n}", f"ask{n}", f"say{n}") for n in range(1, 24)))


@pytest.fixture(scope="session")
def whole():
    """A form of every item that is shipped."""
    found = api.items(api.load(cwd=None), as_of=DAY)
    entries = tuple(Entry(n, each) for n, each in enumerate(found, 1))
    return Form("d", "Biden and Xi meet in Bali", "", "en", DAY, DAY, entries)


def boxes(path):
    """Give every word of a PDF with its box in points, a list a page (poppler reads it)."""
    made = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    word = re.compile(
        r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
    )
    return [
        [(*map(float, found[:4]), html.unescape(found[4])) for found in word.findall(p)]
        for p in made.split("<page ")[1:]
    ]


def grid(page):
    """Find, from the marks in the margins of a page, between which lines its cells lie."""
    straight = [
        (e["x0"], e["top"], e["x1"], e["bottom"]) for e in page.edges + page.curves
    ]
    short = [e for e in straight if 10 < max(e[2] - e[0], e[3] - e[1]) < 13]
    across = {round((e[0] + e[2]) / 2, 2) for e in short if e[2] - e[0] < 1}
    down = {round((e[1] + e[3]) / 2, 2) for e in short if e[3] - e[1] < 1}
    return sorted(across), sorted(down)


def cells(page, found):
    """Give the centre of each cell of a page, and the words in it."""
    xs, ys = grid(page)
    for (left, right), (top, bottom) in product(pairwise(xs), pairwise(ys)):
        inside = [w[4] for w in found if left < w[0] < right and top < w[1] < bottom]
        yield ((left + right) / 2, (top + bottom) / 2), inside


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("stock", [s for s in STOCKS if s.flip], ids=str)
def test_a_back_lies_behind_its_front(stock, engine, words, pdf):
    """Turned over, every card's back has the front's number, answer, and middle."""
    path = pdf(engine, cards(words, stock, Look()))
    wide, tall = (length / POINT for length in SHEETS[stock.size])
    with pdfplumber.open(path) as book:
        sides = [
            list(cells(page, found))
            for page, found in zip(book.pages, boxes(path), strict=True)
        ]
    assert len(sides) == 2 * -(-23 // stock.each)
    turn = {
        "long": lambda x, y: (wide - x, y),
        "short": lambda x, y: (x, tall - y),
    }[stock.flip]
    met = []
    for fronts, backs in zip(sides[::2], sides[1::2], strict=True):
        assert len(fronts) == len(backs) == stock.each
        for middle, front in fronts:
            behind = [
                back
                for at, back in backs
                if turn(*at) == pytest.approx(middle, abs=0.5)
            ]
            assert len(behind) == 1
            said = [word for word in behind[0] if word not in "· Tiny & <small>"]
            assert sorted(text.replace("ask", "say") for text in front) == sorted(said)
            met += front
    assert sorted(met) == sorted(
        text for n in range(1, 24) for text in (str(n), f"ask{n}")
    )


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("stock", [s for s in STOCKS if not s.flip], ids=str)
def test_a_card_to_fold_has_its_sides_beside_each_other(stock, engine, words, pdf):
    """A row of a sheet is a card: its front, and its back beside it, of one size."""
    path = pdf(engine, cards(words, stock, Look()))
    with pdfplumber.open(path) as book:
        assert len(book.pages) == -(-23 // stock.each)
        found = boxes(path)[0]
        xs, ys = grid(book.pages[0])
        assert len(xs) == 3
        assert len(ys) == stock.each + 1
        assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1], abs=0.5)
        made = list(cells(book.pages[0], found))
    fronts, backs = made[: stock.each], made[stock.each :]
    for n, (front, back) in enumerate(zip(fronts, backs, strict=True), 1):
        assert {*front[1]} == {str(n), f"ask{n}"}
        assert {*back[1]} >= {str(n), f"say{n}"}


def letters(*texts):
    """Give the letters of texts in an order that does not depend on how lines break."""
    return "".join(sorted(sign for text in texts for sign in text if sign.isalnum()))


def sides(form):
    """Give the letters that the front and the back of every card must have, and no more."""
    for number, item in enumerate(form.items, 1):
        key = item.key
        texts = [answer.text for answer in key.answers]
        some = len(key.parts) == 1 and key.need < len(texts)
        day = item.stale or (Date.of(DAY) if item.phase == "current" else None)
        as_of = f"As of {language.date(day, 'en')}" if day else ""
        lead = f"any {key.need} of" if some else ""
        yield letters(str(number), item.stem)
        yield letters(str(number), lead, *texts, form.title, item.topic, as_of)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "stock",
    [Stock("letter", 10), Stock("letter", 10, "long"), Stock("a4", 10, "short")],
    ids=str,
)
def test_no_shipped_item_is_cut(stock, engine, whole, pdf):
    """On the smallest cards every word of every item stands within its own cell, on no other."""
    path = pdf(engine, cards(whole, stock, Look()))
    with pdfplumber.open(path) as book:
        xs, ys = grid(book.pages[0])
        assert grid(book.pages[-1]) == (xs, ys)
    found = Counter()
    for words in boxes(path):
        for (left, right), (top, bottom) in product(pairwise(xs), pairwise(ys)):
            inside = [w for w in words if left < w[0] < right and top < w[1] < bottom]
            assert all(
                left + 9 < w[0] < w[2] < right - 9
                and top + 4 < w[1] < w[3] < bottom - 4
                for w in inside
            )
            assert not [*overlapping(inside)]
            found[letters(*(word[4] for word in inside))] += 1
    del found[""]
    assert found == Counter(sides(whole))


def overlapping(words):
    """Give pairs of words that cover each other by a third of a line, and so cannot be read."""
    for a, b in combinations(words, 2):
        across = min(a[2], b[2]) - max(a[0], b[0])
        if across > 1 and min(a[3], b[3]) - max(a[1], b[1]) > (a[3] - a[1]) / 3:
            yield a[4], b[4]


@pytest.mark.parametrize("engine", ENGINES)
def test_fonts_are_embedded(engine, words, pdf):
    """A printer needs no font of its own."""
    said = subprocess.run(
        ["pdffonts", pdf(engine, cards(words, Stock(), Look()))],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()[2:]
    assert said
    assert all(line.split()[-5] == "yes" for line in said)
