"""Each bad file's leading comment is the exact message it causes."""

import datetime as dt
from pathlib import Path

import pytest

from quiz import api
from quiz.errors import QuizError

CASES = sorted((Path(__file__).parent / "corpus" / "errors").glob("*.yaml"))


def expected(path):
    """Give the message in a file's leading comment."""
    lines = path.read_text("utf-8", "replace").splitlines()
    end = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return "\n".join(line.removeprefix("# ") for line in lines[:end])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_bad_file_says_what_and_where(path):
    """The problem, its place and its fix are what the file says they are."""
    with pytest.raises(QuizError) as caught:
        api.check(api.load(path.name, cwd=path.parent), as_of=dt.date(2026, 11, 24))
    found = "\n".join(f"{p}\n  fix: {p.fix}" for p in caught.value.problems)
    assert expected(path) == found
