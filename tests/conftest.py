import datetime as dt
from pathlib import Path

import pytest
from hypothesis import settings

from quiz import api
from quiz.errors import Problems, QuizError
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read
from quiz.kinds import read_kind
from quiz.model import Names, Source, Text
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

POST = """\
kind: post
about: Who holds a post.
fields:
  who: {type: person}
  nick-name: {type: text, optional: true}
  from: {type: date, optional: true}
  until: {type: date, optional: true}
questions:
  who: {stem: "Who {{ is }} it from {{ from }}?", answer: who}
  name: {stem: "What is {{ who }} called?", answer: nick-name}
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


@pytest.fixture(scope="session")
def home():
    """What the facts of a small deck share; a reign has years where a post has dates."""
    texts = {
        "post": POST,
        "reign": POST.replace("post", "reign").replace("date", "year"),
    }
    return Home(
        "d",
        "d",
        {name: read_kind(parse(texts[name].encode(), ""), name) for name in texts},
        frozenset({"realm"}),
        {name: Source(name, "The Press") for name in ("paper", "book")},
        Scope(Names(), "es", read),
        Text({"en": "Posts"}),
        ("all",),
    )


@pytest.fixture(scope="session")
def attempt(home):
    """A function that reads facts, from line 2: facts, what is unread, problems."""

    def attempt(text):
        problems = Problems()
        node = parse(f"facts:\n{text}".encode(), "d.yaml").get("facts")
        return *read_facts(node, home, problems), problems

    return attempt


@pytest.fixture(scope="session")
def facts(attempt):
    """A function that reads facts of which none may be bad, from line 2."""

    def facts(text):
        made, unread, problems = attempt(text)
        problems.check()
        assert unread == ()
        return made

    return facts


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


def pytest_addoption(parser):
    """Take `--update-golden`: write the golden files anew, to be read in the review."""
    parser.addoption("--update-golden", action="store_true")


@pytest.fixture
def golden(request):
    """Compare a text with the golden file of a name; a missing file fails."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text

    return compare
