import pytest

from quiz.grading.codes import spelled_out

CODES = {
    "VA": "Virginia",
    "OR": "Oregon",
    "IN": "Indiana",
    "MD": "Maryland",
    "OK": "Oklahoma",
}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("VA", "Virginia"),
        ("va.", "Virginia"),
        ("VA, MD", "Virginia, Maryland"),
        ("VA MD and OR", "Virginia, Maryland and Oregon"),
        ("Richmond, VA", "Richmond, Virginia"),
        ("in Virginia", "in Virginia"),
        ("Texas or Ohio", "Texas or Ohio"),
        ("OK, TEXAS", "OK, TEXAS"),
        ("IN TEXAS", "IN TEXAS"),
        ("ok, Texas", "ok, Texas"),
        ("", ""),
    ],
)
def test_a_code_is_read_where_it_is_a_whole_item(typed, read):
    """In capitals, or alone; a word in a sentence stays a word."""
    assert spelled_out(typed, CODES) == read


@pytest.mark.parametrize(
    ("typed", "result"),
    [("VA", "correct"), ("va", "correct"), ("WV", "wrong"), ("MD", "wrong")],
)
def test_a_state_is_known_by_its_code(judged, typed, result):
    """Also where that is an everyday word, or no alias for another reason."""
    assert judged(typed, ["Virginia"], "place").result == result
