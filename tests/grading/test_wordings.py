import pytest

from quiz.grading.wordings import core, opposites, wordings
from quiz.grading.words import read

ASKED = "What does the President's Cabinet do?"


def of(text, kind="text", stem=""):
    """Give the wordings of one answer."""
    return wordings((text,), kind, stem, "en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The laws of nations", ("law", "nation")),
        ("World War I", ("world", "war", "i")),
        ("I, the people!", ("person",)),
        ("", ()),
    ],
)
def test_a_core_is_what_carries_a_text(text, found):
    """Without articles, endings and marks; the numeral of a war is none of these."""
    assert core(read(text, "en"), "en") == found


def test_a_saying_belongs_to_its_answer_and_its_question():
    """Learners say it for the Cabinet's task, not for any advice to anybody."""
    with_it, without = (
        of("Advises the President", stem=ASKED),
        of("Advises the President"),
    )
    assert "gives the president advice" not in without.say
    assert any("advice" in text for text in with_it.say)
    assert with_it.half
    assert with_it.never


def test_a_text_is_said_in_other_words():
    """A phrase of it is replaced by each other of its group, a name's never."""
    assert (
        "to get Iraq out of Kuwait"
        in of("To force the Iraqi military from Kuwait").otherwise
    )
    assert of("Department of State", "body").otherwise == ()


def test_one_word_never_stands_for_several():
    """It may leave out what they say: the economy is no economic opportunity."""
    for text in of("Economic opportunity").otherwise:
        assert len(core(read(text, "en"), "en")) > 1


def test_opposites_stand_against_each_other():
    """In both directions, by what carries them."""
    pairs = opposites("north", "en")
    assert (frozenset({"north"}), frozenset({"south"})) in pairs
    assert opposites("zebra", "en") == ()


def test_a_language_without_files_has_no_other_wordings():
    """Its answers are compared as they are."""
    assert wordings(("la ley",), "text", "", "tlh").say == ()
