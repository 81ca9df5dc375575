"""Names that no file lists are worth a look: they may be slips, or lack their other forms."""

import pytest

from quiz.lint import near_name

NAMES = (
    "type: person\nnames:\n  Joe Biden: {short: Biden, aliases: [Joseph Biden, JB]}\n  Xi Jinping:\n",
    "type: place\nnames: {Lima: {short: L}, Bali Island: }\n",
)
FACT = "- {id: a, kind: k, what: W, who: [%s], %s source: s}\n"
ADD = "is in no names file (add it to a file in names/, so that it has its other forms)"
LIKE = "is in no names file (did you mean '%s'?)"


@pytest.mark.parametrize(
    ("who", "more", "expected"),
    [
        ("Joe Biden, Xi Jinping", "", []),
        ("Biden, xi jinping", "", []),
        (
            "Joe Bidden, Xi Jinping",
            "",
            [f"near-name: the person 'Joe Bidden' {LIKE % 'Joe Biden'}"],
        ),
        (
            "Joseph Bidn, Xi Jinping",
            "",
            [f"near-name: the person 'Joseph Bidn' {LIKE % 'Joseph Biden'}"],
        ),
        ("Ann Lee, Xi Jinping", "", [f"unlisted-name: the person 'Ann Lee' {ADD}"]),
        # The speaker of a quote is a name, too; one of another type is none of these.
        (
            "Biden, Xi Jinping",
            "quote: {text: T, speaker: Lima},",
            [f"unlisted-name: the person 'Lima' {ADD}"],
        ),
        (
            "Zoe, Bo Ma",
            "",
            [f"unlisted-name: the person '{name}' {ADD}" for name in ("Zoe", "Bo Ma")],
        ),
        # One letter away from a code of two letters is no slip of it.
        ("JD, Xi Jinping", "", [f"unlisted-name: the person 'JD' {ADD}"]),
    ],
)
def test_a_name_in_no_file_is_told(who, more, expected, look):
    """With the listed name of its type that it is nearly, if there is one."""
    question = "q: {stem: Q?, answer: what}"
    found = look(near_name, FACT % (who, more), names=NAMES, questions=question)
    assert [f"1.yaml:5: {line}" for line in expected] == found


def test_a_name_is_told_in_the_deck_that_writes_it(look):
    """A deck that selects the fact has nothing to mend."""
    home = (
        "- {id: a, kind: meeting, who: [Ann, Bo], where: Rome, when: 2020, source: s}\n"
    )
    assert look(near_name, "deck: e\ntitle: T\nselect: [d/a]\n", home) == []
    assert len(look(near_name, home)) == 3
