"""Hold a printed key against the printed paper, question by question, as a teacher would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading import areas, type_size

from quiz.papers import SETS
from quiz.sentences import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading import Area, Print, Word

    from quiz.papers import Paper, Row, Task

_LINE = 4.0  # pt, by which words of a line may stand apart
_LETTER = 8.0  # pt, by which letters below each other may stand apart
_BUBBLE = 0.68  # of the size of type: a letter in its circle
_FEW = 110.0  # pt: the columns of points and sources of a key
_POINTS = re.compile(r"\[\d+\]")


def disagreements(made: Print, key: Print, paper: Paper) -> list[str]:
    """Say where a key does not say what is right of what the paper asks."""
    answers = dict(_keyed(key))
    numbers = [number for task in paper.tasks for number in task.numbers]
    wrong = [] if [*answers] == numbers else [f"the key has {[*answers]}"]
    found, _ = areas(made, paper)
    for task in paper.tasks:
        rows = task.rows if task.type in SETS else task.rows[:1]
        for row in rows:
            told, right = (
                answers.get(row.number, ""),
                _right(made, task, row, found, answers),
            )
            if not told or not any(each.startswith(told) for each in right):
                wrong.append(f"{row.number}: the key says '{told}', not {right}")
    return wrong


def _keyed(key: Print) -> Iterator[tuple[int, str]]:
    """Give the first line of what a key says of each number."""
    edge = min(word.left for sheet in key.sheets for word in sheet.words)
    for sheet in key.sheets:
        for word in sheet.words:
            if word.left < edge + 2 and re.fullmatch(r"\d+\.", word.text):
                line = [
                    other
                    for other in sheet.words
                    if abs(other.bottom - word.bottom) < _LINE
                    and word.left < other.left
                    and other.right < sheet.width - 51 - _FEW
                ]
                text = " ".join(o.text for o in sorted(line, key=lambda o: o.left))
                yield int(word.text[:-1]), text
        if any(word.text == "Sources" and word.left < edge + 2 for word in sheet.words):
            return


def _right(
    made: Print,
    task: Task,
    row: Row,
    found: dict[int, Area],
    answers: dict[int, str],
) -> list[str]:
    """Give what the key may say of a row, by what the page shows and what its item knows."""
    item, texts = row.item, [answer.text for answer in row.item.key.answers]
    if task.type in ("mc", "match"):
        letter = answers.get(row.number, "").partition(" ")[0]
        shown = _options(made, task, found).get(letter, "")
        return [f"{letter} {shown}"] if shown in texts else []
    if task.type == "tf":
        stem = "".join(task.stem.split())
        true = ["".join(said(item.says, each).split()) for each in item.key.answers]
        return ["True"] if stem in true else [f"False: {'; '.join(texts)}"]
    if task.type == "order":
        in_order = texts if item.key.ordered else _by_time(task)
        return ["; ".join(f"({n}) {text}" for n, text in enumerate(in_order, 1))]
    if item.key.ordered:
        return ["; ".join(f"({n}) {text}" for n, text in enumerate(texts, 1))]
    whole = "; ".join(texts)
    return [whole, f"any {item.key.need} of: {whole}"]


def _by_time(task: Task) -> list[str]:
    rows = sorted(task.rows, key=lambda row: row.item.key.answers[0].span or ())
    return [row.text for row in rows]


def _options(made: Print, task: Task, found: dict[int, Area]) -> dict[str, str]:
    """Read the lettered options of a task from the page, each after its letter."""
    first, last = found[task.numbers[0]], found[task.numbers[-1]]
    top = first.before if task.type == "match" else first.top
    words = [
        word
        for word in made.sheets[first.page].words
        if top <= word.middle < last.end
        and first.left <= word.left < first.right
        and not _POINTS.fullmatch(word.text)
    ]
    letters = _letters(words, task, _BUBBLE * type_size(made.layout))
    if task.type == "match" and letters and letters[-1].top < first.top:
        # They stand above the rows.
        words = [word for word in words if word.top < first.top]
    texts: dict[str, list[Word]] = {letter.text: [] for letter in letters}
    for word in words:
        before = [
            letter
            for letter in letters
            if letter.top - _LINE <= word.top and letter.left < word.left
        ]
        if before and word not in letters:
            nearest = max(each.left for each in before) - _LETTER
            mine = max(
                (each for each in before if each.left > nearest),
                key=lambda each: each.top,
            )
            texts[mine.text].append(word)
    return {
        letter: " ".join(
            w.text for w in sorted(found_, key=lambda w: (round(w.bottom / 3), w.left))
        )
        for letter, found_ in texts.items()
    }


def _letters(words: list[Word], task: Task, small: float) -> list[Word]:
    """Find the letters of options: in circles, or below each other."""
    names = [chr(ord("A") + n) for n in range(len(task.options))]
    single = [word for word in words if word.text in names]
    if task.type == "mc":
        return [word for word in single if abs(word.size - small) < 1]
    for start in (word for word in single if word.text == "A"):
        column = [word for word in single if abs(word.left - start.left) < 1]
        if [word.text for word in column] == names:
            return column
    return []


def misplaced(strip: Print, made: Print, paper: Paper) -> list[str]:
    """Say which answers of a strip key do not stand as high as their questions."""
    found, _ = areas(made, paper)
    told = []
    for number, area in found.items():
        near = [
            word.text
            for word in strip.sheets[area.page].words
            if abs(word.top - area.top - 2) < _LINE
            and area.left <= word.left < area.right
        ]
        if str(number) not in near:
            told.append(f"number {number} is not on the strip of page {area.page + 1}")
    drawn = {word.text for sheet in strip.sheets for word in sheet.words}
    told += [f"the strip says '{w}'" for w in ("Name", "Class") if w in drawn]
    return told
