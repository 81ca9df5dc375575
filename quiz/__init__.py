"""Curated civics facts become Anki decks, printable quizzes and items."""

from quiz.api import Collection, build, check, forms, items, load, release
from quiz.errors import Location, Problem, QuizError
from quiz.grading import Verdict, grade
from quiz.keys import Answer, Key
from quiz.model import Form, Item

__all__ = [
    "Answer",
    "Collection",
    "Form",
    "Item",
    "Key",
    "Location",
    "Problem",
    "QuizError",
    "Verdict",
    "build",
    "check",
    "forms",
    "grade",
    "items",
    "load",
    "release",
]
