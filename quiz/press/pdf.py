"""A page as PDF, made by WeasyPrint, which is an extra: tagged, and the same bytes each time."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from typing import Any

from quiz.errors import COMMAND, Location, Problem, QuizError

# The first to write the same bytes each time, and the one that all pages are measured with.
OLDEST = 70
_VARIANT = "pdf/ua-1"
_EMPTY = "<html lang=en><title>-</title><style>@page {{ size: {}px {}px }}</style>"
_INSTALL = "run: pip install 'civics-quiz[pdf]'"


def pdf(html: str, *more: str) -> bytes:
    """Print a page that is one file: tagged as PDF/UA, with title, language and bookmarks.

    Each further one stands behind it, on a sheet of its own and with pages of its own.
    Raises QuizError if WeasyPrint is not there, is too old or lacks its own libraries, and
    if the page asks for anything outside of it.
    """
    weasyprint = _library()
    refused: list[str] = []

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc,name-defined]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith("data:"):
                refused.append(url)
                raise ValueError(url)
            return super().fetch(url, headers)

    def set_(page: str) -> Any:
        source = weasyprint.HTML(string=page, url_fetcher=Fetcher(), base_url="page:/")
        return source.render(pdf_variant=_VARIANT)

    first = set_(html)
    pages = list(first.pages)
    for other in more:
        if len(pages) % 2:
            pages += set_(_EMPTY.format(pages[-1].width, pages[-1].height)).pages
        pages += set_(other).pages
    made = first.copy(pages).write_pdf(pdf_variant=_VARIANT)
    if refused:
        at = Location("this page", line=0)
        what = f"it asks for {refused[0]}, and a printed page loads nothing"
        fix = "put the picture into the page: {{ picture('logo.svg') }}"
        raise QuizError(Problem(at, "page-loads", what, fix))
    return bytes(made)


def _library() -> Any:
    try:
        # It prints advice of its own when a library is missing.
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        what = "PDF is made with WeasyPrint, which is not installed"
        raise QuizError(Problem(COMMAND, "no-pdf", what, _INSTALL)) from None
    except OSError as error:
        name = re.search(r"'([^']+)'", str(error))
        what = f"WeasyPrint lacks a library of the system: {name[1] if name else error}"
        raise QuizError(Problem(COMMAND, "no-pdf", what, f"run: {_line()}")) from None
    if int(weasyprint.__version__.split(".")[0]) < OLDEST:
        what = f"WeasyPrint {weasyprint.__version__} is too old to print these pages"
        fix = f"{_INSTALL}, which brings version {OLDEST} or newer"
        raise QuizError(Problem(COMMAND, "no-pdf", what, fix))
    return weasyprint


def _line() -> str:
    """Give the line that installs the libraries, or that shows where they are."""
    if sys.platform == "darwin":
        where = "export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib"
        return f"brew install pango, and if it is there: {where}"
    return "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
