import datetime as dt
from pathlib import Path

import pytest
from hypothesis import settings

from quiz import api
from quiz.errors import QuizError
from quiz.reader import parse

# A slow machine is no failure.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

TINY = """\
deck: tiny
title: Tiny & <small>
updated: 2026-11-24
sources:
  paper: {publisher: The White House, date: 2022-11-10, url: "https://example.org/a?b=1&c=2"}
facts:
  - id: talk
    kind: meeting
    who: [Joe Biden, Xi Jinping]
    where: Bali, Indonesia
    when: 2022-11-14
    source: paper
  - {id: many, kind: qa, ask: Name two colours., answer: [red, white, blue], need: 2, source: paper}
  - id: hostile
    kind: qa
    ask: 'What is <b> & {{c1::"x"}} [sound:x.mp3] שלום 🇺🇸?'
    answer: '</div> {{Answer}} & "quotes"'
    source: paper
  - {id: blank, kind: claim, claim: "The House has {435|100|50} voting members.", source: paper}
"""


@pytest.fixture(scope="session")
def node():
    """A function that reads one YAML value, which begins at line 1, column 4."""
    return lambda text: parse(f"v: {text}".encode(), "t.yaml").get("v")


@pytest.fixture(scope="session")
def refused():
    """A function that makes a call and gives its problems, a line each."""

    def problems(call, *args, **kwargs):
        with pytest.raises(QuizError) as caught:
            call(*args, **kwargs)
        return [
            f"{p.location.line}:{p.location.column} {p.code}: {p.what} ({p.fix})"
            for p in caught.value.problems
        ]

    return problems


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A deck of every item type, with text that would break a careless format."""
    path = tmp_path / "tiny.yaml"
    path.write_text(TINY, "utf-8")
    return path


@pytest.fixture
def tiny_form(tiny):
    """The tiny deck assembled for a day after the meeting."""
    found = api.load("tiny.yaml", cwd=tiny.parent)
    return api.forms(found, as_of=dt.date(2026, 11, 24))[0]
