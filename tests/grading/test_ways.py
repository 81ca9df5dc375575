import pytest

from quiz.grading.ways import plain, ways
from quiz.grading.words import read
from quiz.keys import Key

STEM = "What does the President's Cabinet do?"


@pytest.fixture
def way(known):
    """A function that gives every way to give an answer."""

    def way(text, kind="text", stem=""):
        (answer,) = Key.of([text], kind).answers
        return ways(answer, known, stem)

    return way


def test_an_answer_has_its_forms_and_those_of_its_name(way):
    """What the names say of it counts as its own."""
    found = way("United Nations", "body")
    assert "un" in found.words
    assert found.nevers == frozenset()


@pytest.mark.parametrize(("text", "size"), [("newyorkcity", 3), ("nyc", 0)])
def test_a_name_may_be_run_together_or_shortened(way, text, size):
    """With how many words it has, since what is written so is nothing new."""
    assert way("New York City", "place").together[text] == size


def test_what_is_written_as_no_answer_goes_before_what_is_in_it(way):
    """The longer of two that a response has in it counts."""
    found = way("Advises the President", stem=STEM)
    for text in sorted(found.nevers):
        assert found.only_looks(text)
    for text in sorted(found.told):
        assert not found.only_looks(text)


def test_plain_words_are_told_as_they_are():
    """Without marks and articles, with a space around each."""
    assert plain(read("The people, we!", "en")) == " people we "
