"""The menu of `print` is in the words of a teacher, and takes nothing else."""

import re

import pytest
import typer

from quiz.cli import sheets
from quiz.papers import TYPES


@pytest.mark.parametrize("text", ["mc", "mc,open", "mc, tf", ",".join(TYPES)])
def test_types_are_named_with_commas(text):
    """With spaces or without."""
    assert sheets.Types.__metadata__[0].callback(text) == text


@pytest.mark.parametrize("text", ["", "mcq", "mc;open", "mc,"])
def test_other_words_are_no_types(text):
    """Which are told."""
    with pytest.raises(typer.BadParameter, match="is none of mc, tf, match"):
        sheets.Types.__metadata__[0].callback(text)


def test_the_help_is_a_menu(quiz, tmp_path):
    """What it holds comes first, then for whom, then how it looks; each with a line."""
    text = quiz("print", "--help", cwd=tmp_path, COLUMNS="100").stdout
    options = re.findall(r"^  (?:-\w, )?--([\w-]+)", text, re.MULTILINE)
    assert options[:6] == [
        *("number", "types", "blueprint", "versions", "seed", "again"),
    ]
    assert options.index("title") < options.index("key") < options.index("large")
    assert "quiz print us-amendments -n 12 --versions 3" in text
    assert "Traceback" not in text
