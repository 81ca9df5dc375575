"""What learners say for accepted answers, as the grader's phrasebook has it."""

from pathlib import Path

import pytest
import yaml

from quiz import resources
from quiz.grading import grade
from quiz.keys import Key

FILES = sorted((resources.folder("templates") / "grading" / "en").glob("sayings*.yaml"))


def told(path, part):
    """Give each saying of a part with its verdict, as if its question had only its words."""
    for entry in yaml.safe_load(Path(path).read_text("utf-8"))["sayings"]:
        key = Key.of(entry["answers"])
        for text in entry.get(part, []):
            verdict = grade(str(text), key, stem=str(entry.get("asked", "")))
            yield text, entry["answers"], verdict.result


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_learners_say_is_right(path):
    """Each saying, word by word."""
    amiss = [told_ for told_ in told(path, "say") if told_[2] != "correct"]
    assert amiss == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_half_is_never_right(path):
    """It is almost, or wrong where something else speaks against it."""
    assert [each for each in told(path, "half") if each[2] == "correct"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_only_looks_right_is_wrong(path):
    """Not even almost."""
    assert [each for each in told(path, "never") if each[2] != "wrong"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_saying_is_written_in_two_parts(path):
    """It is right, half or wrong."""
    for entry in yaml.safe_load(path.read_text("utf-8"))["sayings"]:
        parts = [
            {str(t).casefold() for t in entry.get(p, [])}
            for p in ("say", "half", "never")
        ]
        assert sum(map(len, parts)) == len(set().union(*parts)), entry["answers"]
