"""What pages say of themselves is said in every language there is a file for."""

import re

import pytest

from quiz import reader, resources
from quiz.keys import Answer, Key
from quiz.wording import part, some, spoken, wording

FILES = sorted((resources.folder("templates") / "words").glob("*.yaml"))


def read(path):
    """Give what a file itself says, nothing of it taken from elsewhere."""
    return {key.text: node.text for key, node in reader.read(path, path.name)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_says_what_english_says(path):
    """A file has every word that English has and no other, each with the same places to fill."""
    ours, said = read(path), read(path.with_name("en.yaml"))
    assert ours.keys() == said.keys()
    assert all(text.strip() for text in ours.values())
    places = [
        {key: sorted(re.findall(r"\{\w*\}", text)) for key, text in words.items()}
        for words in (ours, said)
    ]
    assert places[0] == places[1]
    assert wording(path.stem) == ours


def test_a_region_speaks_its_language():
    """Mexico is spoken to in Spanish, for which there is a file."""
    assert wording("es-MX") == wording("es") != wording("en")
    assert wording("es")["true"] == "Verdadero"


@pytest.mark.parametrize(
    ("code", "words"), [("es", "es"), ("es-MX", "es"), ("en-GB", "en"), ("he", "en")]
)
def test_a_page_can_tell_in_which_language_its_words_are(code, words):
    """A reader's voice must not read English words as if they were Hebrew."""
    assert spoken(code) == words


def test_a_language_without_a_file_is_said_in_english():
    """So that a page in any language is whole, and a region speaks its language."""
    assert wording("tlh") == wording("en") == wording("en-GB")
    assert wording("en")["true"] == "True"


def test_every_part_that_a_shipped_kind_asks_for_has_a_word():
    """A line to write on is labelled in the language of its page."""
    kinds = sorted((resources.folder("templates") / "kinds").glob("*.yaml"))
    texts = "".join(path.read_text("utf-8") for path in kinds)
    parts = {
        name.strip()
        for names in re.findall(r"answer: \[(.*?)\]", texts)
        for name in names.split(",")
    }
    assert parts >= {"where", "when"}
    assert {f"part-{name}" for name in parts} <= wording("en").keys()


def test_a_part_of_a_key_is_called_as_its_language_says():
    """By its field's name where no words say otherwise."""
    assert part("where", "es") == "Dónde"
    assert part("where", "en-GB") == "Where"
    assert part("where", "fr") == "Where"
    assert part("first-name", "es") == "First name"


def test_how_many_answers_will_do_is_said_where_that_is_not_all():
    """Of parts all are wanted, and of a list as many as its question says."""
    two = Key.of(["red", "white", "blue"], need=2)
    assert some(two, "en") == "any 2 of:"
    assert some(two, "es") == f"{wording('es')['any']} 2 {wording('es')['of']}:"
    assert some(Key.of(["red", "blue"], need=2), "en") == ""
    parts = (Answer("Bali", "place", "where"), Answer("2022", "year", "when"))
    assert some(Key(parts), "en") == ""
