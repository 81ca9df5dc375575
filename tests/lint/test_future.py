"""Days still to come are slips, wherever a deck writes a day of its own making."""

import pytest

from quiz.lint import future

DECK = "deck: d\ntitle: T\nupdated: %s\nsources:\n  s: {publisher: P, date: %s, opened: %s}\nfacts:\n%s"
FACT = "- {id: %s, kind: qa, ask: 'Q %s?', answer: A, checked: %s, source: s}\n"
FIX = "a day still to come (correct the year, month or day)"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2026-11-24", "2026-11-24", "2026-11", "2026"), []),
        (
            ("2062-11-24", "2020", "2020", "2020"),
            [f"1.yaml:1: future-date: updated is 2062-11-24, {FIX}"],
        ),
        (
            ("2026", "2026-11-25", "2020", "2020"),
            [f"1.yaml:7: future-date: the date of source s is 2026-11-25, {FIX}"],
        ),
        (
            ("2026", "2020", "2026-12", "2020"),
            [f"1.yaml:7: future-date: opened of source s is 2026-12, {FIX}"],
        ),
        (
            ("2026", "2020", "2020", "2027"),
            [f"1.yaml:{n}: future-date: checked is 2027, {FIX}" for n in (7, 8)],
        ),
    ],
)
def test_a_day_still_to_come_is_told_once(days, expected, look):
    """An update, a check, a source or its reading after today is a slip, told at its place."""
    *head, checked = days
    facts = "".join(FACT % (name, name, checked) for name in "ab")
    assert expected == look(future, DECK % (*head, facts))


def test_today_is_the_day_of_the_check(look):
    """The day asked about does not make a day one still to come."""
    text = DECK % ("2025", "2020", "2020", FACT % ("a", "a", "2020"))
    assert look(future, text, day="2001-01-01", today="2026-11-24") == []


def test_a_chosen_fact_is_told_in_its_own_deck(look):
    """What another deck wrote is not told again where it is selected."""
    home = DECK % ("2025", "2030", "2030", FACT % ("a", "a", "2030"))
    assert look(future, "deck: e\ntitle: T\nselect: [d/a]\n", home) == []
    assert len(look(future, home)) == 3
