import pytest

DAY = ["2022-11-14"]


@pytest.mark.parametrize(
    ("typed", "answers", "result"),
    [
        ("on Monday, November 14, 2022", DAY, "correct"),
        ("11/14/22", DAY, "correct"),
        ("Nov 2022", DAY, "close"),
        ("November 14", DAY, "close"),
        ("November 14 or 15, 2022", DAY, "wrong"),
        ("before November 14, 2022", DAY, "wrong"),
        ("November 14, 2021", DAY, "wrong"),
        ("not November 14, 2022", DAY, "wrong"),
        ("4/7/1776", ["July 4, 1776"], "close"),
        ("7/4/76", ["July 4, 1776"], "close"),
        ("7/4/1776", ["July 4, 1776"], "correct"),
    ],
)
def test_dates_are_compared_as_dates(judged, typed, answers, result):
    """Less precise is close, more precise is right, another is wrong."""
    assert judged(typed, answers, "date").result == result


def test_what_the_question_says_of_a_date_need_not_be_repeated(judged):
    """The month and the year are in the question."""
    stem = "On what day in November 2022 did they meet?"
    assert judged("the 14th", DAY, "date", stem=stem).result == "correct"


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("in the summer of 1787", "correct"),
        ("the 1780s", "close"),
        ("MDCCLXXXVII", "correct"),
        ("1787 BC", "wrong"),
        ("1788", "wrong"),
    ],
)
def test_years_have_no_near_miss(judged, typed, result):
    """The decade is right as far as it goes."""
    assert judged(typed, ["1787"], "year").result == result


@pytest.mark.parametrize(
    ("typed", "stem", "result"),
    [
        ("six years", "For how many years is a senator elected?", "correct"),
        ("6 yrs", "How long is a senator's term?", "correct"),
        ("six months", "For how many years is a senator elected?", "wrong"),
        ("six", "", "correct"),
        ("-6", "", "wrong"),
        ("6.5", "", "wrong"),
        ("more than six", "", "wrong"),
        ("about six", "", "close"),
        ("6 of the 100", "", "correct"),
        ("6th", "", "close"),
        ("VI", "", "correct"),
        ("6 for each state", "", "wrong"),
    ],
)
def test_numbers_are_compared_as_numbers(judged, typed, stem, result):
    """Their unit must be the one asked for."""
    assert judged(typed, ["6"], "number", stem=stem).result == result


def test_a_share_is_one_number_however_written(judged):
    """Two thirds in words are two thirds in figures."""
    assert judged("2/3", ["two-thirds"], "number").result == "correct"
