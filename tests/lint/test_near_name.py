import pytest

FACT = "  - {id: a, kind: meeting, who: [Joe Biden, Nancy Pelosi, %s], where: '%s', when: 2020-01-01, source: s}\n"


@pytest.mark.parametrize(
    ("who", "where", "findings"),
    [
        ("Xi Jinping", "Bali, Indonesia", []),
        ("Xi", "Bali", []),  # the short form of a listed name
        (
            "Xi Jinpin",
            "Bali, Indonesia",
            [
                "1 near-name: the person 'Xi Jinpin' is in no names file (did you mean 'Xi Jinping'?)"
            ],
        ),
        (
            "Xi Jinping",
            "Samarkand, Uzbekistan",
            [
                (
                    "1 unlisted-name: the place 'Samarkand, Uzbekistan' is in no names file"
                    " (add it to a file in names/, so that it has its other forms)"
                )
            ],
        ),
    ],
)
def test_a_name_that_is_not_listed_is_told(found, who, where, findings):
    """With the listed name it is nearly, if there is one."""
    assert found(FACT % (who, where)) == findings


def test_a_name_is_told_by_the_deck_that_holds_it(found):
    """A deck that selects the fact is not its curator."""
    head = "select: [deck1/a]\n"
    own = "  - {id: q, kind: qa, ask: Who?, answer: Bob, source: s}\n"
    assert found(own, FACT % ("Xi Jinpin", "Bali"), head="") == []
    assert found(own + head, FACT % ("Xi Jinpin", "Bali")) == []
