import pytest

from quiz.grading.aligning import NAME, NOUN, TEXT, compare
from quiz.grading.nearness import nearness, telling
from quiz.grading.words import read
from quiz.keys import Key

KEY = Key.of(["Obey the law", "(Abraham) Lincoln", "Viet Nam", "World War II"])


def test_every_word_that_compares_is_near(known, cases):
    """The fast look never hides what the slow one finds."""
    typed = {word for row in cases("list.yaml") for word in read(row["typed"], "en")}
    near = nearness(tuple(typed), KEY.answers, known, "")
    meant = {word for answer in KEY.answers for word in read(answer.text, "en")}
    for word in typed:
        found = {
            m.text
            for m in meant
            for how in (NAME, NOUN, TEXT)
            if compare(word, m, "en", how) is not None
        }
        assert found & {m.text for m in meant} <= near.get(word.text, frozenset()) | {
            "(",
            ")",
        }


@pytest.mark.parametrize("place", range(4))
def test_light_words_do_not_tell_an_answer(known, place):
    """`the` may stand in any."""
    assert "the" not in telling(KEY.answers, known, "")[place]
    assert telling(KEY.answers, known, "")[place]
