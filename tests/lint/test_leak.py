import pytest

FACT = "  - {id: a, kind: qa, ask: %s, answer: %s, source: s}\n"


@pytest.mark.parametrize(
    ("ask", "answer", "told"),
    [
        ("Is the Senate in the Capitol?", "Senate", "Senate"),
        ("What do senates do in THE CAPITOL?", "the Capitol", "the Capitol"),
        ("In which year before 1791 was it 1789?", "'1789'", "1789"),
        ("What is it?", "{text: peace, accept: [what is it]}", "what is it"),
    ],
)
def test_a_question_that_says_its_answer_is_told(found, ask, answer, told):
    """In any of the forms that are right."""
    fix = "reword the fact or its kind's stem"
    what = f"the question '{ask}' says its answer, '{told}'"
    assert found(FACT % (ask, answer)) == [f"1 leak: {what} ({fix})"]


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("What do senators do?", "Senate"),  # part of a word is not the word
        ("How many of the 100?", "'10'"),
        ("Is it so?", "so"),  # too short to tell by chance
    ],
)
def test_likeness_is_not_telling(found, ask, answer):
    """Only whole words tell."""
    assert found(FACT % (ask, answer)) == []
