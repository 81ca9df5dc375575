import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pages
import pytest
from hypothesis import settings

from quiz import api, decks, resources
from quiz.ask import ask
from quiz.errors import Problems, QuizError
from quiz.facts import Home, read_facts
from quiz.fields import Scope, read
from quiz.kinds import read_kind
from quiz.model import Names, Source, Text
from quiz.phases import NotAskedError
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


@pytest.fixture(scope="session")
def quiz():
    """A function that runs the program in a folder as its user does."""

    def run(*arguments, cwd, stdin="", **environment):
        return subprocess.run(
            [sys.executable, "-m", "quiz", *arguments],
            cwd=cwd,
            input=stdin,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


ANY_KIND = """\
kind: k
about: K.
fields:
  what: {type: text}
  who: {type: people, optional: true}
  quote: {type: quote, optional: true}
  gap: {type: statement, optional: true}
  other: {type: text, optional: true}
  day: {type: date, optional: true}
  when: {type: date, optional: true}
  from: {type: date, optional: true}
  until: {type: date, optional: true}
questions:
"""


@pytest.fixture(scope="session")
def library():
    """A function that makes a library of YAML texts and of the shipped kinds they name.

    A deck's text may begin with its facts: then it is `d`, in English, and has a source `s`.
    Kinds are given by name; with `questions`, there is a kind `k` that asks them of its fields.
    """
    folder = resources.folder("templates") / "kinds"
    shipped = [
        decks.File(path, path.name, decks.SHIPPED)
        for path in sorted(folder.glob("*.yaml"))
    ]

    def make(*texts, names=(), questions="", **kinds):
        if questions:
            kinds["k"] = f"{ANY_KIND}  {questions}\n"

        def files(what, given):
            return tuple(
                decks.File(Path(f"{name}.yaml"), f"{what}/{name}.yaml", "own", data)
                for name, text in given
                for data in (text.encode(),)
            )

        head = "deck: d\ntitle: T\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"
        whole = [head + text if text.startswith("- ") else text for text in texts]
        used = [kind for kind in shipped if kind.path.stem in "".join(whole)]
        return decks.load(
            decks.Files(
                (*used, *files("kinds", kinds.items())),
                files("names", enumerate(names, 1)),
                files("decks", enumerate(whole, 1)),
            )
        )

    return make


@pytest.fixture(scope="session")
def drafts():
    """A function that asks every question of a library, and gives drafts and items by id.

    A question that is not asked is there with the reason.
    """

    def every(library, day="2026-11-24", language="en"):
        made = {}
        problems = Problems()
        for fact in dict.fromkeys(library.facts.values()):
            kind = library.kinds[fact.deck, fact.kind]
            for question in kind.questions:
                name = f"{fact.ref}/{question.id}"
                as_of = dt.date.fromisoformat(day)
                try:
                    made[name] = ask(
                        name, fact, kind, question, as_of, language, problems
                    )
                except NotAskedError as refusal:
                    made[name] = str(refusal)
        problems.check()
        return made

    return every


@pytest.fixture(scope="session")
def asked(library, drafts):
    """A function that asks all of some facts, of a kind `k` that has these questions."""

    def ask(
        facts, questions="q: {stem: Q?, answer: what}", day="2026-11-24", language="en"
    ):
        return drafts(library(facts, questions=questions), day, language)

    return ask


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The library of all that comes with the program."""
    return api.load(cwd=tmp_path_factory.mktemp("away")).library


@pytest.fixture(scope="session")
def chromium():
    """A browser, started once."""
    with pages.chromium() as browser:
        yield browser


@pytest.fixture
def visit(chromium, tmp_path):
    """A function that opens a page in a browser: see pages.visits."""
    with pages.visits(chromium, tmp_path) as opened:
        yield opened
