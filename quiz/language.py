"""How each language says dates, numbers, lists and tense (Babel and num2words know)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from num2words import CONVERTER_CLASSES, num2words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from quiz.dates import Date, Interval

# Codes as BCP 47 writes them: words are looked up by them, so `EN` would find none.
_CODE = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{4,8})*"
)
# Auxiliaries a stem may use: until the event or state is past, and after.
_TENSES = {
    "en": {
        "do": ("do", "did"),
        "does": ("does", "did"),
        "is": ("is", "was"),
        "are": ("are", "were"),
        "has": ("has", "had"),
        "have": ("have", "had"),
    }
}
AUXILIARIES = frozenset(word for words in _TENSES.values() for word in words)
# Where a date is month day, year.
_AMERICAN = ("en", "en-US")
# What num2words raises for a language it has no rule for, and where a rule of its fails.
_NO_RULE = (NotImplementedError, AttributeError, KeyError, TypeError)
# The preposition before a date of day precision, and of a month or year.
_PREPOSITIONS = {"en": ("on ", "in "), "es": ("el ", "en ")}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def is_known(language: str) -> bool:
    """Tell whether a language code such as `en` or `pt-BR` is known, and written so."""
    if not _CODE.fullmatch(language):
        return False
    try:
        _locale(language)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def base(language: str) -> str:
    """Give the language without its region or script: `en` of `en-GB`, `pt` of `pt-BR`."""
    return language.partition("-")[0]


def direction(language: str) -> str:
    """Give `ltr` or `rtl`."""
    return str(_locale(language).text_direction)


@cache
def called(code: str, language: str) -> str:
    """Give the name of a language in another: es in en is Spanish, from CLDR; or its code."""
    return _locale(code).get_display_name(_locale(language)) or code


def date(value: Date, language: str) -> str:
    """Say a date at its precision: November 14, 2022; November 2022; 2022."""
    if value.precision == "day":
        return format_date(value.first, "long", _locale(language))
    if value.precision == "month":
        return format_skeleton("yMMMM", value.first, locale=_locale(language))
    return str(value.year)


def on(value: Date, language: str) -> str:
    """Say a date with its preposition: on November 14, 2022; in 2022."""
    day, longer = _PREPOSITIONS.get(base(language), ("", ""))
    return (day if value.precision == "day" else longer) + date(value, language)


def inside(value: Date, language: str) -> str:
    """Say a date where the sentence goes on: English sets a comma after the year of a day."""
    comma = "," if language in _AMERICAN and value.precision == "day" else ""
    return date(value, language) + comma


def interval(value: Interval, language: str) -> str:
    """Say a time from one date to another; days of one month share its name in English."""
    start, end = value.start, value.end
    if start and start == end:
        return date(start, language)
    month = [(each.year, each.month) for each in (start, end) if each and each.day]
    if start and end and language in _AMERICAN and len(month) > len(set(month)):
        days = f" {start.day}–{end.day},"
        return date(start, language).replace(f" {start.day},", days)
    return " – ".join(date(each, language) if each else "…" for each in (start, end))


def number(value: Decimal, language: str) -> str:
    """Write a number with the language's grouping and decimal mark."""
    return format_decimal(value, locale=_locale(language), decimal_quantization=False)


def ordinal(value: int, language: str) -> str:
    """Write an ordinal in figures: 13th. Languages without a rule get `13.`."""
    try:
        return _in_words(value, "ordinal_num", language)
    except _NO_RULE:
        return f"{value}."


def ordinal_word(value: int, language: str) -> str:
    """Write an ordinal in words, or nothing where no rule is known: thirteenth."""
    try:
        return _in_words(value, "ordinal", language)
    except _NO_RULE:
        return ""


def join(
    words: Sequence[str], language: str, style: Literal["standard", "or"] = "standard"
) -> str:
    """List words with *and* (`standard`) or *or* (`or`)."""
    return format_list(list(words), style, _locale(language))


def possessive(name: str, language: str) -> str:
    """Add the English 's; other languages keep the name."""
    if base(language) != "en":
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def quoted(words: str, language: str) -> str:
    """Put words in the language's quotation marks."""
    marks = {"de": "„“", "fr": "«»", "es": "«»"}.get(base(language), "“”")
    return f"{marks[0]}{words}{marks[1]}"


def tenses(language: str, phase: str) -> dict[str, str]:
    """Give each auxiliary in the tense of a phase (other languages have none)."""
    past = phase == "past"
    return {word: pair[past] for word, pair in _TENSES.get(base(language), {}).items()}


def capitalised(sentence: str) -> str:
    """Make the first letter a capital, and no other."""
    return sentence[:1].upper() + sentence[1:]


def number_word(value: int, language: str) -> str:
    """Say a small whole number in words, or in figures where no rule is known."""
    try:
        return _in_words(value, "cardinal", language)
    except _NO_RULE:
        return str(value)


def _in_words(value: int, form: str, language: str) -> str:
    """Ask num2words, which would cut a code it does not know to two letters: `fil` to Finnish."""
    code = language.replace("-", "_")
    known = code if code in CONVERTER_CLASSES else base(language)
    if known not in CONVERTER_CLASSES:
        raise NotImplementedError
    return str(num2words(value, to=form, lang=known))
