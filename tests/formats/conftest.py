import datetime as dt
import html
import json
import re
import subprocess
from dataclasses import replace

import pytest
import tools
from anki.collection import Collection, ImportAnkiPackageRequest

from quiz.formats.anki import FORMAT
from quiz.keys import Answer, Key
from quiz.model import Entry, Form, Item, Source

DAY = dt.date(2026, 11, 24)
ITEM = Item(
    *("d/f/q", "d", "f", "k", "q", "en", "Who?"),
    Key((Answer("Ann", "person"),)),
    DAY,
    "past",
    sources=(Source("s", "P"),),
    origin="d/f/q",
)
FORM = Form("d", "T", "", "en", DAY, DAY, (), name="Civics::T")


@pytest.fixture(scope="session")
def item():
    """A function that makes an item like any other but for what is said.

    Answers may be written as words.
    """

    def make(number=0, *, answers=(), need=1, **changes):
        words = [Answer(each) if isinstance(each, str) else each for each in answers]
        if words:
            changes["key"] = Key(tuple(words), need)
        name = f"d/f{number}/q"
        return replace(ITEM, **{"id": name, "origin": name, **changes})

    return make


@pytest.fixture(scope="session")
def form():
    """A function that makes a form of entries or items, some of these with options."""

    def make(*items, **changes):
        pairs = [each if isinstance(each, tuple) else (each,) for each in items]
        entries = tuple(
            pair[0] if isinstance(pair[0], Entry) else Entry(number, *pair)
            for number, pair in enumerate(pairs, 1)
        )
        return replace(FORM, entries=entries, **changes)

    return make


@pytest.fixture
def anki(tmp_path):
    """An empty collection of real Anki's engine."""
    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


@pytest.fixture
def take(anki, tmp_path):
    """A function that imports a form's package as a user with Anki's defaults does.

    It gives how many notes were new, updated, known already and refused.
    """

    def imported(form):
        path = tmp_path / "deck.apkg"
        path.write_bytes(FORMAT.render(form))
        options = anki._backend.get_import_anki_package_presets()  # noqa: SLF001 - has no other door
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = anki.import_anki_package(request).log
        return tuple(map(len, (log.new, log.updated, log.duplicate, log.conflicting)))

    return imported


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
