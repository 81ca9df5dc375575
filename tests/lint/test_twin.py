"""A deck asks nothing twice."""

import pytest

from quiz.lint import twin

FACT = "- {id: %s, kind: qa, ask: %s, answer: A, source: s}\n"
FIX = "(take one of the two facts out)"


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        (["Who was first?", "Who was second?"], []),
        (
            [
                "Who was first?",
                "who  was FIRST",
                "Who was the first?",
                "Was who first?",
            ],
            [
                f"6: twin: the question 'Who was FIRST' is asked twice, also by d/f0/ask {FIX}"
            ],
        ),
        (
            ["Is it?", "Is it", "Is it…"],
            [
                f"6: twin: the question 'Is it' is asked twice, also by d/f0/ask {FIX}",
                f"7: twin: the question 'Is it…' is asked twice, also by d/f0/ask {FIX}",
            ],
        ),
    ],
)
def test_each_item_after_the_first_that_asks_the_same_is_told(asks, expected, look):
    """Case, spaces and signs make no other question; every other word does."""
    facts = "".join(FACT % (f"f{n}", ask) for n, ask in enumerate(asks))
    assert [f"1.yaml:{line}" for line in expected] == look(twin, facts)


def test_two_decks_may_ask_the_same(look):
    """Another deck's item is no twin, but one that is selected is."""
    texts = (
        "deck: e\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
        + FACT % ("x", "Q?"),
        FACT % ("y", "Q?"),
    )
    assert look(twin, *texts) == []
    chosen = look(twin, texts[0] + "select: [d/y]\n", texts[1])
    assert [line.removesuffix(f" {FIX}") for line in chosen] == [
        "2.yaml:5: twin: the question 'Q?' is asked twice, also by e/x/ask"
    ]
