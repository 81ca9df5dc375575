import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import formats

FOLDER = Path(formats.__file__).parent


def test_the_folder_is_the_registry():
    """Every file in it is a format, named after it and ready to use."""
    names = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    assert (
        list(formats.available()) == names == sorted({*names, "anki", "html", "json"})
    )
    suffixes = [formats.named(name).suffix for name in names]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") for suffix in suffixes)
    assert all(formats.named(name).about for name in names)


@pytest.mark.parametrize("name", ["nothing", "", "__init__", "../model"])
def test_another_name_is_none(name):
    """What is no file here is refused before anything is imported."""
    with pytest.raises(KeyError):
        formats.named(name)


def test_naming_the_formats_imports_none():
    """`quiz list` does not wait for a package writer."""
    code = "import sys, quiz.formats as f; f.available(); print(*sys.modules)"
    out = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    modules = {f"quiz.formats.{m.name}" for m in pkgutil.iter_modules(formats.__path__)}
    assert not modules & set(out)
