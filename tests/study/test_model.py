from quiz.study.model import AGAIN, EASY, GOOD, HARD, MODES, RATINGS


def test_ratings_are_those_of_fsrs_in_its_order():
    """A rating is stored as FSRS's number."""
    from fsrs import Rating  # noqa: PLC0415 - only the oracle needs it

    assert [Rating(each).name for each in RATINGS] == ["Again", "Hard", "Good", "Easy"]
    assert (AGAIN, HARD, GOOD, EASY) == RATINGS
    assert len(set(MODES)) == len(MODES)
