"""What a reader of the terminal sees."""

import datetime as dt

import pytest

from quiz import api
from quiz.cli import screens
from quiz.errors import Location, Problem, QuizError

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def shown(tiny):
    """A function that shows an id of the tiny deck."""
    found = api.load("tiny.yaml", cwd=tiny.parent)
    made = api.catalogue(found, as_of=DAY)
    return lambda name: screens.everything(name, found.library, made)


def test_an_item_is_a_line(tiny_form):
    """Parted by tabs, for tools that cut; a list says how many are wanted."""
    lines = [screens.line(item).split("\t") for item in tiny_form.items]
    assert lines[0] == [
        "tiny/talk/where-when",
        "Where and when did Biden and Xi meet?",
        "Bali, Indonesia; November 14, 2022",
    ]
    assert ["tiny/many/ask", "Name two colours.", "2 of: red; white; blue"] in lines


def test_an_item_is_shown_with_all_there_is_to_it(shown):
    """Its parts, other right forms, options, source, day and place."""
    text = shown("tiny/talk/where-when")
    told = {line[2:10].strip(): line[12:] for line in text.splitlines()[1:]}
    assert text.startswith("tiny/talk/where-when\n")
    assert told["question"] == "Where and when did Biden and Xi meet?"
    assert told["where"].startswith("Bali, Indonesia (also: ")
    assert (
        told["source"] == "The White House, 2022-11-10, https://example.org/a?b=1&c=2"
    )
    assert told["as of"] == "2026-11-24 (past)"
    assert told["written"].startswith("tiny.yaml:7")


def test_what_a_fact_teaches_is_shown(shown):
    """As a sentence with a blank."""
    said = "  says      The House has _____ voting members.\n"
    assert said in shown("tiny/blank")


def test_a_hint_that_is_not_shown_says_why(tmp_path):
    """Who asks for the item sees which word of its hint told the answer."""
    (tmp_path / "d.yaml").write_text(
        "deck: d\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
        "- {id: a, kind: qa, ask: Q?, answer: peace, hint: Say peace., source: s}\n"
    )
    found = api.load("d.yaml", cwd=tmp_path)
    text = screens.everything("d/a", found.library, api.catalogue(found, as_of=DAY))
    why = "the hint 'Say peace.' gives the answer away by 'peace'"
    assert f"  hint      not shown: {why}\n" in text


def test_a_fact_is_shown_with_its_items_and_what_is_not_asked(shown):
    """And why it is not."""
    text = shown("tiny/talk")
    assert "\ntiny/talk/occasion\n  not asked: the fact has no 'occasion'\n" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_question_that_is_not_asked_is_shown_alone(shown):
    """As an item would be."""
    said = "tiny/talk/occasion\n  not asked: the fact has no 'occasion'\n"
    assert shown("tiny/talk/occasion") == said


def test_a_deck_is_shown_with_its_stems(shown):
    """Title first."""
    lines = shown("tiny").splitlines()
    assert lines[0] == "tiny: Tiny & <small>"
    assert "  tiny/many/ask" in lines
    assert "    Name two colours." in lines


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("tiny/meny", "did you mean 'tiny/many'?"),
        ("tiny/many/aks", "did you mean 'tiny/many/ask'?"),
        ("tinny", "did you mean 'tiny'?"),
    ],
)
def test_an_unknown_id_gets_the_likely_one(shown, name, fix):
    """Among those of its own deck."""
    with pytest.raises(QuizError) as caught:
        shown(name)
    (problem,) = caught.value.problems
    assert problem.what == f"there is no item, fact or deck '{name}'"
    assert fix in problem.fix


def test_an_annotation_is_a_line_whatever_it_says():
    """GitHub's escapes: %, line ends, and in properties the separators as well."""
    problem = Problem(
        Location("a,b:c.yaml", 2, 3), "odd", "100%\nof it", "fix", "finding"
    )
    told = "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,title=odd::100%25%0Aof it (fix)"
    assert screens.annotation(problem) == told


def test_a_problem_is_an_object():
    """With all of its parts."""
    problem = Problem(Location("a.yaml", 2, 3), "odd", "what", "fix")
    assert screens.as_dict(problem) == {
        "file": "a.yaml",
        "line": 2,
        "column": 3,
        "severity": "error",
        "code": "odd",
        "what": "what",
        "fix": "fix",
    }
