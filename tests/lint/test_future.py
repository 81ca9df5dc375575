import pytest

FACT = "  - {id: a, kind: qa, ask: Who?, answer: Bob, source: s%s}\n"


def test_a_day_still_to_come_is_a_slip(found):
    """Of an update, a check or a source: each was made before today."""
    lines = found(FACT % ", checked: 2019-06-02", day="2019-06-01", today="2019-06-01")
    fix = "(correct the year, month or day)"
    assert [line for line in lines if "future-date" in line] == [
        f"-4 future-date: updated is 2026-11-24, a day still to come {fix}",
        f"1 future-date: checked is 2019-06-02, a day still to come {fix}",
        f"1 future-date: the date of source s is 2020-01-01, a day still to come {fix}",
    ]


@pytest.mark.parametrize("checked", ["2026-11-24", "2026"])
def test_today_is_not_to_come(found, checked):
    """Nor is the year it is in, and the day asked about is not today."""
    assert (
        found(FACT % f", checked: {checked}", day="2021-01-01", today="2026-11-24")
        == []
    )
