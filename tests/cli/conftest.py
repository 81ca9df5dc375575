import datetime as dt
import os
import pty
import subprocess
import sys

import pytest

from quiz.diff import compare
from quiz.formats.anki.reading import Note, Package


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


@pytest.fixture(scope="session")
def packed():
    """A function that gives a package of notes of ours, each from guid, deck and fields."""

    def packed(*notes, tags=("civics::deck::d",)):
        day = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
        made = []
        for guid, deck, fields in notes:
            every = {"Question": f"{guid}?", "Answer": "A", "Id": f"d/{guid}/ask"}
            kind = fields.get("kind", "Civics Question")
            given = {name: text for name, text in fields.items() if name != "kind"}
            every = {**every, **given} if "kind" not in fields else given
            made.append(Note(guid, kind, every, tags, day, (f"Civics::{deck}",), 1))
        return Package((), tuple(made))

    return packed


@pytest.fixture(scope="session")
def everything(packed):
    """The difference of two releases between which all happened that can."""
    link = '<a href="https://x.y/%s">The Law of the Land, as Amended</a>, The Printer'
    many = [(f"cites-{n}", "Rights & duties", {"Source": link % 1}) for n in range(5)]
    later = [(f"cites-{n}", "Rights & duties", {"Source": link % 2}) for n in range(5)]
    long = "It was proposed on September 25, 1789, and ratified on December %s, 1791."
    old = packed(
        (
            "first",
            "Rights & duties",
            {"Answer": "December 16, 1791", "Note": long % 16},
        ),
        ("wording", "Rights & duties", {"Question": "Who may <b>vote</b>, and when?"}),
        ("also", "Rights & duties", {"Also": "the vote; voting; ballots"}),
        ("gone", "Rights & duties", {"Answer": "*this*"}),
        ("basic", "Rights & duties", {"kind": "Basic", "Front": "_f_", "Back": "b"}),
        ("moves", "Rights & duties", {}),
        ("stays", "Names", {}),
        ("named", "Old name", {}),
        *many,
    )
    new = packed(
        (
            "new",
            "Rights & duties",
            {"Question": "Is 1 &lt; 2 [or] $3?", "Answer": "Yes*"},
        ),
        (
            "first",
            "Rights & duties",
            {"Answer": "December 15, 1791", "Note": long % 15},
        ),
        ("wording", "Rights & duties", {"Question": "Who may vote, and where?"}),
        ("also", "Rights & duties", {"Also": "the vote; ballots"}),
        ("moves", "Names", {}),
        ("stays", "Names", {}),
        ("named", "New name", {}),
        *later,
        ("other", "Other", {}),
        tags=("civics::deck::d", "civics::topic::Rights"),
    )
    return compare([old], [new], known=True)
