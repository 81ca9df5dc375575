import pytest

FACT = "  - {id: a, kind: office, holder: Joe Biden, office: president of the United States, from: 2021-01-20, %s source: s}\n"


@pytest.mark.parametrize(
    ("more", "day", "findings"),
    [
        ("checked: 2022-01-01,", "2022-03-01", []),
        ("checked: 2022-01-01,", "2024-01-01", ["stale"]),
        ("", "2022-03-01", ["unchecked"]),
        (
            "checked: 2022-01-01, until: 2025-01-20,",
            "2026-01-01",
            [],
        ),  # over: cannot change
    ],
)
def test_what_can_change_must_have_been_confirmed_lately(found, more, day, findings):
    """Only while it is held true."""
    codes = [line.split()[1].rstrip(":") for line in found(FACT % more, day=day)]
    assert [code for code in codes if code in ("stale", "unchecked")] == findings


def test_the_finding_says_since_when(found):
    """And what to do about it."""
    lines = found(FACT % "checked: 2022-01-01,", day="2024-01-01")
    assert (
        "1 stale: this office was last checked on 2022-01-01, over 180 days ago"
        " (confirm it in a source and set 'checked' to that day)"
    ) in lines
