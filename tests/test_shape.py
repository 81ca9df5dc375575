"""A value has the shape it must have, or its place and the right shape are said."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import shape
from quiz.errors import Location, Problems
from quiz.model import Text


def test_one_value_is_words(node):
    """A single value gives its words, white space folded."""
    assert shape.scalar(node("  White \n  House "), "a name") == "White House"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[a]", "1:4 wrong-type: this is a list, not a single value (write a name)"),
        (
            "{a: b}",
            "1:4 wrong-type: this is a mapping, not a single value (write a name)",
        ),
        ("", "1:3 empty-value: there is no value here (write a name)"),
        ("' '", "1:4 empty-value: there is no value here (write a name)"),
        ("'\u00a0'", "1:4 empty-value: there is no value here (write a name)"),
        ("'\u200b'", "1:4 empty-value: there is no value here (write a name)"),
    ],
)
def test_what_is_not_one_value_is_said(text, problem, node, refused):
    """A list, a mapping or nothing is refused, with what to write instead."""
    assert refused(shape.scalar, node(text), "a name") == [problem]


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        (shape.read_slug, "a short name"),
        (shape.choice, "a type"),
        (shape.flag, "true or false"),
        (shape.count, "a whole number"),
    ],
)
def test_what_reads_a_single_value_says_what_it_wants(read, wanted, node, refused):
    """Whoever wants one value and finds a list says what to write instead."""
    known = {shape.read_slug: ["a fact"], shape.choice: [("person",), "type"]}
    what = "this is a list, not a single value"
    problem = f"1:4 wrong-type: {what} (write {wanted})"
    assert refused(read, node("[a]"), *known.get(read, ())) == [problem]


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        (" a \t b\r\nc ", "a b c"),
        ("10\u00a0000", "10\u00a0000"),
        ("e\u0301", "\u00e9"),
        ("", ""),
    ],
)
def test_text_is_tidied(text, tidied):
    """White space is folded, except no-break spaces, and letters are composed."""
    assert tidied == shape.tidy(text)


@given(st.text())
def test_tidy_text_stays_as_it_is(text):
    """Tidying twice is tidying once, and gives composed text that no space surrounds."""
    tidied = shape.tidy(text)
    assert tidied == shape.tidy(tidied)
    assert unicodedata.is_normalized("NFC", tidied)
    assert tidied == tidied.strip(" ")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a", True),
        ("٣", True),
        ("+", True),
        ("§", True),
        ("שָׁ", True),
        ("\u00a0a", True),
        ("", False),
        (" \t\n", False),
        ("\u00a0\u3000", False),
        ("\u200b\u200d\ufeff", False),
    ],
)
def test_a_text_is_seen_if_it_shows_anything(text, seen):
    """Spaces of any width and characters without a form show nothing."""
    assert seen is shape.is_seen(text)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("peace", {"es": "peace"}),
        ("{en: peace, pt-BR: paz}", {"en": "peace", "pt-BR": "paz"}),
    ],
)
def test_words_are_in_the_default_language_or_by_language(text, languages, node):
    """Plain words are in the file's language; a map says each language itself."""
    value = node(text)
    assert Text(languages, value.at) == shape.read_text(value, "es")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{}", "1:4 empty-value: there is no value here (write some words)"),
        ("{en: ''}", "1:9 empty-value: there is no value here (write some words)"),
        (
            "[a]",
            "1:4 wrong-type: this is a list, not a single value (write some words)",
        ),
        (
            "{en: peace, text: paz}",
            "1:16 unknown-language: 'text' is not a language code (use codes such as en, es or pt-BR as keys, or write plain words)",
        ),
    ],
)
def test_words_that_are_none_are_said(text, problem, node, refused):
    """Nothing, a list or a key that is no language is refused at its place."""
    assert refused(shape.read_text, node(text), "en") == [problem]


def test_every_unknown_key_is_noted(node):
    """Each key its owner does not have is a problem; the known ones are none."""
    problems = Problems()
    shape.known_keys(
        node("{tpye: a, min: 1, x: 2}"), ("type", "min"), "a field", problems
    )
    assert [str(problem) + "; " + problem.fix for problem in problems] == [
        "t.yaml:1:5: error[unknown-key]: 'tpye' is no key of a field; did you mean 'type'?",
        "t.yaml:1:22: error[unknown-key]: 'x' is no key of a field; use one of: min, type",
    ]


def test_a_required_value_is_given_or_missed(node, refused):
    """A key that must be there gives its value, else the mapping's place is said."""
    value = node("{deck: d}")
    assert shape.required(value, "deck", "a deck").text == "d"
    problem = "1:4 missing-field: a deck has no 'title' (add a line 'title: …')"
    assert refused(shape.required, value, "title", "a deck") == [problem]


@pytest.mark.parametrize("text", ["a", "7", "bali-meeting", "us-2025-q1"])
def test_an_id_is_letters_digits_and_hyphens(text, node):
    """What may be an identity is read as it stands."""
    assert text == shape.read_slug(node(text), "a fact")


@pytest.mark.parametrize(
    "text", ["A", "a_b", "a--b", "-a", "a-", "a b", "é", "a/b", "²"]
)
def test_another_id_is_refused(text, node, refused):
    """Any other character or a misplaced hyphen is refused."""
    fix = "use lower-case letters, digits and single hyphens, as in 'bali-meeting'"

    problem = f"1:4 bad-id: '{text}' cannot be the id of a fact ({fix})"
    assert refused(shape.read_slug, node(text), "a fact") == [problem]


def test_a_choice_is_one_of_the_known_words(node, refused):
    """A known word is given; another is refused by the name of what was wanted."""
    known = ("person", "place")
    assert shape.choice(node("place"), known, "type") == "place"
    problem = "1:4 unknown-type: there is no type 'plcae' (did you mean 'place'?)"
    assert refused(shape.choice, node("plcae"), known, "type") == [problem]


@pytest.mark.parametrize(
    ("text", "count"), [("[a, [b], {c: d}]", 3), ("a", 1), ("{a: b}", 1), ("[]", 0)]
)
def test_one_value_counts_as_a_list_of_one(text, count, node):
    """A list gives its items; any other value is the only item."""
    value = node(text)
    assert count == len(shape.items(value))
    assert text.startswith("[") or shape.items(value) == (value,)


def test_nothing_counts_as_no_items_and_as_false():
    """What was not written is an empty list and a flag not set."""
    assert shape.items(None) == ()
    assert shape.flag(None) is False


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("'false'", False)])
def test_a_flag_is_true_or_false(text, flag, node):
    """Only the words true and false set a flag."""
    assert flag is shape.flag(node(text))


@pytest.mark.parametrize("text", ["yes", "True", "1"])
def test_another_flag_is_refused(text, node, refused):
    """Other ways to agree are refused."""
    problem = f"1:4 wrong-type: '{text}' is not true or false (write true or false)"
    assert refused(shape.flag, node(text)) == [problem]


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("10", 10), ("99", 99)])
def test_a_count_is_a_small_whole_number(text, number, node):
    """How many is a whole number from 1 to 99."""
    assert number == shape.count(node(text))


@pytest.mark.parametrize("text", ["0", "01", "100", "-1", "1.5", "two"])
def test_another_count_is_refused(text, node, refused):
    """None, too many and what is no number are refused."""
    problem = f"1:4 bad-number: '{text}' is not a count (write 1, 2, 3 …)"
    assert refused(shape.count, node(text)) == [problem]


@pytest.mark.parametrize(("text", "most"), [("9", 9), ("100", 999), ("999", 999)])
def test_a_count_may_have_another_bound(text, most, node):
    """It has as many digits as the most there may be."""
    assert int(text) == shape.count(node(text), most)


@pytest.mark.parametrize(("text", "most"), [("10", 9), ("1000", 999), ("0", 999)])
def test_a_count_beyond_its_bound_is_refused(text, most, node, refused):
    """As any other that is none."""
    problem = f"1:4 bad-number: '{text}' is not a count (write 1, 2, 3 …)"
    assert refused(shape.count, node(text), most) == [problem]


def test_failing_raises_one_problem_at_a_place(refused):
    """What is failed with is what is reported."""
    place = Location("t.yaml", 3, 7)
    assert refused(shape.fail, place, "code", "what", "fix") == ["3:7 code: what (fix)"]


@pytest.mark.parametrize(
    "text", ["voting", "unit-1::starred", "a::b::c", "uscis-2025::17"]
)
def test_a_tag_may_lie_within_another(text, node):
    """Words like ids, parted as Anki parts them."""
    assert text == shape.read_tag(node(text))


@pytest.mark.parametrize(
    "text", ["Voting", "a b", "a::b-", "::a", "a:b", "a:::b", "a--b"]
)
def test_what_is_no_tag_is_refused(text, node, refused):
    """As what it is, with how tags are written."""
    fix = "use lower-case letters, digits and hyphens, as in 'voting' or 'unit-1::starred'"
    problem = f"1:4 bad-id: '{text}' cannot be a tag ({fix})"
    assert refused(shape.read_tag, node(text)) == [problem]
