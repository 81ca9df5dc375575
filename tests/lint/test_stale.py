"""What can change must have been confirmed lately, as long as it is held true."""

import pytest

from quiz.lint import stale

KIND = "kind: k\nabout: K.\nrecheck: 30 days\nfields:\n  what: {type: text}\n"
KIND += "".join(
    f"  {x}: {{type: date, optional: true}}\n" for x in ("when", "from", "until")
)
KIND += "questions: {q: {stem: 'What{% if past %} was{% endif %}?', answer: what}}\n"
FACT = "- {id: a, kind: k, what: W, %s source: s}\n"
FIX = "(confirm it in a source and set 'checked' to that day)"
OLD = f"1.yaml:5: stale: this k was last checked on 2026-10-01, over 30 days ago {FIX}"
NEVER = f"1.yaml:5: unchecked: this k can change and says no day on which it was checked {FIX}"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [NEVER]),
        ("from: 2020,", [NEVER]),
        ("from: 2020, until: 2025,", []),
        ("checked: 2026-10-01,", [OLD]),
        ("checked: 2026-10-01, from: 2020,", [OLD]),
        ("checked: 2026-10-01, when: 2030,", [OLD]),
        ("checked: 2026-10-01, when: 2025,", []),
        ("checked: 2026-10-25,", []),
        ("checked: 2026-11,", []),
        ("from: 2030,", []),
    ],
)
def test_what_is_held_true_and_was_not_confirmed_lately_is_told(more, expected, look):
    """Timeless facts can go out of date like any state; what is past cannot."""
    assert expected == look(stale, FACT % more, k=KIND)


def test_a_kind_that_does_not_change_needs_no_checking(look):
    """Without `recheck` no day is asked for."""
    assert look(stale, FACT % "", k=KIND.replace("recheck: 30 days\n", "")) == []


def test_a_fact_of_the_same_id_elsewhere_is_another(look):
    """A deck with a fresh fact that selects a stale one of the same id has nothing to confirm."""
    head = "deck: e\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
    kind = KIND.replace(
        "questions: {q: {stem: 'What", "questions: {q: {stem: '{{ from | on }}"
    )
    old = FACT % "from: 2020, checked: 2026-10-01,"
    fresh = FACT % "from: 2021, checked: 2026-11-20,"
    assert look(stale, f"{head}{fresh}select: [d/a]\n", old, k=kind) == []
    assert look(stale, old, k=kind) == [OLD]
