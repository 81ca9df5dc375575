"""What the shipped facts teach is said in whole sentences, with any answer in the blank."""

import datetime as dt
import re

import pytest

from quiz import api
from quiz.fields import BLANK
from quiz.likeness import mentions
from quiz.sentences import said

TODAY = dt.date(2026, 11, 24)
DAYS = (
    dt.date(2022, 11, 11),  # some is still to come
    dt.date(2022, 11, 14),  # or takes place
    TODAY,
)
ONE_STOP = re.compile(r"(?<![.?!])[.?!…]”?$")
TWICE = re.compile(r"\b(\w+) \1\b")
# Questions that say nothing, as more than one answer may be true; and whose facts may say it.
SILENT = {"position/holder"}
FACTS = {"qa/ask", "figure/number", "members/name"}


@pytest.fixture(scope="module", params=DAYS, ids=str)
def items(request, tmp_path_factory):
    """Give the items of all shipped decks on a day."""
    return api.items(api.load(cwd=tmp_path_factory.mktemp("own")), as_of=request.param)


def test_a_filled_sentence_is_whole(items):
    """It begins with a capital, ends with one stop, has no blank left and says the answer."""
    for item in items:
        answers = (*item.key.answers, *item.distractors) if item.says else ()
        for answer in answers:
            full = said(item.says, answer)
            assert BLANK not in full, full
            assert full[0].isupper(), full
            assert ONE_STOP.search(full), full
            assert not TWICE.search(full.casefold()), full
            assert mentions(full, answer.text), full


def test_a_sentence_with_its_blank_does_not_say_the_answer(items):
    """Not even a short one, such as a number."""
    told = [
        item.says
        for item in items
        if any(mentions(item.says, answer.text) for answer in item.key.answers)
    ]
    assert told == []


def test_what_can_be_said_is_said(items):
    """Every question with one answer has a sentence, but for those known to have none."""
    silent = {
        f"{item.kind}/{item.question}"
        for item in items
        if item.key.need == 1 and item.type != "parts" and not item.says
    }
    assert silent <= SILENT | FACTS
