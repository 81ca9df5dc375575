"""A page becomes a tagged PDF, the same each time, and loads nothing."""

import sys
from io import BytesIO
from types import SimpleNamespace

import pypdf
import pytest
import weasyprint

from quiz.press.pdf import pdf

PAGE = """<!DOCTYPE html><html lang="es"><head><title>A & B</title></head>
<body><h1>Uno</h1><h2>Dos</h2><p>{}</p></body></html>"""


def test_a_pdf_is_tagged_and_says_what_it_is():
    """It has tags, its language, its title, and a bookmark for each heading."""
    made = pypdf.PdfReader(BytesIO(pdf(PAGE.format("x"))))
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "es"
    assert made.metadata.title == "A & B"
    first, (second,) = made.outline
    assert (first.title, second.title) == ("Uno", "Dos")


def test_a_pdf_is_the_same_each_time():
    """So that whoever makes it again sees that nothing changed."""
    assert pdf(PAGE.format("x")) == pdf(PAGE.format("x"))


@pytest.mark.parametrize(("pages", "blank"), [(1, 1), (2, 0)])
def test_a_further_page_begins_on_a_sheet_of_its_own(pages, blank):
    """An empty side before it says nothing; it has a size, tags and a bookmark as the others."""
    style = "<style>@page { size: 300px 400px; @bottom-left { content: counter(page) '/' counter(pages) } }</style>"
    first = PAGE.format("one" + "<p style='break-before: page'>more" * (pages - 1))
    second = PAGE.format("two").replace("Uno", "Key")
    made = pypdf.PdfReader(BytesIO(pdf(style + first, style + second)))
    texts = [page.extract_text() for page in made.pages]
    assert len(texts) == pages + blank + 1
    assert f"1/{pages}" in texts[0]
    assert "two" in texts[-1]
    assert "1/1" in texts[-1]
    assert [text.strip() for text in texts[pages:-1]] == [""] * blank
    assert len({tuple(page.mediabox) for page in made.pages}) == 1
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [each.title for each in made.outline[::2]] == ["Uno", "Key"]


def test_a_picture_in_the_page_is_printed_and_none_is_loaded(refused):
    """What stands in it as data is shown; any address is a problem."""
    picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"
    assert pdf(PAGE.format(f'<img alt="" src="{picture}">'))
    (told,) = refused(pdf, PAGE.format('<img alt="" src="https://example.org/x.png">'))
    assert "page-loads: it asks for https://example.org/x.png" in told


@pytest.mark.parametrize(
    ("library", "problem"),
    [
        (
            None,
            "no-pdf: PDF is made with WeasyPrint, which is not installed (run: pip install 'civics-quiz[pdf]')",
        ),
        (
            SimpleNamespace(__version__="63.1"),
            "no-pdf: WeasyPrint 63.1 is too old to print these pages (run: pip install 'civics-quiz[pdf]', which brings version 70 or newer)",
        ),
    ],
)
def test_a_library_that_is_not_there_is_told(library, problem, monkeypatch, refused):
    """Or that is too old, with the line to run."""
    monkeypatch.setitem(sys.modules, "weasyprint", library)
    assert refused(pdf, PAGE) == [f"0:1 {problem}"]


@pytest.mark.parametrize(
    ("platform", "line"), [("linux", "sudo apt-get install"), ("darwin", "brew")]
)
def test_a_library_of_the_system_that_is_not_there_is_told(
    platform, line, monkeypatch, refused, tmp_path
):
    """By its name, and how it is installed."""
    said = "cannot load library 'libpango-1.0-0': no such file"
    (tmp_path / "weasyprint.py").write_text(f"raise OSError({said!r})")
    monkeypatch.delitem(sys.modules, "weasyprint")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "platform", platform)
    (told,) = refused(pdf, PAGE)
    assert "WeasyPrint lacks a library of the system: libpango-1.0-0 (" in told
    assert f"(run: {line} " in told


def test_the_oldest_that_is_taken_is_what_the_extra_asks_for():
    """And the one that is installed."""
    assert int(weasyprint.__version__.split(".")[0]) >= 70
