"""The room of the grader: what a fair examiner says of a typed response."""

from quiz.grading.grade import grade
from quiz.grading.verdict import Verdict

__all__ = ["Verdict", "grade"]
