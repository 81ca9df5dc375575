import pytest


@pytest.mark.parametrize(
    ("typed", "answer", "result"),
    [
        ("Lincoln", "(Abraham) Lincoln", "correct"),
        ("President Abe Lincoln", "Abraham Lincoln", "correct"),
        ("Lincoln, Abraham", "Abraham Lincoln", "correct"),
        ("A. Lincoln", "Abraham Lincoln", "correct"),
        ("abrahamlincoln", "Abraham Lincoln", "correct"),
        ("Abraham", "Abraham Lincoln", "wrong"),
        ("Lincon", "Abraham Lincoln", "correct"),
        ("Johnson", "Andrew Johnson", "close"),
        ("Andrew Jackson", "Andrew Johnson", "wrong"),
        ("Andrew Jonson", "Andrew Johnson", "correct"),
        ("John Quincy Adams", "John Adams", "wrong"),
        ("George Bush", "George W. Bush", "close"),
        ("George H. W. Bush", "George W. Bush", "wrong"),
        ("Booker T. Washington", "George Washington", "wrong"),
        ("George Washington Carver", "George Washington", "wrong"),
        ("Xi", "Xi Jinping", "correct"),
        ("Jinping", "Xi Jinping", "wrong"),
        ("Deng Xiao Ping", "Deng Xiaoping", "correct"),
        ("FDR", "(Franklin) Roosevelt", "correct"),
        ("Teddy Roosevelt", "(Franklin) Roosevelt", "wrong"),
        ("Martin Luther King", "Martin Luther King, Jr.", "correct"),
        ("Martin Luther", "Martin Luther King, Jr.", "wrong"),
        ("Queen Elizabeth", "Elizabeth II", "close"),
        ("Elizabeth I", "Elizabeth II", "wrong"),
        ("not Lincoln", "Abraham Lincoln", "wrong"),
        ("Viktor Orban", "Viktor Orbán", "correct"),
        ("Orbán", "Viktor Orbán", "correct"),
    ],
)
def test_persons_are_known_by_what_identifies_them(judged, typed, answer, result):
    """The surname, unless others of the same sort bear it; never a first name alone."""
    assert judged(typed, [answer], "person").result == result


def test_another_person_is_named(judged):
    """The learner is told whom the response means."""
    assert (
        "Andrew Jackson" in judged("Andrew Jackson", ["Andrew Johnson"], "person").why
    )
