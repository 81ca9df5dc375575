"""What `import quiz` gives."""

import subprocess
import sys

import quiz


def test_what_is_public_is_there_and_says_what_it_is():
    """Each with its docstring."""
    for name in quiz.__all__:
        assert getattr(quiz, name).__doc__, name


def test_importing_it_loads_no_writer():
    """Nor the command line: a program that only reads items starts at once."""
    code = "import sys, quiz; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not {"genanki", "typer", "rich"} & set(loaded)
