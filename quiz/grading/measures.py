"""Dates, years and numbers: parsed and compared, never as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.grading.aligning import TEXT, compare
from quiz.grading.calendar import Day, read_day
from quiz.grading.case import hit
from quiz.grading.slips import SAME, SLIP
from quiz.grading.tokens import DECADE, MARK, NUMBER, ORDINAL, WORD
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from quiz.grading.case import Case, Hit
    from quiz.grading.tokens import Word
    from quiz.keys import Answer

DATES = ("date", "year", "interval")
TYPES = (*DATES, "number")
# Words of a question that asks for years without saying so.
_AGES = frozenset({"long", "old", "age"})
_AGES_OR_YEARS = _AGES | {"year", "years", "term"}
# Words of a question that asks for the least number there may be.
_LEAST = frozenset(
    {"need", "needed", "require", "required", "least", "minimum", "must", "old"}
)
_PARTS = ("day", "month", "year")


def judge_date(words: Sequence[Word], answer: Answer, case: Case) -> Hit | None:
    """Judge a stretch of a response against a date or year; None if the answer is neither."""
    dates = [
        found[0]
        for form in answer.forms
        if (found := read_day(read(form, case.code), case.code))
        and not _content(found[1], case)
    ]
    if not dates:
        return None
    if any(case.words.has("negative", word.text) for word in words):
        return hit(WRONG, "negated", answer)
    if any(word.text == "or" for word in words):
        return hit(WRONG, "guess", answer)
    decades = [word for word in words if word.kind == DECADE]
    said = read_day(words, case.code)
    if len(decades) == 1 and _in_decade(decades[0], dates[0]):
        return hit(CLOSE, "broader", answer, 3)
    if said is None or any(
        case.words.has("polar", w.text) and not case.echoed(w) for w in said[1]
    ):
        return hit(WRONG, "other", answer)
    rough = any(case.words.has("rough", word.text) for word in said[1])
    hits = [_compare(said[0], date, answer, case) for date in dates]
    best = max(hits, key=lambda each: each.rank)
    if best.result == CORRECT and any(_denies(said[0], date) for date in dates[1:]):
        return hit(WRONG, "other-date", answer, part=case.words.reasons["day"])
    if rough and best.result == CORRECT and len(said[0].parts) > 1:
        return hit(CLOSE, "rough", answer)
    return best


def _content(words: Sequence[Word], case: Case) -> list[Word]:
    return [
        word
        for word in words
        if not (
            case.talk(word) or case.echoed(word) or case.words.has("rough", word.text)
        )
    ]


def _in_decade(word: Word, date: Day) -> bool:
    """Tell whether a year is in a decade (`1780s`), or a century (`1800s`)."""
    start = int(word.text.rstrip("s"))
    length = 100 if start % 100 == 0 else 10
    return (
        date.parts.keys() == {"year"} and start <= date.parts["year"] < start + length
    )


def _denies(said: Day, more: Day) -> bool:
    """Tell whether a date says more than was asked, and other than what is known."""
    theirs = more.parts
    return any(theirs.get(name, value) != value for name, value in said.parts.items())


def _compare(said: Day, date: Day, answer: Answer, case: Case) -> Hit:
    wanted, given = date.parts, said.parts
    swapped = said.swapped and {
        **given,
        "month": said.swapped[0],
        "day": said.swapped[1],
    }
    for name in _PARTS[::-1]:
        if name in wanted and name in given and wanted[name] != given[name]:
            if name == "year" and said.short and wanted[name] % 100 == given[name]:
                given = {**given, name: wanted[name]}
                continue
            if swapped and all(
                swapped[each] == wanted.get(each, swapped[each]) for each in swapped
            ):
                return hit(CLOSE, "which-date", answer)
            part = case.words.reasons[name]
            return hit(WRONG, "other-date", answer, part=part)
    if said.short and wanted.get("year", 2000) < 1900:  # noqa: PLR2004
        return hit(CLOSE, "short-year", answer, 1)
    lacking = [name for name in _PARTS if name in wanted and name not in given]
    lacking = [name for name in lacking if not _given(name, wanted[name], case)]
    if not set(wanted) & set(given):
        return hit(WRONG, "other", answer)
    if lacking:
        missing = case.words.reasons[lacking[0]]
        return hit(CLOSE, "not-day", answer, len(lacking), missing=missing)
    return hit(CORRECT, "right" if len(given) <= len(wanted) else "right-more", answer)


def _given(name: str, value: int, case: Case) -> bool:
    """Tell whether the question itself gives a part of the date."""
    if name == "month":
        months = case.words.counts.get("months", {})
        return any(months.get(word) == value for word in case.asked)
    return str(value) in case.asked


def judge_number(words: Sequence[Word], answer: Answer, case: Case) -> Hit | None:
    """Judge a stretch of a response against a number; None if the answer holds none."""
    wanted = _number(answer, case)
    if wanted is None:
        return None
    number, beside = wanted
    words = _a_term(_at_least(_of_all(words), case), case)
    figures = [word for word in words if _figure(word) is not None]
    if any(case.words.has("negative", word.text) for word in words):
        return hit(WRONG, "negated", answer)
    if not figures:
        return hit(WRONG, "no-number", answer)
    worth = [_worth(n, words) for n, word in enumerate(words) if word in figures]
    if any(value != _worth(0, (number, *beside)) for value in worth):
        return hit(WRONG, "other-number", answer)
    return _beside(words, figures, number, beside, answer, case)


def _beside(
    words: Sequence[Word],
    figures: Sequence[Word],
    number: Word,
    beside: Sequence[Word],
    answer: Answer,
    case: Case,
) -> Hit:
    """Judge the right number by what is said beside it: its unit, a limit, `about`."""
    own = {word.lemma for word in beside}
    if (number.value or 1) < 1:
        own.add("percent")
    extra = [
        word
        for word in words
        if word not in figures
        and word.lemma not in own
        and not (word.text == "term" and figures and case.asked & _AGES_OR_YEARS)
        and not (case.talk(word) or case.echoed(word) or _asked(word, case))
    ]
    if any(case.words.has(name, w.text) for w in extra for name in ("polar", "ratio")):
        return hit(WRONG, "other-number", answer)
    unit = _unit(extra, own, answer, case)
    if unit:
        return unit
    if any(case.words.has("rough", word.text) for word in words):
        return hit(CLOSE, "rough", answer, 2)
    if any(word.kind == ORDINAL for word in figures) and number.kind == NUMBER:
        return hit(CLOSE, "other-unit", answer, 2)
    said = {word.lemma for word in words}
    for word in beside:
        implied = case.echoed(word) or (word.lemma == "year" and case.asked & _AGES)
        if _is_unit(word, case) and word.lemma not in said and not implied:
            return hit(CLOSE, "missing", answer, 2, missing=word.text)
    return hit(CORRECT, "right", answer)


def _asked(word: Word, case: Case) -> bool:
    """Tell whether a word is one of the question with a slip, or of its family: `9 judges`."""
    return any(
        compare(word, other, case.code, TEXT) in (SAME, SLIP)
        for other in read(case.stem, case.code)
        if other.kind == WORD and not case.talk(other)
    )


def _unit(
    extra: Sequence[Word], own: set[str], answer: Answer, case: Case
) -> Hit | None:
    """Judge what is said to be counted: another unit than the asked one is wrong."""
    units = case.words.sets.get("units", frozenset())
    asked = {unit for unit in units if unit in case.asked or unit in own}
    if case.asked & _AGES and "month" not in asked:
        extra = [
            word
            for word in extra
            if word.text not in ("old", "term") and word.lemma != "year"
        ]
    if any(_is_unit(word, case) for word in extra):
        result = WRONG if asked else CLOSE
        return hit(result, "other-unit", answer, 2)
    return hit(CLOSE, "other-unit", answer, 3) if extra else None


def _is_unit(word: Word, case: Case) -> bool:
    return case.words.has("units", word.text) or case.words.has(
        "units", word.text.removesuffix("s")
    )


def _of_all(words: Sequence[Word]) -> Sequence[Word]:
    """Give `5 of the 9` and `5 out of 9` as 5."""
    for place, word in enumerate(words):
        after = [each.text for each in words[place + 1 :]]
        for between in (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"]):
            size = len(between)
            if word.value is not None and after[:size] == between:
                counted = words[place + 1 + size : place + 2 + size]
                if counted and counted[0].value is not None:
                    return (*words[: place + 1], *words[place + 2 + size :])
    return words


def _at_least(words: Sequence[Word], case: Case) -> Sequence[Word]:
    """Give `at least 18` and `35 or older` as the number, where the least is what is asked."""
    if _LEAST.isdisjoint(word.text for word in read(case.stem, case.code)):
        return words
    texts = [word.text for word in words]
    for place in range(len(words)):
        if texts[place : place + 2] == ["at", "least"]:
            return (*words[:place], *words[place + 2 :])
        more = case.words.has("upward", "".join(texts[place + 1 : place + 2]))
        if texts[place] in ("or", "and") and more:
            return (*words[:place], *words[place + 2 :])
    return words


def _a_term(words: Sequence[Word], case: Case) -> Sequence[Word]:
    """Give `4 years per term` without the term, where the question is how long that is."""
    texts = [word.text for word in words]
    for place in range(len(words)):
        if texts[place : place + 2] == ["per", "term"] and case.asked & _AGES_OR_YEARS:
            return (*words[:place], *words[place + 2 :])
    return words


def _worth(place: int, words: Sequence[Word]) -> Fraction | None:
    """Give the worth of a number with the word after it: 75 percent are three fourths."""
    value = _figure(words[place])
    after = [word.text for word in words[place + 1 : place + 2]]
    return value / 100 if value is not None and after == ["percent"] else value


def _figure(word: Word) -> Fraction | None:
    """Give a word's worth as a number; a Roman numeral that is a word as well has none."""
    if word.value is None and word.text in ("i", "mix", "di", "dim", "li", "xi", "mi"):
        return None
    return word.figure


def _number(answer: Answer, case: Case) -> tuple[Word, tuple[Word, ...]] | None:
    """Give the number in an answer, and the words beside it."""
    for form in answer.forms:
        words = [word for word in read(form, case.code) if word.kind != MARK]
        figures = [word for word in words if word.kind in (NUMBER, ORDINAL)]
        if len({word.value for word in figures}) == 1:
            rest = tuple(
                word for word in words if word not in figures and not case.talk(word)
            )
            return figures[0], rest
    return None
