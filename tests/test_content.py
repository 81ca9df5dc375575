"""What is authored of an item follows the fact, its kind and its names, and not the day."""

import datetime as dt

import pytest

from quiz import api, content

TODAY = dt.date(2026, 11, 24)
NAMES = "type: person\nnames:\n  Ann Lee: {short: Lee}\n  Bo Ray:\n"
KIND = """\
kind: talk
about: A talk.
fields: {who: {type: people}, where: {type: place}, when: {type: date}, why: {type: text, optional: true}}
questions:
  where: {stem: "Where {{ do }} {{ who | short }} talk?", answer: where}
  why: {stem: "Why {{ do }} {{ who | short }} talk?", answer: why}
"""
DECK = """\
deck: talks
title: Talks
updated: 2026-11-24
sources: {s: {publisher: P, date: 2022-11-10}}
facts:
  - {id: one, kind: talk, who: [Ann Lee, Bo Ray], where: Oslo, when: 2022-11-14, source: s, note: N.}
  - {id: two, kind: qa, ask: Q?, answer: [a, b], source: s}
"""


def contents(folder, deck=DECK, kind=KIND, names=NAMES):
    """Give the contents of a deck with its kind and names."""
    for name, text in (("kinds/talk", kind), ("names/people", names), ("talks", deck)):
        path = folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    found = api.load("talks.yaml", cwd=folder)
    return content.contents(found.library, found.decks[0].facts, TODAY)


def changed(folder, **other):
    """Name the items whose content another text changes."""
    before, after = contents(folder), contents(folder, **other)
    assert before.keys() == after.keys()
    return [name for name in before if before[name] != after[name]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("where: Oslo", "where: Rome"),
        ("note: N.", "note: M."),
        ("note: N.", "note: N., hint: H."),
        ("publisher: P", "publisher: Q"),
    ],
)
def test_a_change_of_what_is_shown_is_a_change(tmp_path, old, new):
    """Answer, note, day of the tense and source: what a learner can see counts."""
    assert "talks/one/where" in changed(tmp_path, deck=DECK.replace(old, new))


def test_the_day_of_the_tense_does_not_show_and_does_not_count(tmp_path):
    """A corrected day that no wording shows leaves the item as it was."""
    assert changed(tmp_path, deck=DECK.replace("2022-11-14", "2023-11-14")) == []


def test_the_wording_of_a_kind_counts_in_every_tense(tmp_path):
    """A word that stands only before the event is a change today as well."""
    kind = KIND.replace("Where {{ do }}", "Where {{ tense('will', 'did') }}")
    assert changed(tmp_path, kind=kind) == ["talks/one/where"]


def test_a_name_that_an_item_uses_counts(tmp_path):
    """A new short form changes the stems that say it, and nothing else."""
    names = NAMES.replace("short: Lee", "short: Ann")
    assert changed(tmp_path, names=names) == ["talks/one/where"]


def test_what_no_item_shows_does_not_count(tmp_path):
    """A comment, the deck's title and its day change no item."""
    text = DECK.replace("title: Talks", "title: Other # talks").replace(
        "2026-11-24", "2026-12-24"
    )
    assert changed(tmp_path, deck=text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: qa, ask: Q?", "kind: qa, topic: T, ask: Q?"),
        ("kind: qa, ask: Q?", "kind: qa, tags: [t], ask: Q?"),
        ("kind: qa, ask: Q?", "kind: qa, hint: H., ask: Q?"),
        ("kind: qa, ask: Q?", "kind: qa, need: 2, ask: Q?"),
        ("answer: [a, b]", "answer: [a, {text: b, accept: [c]}]"),
        ("answer: [a, b]", "answer: [b, a]"),
    ],
)
def test_each_thing_that_a_card_shows_counts(tmp_path, old, new):
    """Topic, tags, hint, how many are wanted, what is right as well, and in which order."""
    assert changed(tmp_path, deck=DECK.replace(old, new)) == ["talks/two/ask"]


def test_a_decks_new_id_does_not_count(tmp_path):
    """Cards show the id it had first."""
    text = DECK.replace("deck: talks", "deck: new\nformerly: [talks]")
    assert changed(tmp_path, deck=text) == []


def test_items_are_known_by_their_first_id(tmp_path):
    """A renamed fact keeps the entry of its old id."""
    text = DECK.replace("id: one,", "id: new, formerly: [old, one],")
    assert sorted(contents(tmp_path, deck=text)) == ["talks/old/where", "talks/two/ask"]
