"""An item as a task of a type: whether it can be asked so, and what is then printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.fields import BLANK
from quiz.likeness import in_order
from quiz.papers import FALSE, TRUE, Row, Task
from quiz.sentences import said

if TYPE_CHECKING:
    from random import Random

    from quiz.model import Item

_GAP = 4  # words
# Words after which a wrong answer can leave a sentence true, in English and in Spanish.
_BOUND = re.compile(
    r"\b(more|less|fewer|greater|higher|lower|older|younger|longer|least|most|up to|más|menos)\b",
    re.IGNORECASE,
)
_STEPS = 3  # what a list in order has at least


def can(item: Item, form: str) -> bool:
    """Tell whether an item can be asked in a form of papers.TYPES; in a set, as a row of it."""
    single = len(item.key.answers) == 1
    return {
        "mc": bool(item.distractors),
        "tf": bool(item.says),
        "match": single and item.type == "open",
        "order": item.key.ordered and len(item.key.answers) >= _STEPS,
        "cloze": item.type == "cloze" or (bool(item.says) and _is_brief(item)),
        "table": single and item.type == "open",
        "open": item.type != "cloze",
    }[form]


def _is_brief(item: Item) -> bool:
    """Tell whether its answers fit a gap in a line."""
    return all(len(answer.text.split()) <= _GAP for answer in item.key.answers)


def worth(form: str, item: Item) -> int:
    """Give the points of a task: one for each thing that a response must get right."""
    return {"open": item.key.need, "order": len(item.key.answers)}.get(form, 1)


def single(
    item: Item,
    form: str,
    drawn: Random,
    *,
    truth: int = TRUE,
    points: int | None = None,
) -> Task:
    """Make a task of an item that can be asked in a form; its rows have no number yet.

    A statement is to be true or false as `truth` says (false only if there are wrong options).
    """
    worthy = points or worth(form, item)
    right = drawn.choice(item.key.answers)
    if form == "mc":
        answers = (right, *item.distractors)
        options = tuple(answer.text for answer in answers)
        ordered = in_order(answers)
        return Task(form, item.stem, (Row(item, 0, right=0),), worthy, options, ordered)
    if form == "tf":
        answer = right if truth == TRUE else drawn.choice(item.distractors)
        return Task(form, said(item.says, answer), (Row(item, 0, right=truth),), worthy)
    if form == "order":
        steps = enumerate(item.key.answers)
        rows = tuple(Row(item, 0, step.text, place) for place, step in steps)
        return Task(form, item.stem, rows, worthy)
    stem = item.says if form == "cloze" and BLANK in item.says else item.stem
    return Task(form, stem, (Row(item, 0),), worthy)


def truths(item: Item) -> tuple[int, ...]:
    """Say of an item that has a statement whether that can be TRUE, FALSE or either.

    What is more than one number is more than a smaller one, too: such a statement is not false.
    """
    before, _, _ = item.says.partition(BLANK)
    if not item.distractors or _BOUND.search(before):
        return (TRUE,)
    return (TRUE, FALSE)


def shown(task: Task) -> tuple[str, ...]:
    """Give every text by which a task could tell the answer of another.

    Options are not among them: alone they do not say what they answer.
    """
    stems = [row.item.stem for row in task.rows] if len(task.items) > 1 else [task.stem]
    return (*stems, *(row.text for row in task.rows if row.text))
