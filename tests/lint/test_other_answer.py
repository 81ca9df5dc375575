"""Two decks that answer one question otherwise leave a learner of both without an answer."""

import pytest

from quiz.lint import other_answer

DECK = "deck: %s\ntitle: T\nlanguage: %s\nsources: {s: {publisher: P}}\nfacts:\n"
FACT = "- {id: a, kind: k, what: %s, who: [%s, Z], source: s}\n"
KIND = "q: {stem: {en: 'Who is {{ what }}?', es: 'Who is {{ what }}?'}, answer: who, need: 1}"
FIX = "(say more in one of the two, so that only one answer fits)"


@pytest.mark.parametrize(
    ("own", "other", "language", "told"),
    [
        ("Ann", "Bo", "en", True),
        ("Ann", "Ann", "en", False),
        ("Ann", "ann", "en", False),
        ("Ann", "Bo", "es", False),
    ],
)
def test_another_answer_in_another_deck_is_told(own, other, language, told, look):
    """It is told where stem and language are the same and the answers are not."""
    texts = (
        DECK % ("x", "en") + FACT % ("boss", own),
        DECK % ("y", language) + FACT % ("BOSS", other),
    )
    what = "the question 'Who is boss?' has another answer in y/a/q"
    expected = [f"1.yaml:6: other-answer: {what} {FIX}"] if told else []
    assert expected == look(other_answer, *texts, questions=KIND)


def test_two_answers_in_one_deck_are_no_finding(look):
    """Within a deck two answers are an error, and two facts that agree are twins."""
    text = (
        DECK % ("x", "en")
        + FACT % ("it", "Ann")
        + FACT.replace("id: a", "id: b") % ("it", "Ann")
    )
    assert look(other_answer, text, questions=KIND) == []
