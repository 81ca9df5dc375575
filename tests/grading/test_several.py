import pytest

BRANCHES = ["Legislative", "Executive", "Judicial"]
POSTS = [
    "Secretary of State",
    "Secretary of Defense",
    "Attorney General",
    "Secretary of Health and Human Services",
]
STATES = ["New York", "New Jersey", "Virginia", "North Carolina", "South Carolina"]


@pytest.mark.parametrize(
    ("typed", "answers", "need", "result"),
    [
        ("judicial, executive & legislative", BRANCHES, 3, "correct"),
        ("legislative and executive", BRANCHES, 3, "close"),
        ("legislative executive legislative", BRANCHES, 3, "close"),
        ("legislative, executive", BRANCHES, 1, "correct"),
        ("executive or military", BRANCHES, 1, "wrong"),
        ("executive or judicial", BRANCHES, 1, "correct"),
        ("executive and I forget the other", BRANCHES, 2, "close"),
        ("secretary of state and defense", POSTS, 2, "correct"),
        ("Health and Human Services secretary; attorney general", POSTS, 2, "correct"),
        ("attorney general and speaker of the house", POSTS, 2, "wrong"),
        ("1) Attorney General 2) Secretary of State", POSTS, 2, "correct"),
        ("North and South Carolina", STATES, 2, "correct"),
        ("New York New Jersey Virginia", STATES, 3, "correct"),
        ("NY / NJ / Virginia", STATES, 3, "correct"),
        ("New York, New York", STATES, 2, "close"),
    ],
)
def test_a_list_is_taken_apart_in_every_way(judged, typed, answers, need, result):
    """Any order, any joiner, shared heads; what is wrong in it spoils it."""
    assert judged(typed, answers, "list-member", need).result == result


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("Congress, because it makes the laws", "correct"),
        ("Congress, in Washington", "correct"),
        ("Congress, the Supreme Court", "wrong"),
        ("Congress, and the President signs them", "wrong"),
    ],
)
def test_an_explanation_does_not_spoil_an_answer(judged, typed, result):
    """Unless it names what could be one."""
    assert judged(typed, ["Congress"], "body").result == result


def test_one_answer_is_not_put_together_from_two(judged):
    """Without a joiner, unless a preposition stands between them."""
    wars = ["Civil War", "Spanish-American War"]
    assert judged("Spanish Civil War", wars, "event").result == "wrong"
    island = ["New York (Harbor)", "Liberty Island"]
    typed = "on Liberty Island in New York Harbor"
    assert judged(typed, island, "place").result == "correct"


def test_a_guess_with_the_question_in_it_is_a_guess(judged):
    """`President or Vice President` says both."""
    asked = "If the president can no longer serve, who becomes president?"
    typed = "president or vice president"
    assert judged(typed, ["The Vice President"], "office", stem=asked).result == "wrong"
