import pytest

RULE = "Everyone must follow the law"
TERMS = "Why do representatives serve shorter terms than senators?"


@pytest.mark.parametrize(
    ("typed", "answer", "result"),
    [
        ("only leaders must follow the law", "Leaders must follow the law", "wrong"),
        ("some people of their state", "People of their state", "wrong"),
        ("everyone may follow the law", RULE, "wrong"),
        ("everyone has to follow the law", RULE, "correct"),
        ("you must vote", "You can vote", "close"),
        ("you may vote", "You can vote", "correct"),
    ],
)
def test_a_limit_says_something_else(judged, typed, answer, result):
    """What one may, some do or only leaders must is another statement."""
    assert judged(typed, [answer]).result == result


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("representatives follow public opinion more closely", True),
        ("senators follow public opinion more closely", False),
    ],
)
def test_the_question_may_be_repeated_by_its_subject(judged, typed, result):
    """Another noun of it in front is another statement."""
    key = ["To follow public opinion more closely"]
    assert (judged(typed, key, stem=TERMS).result == "correct") is result


def test_a_rank_is_no_count(judged):
    """`14 citizens` are not the 14th Amendment."""
    asked = "Which amendment says who are citizens?"
    assert (
        judged("14 citizens", ["14th Amendment"], "document", stem=asked).result
        == "wrong"
    )
    assert (
        judged("amendment 14", ["14th Amendment"], "document", stem=asked).result
        == "correct"
    )


def test_a_pronoun_stands_for_what_was_named(judged):
    """`Them` for what the question names, `our` for the country's."""
    asked = "What does the President's Cabinet do?"
    assert (
        judged("advise him", ["Advises the President"], stem=asked).result == "correct"
    )
    assert (
        judged("protects our rights", ["Protects rights of Americans"]).result
        == "correct"
    )
    assert (
        judged("the president advises them", ["Advises him"], stem=asked).result
        != "correct"
    )
