"""A fact's phase follows from its dates and the day, and says since when it holds."""

import datetime as dt
from dataclasses import replace

import pytest

from quiz.dates import Date, Interval
from quiz.fields import DateField, IntervalField, YearField
from quiz.fields.words import TextField
from quiz.kinds import Kind
from quiz.model import NOWHERE, Fact, Source, Text
from quiz.phases import NotAskedError, NotYetError, last_turn, phase_of, stale


def kind(time="when", recheck=None):
    """Make a kind whose time is a field and that may want rechecking."""
    return Kind("k", "About.", {}, (), recheck, time, NOWHERE)


def fact(times="", announced=(), checked=None):
    """Make a fact of times such as `from 2009 until 2013`, announced on some days."""
    words = times.split()
    values = {}
    for name, text in zip(words[::2], words[1::2], strict=True):
        if "/" in text:
            value = IntervalField(Interval.parse(text), NOWHERE)
        else:
            field = YearField if name.startswith("year:") else DateField
            value = field(Date.parse(text), NOWHERE)
        values[name.removeprefix("year:")] = value
    sources = tuple(
        Source(str(number), "P", date=text and Date.parse(text))
        for number, text in enumerate(announced)
    )
    day = checked and Date.parse(checked)
    return Fact("f", "d", "k", values, sources, NOWHERE, checked=day)


def on(text):
    """Give a day."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("times", "day", "phase", "since"),
    [
        ("when 2022-11-14", "2022-11-14", "current", "2022-11-14"),
        ("when 2022-11-14", "2022-11-15", "past", "2022-11-15"),
        ("when 2022-11", "2022-11-30", "current", "2022-11-01"),
        ("when 2022", "2024-05-05", "past", "2023-01-01"),
        ("when 9999", "9999-12-31", "current", "9999-01-01"),
        ("year:when 1787", "1787-01-01", "current", "1787-01-01"),
        ("when 2022 from 1990 until 1991", "2022-05-05", "current", "2022-01-01"),
        ("from 2009-01-20", "2009-01-20", "current", "2009-01-20"),
        ("from 2009-01-20 until 2013-01-20", "2013-01-19", "current", "2009-01-20"),
        ("from 2009-01-20 until 2013-01-20", "2013-01-20", "past", "2013-01-20"),
        ("from 2009 until 2013-02", "2013-03-01", "past", "2013-02-28"),
        ("year:from 2009 year:until 2013", "2012-12-31", "current", "2009-01-01"),
        ("until 2013-01-20", "2013-01-19", "current", None),
        ("until 2013-01-20", "2014-01-01", "past", "2013-01-20"),
        ("when 2009-01-20/2013-01-20", "2010-01-01", "current", "2009-01-20"),
        ("when 2009-01-20/", "2030-01-01", "current", "2009-01-20"),
        ("when 2009-01-20/2013-01-20", "2013-01-20", "current", "2009-01-20"),
        ("when 2009-01-20/2013-01-20", "2013-01-21", "past", "2013-01-21"),
        ("when /2013-01-20", "2013-01-20", "current", None),
        ("when /2013-01-20", "2013-01-21", "past", "2013-01-21"),
        ("", "2022-11-14", "timeless", None),
        ("began 2009", "2022-11-14", "timeless", None),
    ],
)
def test_a_phase_is_known_with_the_day_it_began(times, day, phase, since):
    """An event is current on its days; a state until the day it ends; the rest is timeless."""
    assert (phase, since and on(since)) == phase_of(fact(times), kind(), on(day))


@pytest.mark.parametrize(
    ("times", "phase"),
    [
        ("ratified 1791-12-15 when 2022", "past"),
        ("when 1791", "timeless"),
        ("when 1791 from 1700", "current"),
        ("", "timeless"),
    ],
)
def test_a_kind_names_its_time(times, phase):
    """Of a kind whose time is another field, that says when; without it, from and until do."""
    assert phase == phase_of(fact(times), kind("ratified"), on("2000-01-01"))[0]


@pytest.mark.parametrize("day", ["2022-11-10", "2022-11-13"])
def test_an_announced_event_is_upcoming(day):
    """From the day its earliest source appeared, an event is asked before it happens."""
    meeting = fact("when 2022-11-14", ("2022-11-12", None, "2022-11-10"))
    assert phase_of(meeting, kind(), on(day)) == ("upcoming", None)
    last = fact("when 9999-12-31", ("2000",))
    assert phase_of(last, kind(), on(day)) == ("upcoming", None)
    summit = fact("when 2022-11-14/2022-11-16", ("2022-11-10",))
    assert phase_of(summit, kind(), on(day)) == ("upcoming", None)


def test_a_time_in_words_is_no_time():
    """A field `when` that is a text, as in 'often', leaves a fact timeless."""
    words = {"when": TextField(Text({"en": "often"}), (), (), NOWHERE)}
    often = replace(fact(), values=words)
    assert phase_of(often, kind(), on("2000-01-01")) == ("timeless", None)


def test_what_another_day_asks_is_not_asked_yet():
    """That a day is too early is one of the reasons not to ask."""
    assert issubclass(NotYetError, NotAskedError)


@pytest.mark.parametrize(
    ("announced", "day"),
    [
        (("2022-11-12", "2022-11-10"), "2022-11-09"),
        (("2022-11",), "2022-11-13"),
        ((None,), "2022-11-13"),
        ((), "2022-11-13"),
    ],
)
def test_an_event_that_none_announced_is_not_asked(announced, day):
    """Before any source surely appeared, an event cannot be known."""
    message = f"it is not yet known on {day}: no source of that day or before"
    with pytest.raises(NotYetError, match=message):
        phase_of(fact("when 2022-11-14", announced), kind(), on(day))


@pytest.mark.parametrize(
    ("times", "day", "message"),
    [
        ("from 2009-01-20", "2009-01-19", "it is not yet true on 2009-01-19"),
        (
            "from 2009-01-20 until 2013-01-20",
            "2008-12-31",
            "it is not yet true on 2008-12-31",
        ),
        (
            "from 2009",
            "2009-06-01",
            "its dates are not precise enough to tell on 2009-06-01",
        ),
        (
            "from 2009 until 2013",
            "2013-06-01",
            "its dates are not precise enough to tell on 2013-06-01",
        ),
    ],
)
def test_a_state_is_not_asked_before_it_is_true(times, day, message):
    """A state that has not begun, or may not have, is not asked, whoever announced it."""
    with pytest.raises(NotYetError, match=message):
        phase_of(fact(times, ("2000",)), kind(), on(day))


@pytest.mark.parametrize(
    ("recheck", "checked", "phase", "day", "expected"),
    [
        (180, "2022-01-01", "current", "2022-06-30", None),
        (180, "2022-01-01", "current", "2022-07-01", "2022-01-01"),
        (180, "2022-01", "current", "2022-07-30", None),
        (180, "2022-01", "timeless", "2022-07-31", "2022-01"),
        (0, "2022-01-01", "upcoming", "2022-01-02", "2022-01-01"),
        (180, "2022-01-01", "past", "2030-01-01", None),
        (180, None, "current", "2030-01-01", None),
        (None, "2022-01-01", "current", "2030-01-01", None),
    ],
)
def test_what_was_not_confirmed_lately_is_stale(recheck, checked, phase, day, expected):
    """A fact that can change is stale once it was checked longer ago than its kind allows."""
    found = stale(fact(checked=checked), kind(recheck=recheck), phase, on(day))
    assert (expected and Date.parse(expected)) == found


@pytest.mark.parametrize(
    ("began", "announced", "old", "expected"),
    [
        (None, (), None, None),
        ("2022-11-15", (), None, "2022-11-15"),
        ("2022-11-15", ("2022-11-10", None), None, "2022-11-15"),
        ("2022-11-15", ("2022-11-20", "2030"), None, "2022-11-20"),
        ("2022-11-15", ("2022-11-10", "2022-11-20"), None, "2022-11-20"),
        ("2022-11-15", ("2022-11-20",), None, "2022-11-15"),
        ("2022-11-15", (), "2022-12-01", "2022-12-12"),
        (None, ("2029-12-31",), None, None),
    ],
)
def test_the_calendar_last_changed_what_is_shown(began, announced, old, expected):
    """By a phase that began, a source that appeared, or a day that came to be shown."""
    made = fact("", announced, checked=old)
    day = began and on(began)
    shown = Date.parse(old) if old else None
    found = last_turn(
        made, kind(recheck=10 if old else None), day, shown, on("2023-01-01")
    )
    assert (expected and on(expected)) == found
