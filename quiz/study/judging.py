"""What a response says, by how a card is asked; the grader judges what is typed in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from quiz.grading.verdict import CLOSE, CORRECT, WRONG, Verdict
from quiz.keys import Key
from quiz.likeness import normalised
from quiz.model import Item

if TYPE_CHECKING:
    from quiz.model import Entry

# Judges a response by a key, which may be a part of the item's.
Judge: TypeAlias = Callable[[str, Key, Item], Verdict]

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_AROUND = " ().:"
_BETWEEN = ";"


def judged(entry: Entry, response: str, judge: Judge) -> Verdict | None:
    """Judge a response; None if it is none of a card's options.

    An option is chosen by its letter or its words; a list in order is typed with semicolons
    between; nothing at all is wrong.
    """
    item = entry.item
    if not response.strip():
        return Verdict(WRONG, "", missing=tuple(a.text for a in item.key.answers))
    if entry.options:
        return _chosen(entry, response)
    if item.key.ordered:
        return _listed(item, response, judge)
    return judge(response, item.key, item)


def letters(entry: Entry) -> str:
    """Give the letters of a card's options."""
    return LETTERS[: len(entry.options)]


def _chosen(entry: Entry, response: str) -> Verdict | None:
    letter = response.strip(_AROUND).casefold()
    said = [normalised(option) for option in entry.options]
    if len(letter) == 1 and letter in letters(entry):
        place = letters(entry).index(letter)
    elif normalised(response) in said:
        place = said.index(normalised(response))
    else:
        return None
    option = entry.options[place]
    if place == entry.right:
        return Verdict(CORRECT, "", (option,))
    return Verdict(WRONG, "", missing=(entry.options[entry.right or 0],))


def _listed(item: Item, response: str, judge: Judge) -> Verdict:
    """Judge a list by its members, one after the other: half of it in order is close."""
    answers = item.key.answers
    typed = [part for part in response.split(_BETWEEN) if part.strip()]
    place, results = 0, []
    for part in typed:
        while place < len(answers):
            found = judge(part, Key((answers[place],)), item).result
            place += 1
            if found != WRONG:
                results.append((answers[place - 1].text, found))
                break
    matched = tuple(text for text, _ in results)
    missing = tuple(each.text for each in answers if each.text not in matched)
    if len(matched) < max(len(typed), len(answers) / 2):
        return Verdict(WRONG, "Not in this order.", matched, missing)
    if missing:
        why = f"{len(matched)} of {len(answers)} are there."
        return Verdict(CLOSE, why, matched, missing)
    sure = all(found == CORRECT for _, found in results)
    return Verdict(CORRECT if sure else CLOSE, "", matched)
