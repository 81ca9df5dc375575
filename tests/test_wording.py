"""What pages say of themselves is said in every language there is a file for."""

import pytest

from quiz import resources
from quiz.wording import wording

FILES = sorted((resources.folder("templates") / "words").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_says_what_english_says(path):
    """A file may lack words, which are then English, but has none that no page says."""
    said = wording(path.stem)
    assert said.keys() == wording("en").keys()
    assert all(text.strip() for text in said.values())


def test_a_language_without_a_file_is_said_in_english():
    """So that a page in any language is whole, and a region speaks its language."""
    assert wording("tlh") == wording("en") == wording("en-GB")
    assert wording("en")["true"] == "True"
