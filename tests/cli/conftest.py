import os
import pty
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


@pytest.fixture
def terminal():
    """A function that runs the program with one stream on a terminal, the others on none.

    It gives the exit code and what the terminal showed.
    """

    def run(*arguments, cwd, stream):
        ours, theirs = pty.openpty()
        streams = {1: "stdout", 2: "stderr"}
        with subprocess.Popen(
            [sys.executable, "-m", "quiz", *arguments],
            cwd=cwd,
            env={**os.environ, "TERM": "dumb"},
            **{
                name: theirs if n == stream else subprocess.DEVNULL
                for n, name in streams.items()
            },
        ) as ran:
            os.close(theirs)
            shown = b""
            try:
                while chunk := os.read(ours, 4096):
                    shown += chunk
            except OSError:  # Linux says so when nobody is at the other end
                pass
            os.close(ours)
        return ran.returncode, shown.decode()

    return run
