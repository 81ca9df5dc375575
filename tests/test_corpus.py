"""Each bad file's leading comment is the exact message it causes; a good deck causes none.

A deck's case is one file, or a folder whose `deck.yaml` has the comment and its kinds or names beside it.
A blueprint's is a file from which a paper of the deck `trees` is to be made, an exam's one that is to be sat.
"""

import ast
import datetime as dt
import re
from pathlib import Path

import pytest

import quiz
from quiz import api, printing, reader
from quiz.errors import QuizError
from quiz.exam.blueprints import read_blueprint
from quiz.papers import Head
from quiz.selection import Shelf
from quiz.study.rules import read_exam

ERRORS = Path(__file__).parent / "corpus" / "errors"
CASES = sorted(path for path in ERRORS.iterdir() if path.suffix or path.is_dir())
BLUEPRINTS = sorted((ERRORS.parent / "blueprints").glob("*.yaml"))
EXAMS = sorted((ERRORS.parent / "exams").glob("*.yaml"))
TODAY = dt.date(2026, 11, 24)
# Of the command line or the file system, not of any text: tested where they are made.
ELSEWHERE = {
    *("file-too-large", "unreadable-file", "unwritable-file", "locked-ledger"),
    *("bad-package", "unwritable-ledger"),
    *("no-decks", "no-items", "unknown-format", "unknown-id"),
    *("no-look", "template-recursion", "unknown-block", "template-outside"),
    *("card-too-long", "no-pdf", "page-loads"),
    *("bad-code", "other-blueprint", "other-decks", "changed-decks"),
    *("unknown-exam", "unknown-state", "no-state", "no-list", "too-few-questions"),
    *("bad-setting", "unknown-setting"),
    *("bad-profile", "unknown-profile", "unwritable-store", "full-disk"),
    *("locked-store", "corrupt-store", "newer-store", "not-a-store"),
    *("bad-record", "taken-uid", "unknown-setting", "bad-setting", "unknown-state"),
    "open-collection",
}


def expected(path):
    """Give the message in a case's leading comment."""
    file = path / "deck.yaml" if path.is_dir() else path
    lines = file.read_text("utf-8", "replace").splitlines()
    end = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return "\n".join(line.removeprefix("# ") for line in lines[:end])


def found(path):
    """Give every problem and finding in a case, as printed."""
    try:
        collection = api.load(path.name, cwd=path.parent)
        problems = api.check(collection, as_of=TODAY)
    except QuizError as error:
        problems = error.problems
    return printed(problems)


def refused(path):
    """Give every problem of making a paper by a blueprint, as printed."""
    trees = api.load("deck/trees.yaml", cwd=path.parent)
    try:
        plan = read_blueprint(reader.read(path, path.name))
        order = printing.Order(1, blueprint=plan)
        printing.papers(trees, order, Head(""), as_of=TODAY)
    except QuizError as error:
        return printed(error.problems)
    return ""


def unread(path):
    """Give every problem of reading an exam, as printed."""
    try:
        read_exam(reader.read(path, path.name))
    except QuizError as error:
        return printed(error.problems)
    return ""


def printed(problems):
    """Give problems as printed, without the lines that they show."""
    return "\n".join(f"{p}\n  fix: {p.fix}" for p in problems)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_bad_file_says_what_and_where(path):
    """The problem, its place and its fix are what the file says they are."""
    assert expected(path) == found(path)


@pytest.mark.parametrize("path", BLUEPRINTS, ids=lambda path: path.stem)
def test_a_bad_blueprint_says_what_and_where(path):
    """In the file itself, or at the section that the decks cannot fill."""
    assert expected(path) == refused(path)


@pytest.mark.parametrize("path", EXAMS, ids=lambda path: path.stem)
def test_a_bad_exam_says_what_and_where(path):
    """Each mistake with the fix that the file says."""
    assert expected(path) == unread(path)


def test_a_bad_blueprint_is_printed_by_the_command(quiz):
    """Each line of what the file says, on its own; no paper is made."""
    path = BLUEPRINTS[0].with_name("unknown-key.yaml")
    command = ("print", "deck/trees.yaml", "--blueprint", path.name, "--seed", "1")
    result = quiz(*command, cwd=path.parent)
    assert result.returncode
    assert result.stdout == ""
    assert {*expected(path).splitlines()} <= {*result.stderr.splitlines()}


@pytest.mark.parametrize(
    "path", sorted((ERRORS.parent / "good").iterdir()), ids=lambda path: path.stem
)
def test_a_good_file_loads_without_a_word(path):
    """What looks odd and is right is neither a problem nor a finding."""
    assert found(path) == ""
    assert api.load(path.name, cwd=path.parent).decks[0].facts


def test_every_code_has_a_case():
    """No message that a curator or teacher can meet is without a bad file that causes it."""
    calls = [
        node
        for file in Path(quiz.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and len(node.args) > 1
    ]
    makers = ("fail", "flag", "add", "finding", "Problem")
    codes = {
        call.args[1].value
        for call in calls
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in makers
        and isinstance(call.args[1], ast.Constant)
    }
    # A choice is refused by the name of what it is of, a selection's by its key.
    codes |= {
        f"unknown-{call.args[-1].value}"
        for call in calls
        if "choice" in map(ast.unparse, (call.func, call.args[0]))
        and isinstance(call.args[-1], ast.Constant)
    }
    codes |= {f"unknown-{key}" for key in Shelf({}, {}).values()}
    assert {"unknown-field", "stale", "not-utf8", "unknown-option"} <= codes
    shown = {
        code
        for path in (*CASES, *BLUEPRINTS, *EXAMS)
        for code in re.findall(r"(?:error|finding)\[(.+?)\]", expected(path))
    }
    assert codes - shown == ELSEWHERE
