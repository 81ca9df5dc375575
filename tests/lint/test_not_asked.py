import pytest

KIND = """\
kind: river
about: A river.
fields: {name: {type: place}, ends: {type: place}, when: {type: date, optional: true}}
questions: {mouth: {stem: 'Where does the {{ name }} end?', answer: ends, only: [past]}}
"""
GOOD = "  - {id: q, kind: qa, ask: Who?, answer: Bob, source: s}\n"


@pytest.fixture
def codes(found, tmp_path):
    """The findings of this rule alone."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "river.yaml").write_text(KIND, "utf-8")
    return lambda *facts, **how: [
        line for line in found(*facts, **how) if "not-asked" in line
    ]


def test_a_fact_of_which_nothing_is_ever_asked_is_told(codes):
    """With why: it looks like a card and is none."""
    silent = "  - {id: a, kind: river, name: Bali, ends: Java, source: s}\n"
    assert codes(GOOD + silent) == [
        (
            "2 not-asked: nothing is asked of this fact: it is asked only when past"
            " (fill in what is missing, or take the fact out)"
        )
    ]


def test_a_fact_asked_once_is_asked(codes):
    """One item is enough."""
    assert (
        codes(
            "  - {id: a, kind: river, name: Bali, ends: Java, when: 2020, source: s}\n"
        )
        == []
    )


@pytest.mark.parametrize("since", ["2021-01-20", "2021"])
def test_a_fact_that_another_day_will_ask_is_not_told(codes, since):
    """It is only not yet known on the day asked about."""
    later = f"  - {{id: a, kind: office, holder: Joe Biden, office: president, from: {since}, source: s}}\n"
    assert codes(GOOD + later, day="2020-06-01", today="2026-11-24") == []
