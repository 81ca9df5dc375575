"""`python -m quiz` and `quiz` are one program."""

import subprocess
import sys
from pathlib import Path


def test_both_ways_to_start_it_say_the_same(tmp_path):
    """Under the same name."""
    installed = Path(sys.executable).with_name("quiz")
    said = [
        subprocess.check_output([*start, "--help"], cwd=tmp_path, text=True)
        for start in ([sys.executable, "-m", "quiz"], [installed])
    ]
    assert said[0] == said[1]
    assert "Usage: quiz " in said[0]
