"""The folder is the registry: a format is a file in it, and all keep one contract."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz import formats
from quiz.formats import Format

NAMES = formats.available()


def test_every_file_of_the_folder_is_a_format():
    """Formats are named as their files or packages, sorted."""
    folder = Path(formats.__file__).parent
    files = [
        *folder.glob("[!_]*.py"),
        *(p.parent for p in folder.glob("*/__init__.py")),
    ]
    assert sorted(path.stem for path in files) == list(NAMES)
    assert {"anki", "html", "json"} <= set(NAMES)


@pytest.mark.parametrize("name", ["pdf", "nothing", "", "__init__", "../model", "JSON"])
def test_what_is_no_format_is_refused(name):
    """A name that no file has is a KeyError, whatever else it could mean."""
    with pytest.raises(KeyError) as caught:
        formats.named(name)
    assert (name,) == caught.value.args


@pytest.mark.parametrize("name", NAMES)
def test_a_format_renders_any_form_to_the_same_bytes(name, tiny_form):
    """A format says what it is for and gives one form the same bytes each time."""
    found = formats.named(name)
    assert isinstance(found, Format)
    data = found.render(tiny_form)
    assert data == found.render(tiny_form)
    assert (found.suffix.startswith("."), len(found.about) > 10) == (True, True)
    if found.text:
        assert data.decode("utf-8")


def test_no_two_formats_write_the_same_file():
    """Each has a suffix of its own, so that a build holds them side by side."""
    suffixes = [formats.named(name).suffix for name in NAMES]
    assert sorted(set(suffixes)) == sorted(suffixes)


def test_naming_the_formats_imports_none():
    """`quiz list` does not wait for a package writer."""
    code = "import sys, quiz.formats as f; f.available(); print(*sys.modules)"
    out = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    modules = {f"quiz.formats.{name}" for name in NAMES}
    assert not modules & set(out)
