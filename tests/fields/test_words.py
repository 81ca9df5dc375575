"""Texts, lists, statements and quotes are words in the languages they are written in."""

import pytest

from quiz.fields import BLANK, plain
from quiz.keys import Answer


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("peace", "text", None),
        ("435", "number", 435.0),
        ("1,250", "number", 1250.0),
        ("2.5", "number", 2.5),
        ("1787", "year", (652324.0, 652688.0)),
        ("2099", "year", (766280.0, 766644.0)),
        ("2100", "number", 2100.0),
        ("0999", "number", 999.0),
        ("5 talks", "text", None),
        ("-5", "text", None),
        ("", "text", None),
    ],
)
def test_bare_figures_are_a_number_or_a_year(text, type_, number):
    """Words are a text; figures alone have a place on the line of numbers, or a year its days."""
    span = (number, number) if isinstance(number, float) else number
    expected = Answer(text, type_, accept=("a",), wrong=("b",), span=span)
    assert expected == plain(text, ("a",), ("b",))


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("peace", Answer("peace"), None),
        ("{en: peace, es: paz}", Answer("peace"), Answer("paz")),
        (
            "{text: peace, accept: no war, wrong: [war, a truce]}",
            Answer("peace", accept=("no war",), wrong=("war", "a truce")),
            None,
        ),
        (
            "{text: {en: peace, es: paz}, accept: [{es: concordia}], wrong: [{en: war}]}",
            Answer("peace", wrong=("war",)),
            Answer("paz", accept=("concordia",)),
        ),
    ],
)
def test_a_text_has_other_answers_right_and_wrong(text, english, spanish, read):
    """What is accepted and what is wrong comes along, each in the languages it is in."""
    value = read("text", text)
    for language, answer in (("en", english), ("es", spanish)):
        assert value.answers(language) == ((answer,) if answer else ())
        assert value.show(language) == (answer.text if answer else None)


def test_a_text_is_in_the_language_of_its_file(read):
    """Plain words are in the file's language, also those accepted."""
    value = read("text", "{text: paz, accept: [concordia]}", language="es")
    assert value.answers("es") == (Answer("paz", accept=("concordia",)),)
    assert value.answers("en") == ()


def test_a_text_has_no_other_keys(read, refused):
    """A key beside text, accept and wrong is refused."""
    fix = "use text, accept and wrong; put quotes around words with a comma"
    problem = f"1:18 unknown-key: 'rong' is no key of a text ({fix})"
    assert refused(read, "text", "{text: peace, rong: war}") == [problem]


@pytest.mark.parametrize(
    ("text", "of", "shown", "either"),
    [
        ("[trade, climate]", (), "trade and climate", "trade or climate"),
        (
            "[Germany, White House]",
            ("place",),
            "Germany and White House",
            "Germany or White House",
        ),
        ("trade", (), "trade", "trade"),
        ("[1, 2, 3]", ("ordinal",), "1st, 2nd, and 3rd", "1st, 2nd, or 3rd"),
    ],
)
def test_a_list_is_joined(text, of, shown, either, read):
    """Members are of the list's type, joined by and, or by or where a stem asks for it."""
    value = read("list", text, of=of)
    assert (shown, shown, either) == (
        value.show("en"),
        value.form("", "en"),
        value.form("or", "en"),
    )
    assert len(value.members) == len(value.answers("en"))
    assert value.members == value.inner()


def test_a_lists_unit_is_its_members(read):
    """Numbers in a list have the unit of the field."""
    value = read("list", "[5, 2]", of=("number",), unit="votes")
    assert value.show("en") == "5 votes and 2 votes"


def test_a_list_is_in_a_language_as_a_whole(read):
    """Where one member has no words in a language, the list has none."""
    value = read("list", "[{en: red, es: rojo}, {en: blue}]")
    assert value.show("en") == "red and blue"
    assert value.show("es") is None
    assert value.form("or", "es") is None
    assert value.answers("en") == (Answer("red"), Answer("blue"))
    assert value.answers("es") == ()


@pytest.mark.parametrize(("text", "count"), [("[a]", 1), ("a", 1), ("[]", 0)])
def test_a_list_may_be_too_short(text, count, read, refused):
    """Fewer values than a kind asks for are counted."""
    what = f"'part' has {count} of at least 2 values (add the missing ones)"
    assert refused(read, "list", text, min=2) == [f"1:4 too-few: {what}"]


@pytest.mark.parametrize(
    ("text", "twin", "column"),
    [
        ("[red, blue, Red.]", "Red.", 16),
        ("[red, {text: RED, wrong: [blue]}]", "RED", 10),
        ("[{en: red, es: rojo}, {en: red}]", "red", 26),
    ],
)
def test_a_list_holds_no_answer_twice(text, twin, column, read, refused):
    """An answer that is one of those before it could not be wanted beside it."""
    what = f"'{twin}' stands twice in this list (keep one of them)"
    assert refused(read, "list", text) == [f"1:{column} duplicate-answer: {what}"]


@pytest.mark.parametrize("text", ["[C, C++]", "[ano, año]", "[{es: si}, {es: no}]"])
def test_a_list_may_hold_what_is_nearly_the_same(text, read):
    """A sign, an accent or another language's words make no twin."""
    assert len(read("list", text).members) == 2


def test_a_sentence_shows_its_blank_and_answers_nothing(read):
    """It is words by language, in which a blank stands for what another field answers."""
    value = read("sentence", "{en: 'It is _____.', es: 'Es _____.'}")
    assert (value.show("en"), value.show("es")) == ("It is _____.", "Es _____.")
    assert (value.show("fr"), value.answers("en")) == (None, ())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("It is so.", "a sentence has one blank of five '_'; this has 0"),
        ("_____ is _____.", "a sentence has one blank of five '_'; this has 2"),
        ("It is ____.", "a blank is five '_', not 4"),
        ("It is ______.", "a blank is five '_', not 6"),
    ],
)
def test_what_is_no_sentence_with_a_blank_is_said(text, what, read, refused):
    """A sentence has one blank, of the length that all blanks have."""
    fix = "write it like: Congress has _____ houses."
    problem = f"1:4 bad-sentence: {what} ({fix})"
    assert refused(read, "sentence", text) == [problem]


def test_a_statement_shows_a_blank(read):
    """The stem has a blank, the answer is the first choice, and the others are wrong."""
    value = read("statement", "The House has { 435 |100 | 50} members.")
    assert value.show("en") == f"The House has {BLANK} members." == value.form("", "en")
    assert value.form("true", "en") == "The House has 435 members."
    expected = Answer("435", "number", span=(435.0, 435.0), wrong=("100", "50"))
    assert value.answers("en") == (expected,)
    assert value.given("en") == ()


def test_a_statement_may_be_in_several_languages(read):
    """Each language has its own sentence and choices, and another has none."""
    value = read("statement", "{en: 'It is {so|not}.', es: 'Es {asi|no}.'}")
    assert [value.form("true", code) for code in ("en", "es", "fr")] == [
        "It is so.",
        "Es asi.",
        None,
    ]
    assert value.show("fr") is None
    assert value.answers("fr") == ()
    assert value.answers("es") == (Answer("asi", wrong=("no",)),)


@pytest.mark.parametrize("right", [r"\1", r"\g<0>", "a\\b"])
def test_the_true_sentence_has_the_right_words_as_they_are(right, read):
    """Backslashes in the right words mean nothing special."""
    value = read("statement", f"'It is {{{right}|x}}.'")
    assert f"It is {right}." == value.form("true", "en")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("No braces.", "a statement has one part in braces; this has 0"),
        ("It {is|was} {so|not}.", "a statement has one part in braces; this has 2"),
        ("It is {}.", "the braces hold no false variant beside the true one"),
        ("It is {so}.", "the braces hold no false variant beside the true one"),
        ("It is {so|}.", "the braces hold no false variant beside the true one"),
        ("It is {|so}.", "the braces hold no false variant beside the true one"),
        ("It is {so|not| So}.", "two variants in the braces are the same"),
        ("_____ is {so|not}.", "a statement has its blank where the braces are"),
    ],
)
def test_what_is_no_statement_is_said(text, what, read, refused):
    """A statement needs one part in braces, with different variants, in every language."""
    fix = "write it like: The House has {435|100|50} voting members."
    for written in (f"'{text}'", f"{{en: 'It is {{so|not}}.', es: '{text}'}}"):
        problem = f"1:4 bad-statement: {what} ({fix})"
        assert refused(read, "statement", written) == [problem]


@pytest.mark.parametrize("text", ["{so|not}}", "{{so|not}", "{so|not} {", "so|not"])
def test_a_stray_brace_is_refused(text, read, refused):
    """Both braces stand once in a statement."""
    (problem,) = refused(read, "statement", f"'It is {text}.'")
    assert problem.startswith("1:4 bad-statement: a statement has one part in braces")


def test_a_quote_shows_words_and_asks_for_the_speaker(read):
    """The words stand in quotation marks; the answer is who said them."""
    value = read("quote", "{text: {en: Yes., es: Si.}, speaker: Biden}")
    assert (value.show("en"), value.show("es"), value.show("fr")) == (
        "“Yes.”",
        "«Si.»",
        None,
    )
    assert value.form("", "en") == "“Yes.”"
    assert value.form("speaker", "en") == "Joe Biden"
    assert value.answers("en") == value.speaker.answers("en")
    assert value.given("en") == (Answer("“Yes.”"),)
    assert value.inner() == (value.speaker,)


QUOTE = "write it like: {text: the words, speaker: the person}"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Yes.", f"1:4 wrong-type: this quote names no speaker ({QUOTE})"),
        (
            "[Yes.]",
            f"1:4 wrong-type: this is a list, not a single value ({QUOTE})",
        ),
        ("{text: Yes.}", f"1:4 missing-field: this quote has no 'speaker' ({QUOTE})"),
        ("{speaker: Ann}", f"1:4 missing-field: this quote has no 'text' ({QUOTE})"),
        (
            "{text: Yes., by: Ann}",
            f"1:17 unknown-key: 'by' is no key of a quote ({QUOTE})",
        ),
    ],
)
def test_what_is_no_quote_is_said(text, problem, read, refused):
    """A quote has its words and its speaker, and nothing else."""
    assert refused(read, "quote", text) == [problem]
