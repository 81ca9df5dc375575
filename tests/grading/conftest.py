from pathlib import Path

import pytest
import yaml

from quiz.grading import grade
from quiz.grading.case import Case
from quiz.grading.known import Known, shipped
from quiz.grading.nearness import nearness, telling
from quiz.grading.words import read
from quiz.keys import Key


@pytest.fixture(scope="session")
def known():
    """The shipped names, in English."""
    return Known(shipped(), "en")


@pytest.fixture(scope="session")
def judged():
    """A function that grades a response to a question with accepted answers of a type."""

    def judged(typed, answers, kind="text", need=1, stem=""):
        return grade(typed, Key.of(answers, kind, need), stem=stem)

    return judged


@pytest.fixture(scope="session")
def case(known):
    """A function that gives the case of a response to a key, and the response in words."""

    def case(typed, key, stem=""):
        words = read(typed, "en")
        near = nearness(words, key.answers, known, stem)
        return words, Case(stem, "en", known, near, telling(key.answers, known, stem))

    return case


@pytest.fixture(scope="session")
def cases():
    """A function that gives the rows of a file of judged responses."""

    def cases(name):
        return yaml.safe_load((Path(__file__).parent / "cases" / name).read_text())

    return cases
