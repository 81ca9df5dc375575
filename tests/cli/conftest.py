import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def quiz():
    """A function that runs the program as its user does."""

    def run(*arguments, cwd, stdin="", **environment):
        return subprocess.run(
            [sys.executable, "-m", "quiz", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
