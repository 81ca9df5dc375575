import pytest

from quiz.grading.lexicon import is_word, lexicon


def test_a_language_has_its_lists():
    """Words of talk, light words and number words are in one file."""
    english = lexicon("en")
    assert english.has("light", "the")
    assert not english.has("light", "senate")
    assert english.counts["numbers"]["seven"] == 7
    assert lexicon("en-GB").sets == english.sets


def test_a_language_without_a_file_knows_no_words_but_gives_reasons():
    """Its reasons are in English."""
    finnish = lexicon("fi")
    assert not finnish.has("light", "the")
    assert finnish.reasons == lexicon("en").reasons


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("quality", True),
        ("region", True),
        ("the", True),
        ("deleware", False),
        ("senat", False),
    ],
)
def test_a_word_of_the_language_is_known(text, known):
    """A slip that makes one may be meant as it is."""
    assert is_word(text, "en") is known


def test_every_reason_is_one_sentence():
    """A learner reads it as it is."""
    reasons = {
        k: v
        for k, v in lexicon("en").reasons.items()
        if k not in ("day", "month", "year")
    }
    assert all(text[0].isupper() or text[0] == "{" for text in reasons.values())
    assert all(text.endswith(".") for text in reasons.values())
