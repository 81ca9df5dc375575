from quiz.grading.verdict import CLOSE, CORRECT, RESULTS, WRONG


def test_there_are_three_results():
    """Their names are what `.result` says, for ever."""
    assert RESULTS == (CORRECT, CLOSE, WRONG) == ("correct", "close", "wrong")
