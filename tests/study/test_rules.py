"""An exam is one YAML file; what is wrong in it is told with its place."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from quiz import resources
from quiz.errors import QuizError
from quiz.reader import parse
from quiz.study.exams import Elsewhere
from quiz.study.rules import available, load, read_exam

FOLDER = resources.folder("templates") / "exams"
SCHEMA = json.loads((FOLDER / "schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
BAD = Path(__file__).parents[1] / "corpus" / "exams"
FULL = """\
exam: e
title: The test
list: official
sources:
  law: {title: The Law, publisher: The Press, url: "https://example.org"}
rules:
  whom: {is: For all., source: law, note: Read in a newspaper.}
  questions: {is: 30, source: law}
  asked: {is: 10, source: [law], note: About ten.}
  pass: {is: 6, source: law}
  stop: {is: certain, source: law, note: Not in the law.}
  starred: {is: true, source: law, note: Those with an asterisk.}
  oral: {is: true, source: law}
  language: {is: en, source: law}
  again: {is: You may try again., source: law}
elsewhere:
  - {number: 3, ask: "Who?", where: example.org, source: law, note: Not in D.C.}
"""


def valid(text):
    """Tell whether an editor takes a file, to which days are strings (YAML 1.2)."""
    plain = json.dumps(yaml.safe_load(text), default=str)
    return VALIDATOR.is_valid(json.loads(plain))


def read(text):
    """Read an exam from a file's text."""
    return read_exam(parse(text.encode(), "e.yaml"))


def test_all_of_an_exam_is_read():
    """Each rule, with what it rests on."""
    made = read(FULL)
    (law,) = made.sources["asked"]
    assert (law.title, law.url) == ("The Law", "https://example.org")
    assert (made.name, made.title, made.list) == ("e", "The test", "official")
    assert (made.questions, made.asked, made.passing) == (30, 10, 6)
    assert (made.right, made.wrong) == (6, 5)
    assert (made.starred, made.oral, made.language) == (True, True, "en")
    assert (made.whom, made.again) == ("For all.", "You may try again.")
    assert made.elsewhere == (
        Elsewhere(3, "Who?", "example.org", (law,), "Not in D.C."),
    )
    assert made.notes == {
        "whom": "Read in a newspaper.",
        "asked": "About ten.",
        "stop": "Not in the law.",
        "starred": "Those with an asterisk.",
    }
    assert {*made.sources} == {
        *("whom", "questions", "asked", "pass", "stop", "starred", "oral"),
        *("language", "again"),
    }


def test_an_exam_stops_where_it_says():
    """At numbers of its own, or never."""
    told = FULL.replace("stop: {is: certain", "stop: {right: 7, wrong: 5")
    assert valid(told)
    assert (read(told).right, read(told).wrong) == (7, 5)
    line = "  stop: {is: certain, source: law, note: Not in the law.}\n"
    assert (read(FULL.replace(line, "")).right, read(FULL.replace(line, "")).wrong) == (
        *(0, 0),
    )


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_the_shipped_exams_keep_to_the_schema(path):
    """Each is called as its file; each rule and place names a source with an address."""
    assert valid(path.read_text("utf-8"))
    made = load(path.stem, [FOLDER], FOLDER)
    assert made.name == path.stem
    for sources in (*made.sources.values(), *(e.sources for e in made.elsewhere)):
        assert sources
        assert all(each.url and each.opened for each in sources)


# What was read in its own words, if in a copy; the others quote or report it.
OWN = {"list", "manual", "statute", "reexamination", "consideration"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_rule_that_only_others_report_says_so(path):
    """A learner is told what is not sure; a place is one whose own list asks it."""
    made = load(path.stem, [FOLDER], FOLDER)
    for rule, sources in made.sources.items():
        assert rule in made.notes or OWN & {each.id for each in sources}, rule
    for place in made.elsewhere:
        assert OWN & {each.id for each in place.sources}
    for source in {each for sources in made.sources.values() for each in sources}:
        reported = re.search("quot|attorney|, on the", source.publisher)
        assert (source.id in OWN) == (reported is None), source


@pytest.mark.parametrize(
    ("name", "numbers", "starred"),
    [
        ("uscis-2025", (128, 20, 12, 12, 9), False),
        ("uscis-2008", (100, 10, 6, 6, 5), False),
        ("uscis-65-20-2025", (20, 10, 6, 6, 5), True),
        ("uscis-65-20-2008", (20, 10, 6, 6, 5), True),
    ],
)
def test_the_shipped_exams_have_the_real_rules(name, numbers, starred):
    """As public sources tell them; see each file."""
    made = load(name, [FOLDER], FOLDER)
    assert numbers == (
        *(made.questions, made.asked, made.passing, made.right, made.wrong),
    )
    assert (made.starred, made.oral) == (starred, True)


def test_a_file_in_a_folder_of_ones_own_is_an_exam(tmp_path):
    """It goes before a shipped one of the same name; a name that is none is a likely slip."""
    (tmp_path / "e.yaml").write_text(FULL, "utf-8")
    (tmp_path / "uscis-2025.yaml").write_text(FULL, "utf-8")
    folders = [FOLDER, tmp_path, tmp_path / "none"]
    assert {"e", "uscis-2008"} < available(folders).keys()
    assert load("e", folders, tmp_path).title == "The test"
    assert load("uscis-2025", folders, tmp_path).title == "The test"
    with pytest.raises(QuizError) as caught:
        load("uscis-2026", [FOLDER], FOLDER)
    (problem,) = caught.value.problems
    assert (problem.code, problem.fix) == ("unknown-exam", "did you mean 'uscis-2025'?")


def test_it_is_a_schema():
    """By the standard's own."""
    Draft202012Validator.check_schema(SCHEMA)


# What compares one rule with another, or with the sources, is beyond a schema.
BEYOND = {"bad-stop-soon", "too-many-asked", "unknown-source", "unknown-language"}


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_schema_refuses_what_the_program_refuses(path):
    """And takes what it takes."""
    if path.stem not in BEYOND:
        assert not valid(path.read_text("utf-8"))
    assert valid(FULL)


def test_the_exam_that_contributing_shows_is_one():
    """With the numbers of the shipped one."""
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")
    (shown,) = re.findall(r"^```yml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    ours = load("uscis-2025", [FOLDER], FOLDER)
    made = read(shown)
    assert valid(shown)
    assert (made.name, made.title, made.asked, made.wrong, made.oral) == (
        *(ours.name, ours.title, ours.asked, ours.wrong, ours.oral),
    )
    assert made.elsewhere[0].number in {each.number for each in ours.elsewhere}
