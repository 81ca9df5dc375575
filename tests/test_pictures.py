"""The pictures that the README shows are of the pages that are printed today."""

from pathlib import Path

import pictures

ROOT = Path(__file__).parents[1]


def test_the_pictures_are_current(tmp_path):
    """Each was made of the page as it is: if not, run `python tests/pictures.py`."""
    pages = pictures.printed(tmp_path)
    assert (pictures.DOCS / "pages.txt").read_text("utf-8") == pictures.told(pages)


def test_the_readme_shows_them():
    """With words for those who do not see them."""
    text = (ROOT / "README.md").read_text("utf-8")
    for name in pictures.PAGES:
        assert f"](docs/{name}.png)" in text
        data = (pictures.DOCS / f"{name}.png").read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 150_000
