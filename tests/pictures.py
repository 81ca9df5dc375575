"""Make the pictures of the README: pages that `make decks` prints, as a browser prints them.

`python tests/pictures.py` writes them anew, with what they were made of in `docs/pages.txt`.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import tools

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = {"paper": "amendments-A", "key": "amendments-key"}
DPI = 72


def printed(out: Path) -> dict[str, str]:
    """Print as `make decks` does, and give the HTML of each page that is shown."""
    found = re.search(r"-m (quiz print .*) --out dist", (ROOT / "Makefile").read_text())
    assert found, "make decks prints no paper"
    command = [sys.executable, "-m", *shlex.split(found[1]), "--out", str(out)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return {
        name: (out / f"{page}.html").read_text("utf-8") for name, page in PAGES.items()
    }


def told(pages: dict[str, str]) -> str:
    """Say by a digest of each page what its picture was made of."""
    lines = [
        f"{name} {hashlib.blake2b(html.encode(), digest_size=16).hexdigest()}\n"
        for name, html in pages.items()
    ]
    return "".join(lines)


def main() -> None:
    """Print the first sheet of each page into a picture."""
    browser = tools.browser()
    assert browser, "no browser: run make tools"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = printed(folder)
        for shown, page in PAGES.items():
            pdf = folder / f"{page}.pdf"
            flags = ["--headless", "--no-sandbox", "--disable-gpu"]
            profile = f"--user-data-dir={folder / 'profile'}"
            target = [f"--print-to-pdf={pdf}", f"{folder.as_uri()}/{page}.html"]
            subprocess.run(
                [browser, *flags, profile, "--no-pdf-header-footer", *target],
                check=True,
                capture_output=True,
            )
            made = ["-png", "-gray", "-singlefile", "-r", str(DPI)]
            subprocess.run(["pdftoppm", *made, pdf, DOCS / shown], check=True)
    (DOCS / "pages.txt").write_text(told(pages), "utf-8")


if __name__ == "__main__":
    main()
