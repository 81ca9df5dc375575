import pytest

from quiz.grading.framing import finally_said, is_nothing
from quiz.grading.known import joined
from quiz.keys import Key

KEY = Key.of(["Congress"])


@pytest.mark.parametrize(
    ("typed", "nothing"),
    [
        ("I don't know", True),
        ("idk", True),
        ("um, no idea, sorry", False),
        ("pass", True),
        ("I don't know, maybe Congress", False),
        ("Congress", False),
    ],
)
def test_no_answer_is_known_as_none(case, typed, nothing):
    """However it is said."""
    words, found = case(typed, KEY)
    assert is_nothing(words, found) is nothing


@pytest.mark.parametrize(
    ("typed", "said", "denied"),
    [
        ("Jefferson, no, Adams", "adams", ""),
        ("Jefferson, I mean Adams", "adams", ""),
        ("Congress, not the President", "congress", "the president"),
        ("not the President but Congress", "congress", "the president"),
        ("I'm not sure, but Congress", "congress", ""),
        ("Congress because it makes laws", "congress", ""),
        ("Congress, which makes laws", "congress", ""),
        ("1) Senate 2) House", "senate house", ""),
        ("No one is above the law", "noone is above the law", ""),
    ],
)
def test_what_counts_is_what_is_said_in_the_end(case, typed, said, denied):
    """Without hedges, corrections, denials and numbering."""
    words, found = case(typed, KEY)
    final = finally_said(words, found)
    assert (joined(final.words), joined(final.denied)) == (said, denied)


def test_what_was_only_taken_back_is_withdrawn(case):
    """Nothing was said instead."""
    words, found = case("Adams, no wait", KEY)
    assert finally_said(words, found).withdrawn


def test_a_text_may_have_its_reason_in_it(case):
    """Its `because` and `who` begin an explanation only after a mark."""
    for typed, said in (
        ("people vote because they are free", "people vote because they are free"),
        ("people vote, because they are free", "people vote"),
    ):
        words, found = case(typed, KEY)
        assert joined(finally_said(words, found, text=True).words) == said
