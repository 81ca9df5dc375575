"""A hint helps to recall and never gives the answer away, on no card and in no file."""

import pytest

from quiz.fields import plain
from quiz.hints import kin, telling, told
from quiz.keys import Answer, Key


def key(*forms):
    """Make a key of one answer, or of several if these are answers."""
    answers = forms if isinstance(forms[0], Answer) else [plain(forms[0], forms[1:])]
    return Key(tuple(answers))


@pytest.mark.parametrize(
    ("hint", "stem", "forms", "leak"),
    [
        # A whole form in any case, also one of few letters, also one that is only accepted.
        ("It is THE SENATE.", "Which body?", ["the Senate"], "the Senate"),
        ("Not 7 but 9.", "How many?", ["9"], "9"),
        (
            "The upper house, the Senate.",
            "Which?",
            ["upper chamber", "the Senate"],
            "the Senate",
        ),
        ("A peace-loving word", "What?", ["peace"], "peace"),
        # A form with an ending, or without one.
        ("What senators sit in", "Which?", ["Senator"], "Senator"),
        ("What the Senate's members make", "Which?", ["Senate"], "Senate"),
        ("A ruling on liberty", "What?", ["the ruling's end"], "ruling"),
        ("Think of senators", "Which body?", ["the Senate"], "senators"),
        ("It makes laws: legislative", "Which body?", ["a legislature"], "legislative"),
        ("It is congressional", "Who?", ["Congress of the day"], "congressional"),
        ("Of the president", "What?", ["presidential veto"], "president"),
        # One telling word of it.
        (
            "Think of Tripoli and Barbary",
            "Which war?",
            ["First Barbary War"],
            "barbary",
        ),
        ("Late in 1787", "When?", ["September 17, 1787"], "1787"),
        ("Résumé it", "What?", ["A resume of all"], "resume"),
        # A number in words.
        ("There are Twenty-seven.", "How many?", ["27"], "twenty-seven"),
        # Scripts that do not part words, or put articles before them.
        ("首都は東京です", "首都は?", ["東京"], "東京"),
        ("הסנאט", "מי?", ["סנאט"], "סנאט"),
    ],
)
def test_what_tells_is_found(hint, stem, forms, leak):
    """Any form of the answer, and any telling word of it that the question does not say."""
    assert told(hint, stem, key(*forms)) == leak


@pytest.mark.parametrize(
    ("hint", "stem", "forms"),
    [
        ("", "Which body?", ["the Senate"]),
        ("It sits in the north wing.", "Which body?", ["the Senate"]),
        (
            "The other chamber of Congress",
            "Which chamber of Congress?",
            ["Chamber of States"],
        ),
        ("Amendments came with them", "Which amendment?", ["the First Amendment"]),
        ("He spoke with and about them", "What?", ["a talk with them about law"]),
        ("Of a long war", "Which?", ["the cold war of old"]),
        ("More than 4350", "How many?", ["435"]),
        ("More than four hundred", "How many?", ["435"]),
        ("The one that counts", "How many?", ["1"]),
        ("Two or three", "How many?", ["2.5"]),
        ("Format it", "What?", ["a form of law"]),
        ("It is constant", "What?", ["the Constitution"]),
        ("At the station", "What?", ["the state of it"]),
    ],
)
def test_what_helps_only_is_fair(hint, stem, forms):
    """Words of the question, small words and words that only begin alike tell nothing."""
    assert told(hint, stem, key(*forms)) == ""


def test_no_answer_of_several_may_be_told():
    """A hint names none of several answers."""
    several = key(Answer("red"), Answer("blue", accept=("azure",)))
    assert told("As the azure sky", "Name one.", several) == "azure"


KIND = "q: {stem: 'Q?', answer: what, hint: 'It has {{ other }} parts.'}"


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("other: two", "It has two parts."),
        ("other: two, hint: Mine.", "Mine."),
        ("other: two, hint: {es: Mía.}", "It has two parts."),
    ],
)
def test_a_facts_own_hint_goes_before_its_kinds(more, hint, asked):
    """A kind's question has a template of hints, a fact a hint of its own."""
    made = asked(f"- {{id: a, kind: k, what: W, {more}, source: s}}", KIND)
    assert [(item.hint, item.no_hint) for _, item in made.values()] == [(hint, "")]


def test_a_question_whose_hint_lacks_a_field_is_not_asked(asked):
    """A hint is as a note: what it shows must be there, or be tested for."""
    two = f"{KIND}\n  r: {{stem: 'R?', answer: what}}"
    made = asked("- {id: a, kind: k, what: W, source: s}", two)
    assert made["d/a/q"] == "the fact has no 'other'"
    assert made["d/a/r"][1].hint == ""


def test_a_hint_that_tells_is_dropped_with_the_reason(asked):
    """It is on no item, and so in no format; the item says why."""
    made = asked(
        "- {id: a, kind: k, what: Peace now, other: peaceful, source: s}", KIND
    )
    ((_, item),) = made.values()
    assert item.hint == ""
    told = "the hint 'It has peaceful parts.' gives the answer away by 'peaceful'"
    assert item.no_hint == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Who hosted the 17th G20 summit?", ["hosted", "17th", "summit"]),
        ("Which of these would have been there?", []),
        ("The Résumé, the résumé's end", ["resume", "resumes"]),
        ("", []),
    ],
)
def test_words_of_four_letters_that_are_not_common_tell(text, words):
    """Without case, accents and marks, in their order."""
    assert [*telling(text)] == words


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("senate", "senators", True),
        ("leader", "leaders", True),
        ("legislature", "legislative", True),
        ("law", "law", True),
        ("law", "laws", False),
        ("state", "station", False),
        ("constant", "constitution", False),
        ("congress", "congressional", True),
    ],
)
def test_words_are_kin_but_for_their_endings(one, other, verdict):
    """In either order: one ends where the other goes on, or both have a short ending."""
    assert kin(one, other) is kin(other, one) is verdict
