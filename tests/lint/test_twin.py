import pytest

ONCE = (
    "  - {id: a, kind: qa, ask: Who was first?, answer: George Washington, source: s}\n"
)


def test_a_question_asked_twice_is_one_too_many(found):
    """However it is spelled and spaced, where both want the same."""
    more = "  - {id: b, kind: qa, ask: who  was First?, answer: George Washington, source: s}\n"
    assert found(ONCE + more) == [
        (
            "2 twin: the question 'Who was First?' is asked twice, also by deck0/a/ask"
            " (take one of the two facts out)"
        )
    ]


@pytest.mark.parametrize("ask", ["Who was second?", "Who was not first?"])
def test_another_question_is_none(found, ask):
    """One word decides."""
    assert (
        found(ONCE + f"  - {{id: b, kind: qa, ask: {ask}, answer: X, source: s}}\n")
        == []
    )
