"""A page to study and to print; printed: what is asked with room to answer, then its key."""

import datetime as dt
import html
import re
import subprocess

import pypdf
import pytest
import tools

from quiz import api
from quiz.dates import Date
from quiz.formats.html import FORMAT
from quiz.keys import Answer, Key
from quiz.model import Entry, Source


def test_text_arrives_unchanged(tiny_form):
    """Every stem and answer stands in the page, escaped once; a voice says what is a blank."""
    page = FORMAT.render(tiny_form).decode()
    page = page.replace('<span class="screen hidden">blank</span>', "")
    page = html.unescape(page.replace('<span aria-hidden="true">_____</span>', "_____"))
    for item in tiny_form.items:
        assert item.stem in page
        assert all(answer.text in page for answer in item.key.answers)


def lines(page, start):
    """Give the text of each line of a page that begins with a mark."""
    found = [line for line in page.splitlines() if line.startswith(start)]
    return [
        html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", line)))
        for line in found
    ]


def printed(*args, **more):
    """Render a form as text."""
    return FORMAT.render(*args, **more).decode()


def test_the_key_agrees_with_the_paper(item, form):
    """Each question's number, letter and answer stand in the key, with its sources."""
    paper, book = (
        Source("p", "Paper", date=Date(2020, 1)),
        Source("b", "Press", "Book", url="https://x.y/?a&b"),
    )
    items = (
        (item(1, stem="Which?", sources=(book, paper)), ("x", "Ann", "y"), 1),
        item(2, stem="Two of?", answers="abc", need=2, sources=(paper,)),
        item(3, stem="Both?", answers="ab", need=2),
        item(
            4,
            stem="How?",
            answers=[Answer("well", accept=("good", "fine"))],
            stale=Date(2020, 2),
            sources=(paper, paper),
        ),
        item(5, stem="When?", answers=[Answer("2020", "year", accept=("MMXX",))]),
    )
    page = printed(form(*items, seed=7))
    assert lines(page, '<h2 class="stem"') == [
        "1. Which?",
        "2. Two of?",
        "3. Both?",
        "4. How?",
        "5. When?",
    ]
    assert lines(page, "<li><span") == [
        "A x",
        "B Ann",
        "C y",
    ]
    assert lines(page, "<li value") == [
        "B Ann [1, 2]",
        "any 2 of: a; b; c [2]",
        "a; b [3]",
        "well (also: good; fine) [2] As of February 2020",
        "2020 [3]",
    ]
    assert lines(page, "<li>")[-3:] == [
        "Book, Press. https://x.y/?a&b",
        "Paper, January 2020.",
        "P.",
    ]
    assert "The options stand as drawn with seed 7." in page
    assert "/ 7</td>" in page


def test_room_to_answer_follows_the_answer(item, form):
    """A date gets a short line, words one of their length, each wanted answer or part its own."""
    sized = [
        item(1, answers=[Answer("November 14, 2022", "date")]),
        item(2, answers=["x" * 14]),
        item(3, answers=["x" * 15]),
        item(4, answers=["x" * 41]),
        item(5, answers=["x", "x" * 20, "y"], need=2),
        item(
            6,
            answers=[
                Answer("Rome", "place", "first-place"),
                Answer("x" * 30, "text", "why"),
            ],
            need=2,
        ),
    ]
    page = printed(form(*sized))
    found = re.findall(
        r'<div class="paper line (\w+)">(?:<span class="label">(.*?)</span>)?', page
    )
    sizes = ["short", "short", "medium", "long", "medium", "medium"]
    assert [
        *((size, "") for size in sizes),
        ("short", "First place"),
        ("medium", "Why"),
    ] == found
    assert "/ 8</td>" in page
    assert "drawn with seed" not in page


@pytest.mark.parametrize(
    ("options", "width"), [(("a", "b" * 27), "half"), (("a", "b" * 28), "")]
)
def test_short_options_stand_side_by_side(options, width, item, form):
    """Options that fit half a line stand in two columns; longer ones below each other."""
    assert f'<ol class="options {width}" data' in printed(form((item(), options, 0)))


def test_neighbours_of_one_topic_share_a_heading(item, form):
    """Topics are headings where there are several, in the order of the items."""

    def headings(made):
        return re.findall("<h2>(.*?)</h2>", html.unescape(printed(made)))

    topics = ["One & two", "One & two", "", "Three"]
    items = [item(n, topic=topic) for n, topic in enumerate(topics)]
    assert headings(form(*items)) == ["One & two", "Three"]
    assert headings(form(*items[:2])) == []


def test_a_page_knows_its_language_and_each_text_its_direction(item, form):
    """Scripts that run from right to left do so in any page, and say their language."""
    hebrew = item(1, stem="מה זה (a) 5%?", answers=["שלום"], language="he")
    page = printed(form(hebrew, item(2)))
    assert '<html lang="en" dir="ltr">' in page
    assert '<div class="item" id="q1" lang="he">' in page
    assert '<li value="1" lang="he"><strong><bdi>שלום</bdi>' in page
    assert '<div class="item" id="q2">' in page
    assert page.count('class="stem" dir="auto"') == 2
    assert '<html lang="he" dir="rtl">' in printed(form(hebrew, language="he"))


def test_a_page_says_what_it_is(item, form):
    """Title and description stand at its head, escaped; the key says of which day it is."""
    page = printed(form(item(), title="T <1> & “2”", about="About <it>"))
    assert "<title>T &lt;1&gt; &amp; “2”</title>" in page
    assert lines(page, "<h1>") == ["T <1> & “2”"]
    assert lines(page, '<p class="about">') == [
        "About <it>",
        "As of November 24, 2026. Answers in the same words, or others that mean the same, are right.",
    ]


@pytest.mark.parametrize("width", [400, 900])
def test_a_label_stands_beside_its_line(width, item, form, visit):
    """However long the line, also of a place in a list: the label is not left alone above it."""
    long = "x" * 60
    parts = item(1, answers=[Answer(long, name="a"), Answer("b", name="b")], need=2)
    steps = item(2, key=Key((Answer(long), Answer("b")), 2, ordered=True))
    page = visit(printed(form(parts, steps)), width)
    page.emulate_media(media="print")
    measure = """lines => lines.map(line =>
      line.lastChild.getBoundingClientRect().top < line.firstChild.getBoundingClientRect().bottom
      && line.lastChild.getBoundingClientRect().width > 0)"""
    assert page.eval_on_selector_all(".line", measure) == [True] * 4


def test_on_paper_an_answer_to_be_typed_is_written(item, form):
    """An entry that is typed elsewhere prints as an open one does."""
    assert printed(form(Entry(1, item(), typed=True))) == printed(form(item()))


def test_the_page_asks_no_network(tiny_form):
    """Nothing is loaded from anywhere: no script, font, picture or style sheet."""
    page = FORMAT.render(tiny_form).decode()
    signs = ("<img", "<link", "src=", "url(", "@import", "fetch(", "XMLHttpRequest")
    assert [sign for sign in signs if sign in page] == []


@pytest.mark.parametrize(("paper", "width"), [("letter", 612), ("a4", 595)])
def test_chromium_prints_the_key_on_a_page_of_its_own(tiny, tmp_path, paper, width):
    """The printed quiz ends before its key begins, on paper of the size asked for."""
    found = api.load("tiny.yaml", cwd=tiny.parent)
    form = api.forms(found, as_of=dt.date(2026, 11, 24), paper=paper)[0]
    source, target = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_bytes(FORMAT.render(form))
    browser = tools.browser()
    assert browser, "no browser: run make tools"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu"]
    command += ["--no-first-run", "--disable-background-networking"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = pypdf.PdfReader(target).pages
    texts = [page.extract_text() for page in pages]
    assert round(float(pages[0].mediabox.width)) == width
    assert "End of the quiz" in texts[0]
    assert "November 14, 2022" not in texts[0].replace("On November 14, 2022, who", "")
    assert "Bali, Indonesia; November 14, 2022" in texts[1]


def test_the_page_looks_as_it_did(tiny_form, golden):
    """Any change to the page is seen in its golden file, which a browser can open."""
    golden("tiny.html", FORMAT.render(tiny_form).decode())
