import datetime as dt
import html
import importlib.util
import subprocess
from pathlib import Path

import pypdf
import pytest

from quiz import api
from quiz.formats.html import FORMAT

SPEC = importlib.util.spec_from_file_location(
    "tools", Path(__file__).parents[1] / "tools.py"
)
tools = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tools)


def test_text_arrives_unchanged(tiny_form):
    """Every stem and answer stands in the page, escaped once."""
    page = html.unescape(FORMAT.render(tiny_form).decode())
    for item in tiny_form.items:
        assert item.stem in page
        assert all(answer.text in page for answer in item.key.answers)


def test_the_page_asks_no_network(tiny_form):
    """Nothing is loaded from anywhere: no script, font, picture or style sheet."""
    page = FORMAT.render(tiny_form).decode()
    assert not any(
        mark in page for mark in ("<script", "<img", "<link", "url(", "@import")
    )


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
