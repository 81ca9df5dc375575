"""A deck file says, beside its facts, on what terms it is given and how Anki asks it."""

import datetime as dt

import pytest

from quiz import api

DECK = """\
deck: d
title: T
%ssources: {s: {publisher: P}}
facts:
  - {id: a, kind: qa, ask: Who?, answer: Ann, source: s}
"""


@pytest.mark.parametrize(
    ("more", "license_", "halves"),
    [
        ("", "", "together"),
        ("license: CC BY 4.0\nanki: {halves: apart}\n", "CC BY 4.0", "apart"),
        ("anki: {halves: both}\n", "", "both"),
    ],
)
def test_a_deck_has_terms_and_options(more, license_, halves, tmp_path):
    """Both are optional, and a form carries them."""
    found = api.load("-", cwd=tmp_path, stdin=(DECK % more).encode())
    (deck,) = found.decks
    assert (license_, halves) == (deck.license, deck.halves)
    (form,) = api.forms(found, as_of=dt.date(2026, 11, 24))
    assert (license_, halves) == (form.license, form.halves)
