"""The program as a whole: its help, its version, its exit codes, its pipes."""

import subprocess
import sys

import pytest

from quiz import cli


def test_help_names_every_command(quiz, tmp_path):
    """And every command has examples."""
    told = quiz("--help", cwd=tmp_path).stdout
    for command in ("build", "list", "show", "check", "export"):
        assert f"\n  {command}" in told
        assert "Examples:\n" in quiz(command, "-h", cwd=tmp_path).stdout


def test_the_version_is_the_distribution_s(quiz, tmp_path):
    """So that a report says what it is about."""
    said = quiz("--version", cwd=tmp_path).stdout
    assert said == f"civics-quiz {cli.version('civics-quiz')}\n"


@pytest.mark.parametrize("words", [(), ("nothing",), ("list", "--nothing")])
def test_wrong_usage_exits_2(quiz, tmp_path, words):
    """With help, or with what is wrong; never a traceback."""
    ran = quiz(*words, cwd=tmp_path)
    assert ran.returncode == 2
    assert "Usage: quiz" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    """`quiz list | head -1` ends without a word."""
    command = f"'{sys.executable}' -m quiz list | head -1"
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (len(ran.stdout.splitlines()), ran.stderr) == (1, "")


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has a device that is full"
)
def test_a_full_disk_is_said(tmp_path):
    """In a line, with exit code 1."""
    command = f"'{sys.executable}' -m quiz export us-amendments --to html > /dev/full"
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "quiz: no space left on device\n")


def test_a_terminal_that_knows_few_letters_gets_marks(quiz, tiny):
    """Rather than a traceback in place of the items."""
    ran = quiz("list", "tiny.yaml", cwd=tiny.parent, PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert "????" in ran.stdout


def test_json_is_utf_8_whatever_the_terminal_speaks(quiz, tiny):
    """Another program reads it."""
    ran = quiz(
        "list", "tiny.yaml", "--json", cwd=tiny.parent, PYTHONIOENCODING="latin-1"
    )
    assert "שלום 🇺🇸" in ran.stdout
