"""The JSON Schema that editors check blueprints with says what the program takes."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from quiz import resources
from quiz.errors import QuizError
from quiz.exam.blueprints import read_blueprint
from quiz.reader import parse

FOLDER = resources.folder("templates") / "blueprints"
SCHEMA = json.loads((FOLDER / "schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
HEAD = "blueprint: b\nsections:\n"


def is_read(text):
    """Tell whether the program takes a blueprint."""
    try:
        read_blueprint(parse(text.encode(), "b.yaml"))
    except QuizError:
        return False
    return True


def test_it_is_a_schema():
    """By the standard's own."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_the_shipped_blueprints_keep_to_it(path):
    """And are read."""
    text = path.read_text("utf-8")
    assert VALIDATOR.is_valid(yaml.safe_load(text))
    assert is_read(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (f"{HEAD}  - {{type: mc, count: 1}}", True),
        (
            (
                f"title: 8\nclass: c\ndate: d\ninstructions: i\n{HEAD}  - {{type: open, count: 999, "
                "topic: [a, b], tag: t, kind: k, deck: [d], difficulty: hard, points: 99, title: t, instructions: i}"
            ),
            True,
        ),
        (f"{HEAD}  - {{type: match, count: 3}}\n  - {{type: table, count: 4}}", True),
        (f"{HEAD}  - {{type: match, count: 2}}", False),
        (f"{HEAD}  - {{type: table, count: 3}}", False),
        (f"{HEAD}  - {{type: mc, count: 0}}", False),
        (f"{HEAD}  - {{type: mc, count: 1000}}", False),
        (f"{HEAD}  - {{type: mc, count: many}}", False),
        (f"{HEAD}  - {{type: mc, count: 1, points: 100}}", False),
        (f"{HEAD}  - {{type: mcq, count: 1}}", False),
        (f"{HEAD}  - {{type: mc}}", False),
        (f"{HEAD}  - {{count: 1}}", False),
        (f"{HEAD}  - {{type: mc, count: 1, more: x}}", False),
        (f"{HEAD}  - {{type: mc, count: 1, difficulty: [easy, x]}}", False),
        (f"{HEAD}  - mc", False),
        ("blueprint: b\nsections: []", False),
        ("blueprint: b\nsections: mc", False),
        ("blueprint: b", False),
        ("sections: [{type: mc, count: 1}]", False),
        ("blueprint: B b\nsections: [{type: mc, count: 1}]", False),
        ("blueprint: b\nmore: x\nsections: [{type: mc, count: 1}]", False),
    ],
)
def test_it_takes_what_the_program_takes(text, good):
    """No more, and no less."""
    assert VALIDATOR.is_valid(yaml.safe_load(text)) is good
    assert is_read(text) is good
