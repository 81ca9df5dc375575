import quiz
from quiz import grading


def test_the_grader_is_public():
    """What a program of others calls is the grader itself."""
    assert quiz.grade is grading.grade
    assert quiz.Verdict is grading.Verdict
