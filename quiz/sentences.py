"""A sentence with a blank, and what it says once the blank is filled with an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.fields import BLANK
from quiz.language import capitalised

if TYPE_CHECKING:
    from quiz.keys import Answer

# English words that have a capital only because an answer begins with them. Any but an article
# may begin a name (Three Gorges) or a title, so that is sure only before a small letter.
_ARTICLES = frozenset(("the", "a", "an"))
_NUMBER_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())
_SMALL_WORDS = """
about after against all among any as at because before between both but by during each
either every everyone for from half he her his how if in into it its many more most
neither no nobody none not of on only or other out over several she some someone that
their there these they this those through to under until upon we what when where whether
which who whose why with within without
"""
_SMALL = _NUMBERS.union(_SMALL_WORDS.split())
_OWN_ARTICLE = "The Hague"  # whose article is a part of the name
_LAST_WORD = re.compile(r"(\w+)\s*$")
# What stands before words that are set off: a colon, an opening quotation mark, an end.
_SET_OFF = re.compile(r"[:?!“„«‘\"]\s*$")
_STOPPED = re.compile(r"[.?!…]+[”’»\"]*$")


def said(sentence: str, answer: Answer) -> str:
    """Fill the blank of a sentence with an answer, as a person would write it there.

    An answer brings its article unless one stands before the blank, gets a capital where it
    opens the sentence, keeps none of its own before small words in the middle, and ends the
    sentence with one full stop. A sentence without a blank stays as it is.
    """
    before, blank, after = sentence.partition(BLANK)
    if not blank:
        return sentence
    words = _with_article(answer, before)
    if not re.search(r"\w", before):
        words = capitalised(words)
    elif answer.type == "text" and not _SET_OFF.search(before):
        words = _lowered(words)
    if after.startswith(".") and _STOPPED.search(words):
        after = after[1:]
    return before + words + after


def _with_article(answer: Answer, before: str) -> str:
    last = _LAST_WORD.search(before)
    first, _, rest = answer.text.partition(" ")
    if last is None or last[1].casefold() not in _ARTICLES:
        return f"{answer.article} {answer.text}".strip()
    return rest if rest and first.casefold() in _ARTICLES else answer.text


def _lowered(words: str) -> str:
    first, _, rest = words.partition(" ")
    small = first[:1].lower() + first[1:]
    if words.startswith(_OWN_ARTICLE):
        return words
    if rest:
        sure = small in _ARTICLES or (small in _SMALL and rest[0].islower())
    else:
        sure = small in _NUMBERS
    return f"{small} {rest}".strip() if sure else words
