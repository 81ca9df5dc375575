"""`python -m quiz` is `quiz`."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

from quiz.cli import main


def test_the_module_is_the_program(quiz, tmp_path):
    """Both print the same, and give the same exit code."""
    program = shutil.which("quiz", path=Path(sys.executable).parent)
    for arguments in (["export", "--to", "list"], ["list", "nothing"]):
        ran = quiz(*arguments, cwd=tmp_path)
        same = subprocess.run(
            [program, *arguments],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (same.returncode, same.stdout, same.stderr) == (
            ran.returncode,
            ran.stdout,
            ran.stderr,
        )


def test_importing_it_runs_nothing():
    """Only as a program does it do anything."""
    assert importlib.import_module("quiz.__main__").main is main
