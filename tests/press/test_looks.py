"""A look finds its templates and pictures, and says what is not there."""

import pytest

from quiz.press.looks import MAX_PICTURE, Look
from quiz.templating import HelperError

PIXEL = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def school(tmp_path):
    """A folder with a template that shows a picture."""
    folder = tmp_path / "school"
    folder.mkdir()
    (folder / "paper.html").write_text("<img src=\"{{ picture(name) }}\" alt=''>")
    return folder


def test_a_folder_that_is_not_there_is_told(tmp_path, refused):
    """With its name."""
    problem = "0:1 no-look: there is no such folder of templates (check its name)"
    assert refused(Look, tmp_path / "none") == [problem]


def test_a_folder_without_a_template_is_told(tmp_path, refused):
    """One whose files go instead of none of ours would change nothing."""
    (tmp_path / "papers.html").touch()
    (told,) = refused(Look, tmp_path)
    assert "no-look: this folder has no template that goes instead" in told
    assert "paper.html" in told


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.png", "image/png"), ("b.SVG", "image/svg+xml"), ("in/c.jpg", "image/jpeg")],
)
def test_a_picture_stands_in_the_page(name, kind, school):
    """As a `data:` address, so that the page is one file."""
    path = school / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(PIXEL)
    made = Look(school).render("paper.html", name=name)
    assert made == f"<img src=\"data:{kind};base64,iVBORw0KGgo=\" alt=''>"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("none.png", "there is no picture 'none.png' in the folder of templates"),
        ("../out.png", "there is no picture '../out.png' in the folder of templates"),
        ("paper.html", "'paper.html' is no picture"),
        ("big.png", "'big.png' has 500,001 bytes; the limit is 500,000"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told(name, what, school, refused):
    """It is not there, is outside of the folder, is none or is too large."""
    (school.parent / "out.png").write_bytes(PIXEL)
    (school / "big.png").write_bytes(b"x" * (MAX_PICTURE + 1))
    (told,) = refused(Look(school).render, "paper.html", name=name)
    assert told.startswith(f"1:1 bad-picture: {what} (")


def test_only_a_folder_has_pictures():
    """A look of ours alone shows none."""
    with pytest.raises(HelperError):
        Look()._picture("logo.png")  # noqa: SLF001 - no template of ours asks for one
