import dataclasses
import datetime as dt
import json

import pytest

from quiz.study.model import Mark, Review, Undo
from quiz.study.records import FaultError, as_object, parsed, record

LINE = {
    "type": "review",
    "uid": "a",
    "at": "2026-01-01T00:00:00Z",
    "card": "d/f/q",
    "rating": 3,
    "result": "correct",
}


def test_an_object_says_what_the_event_says(review):
    """Its keys are the event's own, and its time ends in Z."""
    told = as_object(review("a", after=0.5, response="r", elapsed=7))
    assert told == {
        **LINE,
        "at": "2026-01-01T00:30:00Z",
        "response": "r",
        "overridden": False,
        "elapsed": 7,
        "mode": "study",
    }
    assert set(told) == {"type", *(f.name for f in dataclasses.fields(Review))}


def test_what_an_event_says_by_itself_may_be_left_out():
    """Its defaults are the model's; a time may be told by any zone's clock."""
    (at, early) = ("2026-01-01T05:00:00.25+05:00", "2026-01-01T00:00:00.250000Z")
    moment = dt.datetime(2026, 1, 1, 0, 0, 0, 250_000, dt.UTC)
    for told in (at, early):
        assert record({**LINE, "at": told}) == Review(
            "a", moment, "d/f/q", 3, "correct"
        )
    undo = {"type": "undo", "uid": "b", "at": early, "review": "a"}
    mark = {"type": "mark", "uid": "c", "at": early, "card": "x"}
    assert record(undo) == Undo("b", moment, "a")
    assert record(mark) == Mark("c", moment, "x")
    setting = {"type": "setting", "name": "state", "value": "CA"}
    assert record(setting) == ("state", "CA")


NO_TIMES = (
    *("", "now", "2026-11-24T18:30:00", 7, "9999-12-31T23:59:59Z"),
    *("0001-01-01T00:00:00+23:59", "1969-12-31T23:59:59Z"),
)
FAULTS = [
    ({"type": "review"}, "'uid' is missing", ""),
    (
        {**LINE, "type": "reviews"},
        "'type' is none of setting, review, undo, mark",
        "type",
    ),
    ({**LINE, "type": None}, "'type' is none of setting, review, undo, mark", "type"),
    ({**LINE, "type": ["x"]}, "'type' is none of setting, review, undo, mark", "type"),
    (
        {**LINE, "ratings": 3},
        "there is no 'ratings' here (did you mean 'rating'?)",
        "ratings",
    ),
    ({**LINE, "uid": ""}, "'uid' is not a name", "uid"),
    ({**LINE, "uid": 7}, "'uid' is not a name", "uid"),
    ({**LINE, "card": "a\nb"}, "'card' is not a name", "card"),
    ({**LINE, "card": "\ud800"}, "'card' is not a name", "card"),
    ({**LINE, "rating": 5}, "'rating' is not 1, 2, 3 or 4", "rating"),
    ({**LINE, "rating": True}, "'rating' is not 1, 2, 3 or 4", "rating"),
    ({**LINE, "rating": 3.0}, "'rating' is not 1, 2, 3 or 4", "rating"),
    ({**LINE, "response": "\udc80"}, "'response' is not text", "response"),
    ({**LINE, "result": None}, "'result' is not text", "result"),
    ({**LINE, "overridden": 1}, "'overridden' is not true or false", "overridden"),
    ({**LINE, "elapsed": -1}, "'elapsed' is not a number of milliseconds", "elapsed"),
    (
        {**LINE, "elapsed": 10**20},
        "'elapsed' is not a number of milliseconds",
        "elapsed",
    ),
    ({**LINE, "mode": "play"}, "'mode' is not one of study, cram, exam", "mode"),
    ({**LINE, "mode": []}, "'mode' is not one of study, cram, exam", "mode"),
    *(
        ({**LINE, "at": at}, "'at' is not a time like 2026-11-24T18:30:00Z", "at")
        for at in NO_TIMES
    ),
]


@pytest.mark.parametrize(("told", "what", "key"), FAULTS)
def test_what_is_wrong_is_said_with_its_key(told, what, key):
    """One thing a line, in words."""
    with pytest.raises(FaultError) as caught:
        record(dict(told))
    assert (caught.value.what, caught.value.key) == (what, key)


@pytest.mark.parametrize("text", ["", "[]", "3", "{", "nul", "[" * 100_000, "\0"])
def test_what_is_no_object_is_refused(text):
    """Text, a list, half an object, a thousand brackets."""
    with pytest.raises(FaultError, match="this line is no JSON object"):
        parsed(text)
    assert parsed(json.dumps(LINE)) == LINE
