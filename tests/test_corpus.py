"""Each bad deck's leading comment is the exact message it causes; a good deck causes none.

A case is one file, or a folder whose `deck.yaml` has the comment and its kinds or names beside it.
"""

import ast
import datetime as dt
import re
from pathlib import Path

import pytest

import quiz
from quiz import api
from quiz.errors import QuizError
from quiz.selection import Shelf

ERRORS = Path(__file__).parent / "corpus" / "errors"
CASES = sorted(path for path in ERRORS.iterdir() if path.suffix or path.is_dir())
# Of the command line or the file system, not of any text: tested where they are made.
ELSEWHERE = {
    *("file-too-large", "unreadable-file", "unwritable-file", "locked-ledger"),
    *("bad-package", "unwritable-ledger"),
    *("no-decks", "no-items", "unknown-format", "unknown-id"),
    *("no-look", "template-recursion", "unknown-block", "template-outside"),
    *("card-too-long", "no-pdf", "page-loads"),
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
        problems = api.check(collection, as_of=dt.date(2026, 11, 24))
    except QuizError as error:
        problems = error.problems
    return "\n".join(f"{p}\n  fix: {p.fix}" for p in problems)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_bad_file_says_what_and_where(path):
    """The problem, its place and its fix are what the file says they are."""
    assert expected(path) == found(path)


@pytest.mark.parametrize(
    "path", sorted((ERRORS.parent / "good").iterdir()), ids=lambda path: path.stem
)
def test_a_good_file_loads_without_a_word(path):
    """What looks odd and is right is neither a problem nor a finding."""
    assert found(path) == ""
    assert api.load(path.name, cwd=path.parent).decks[0].facts


def test_every_code_has_a_case():
    """No message that a curator can meet is without a bad file that causes it."""
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
        for path in CASES
        for code in re.findall(r"(?:error|finding)\[(.+?)\]", expected(path))
    }
    assert codes - shown == ELSEWHERE
