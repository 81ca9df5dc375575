import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.grading.tokens import MARK
from quiz.grading.words import LIMIT, fold, read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. Constitution", "the united states constitution"),
        ("USA", "United States of America"),
        ("Washington, D. C.", "washington DC"),
        ("WWII", "World War II"),
        ("don't know", "do not know"),
        ("Enrique Peña Nieto", "enrique pena nieto"),
        ("the People’s Republic", "the peoples' republic"),
        ("nobody", "No one"),
        ("free-market", "free market"),
        ("dept. of state", "department of state"),
        ("G-20", "g20"),
    ],
)
def test_ways_to_write_the_same_are_read_alike(one, other):
    """Case, accents, points, short forms and contractions make no difference."""

    def words(text):
        heavy = (word for word in read(text, "en") if word.kind != MARK)
        return [word.lemma or word.text for word in heavy if word.text != "the"]

    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("declares", "declared"),
        ("writing", "wrote"),
        ("taxes", "tax"),
        ("colonies", "colony"),
        ("fought", "fights"),
    ],
)
def test_endings_that_only_inflect_make_no_difference(one, other):
    """Plural, tense and -ing, also where no rule gives them."""
    assert read(one, "en")[0].lemma == read(other, "en")[0].lemma


@pytest.mark.parametrize(
    ("one", "other"), [("senate", "senator"), ("state", "status"), ("king", "kin")]
)
def test_other_words_stay_apart(one, other):
    """An ending that makes another word is not cut."""
    assert read(one, "en")[0].lemma != read(other, "en")[0].lemma


@given(st.text(max_size=LIMIT * 2))
def test_any_text_is_read(text):
    """No text is too strange, and what is folded stays so."""
    assert all(word.text for word in read(text, "en"))
    assert fold(fold(text)) == fold(text)
