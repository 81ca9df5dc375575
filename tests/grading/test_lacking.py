import pytest


@pytest.mark.parametrize(
    ("typed", "answer", "kind"),
    [
        ("public opinion", "To more closely follow public opinion", "text"),
        ("communism", "To stop the spread of communism", "text"),
        ("the Articles", "Articles of Confederation", "document"),
        ("the court", "Supreme Court", "body"),
        ("the bill", "Bill of Rights", "document"),
        ("secretary", "Secretary of the Treasury", "office"),
    ],
)
def test_half_of_an_answer_is_asked_again(judged, typed, answer, kind):
    """What it says is right as far as it goes."""
    assert judged(typed, [answer], kind).result == "close"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("to spread communism", "To stop the spread of communism"),
        ("one part can become too powerful", "One part does not become too powerful"),
        ("freed slaves in the northern states", "Freed slaves in the southern states"),
        ("the longest expansion in history", "The longest recession in history"),
        (
            "to force the Iranian military from Kuwait",
            "To force the Iraqi military from Kuwait",
        ),
        ("unconstitutional laws", "constitutional laws"),
    ],
)
def test_what_turns_an_answer_round_is_wrong(judged, typed, answer):
    """Without its `not` or `stop`, or with an opposite or another name in it."""
    assert judged(typed, [answer]).result == "wrong"


def test_what_only_repeats_the_question_is_no_half(judged):
    """`The treaty` does not say which treaty."""
    asked = "Which treaty ended the war?"
    assert (
        judged("the treaty", ["Treaty of Paris"], "document", stem=asked).result
        == "wrong"
    )
