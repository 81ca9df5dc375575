import datetime as dt
import os
import pty
import subprocess
import sys

import dialogues
import pytest

from quiz.diff import compare
from quiz.formats.anki.reading import Note, Package
from quiz.study.model import Mark, Review, Undo
from quiz.study.store import open_store

DECK = """\
deck: numbers
title: Numbers
updated: 2026-11-24
topic: Counting
sources: {paper: {title: The Paper, publisher: The Press, date: 2020}}
facts:
  - {id: one, kind: qa, ask: How many houses has Congress?, answer: two, hint: As many as hands., wrong: [one, three, four], note: They share the Capitol., source: paper}
  - {id: two, kind: qa, ask: How many branches are there?, answer: three, wrong: [one, two, four], source: paper}
  - {id: who, kind: qa, ask: Who was President after Lincoln?, answer: Andrew Johnson, source: paper}
  - {id: steps, kind: steps, ask: How is a law made?, steps: [a bill, a vote, a signature], source: paper}
"""


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


@pytest.fixture
def place(tmp_path):
    """A folder with a deck of four questions."""
    (tmp_path / "numbers.yaml").write_text(DECK, "utf-8")
    return tmp_path


@pytest.fixture
def talk(place):
    """A function that starts a program there in a terminal; see dialogues.Talk."""
    begun = []

    def start(*words, **more):
        begun.append(dialogues.Talk(*words, cwd=place, **more))
        return begun[-1]

    yield start
    for each in begun:
        each.child.close(force=True)


@pytest.fixture
def kept(place):
    """A function that gives what was recorded of a profile, in short."""

    def kept(profile="default"):
        with open_store(place / "data", profile) as store:
            return [
                f"{event.card.split('/')[1]}{event.rating}"
                if isinstance(event, Review)
                else {Undo: "undo", Mark: "mark"}[type(event)]
                for event in store.events()
            ]

    return kept
