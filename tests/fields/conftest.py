import pytest

from quiz import fields
from quiz.dates import Date
from quiz.model import Name, Names

NAMES = Names(
    [
        Name("Joe Biden", "person", "Biden", born=Date(1942, 11, 20)),
        Name("Xi Jinping", "person", "Xi", translations={"es": "Xi (es)"}),
        Name(
            "Germany",
            "place",
            aliases=("FRG",),
            sort=("state",),
            within=("Europe",),
            point=(52.5, 13.4),
            translations={"es": "Alemania"},
        ),
        Name("White House", "body", "House", article="the"),
        Name("White House", "place", article="the"),
        Name("Theodore Roosevelt", "person", aliases=("Roosevelt",)),
        Name("F. D. Roosevelt", "person", "FDR", aliases=("Roosevelt",)),
    ]
)


@pytest.fixture(scope="session")
def read(node):
    """A function that reads a value of a type, written in YAML, knowing a few names."""

    def value(type_, text, language="en", **spec):
        scope = fields.Scope(NAMES, language, fields.read)
        return fields.read(node(text), fields.Spec("part", type_, **spec), scope)

    return value
