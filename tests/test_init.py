"""What other programs may use: the names the package says, and no more."""

import ast
import datetime as dt
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import quiz


def test_the_public_names_are_sorted_and_complete():
    """All that the package imports is named, in order, and nothing else is in it."""
    tree = ast.parse(Path(quiz.__file__).read_text("utf-8"))
    imported = [
        name.asname or name.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    ]
    assert sorted(imported) == quiz.__all__
    assert len(set(imported)) == len(imported)


@pytest.mark.parametrize("name", quiz.__all__)
def test_every_public_name_says_what_it_is(name):
    """Each has a docstring of its own that begins with a sentence."""
    found = getattr(quiz, name)
    first = inspect.getdoc(found).partition("\n")[0]
    assert first.endswith(".")
    assert found.__doc__ is not None


def test_the_verbs_work_together(tiny):
    """Loading, making items, assembling, building and checking need nothing but these names."""
    day = dt.date(2026, 11, 24)
    found = quiz.load("tiny.yaml", cwd=tiny.parent)
    made = quiz.items(found, as_of=day)
    (form,) = quiz.forms(found, as_of=day)
    assert [item.id for item in made] == [item.id for item in form.items]
    assert isinstance(made[0].key, quiz.Key)
    (path,) = quiz.build([form], tiny.parent / "out", ["json"])
    assert len(made) == len(path.read_text("utf-8").splitlines())
    assert quiz.check(found, as_of=day) == ()
    with pytest.raises(quiz.QuizError):
        quiz.load("nothing", cwd=tiny.parent)


def test_importing_it_loads_no_writer():
    """Nor the command line: a program that only reads items starts at once."""
    code = "import sys, quiz; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not {"genanki", "typer", "rich"} & set(loaded)
