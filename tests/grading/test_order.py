import pytest


@pytest.mark.parametrize(
    ("typed", "answer", "result"),
    [
        ("the slaves were freed", "Freed the slaves", "correct"),
        ("slaves freed it", "Freed the slaves", "wrong"),
        ("ships were attacked by Germany", "Germany attacked ships", "correct"),
        ("ships attacked Germany", "Germany attacked ships", "wrong"),
        ("Germany was attacked by ships", "Germany attacked ships", "wrong"),
        ("law requires it", "Required by law", "correct"),
        ("rights of women", "women's rights", "correct"),
        ("the original 13 colonies", "13 original colonies", "correct"),
        ("3 by phone, 2 by video", "2 by phone, 3 by video", "wrong"),
        (
            "follow public opinion more closely",
            "more closely follow public opinion",
            "correct",
        ),
        ("out of one, many", "Out of many, one", "wrong"),
        ("representation without taxation", "taxation without representation", "wrong"),
        ("people taken to Africa", "people taken from Africa", "wrong"),
        ("fought women's rights", "fought for women's rights", "wrong"),
        ("wrote in a newspaper", "wrote to a newspaper", "correct"),
        ("the leader of the army", "led the army", "correct"),
    ],
)
def test_roles_may_not_be_exchanged(judged, typed, answer, result):
    """Passive, genitives and moved phrases say the same; who does what to whom must stay."""
    assert judged(typed, [answer]).result in (
        result,
        "close" if result == "wrong" else result,
    )
    assert (judged(typed, [answer]).result == "correct") == (result == "correct")


def test_the_order_of_names_of_sorts_is_free(judged):
    """`Treaty of Paris`, `Paris Treaty`; but what owns and what is owned stay."""
    assert (
        judged("the Paris Treaty", ["Treaty of Paris"], "document").result == "correct"
    )
    assert judged("Rights of Bill", ["Bill of Rights"], "document").result != "correct"
