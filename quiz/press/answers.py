"""What is right of a task's row, as keys say it: in a few characters, and in full."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from quiz.papers import TRUE
from quiz.wording import some, wording

if TYPE_CHECKING:
    from quiz.keys import Key
    from quiz.papers import Row, Task


def short(task: Task, row: Row) -> str:
    """Give what a pupil writes: a letter, True or False, ranks from top to bottom, or words."""
    if task.type == "order":
        return " ".join(_place(each) for each in task.rows)
    if row.right is None:
        return _words(row)
    if task.type == "tf":
        return wording(row.item.language)["true" if row.right == TRUE else "false"]
    return ascii_uppercase[row.right]


def full(task: Task, row: Row) -> str:
    """Give what is right in words: also a letter's option, a list in its order."""
    if task.type == "order":
        rows = sorted(task.rows, key=lambda each: each.right or 0)
        # In brackets, for the question has a number of its own before them.
        return "; ".join(f"({_place(each)}) {each.text}" for each in rows)
    if row.right is not None and task.options:
        return f"{short(task, row)} {task.options[row.right]}"
    return short(task, row)


def _place(row: Row) -> str:
    return str((row.right or 0) + 1)


def _words(row: Row) -> str:
    key: Key = row.item.key
    texts = [answer.text for answer in key.answers]
    if key.ordered:
        return "; ".join(f"({n}) {text}" for n, text in enumerate(texts, 1))
    return f"{some(key, row.item.language)} {'; '.join(texts)}".lstrip()
