"""The key of a question of a fact: what its fields answer, and how many are wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.fields import DateField, ListField
from quiz.keys import Answer, Key
from quiz.likeness import identical
from quiz.phases import NotAskedError
from quiz.questions import ALL

if TYPE_CHECKING:
    from quiz.errors import Problems
    from quiz.model import Fact
    from quiz.questions import Question
    from quiz.values import Value


def key_of(fact: Fact, question: Question, language: str, problems: Problems) -> Key:
    """Make a key; raises NotAskedError where the language has no words for it.

    What contradicts itself is added to the problems.
    """
    answers: list[Answer] = []
    need = 0
    for part in question.answer:
        found = _answers(fact.values[part], question, language)
        if not found:
            raise NotAskedError(f"'{part}' has no words in the language '{language}'")
        answers += [replace(answer, name=part.replace("_", "-")) for answer in found]
        every = fact.values[part].type == "people" or len(question.answer) > 1
        need += len(found) if every else 1
    ordered = False
    if len(question.answer) == 1:
        value = fact.values[question.answer[0]]
        ordered = isinstance(value, ListField) and value.ordered
        own = fact.need if value.type in ("list", "people") else None
        wanted = own if own is not None else question.need
        if wanted is not None:
            need = len(answers) if wanted == ALL else wanted
        if ordered and own:
            what = f"'{question.id}' asks for a list in order, which is asked whole"
            problems.add(fact.at, "ordered-list", what, "take 'need' out of the fact")
        if ordered:
            need = len(answers)
        if need > len(answers):
            what = f"'{question.id}' wants {need} answers, but there are {len(answers)}"
            problems.add(fact.at, "need-too-many", what, "lower 'need' or add answers")
    accept = texts(fact, question.accept, language)
    if accept and len(answers) > 1:
        what = "'accept' belongs to one answer, and this fact has several"
        fix = "write each as {text: …, accept: […]}"
        problems.add(fact.values[question.accept].at, "ambiguous-accept", what, fix)
    elif accept:
        more = dict.fromkeys((*answers[0].accept, *accept))
        answers = [replace(answers[0], accept=tuple(more))]
    _check_wrong(fact, question, answers, language, problems)
    return Key(tuple(answers), need, ordered)


def _answers(value: Value, question: Question, language: str) -> tuple[Answer, ...]:
    """Give a field's answers; of a date its year, if that is asked, and the day as well."""
    found = value.answers(language)
    if not (question.as_year and isinstance(value, DateField)):
        return found
    days = tuple(form for answer in found for form in answer.forms)
    (year,) = value.as_year().answers(language)
    return (replace(year, accept=tuple(day for day in days if day != year.text)),)


def _check_wrong(
    fact: Fact,
    question: Question,
    answers: list[Answer],
    language: str,
    problems: Problems,
) -> None:
    right = {identical(form) for answer in answers for form in answer.forms}
    own = [text for answer in answers for text in answer.wrong]
    listed = texts(fact, question.wrong, language)
    for field, wrong in ((question.answer[0], own), (question.wrong, listed)):
        for text in wrong:
            if identical(text) in right:
                what = f"the wrong option '{text}' is also an accepted answer"
                at, fix = fact.values[field].at, "take it out of one of the two"
                problems.add(at, "wrong-is-right", what, fix)


def texts(fact: Fact, field: str, language: str) -> tuple[str, ...]:
    """Give what a field answers, none if the fact lacks it."""
    value = fact.values.get(field)
    return tuple(a.text for a in value.answers(language)) if value else ()
