import html
import importlib.util
import json
import re
import subprocess
from pathlib import Path

import pytest

from quiz.formats.anki.types import note_types

SPEC = importlib.util.spec_from_file_location(
    "tools", Path(__file__).parents[2] / "tools.py"
)
tools = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tools)


@pytest.fixture(scope="session")
def style():
    """The style sheet of every note type."""
    (found,) = {model.css for model in note_types().values()}
    return found


@pytest.fixture
def sides(anki, take):
    """A function that gives both sides of each card of a form, by item and place.

    They are as real Anki's engine renders them.
    """

    def made(form):
        take(form)
        found = {}
        for number in anki.find_cards("", order="c.due, c.ord"):
            card = anki.get_card(number)
            shown = card.render_output()
            name = f"{card.note()['Id']}#{card.ord + 1}"
            found[name] = (shown.question_text, shown.answer_text)
        return found

    return made


@pytest.fixture
def browse(tmp_path):
    """A function that opens a page in a browser and gives what its script wrote as JSON."""

    def opened(body, width=800):
        page, profile = tmp_path / "page.html", tmp_path / "profile"
        head = '<!doctype html><meta charset="utf-8"><pre id="said"></pre>'
        page.write_text(head + body, "utf-8")
        browser = tools.browser()
        assert browser, "no browser: run make tools"
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu"]
        command += ["--no-first-run", "--disable-background-networking"]
        command += [f"--user-data-dir={profile}", f"--window-size={width},800"]
        # A fenced frame stays in this process, whose clock the budget is of.
        command += ["--disable-features=IsolateSandboxedIframes"]
        command += ["--virtual-time-budget=60000", "--dump-dom", page.as_uri()]
        ran = subprocess.run(
            command, check=True, capture_output=True, timeout=120, encoding="utf-8"
        )
        (said,) = re.findall(r'<pre id="said">(.*?)</pre>', ran.stdout, re.DOTALL)
        assert said, f"the page said nothing: {ran.stderr[-2000:]}"
        return json.loads(html.unescape(said))

    return opened
