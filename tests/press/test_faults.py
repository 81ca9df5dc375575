"""Whoever reads papers back sees each fault that is planted in one."""

from dataclasses import replace

import pytest
from agreeing import disagreements, misplaced
from faults import leaks, problems_of
from reading import read

from quiz.papers import Layout
from quiz.press.keys import key
from quiz.press.looks import Look
from quiz.press.page import paper as printed
from quiz.press.page import strip
from quiz.press.pdf import pdf

PLAIN, LOOK = Layout(), Look()


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    """A function that prints a page, with a style of its own, and reads it back."""
    folder = tmp_path_factory.mktemp("faults")

    def sheets(html, style="", layout=PLAIN):
        path = folder / "page.pdf"
        path.write_bytes(pdf(html.replace("</style>", f"{style}</style>")))
        return read(path, layout)

    return sheets


@pytest.mark.parametrize(
    "layout",
    [
        PLAIN,
        Layout("a4", 2),
        Layout(large=True),
        Layout("a4", 2, large=True),
        Layout(easy=True),
    ],
    ids=str,
)
def test_nothing_is_wrong_with_the_sample(layout, paper, sheets):
    """On any layout, with a task of every type and hostile text."""
    made = sheets(printed(paper, layout, LOOK), layout=layout)
    assert problems_of(made, paper) == []
    assert leaks(made, paper) == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        (".task { break-inside: auto } .options { break-before: page }", "lacks"),
        (".sides .row { break-inside: avoid; break-after: page } .task { break-inside: auto }", "is split"),
        (".grid td { padding-bottom: 14cm } .task { break-inside: auto }", "the table from number 12"),
        (".options { margin-left: -40mm }", "in its margin"),
        (".rule { width: 190mm; max-width: none }", "in its margin"),
        (".options { margin-top: -2em }", "overlap"),
        (".foot { display: none }", "at its foot"),
        ("@page { size: a4 }", "page 1 is 595 x 842"),
        ("body { break-after: page } body::after { break-before: page; content: '' ; display: block }", "is empty"),
        (".number { visibility: hidden }", "the numbers are []"),
        (".worth { display: none }", "does not say that it is worth"),
        (".score { visibility: hidden }", "does not say that there are"),
        ("h2 { break-after: page } .task { break-inside: auto }", "does not stand above"),
        (".line { display: none }", "has 0 lines to write on"),
        (".cell { display: none }", "lacks a number"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_seen(style, fault, paper, sheets):
    """Whatever else is then wrong, too."""
    made = sheets(printed(paper, PLAIN, LOOK), style)
    assert [told for told in problems_of(made, paper) if fault in told] != []


def test_pages_are_counted(paper, sheets):
    """A number of pages that is not so is seen."""
    html = printed(paper, PLAIN, LOOK).replace("counter(pages)", '"9"')
    wrong = problems_of(sheets(html), paper)
    assert any("does not say 'Page 1 of " in told for told in wrong)


def test_a_font_that_is_not_embedded_is_seen(paper, tmp_path, sheets):
    """As in a PDF that uses what every printer was once to have."""
    made = sheets(printed(paper, PLAIN, LOOK))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    text = "%PDF-1.4\n" + "".join(
        f"{n} 0 obj\n{each}\nendobj\n" for n, each in enumerate(objects, 1)
    )
    path = tmp_path / "bare.pdf"
    path.write_text(f"{text}trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n")
    wrong = problems_of(replace(made, path=path), paper)
    assert wrong == ["a font is not embedded as one: Helvetica"]


def test_an_answer_beside_its_question_is_seen(paper, sheets):
    """Where it is to be written."""
    html = printed(paper, PLAIN, LOOK).replace(
        "Name two colors.", "Name two colors. red"
    )
    assert leaks(sheets(html), paper) == ["number 18 shows 'red'"]


def test_a_key_of_another_version_is_seen(versions, sheets):
    """Question by question: what it says is not what the paper asks."""
    first, second, _ = versions
    made = sheets(printed(first, PLAIN, LOOK))
    own = sheets(key(first, PLAIN, LOOK))
    other = sheets(key(second, PLAIN, LOOK))
    assert disagreements(made, own, first) == []
    assert len(disagreements(made, other, first)) > 5


def test_a_strip_that_is_set_otherwise_is_seen(paper, sheets):
    """In other type, or with more on it than answers."""
    made = sheets(printed(paper, PLAIN, LOOK))
    own = strip(paper, PLAIN, LOOK)
    assert misplaced(sheets(own), made, paper) == []
    assert misplaced(sheets(own, ".task { padding-bottom: 3em }"), made, paper) != []
    shown = sheets(own, ".paper, .paper * { visibility: visible }")
    assert "the strip says 'Name'" in misplaced(shown, made, paper)
