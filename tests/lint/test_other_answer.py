FACT = "  - {id: a, kind: qa, ask: Who leads?, answer: %s, source: s}\n"


def test_two_decks_that_disagree_are_told(found):
    """The learner of both would not know which of the two to say."""
    fix = "say more in one of the two, so that only one answer fits"
    what = "the question 'Who leads?' has another answer in deck1/a/ask"
    assert found(FACT % "Ann", FACT % "Bob") == [f"1 other-answer: {what} ({fix})"]


def test_two_decks_that_agree_are_not(found):
    """Case and spaces are no difference."""
    assert found(FACT % "Ann", FACT % "'ann '") == []
