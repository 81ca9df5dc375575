"""What an item tells besides question and key: all that stands on the back."""

import datetime as dt
import math

import pytest


def test_an_item_says_whence_it_comes(asked):
    """Notes of kind and fact, topic, tags, sources, place and times go with the item."""
    fact = "- {id: a, kind: k, what: W, topic: T, tags: [t], note: Mine., source: s, day: 2030}"
    question = "q: {stem: 'Q?', answer: what, note: 'Of {{ day }}.'}"
    ((draft, item),) = asked(fact, question).values()
    assert (item.note, item.topic, item.tags) == ("Of 2030. Mine.", "T", ("t",))
    assert ([source.id for source in item.sources], item.at.line) == (["s"], 5)
    assert (
        *(item.id, item.deck, item.fact, item.kind, item.question, item.language),
    ) == ("d/a/q", "d", "a", "k", "q", "en")
    assert (item.phase, item.since, item.stale) == (
        "timeless",
        None,
        None,
    )
    assert (draft.id, draft.stem) == (item.id, item.stem)


def test_words_of_another_language_are_left_out(asked):
    """A note, a topic or an accepted answer that has no words in a language is not shown."""
    fact = "- {id: a, kind: k, what: {es: W, en: V}, topic: T, note: N, source: s}"
    question = "q: {stem: {es: '¿Q?', en: 'Q?'}, answer: what, note: {en: Said.}}"
    ((_, item),) = asked(fact, question, language="es").values()
    assert (
        item.stem,
        [answer.text for answer in item.key.answers],
        item.note,
        item.topic,
    ) == ("¿Q?", ["W"], "", "")


@pytest.mark.parametrize(
    ("more", "origin"),
    [
        ("", "d/a/ask"),
        (", formerly: b", "d/b/ask"),
        (", formerly: [c, b]", "d/c/ask"),
    ],
)
def test_an_item_keeps_the_id_it_was_first_published_under(more, origin, asked):
    """`formerly` lists oldest first; learners' cards are known by that id."""
    fact = f"- {{id: a, kind: qa, ask: Q, answer: A, source: s{more}}}"
    item = asked(fact)["d/a/ask"][1]
    assert ("d/a/ask", origin) == (item.id, item.origin)


@pytest.mark.parametrize(
    ("fields", "values", "expected"),
    [
        (
            "from: {type: date}, until: {type: date}",
            "from: 2009-01-20, until: 2013-01-20",
            {"from/until"},
        ),
        (
            "from: {type: year}, until: {type: date}",
            "from: 2009, until: 2009",
            {"from/until"},
        ),
        (
            "from: {type: place}, until: {type: place}",
            "from: A, until: B",
            {"from", "until"},
        ),
        (
            "from: {type: list}, until: {type: list}",
            "from: [A, B], until: C",
            {"from", "until"},
        ),
        (
            "from: {type: date}, until: {type: text}",
            "from: 2009, until: now",
            {"from", "until"},
        ),
        (
            "from: {type: date}, until: {type: date, optional: true}",
            "from: 2009",
            {"from/until"},
        ),
    ],
)
def test_a_stem_with_both_ends_tells_one_time(
    fields, values, expected, library, drafts
):
    """`from` and `until` are a term where they are dates, and are told as such."""
    kind = (
        f"kind: t\nabout: T.\nfields: {{who: {{type: person}}, {fields}}}\nquestions:\n"
        "  q: {stem: 'Who from {{ from }}{% if until %} to {{ until }}{% endif %}?', answer: who}\n"
    )
    made = drafts(
        library(f"- {{id: a, kind: t, who: Ann, {values}, source: s}}", t=kind)
    )
    draft, _ = made["d/a/q"]
    assert expected == set(draft.given)


def test_a_term_ends_the_day_before_the_next_begins(library, drafts):
    """Terms that meet on a day do not overlap; one of a day lasts that day, an open one on."""
    row = (
        "- {id: %s, kind: office, holder: Ann C, office: mayor, from: %s, source: s}\n"
    )
    rows = (
        ("a", "2009-01-20, until: 2013-01-20"),
        ("b", "2013-01-20, until: 2013-01-20"),
        ("c", "2013-01-20"),
    )
    made = drafts(library("".join(row % each for each in rows)))
    spans = [made[f"d/{name}/holder"][0].given["from/until"][0].span for name in "abc"]
    day = dt.date(2013, 1, 20).toordinal()
    first = dt.date(2009, 1, 20).toordinal()
    assert spans == [(first, day - 1), (day, day), (day, math.inf)]


@pytest.mark.parametrize(
    ("checked", "stale", "since"),
    [
        ("2026-06-01", None, "2001-01-01"),
        ("2026-05-01", "2026-05-01", "2026-10-29"),
    ],
)
def test_an_item_says_if_it_was_checked_too_long_ago(checked, stale, since, asked):
    """What can change carries the day it was last confirmed, once that is too long ago."""
    fact = f"- {{id: a, kind: office, holder: A, office: B, from: 2001, checked: {checked}, source: s}}"
    item = asked(fact)["d/a/holder"][1]
    assert stale == (item.stale and str(item.stale))
    assert ("current", since) == (item.phase, str(item.since))
