import pytest


@pytest.mark.parametrize(
    ("typed", "answer", "kind", "result"),
    [
        ("Virginia", "West Virginia", "place", "wrong"),
        ("Austrailia", "Australia", "place", "correct"),
        ("Austria", "Australia", "place", "wrong"),
        ("World War I", "World War II", "event", "wrong"),
        ("democracy", "Representative democracy", "text", "close"),
    ],
)
def test_another_name_is_not_a_slip(judged, typed, answer, kind, result):
    """Nor a part of the answer, unless it is the common noun in it."""
    assert judged(typed, [answer], kind).result == result
