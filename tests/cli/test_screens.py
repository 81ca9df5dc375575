"""What items, facts, decks and problems look like in a terminal."""

import datetime as dt

import pytest

from quiz.cli import screens
from quiz.dates import Date
from quiz.errors import Location, Problem, QuizError
from quiz.generate import generate
from quiz.model import Answer, Key, Source

DECK = """\
deck: d
title: {en: The deck, es: La baraja}
sources:
  s: {publisher: P, title: T, date: 2000-02, url: "https://x.y/"}
  t: {publisher: Q}
facts:
- {id: full, kind: k, what: {text: W, accept: [V, U], wrong: [X, Y]}, who: [A, B], day: 2020, other: then, note: N., tags: [a, b], checked: 2025, source: [s, t], formerly: old}
- {id: bare, kind: k, what: Z, who: [C, D], source: t}
"""
QUESTIONS = """\
q: {stem: 'What of {{ day }}?', answer: what}
  r: {stem: 'Who and when, {{ other }}?', answer: [who, day]}
  s: {stem: S?, answer: who, need: 1, only: [past]}
"""
FULL = """\
d/full/q
  question  What of 2020?
  answer    W (also: V; U)
  options   X; Y
  note      N.
  source    T, P, 2000-02, https://x.y/
  source    Q
  as of     2026-11-24 (timeless)
  tags      a, b
  written   decks/1.yaml:7:8
"""
PARTS = """\
d/full/r
  question  Who and when, then?
  who       A
  who       B
  day       2020
  options   not offered as multiple choice: its answer has several parts
  note      N.
  source    T, P, 2000-02, https://x.y/
  source    Q
  as of     2026-11-24 (timeless)
  tags      a, b
  written   decks/1.yaml:7:8
"""
HELD = "d/full/s\n  not asked: it is asked only when past\n"
BARE = "".join(
    f"d/bare/{name}\n  not asked: {why}\n"
    for name, why in (
        ("q", "the fact has no 'day'"),
        ("r", "the fact has no 'day'"),
        ("s", "it is asked only when past"),
    )
)


@pytest.fixture(scope="module")
def shown(library):
    """A function that shows what an id names."""
    found = library(
        DECK, "deck: e\ntitle: E\nselect: [d/full/q]\n", questions=QUESTIONS
    )
    made = generate(found, dt.date(2026, 11, 24))
    return lambda name: screens.everything(name, found, made)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("d/full/q", FULL),
        ("d/old/q", FULL),
        ("d/full/s", HELD),
        ("d/full", f"{FULL}\n{PARTS}\n{HELD}"),
        ("d/old", f"{FULL}\n{PARTS}\n{HELD}"),
        ("d/bare", BARE),
        # A deck shows what is withheld of it, so that no card vanishes silently (finding 10).
        (
            "d",
            (
                "d: The deck\n  d/full/q\n    What of 2020?\n  d/full/r\n    Who and when, then?\n"
                f"{HELD}{BARE}"
            ),
        ),
        ("e", "e: E\n  d/full/q\n    What of 2020?\n"),
    ],
)
def test_an_id_shows_all_there_is_to_it(name, expected, shown):
    """An item, a fact under any of its ids and a deck show what is asked, and why the rest is not."""
    assert expected == shown(name)


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("nothing", "use one of: d, e"),
        ("d/ful", "did you mean 'd/full'?"),
        ("d/full/x", "did you mean 'd/full/q'?"),
        ("d/old/zzz", "use one of: d/full/q, d/full/r"),
        ("zzz/full", "use one of: d, e"),
    ],
)
def test_an_id_that_names_nothing_is_told_with_the_likely_one(name, fix, shown):
    """The hint is of the same level, and never what was typed (finding 54)."""
    with pytest.raises(QuizError) as caught:
        shown(name)
    (problem,) = caught.value.problems
    says = f"command line: error[unknown-id]: there is no item, fact or deck '{name}'"
    assert (says, fix) == (str(problem), problem.fix)
    assert f"'{name}'" not in problem.fix


@pytest.mark.parametrize(
    ("texts", "names", "need", "expected"),
    [
        ("a", "", 1, "a"),
        ("ab", "", 2, "a; b"),
        ("ab", "", 1, "one of: a; b"),
        ("abc", "", 2, "2 of: a; b; c"),
        ("ab", "xy", 2, "a; b"),
    ],
)
def test_a_key_is_said_in_a_line(texts, names, need, expected):
    """All its answers, and how many of them are wanted if not all."""
    parts = names or " " * len(texts)
    answers = [
        Answer(text, name=name.strip()) for text, name in zip(texts, parts, strict=True)
    ]
    assert expected == screens.answers(Key(tuple(answers), need))


def test_an_item_is_a_line_of_three_columns(library):
    """Id, stem and key are parted by tabs, for other programs to cut."""
    made = generate(library(DECK, questions=QUESTIONS), dt.date(2026, 11, 24))
    assert (
        screens.line(made.items["d/full/r"])
        == "d/full/r\tWho and when, then?\tA; B; 2020"
    )


def test_what_is_special_of_an_item_is_said(library):
    """How many of its answers are wanted, and that it was checked too long ago."""
    facts = "- {id: a, kind: members, ask: Name two., members: [a, b, c], need: 2, source: s}\n"
    facts += "- {id: b, kind: office, holder: A, office: B, from: 2001, checked: 2002, source: s}\n"
    found = library(facts)
    made = generate(found, dt.date(2026, 11, 24))
    one = screens.everything("d/a/name", found, made).splitlines()
    two = screens.everything("d/b/holder", found, made).splitlines()
    assert "  wanted    2 of 3" in one
    assert "  checked   2002, which is too long ago" in two
    assert "  as of     2026-11-24 (current)" in two


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("s", "P"), "P"),
        (
            Source("s", "P", "T", Date(2000, 2), "https://x.y/"),
            "T, P, 2000-02, https://x.y/",
        ),
    ],
)
def test_a_source_is_said_in_a_line(source, expected):
    """What is known of it, from its title to its address."""
    assert expected == screens.cite(source)


AT = Location("a,b:c.yaml", 3, 5, text="x")


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            Problem(AT, "bad-id", "this is 100% wrong\r\nreally", "mend: it, now"),
            (
                "::error file=a%2Cb%3Ac.yaml,line=3,col=5,title=bad-id"
                "::this is 100%25 wrong%0D%0Areally (mend: it, now)"
            ),
        ),
        (
            Problem(Location("x%"), "twin", "w", "f", "finding"),
            "::warning file=x%25,line=1,col=1,title=twin::w (f)",
        ),
    ],
)
def test_a_problem_annotates_a_review(problem, expected):
    """GitHub's workflow commands: a line each, with its separators escaped (finding 57)."""
    assert expected == screens.annotation(problem)


def test_a_problem_is_an_object_with_its_place():
    """What a program needs to show it where it is."""
    assert screens.as_dict(Problem(AT, "c", "w", "f")) == {
        "file": "a,b:c.yaml",
        "line": 3,
        "column": 5,
        "severity": "error",
        "code": "c",
        "what": "w",
        "fix": "f",
    }
