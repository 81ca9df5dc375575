"""Each language says dates, numbers, lists and tense in its own way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import CONVERTER_CLASSES

from quiz import language
from quiz.dates import Date, Interval
from quiz.model import PHASES


@pytest.mark.parametrize(
    "code",
    ["en", "es", "pt-BR", "zh-CN", "zh-Hant-TW", "fil", "es-419", "ca-ES-valencia"],
)
def test_a_language_code_is_known(code):
    """A code that the Unicode locale data has is known."""
    assert language.is_known(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "text",
        "klingonese",
        "xyz",
        "en_US",
        "en-",
        "12",
        "a b",
        "EN",
        "en-us",
        "en@euro",
    ],
)
def test_another_word_is_no_language_code(code):
    """A word, another form of a code or nothing is not known."""
    assert not language.is_known(code)


def test_a_language_is_called_in_another_by_its_name():
    """Not by its code; one without a name there keeps the code."""
    assert language.called("es", "en") == "Spanish"
    assert language.called("en", "es") == "inglés"
    assert language.called("zh-Hant", "en") == "Chinese (Traditional)"


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("he", "rtl")])
def test_a_language_has_a_direction(code, direction):
    """Text runs as its language is written."""
    assert direction == language.direction(code)


@pytest.mark.parametrize(
    ("text", "code", "said", "on"),
    [
        ("2022-11-14", "en", "November 14, 2022", "on November 14, 2022"),
        ("2022-11", "en", "November 2022", "in November 2022"),
        ("2022", "en", "2022", "in 2022"),
        ("0987", "en", "987", "in 987"),
        (
            "2022-11-14",
            "es",
            "14 de noviembre de 2022",
            "el 14 de noviembre de 2022",
        ),
        ("2022-11", "es", "noviembre de 2022", "en noviembre de 2022"),
        ("2022-11-14", "de", "14. November 2022", "14. November 2022"),
    ],
)
def test_a_date_is_said_at_its_precision(text, code, said, on):
    """No day or month is added that is not known; the preposition fits where there is a rule."""
    date = Date.parse(text)
    assert (said, on) == (language.date(date, code), language.on(date, code))


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("2022-11-14", "en", "November 14, 2022,"),
        ("2022-11", "en", "November 2022"),
        ("2022", "en", "2022"),
        ("2022-11-14", "es", "14 de noviembre de 2022"),
    ],
)
def test_a_date_inside_a_sentence_has_the_comma_english_wants(text, code, said):
    """English sets a comma after the year of a day, and nothing else does."""
    assert said == language.inside(Date.parse(text), code)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("2022-11-14/2022-11-16", "en", "November 14–16, 2022"),
        ("2022-02-02/2022-02-22", "en", "February 2–22, 2022"),
        ("2022-11-30/2022-12-01", "en", "November 30, 2022 – December 1, 2022"),
        ("2021-11-14/2022-11-16", "en", "November 14, 2021 – November 16, 2022"),
        ("2022-11/2022-11-16", "en", "November 2022 – November 16, 2022"),
        ("2022-11-14/2022-11-16", "de", "14. November 2022 – 16. November 2022"),
        ("2022-11-14/2022-11-14", "en", "November 14, 2022"),
        ("2022/2022", "en", "2022"),
        ("2022-11/", "en", "November 2022 – …"),
        ("/2022", "es", "… – 2022"),
    ],
)
def test_an_interval_says_what_its_ends_share_once(text, code, said):
    """One date stands alone, days of one month share its name in English, an open end is dots."""
    assert said == language.interval(Interval.parse(text), code)


@pytest.mark.parametrize(
    ("number", "code", "written"),
    [
        ("1250", "en", "1,250"),
        ("1250", "es", "1.250"),
        ("2.5", "de", "2,5"),
        ("-0.0001", "en", "-0.0001"),
        ("1234567.125", "en", "1,234,567.125"),
    ],
)
def test_a_number_is_grouped_and_never_rounded(number, code, written):
    """A number has its language's marks and all of its own figures."""
    assert written == language.number(Decimal(number), code)


@pytest.mark.parametrize(
    ("number", "code", "figures", "word"),
    [
        (1, "en", "1st", "first"),
        (2, "en", "2nd", "second"),
        (3, "en", "3rd", "third"),
        (11, "en", "11th", "eleventh"),
        (22, "en", "22nd", "twenty-second"),
        (113, "en", "113th", "one hundred and thirteenth"),
        (13, "es", "13º", "décimo tercero"),
        (13, "sw", "13.", ""),
    ],
)
def test_an_ordinal_has_figures_and_a_word(number, code, figures, word):
    """Ordinals follow the language; one without a rule has a point and no word."""
    assert figures == language.ordinal(number, code)
    assert word == language.ordinal_word(number, code)


@pytest.mark.parametrize(
    ("number", "code", "word"), [(2, "en", "two"), (13, "es", "trece"), (4, "sw", "4")]
)
def test_a_small_number_is_a_word(number, code, word):
    """How many is said in words, or in figures where no rule is known."""
    assert word == language.number_word(number, code)


RULED = sorted(code.replace("_", "-") for code in CONVERTER_CLASSES)


@pytest.mark.parametrize("code", [code for code in RULED if language.is_known(code)])
def test_a_language_whose_rule_fails_has_figures(code):
    """In every language that has rules for numbers, any number can be said somehow."""
    for number in (*range(1, 32), 100, 101, 1787, 2000, 9999):
        assert language.ordinal(number, code)
        assert language.number_word(number, code)
        assert isinstance(language.ordinal_word(number, code), str)


@pytest.mark.parametrize(
    ("words", "code", "both", "either"),
    [
        ([], "en", "", ""),
        (["a"], "en", "a", "a"),
        (["a", "b"], "en", "a and b", "a or b"),
        (("a", "b", "c"), "en", "a, b, and c", "a, b, or c"),
        (("a", "b", "c"), "es", "a, b y c", "a, b o c"),
    ],
)
def test_words_are_listed(words, code, both, either):
    """A list has commas and the language's own and, or its or."""
    assert both == language.join(words, code)
    assert either == language.join(words, code, "or")


@pytest.mark.parametrize(
    ("name", "code", "possessive"),
    [
        ("Lee", "en", "Lee’s"),
        ("Biden Jr.", "en", "Biden Jr.’s"),
        ("States", "en", "States’"),
        ("Lee", "es", "Lee"),
    ],
)
def test_a_name_takes_an_apostrophe_in_english_only(name, code, possessive):
    """A name in s takes the apostrophe alone, and another language leaves it as it is."""
    assert possessive == language.possessive(name, code)


@pytest.mark.parametrize(
    ("code", "quoted"),
    [("en", "“Yes”"), ("de", "„Yes“"), ("fr", "«Yes»"), ("es", "«Yes»")],
)
def test_words_are_quoted_as_their_language_does(code, quoted):
    """Quotation marks are the language's own."""
    assert quoted == language.quoted("Yes", code)


@pytest.mark.parametrize("phase", PHASES)
def test_only_what_is_past_is_told_in_the_past(phase):
    """Auxiliaries are in the past when the event or state is, and only then."""
    past = {"do": "did", "does": "did", "is": "was", "are": "were"}
    past |= {"has": "had", "have": "had"}
    expected = past if phase == "past" else {word: word for word in past}
    assert expected == language.tenses("en", phase)
    assert language.tenses("es", phase) == {}
    assert expected.keys() == language.AUXILIARIES


@pytest.mark.parametrize(
    ("sentence", "capital"),
    [
        ("who is it?", "Who is it?"),
        ("élan", "Élan"),
        ("435 sit", "435 sit"),
        ("iPhone", "IPhone"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital(sentence, capital):
    """The first letter becomes a capital and the rest stays."""
    assert capital == language.capitalised(sentence)


@given(st.sampled_from("a1é"), st.text())
def test_only_the_first_letter_changes(first, rest):
    """Whatever follows the first letter is left alone, and doing it twice changes nothing."""
    once = language.capitalised(first + rest)
    assert first.upper() + rest == once
    assert once == language.capitalised(once)


def test_a_region_speaks_its_language():
    """In its own order of dates, with the words of the language."""
    day = Date.parse("2022-11-14")
    assert language.on(day, "en-GB") == "on 14 November 2022"
    assert language.inside(day, "en-GB") == "14 November 2022"
    assert language.possessive("Xi", "en-GB") == "Xi’s"
    assert language.tenses("en-GB", "past")["do"] == "did"
    assert language.quoted("x", "es-MX") == "«x»"
    assert language.number_word(4, "pt-BR") == "quatro"


@pytest.mark.parametrize("code", ["fil", "kok"])
def test_no_language_gets_the_numbers_of_another(code):
    """Filipino is not Finnish, though num2words cuts its code so."""
    assert language.number_word(4, code) == "4"
    assert language.ordinal(4, code) == "4."
    assert language.ordinal_word(4, code) == ""
