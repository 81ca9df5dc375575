"""Every field type reads, shows and answers; office-holders follow the day."""

import datetime as dt
import json

import pytest

from quiz import api
from quiz.errors import QuizError

KIND = """\
kind: every
about: A fact with every type of field.
recheck: 6 months
fields:
  who: {type: person}
  post: {type: office}
  from: {type: date}
  until: {type: date, optional: true}
  year: {type: year, optional: true}
  span: {type: interval, optional: true}
  seats: {type: number, unit: seats, optional: true}
  place: {type: ordinal, unit: Street, optional: true}
  body: {type: name, of: [body, place], optional: true}
  parts: {type: list, of: [place], optional: true}
questions:
  who: {stem: "Who {{ is }} {{ post | the }}{% if past %} from {{ from }} to {{ until }}{% endif %}?", answer: who}
  year: {stem: "In which year did {{ who | short }} learn?", answer: year}
  span: {stem: "When did {{ who | possessive }} term run?", answer: span}
  seats: {stem: "How many seats in {{ body | the }}?", answer: seats, note: "Counted {{ from | on }}."}
  place: {stem: "On which street, {{ parts | or }}, in {{ from | year }}?", answer: place}
  parts: {stem: "Name all parts of {{ body }}.", answer: parts, need: all}
"""
DECK = """\
deck: every
title: {en: Every type, es: Cada tipo}
topic: Types
tags: [test]
sources: {s: {title: Paper, publisher: P, date: 2009-01, url: "https://example.org/"}}
facts:
  - id: first
    kind: every
    who: Ann Quist
    post: mayor
    from: 2009-01-20
    until: 2013-01-20
    year: 1990
    span: 2009-01-20/2013-01-20
    seats: 1,250
    place: 7th
    body: Council
    parts: [North, South, West]
    source: s
    note: {en: A note.}
  - {id: second, kind: every, who: Bo Ray, post: mayor, from: 2013-01-20, checked: 2013-02-01, source: s}
  - {id: third, kind: every, who: Cy Fox, post: clerk, from: 2001, until: 2002-03, year: 1980, source: s, formerly: [old-third]}
"""


@pytest.fixture
def every(tmp_path):
    """A folder with a kind of every field type, names and a deck of it."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "every.yaml").write_text(KIND)
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "offices.yaml").write_text(
        "type: office\nnames: {mayor: {article: the, sort: town office}, clerk: {article: the}}\n"
    )
    (tmp_path / "names" / "people.yaml").write_text(
        "type: person\nnames:\n  Ann Quist: {short: Quist, born: 1950}\n  Bo Ray:\n"
    )
    (tmp_path / "every.yaml").write_text(DECK)
    return tmp_path


def ask(folder, day, kind="open"):
    """Make the deck's items on a day, by their last two parts."""
    found = api.load("every.yaml", cwd=folder)
    (form,) = api.forms(found, as_of=dt.date.fromisoformat(day), kind=kind)
    return {f"{item.fact}/{item.question}": item for item in form.items}, form


@pytest.mark.parametrize(
    ("day", "stems"),
    [
        ("2009-01-20", {"first/who": "Who is the mayor?"}),
        (
            "2013-01-20",
            {
                "first/who": "Who was the mayor from January 20, 2009 to January 20, 2013?",
                "second/who": "Who is the mayor?",
            },
        ),
    ],
)
def test_office_holders_follow_the_day(every, day, stems):
    """On the day a term ends the successor holds the office; an ended one has its dates."""
    items, _ = ask(every, day)
    found = {name: item.stem for name, item in items.items() if name.endswith("who")}
    found.pop("third/who", None)
    assert stems == found


def test_each_type_shows_and_answers(every):
    """Numbers are grouped and have units, ordinals endings, intervals both ends."""
    items, _ = ask(every, "2014-01-01")
    keys = {name: item.key.answers[0].text for name, item in items.items()}
    assert keys["first/year"] == "1990"
    assert keys["first/span"] == "January 20, 2009 – January 20, 2013"
    assert keys["first/seats"] == "1,250 seats"
    assert keys["first/place"] == "7th Street"
    assert items["first/parts"].key.need == 3
    assert items["first/span"].stem == "When did Quist’s term run?"
    assert (
        items["first/place"].stem == "On which street, North, South, or West, in 2009?"
    )
    assert items["first/seats"].note == "Counted on January 20, 2009. A note."


def test_what_was_not_confirmed_lately_says_so(every):
    """A holder last checked longer ago than the kind allows is stale, and a finding."""
    items, _ = ask(every, "2014-01-01")
    assert str(items["second/who"].stale) == "2013-02-01"
    found = api.check(api.load("every.yaml", cwd=every), as_of=dt.date(2014, 1, 1))
    assert "stale" in {problem.code for problem in found}


def test_numbers_and_years_bring_wrong_options_in_order(every):
    """Options that are numbers stand in ascending order, the right one among them."""
    _, form = ask(every, "2014-01-01", "mc")
    (entry,) = (e for e in form.entries if e.item.question == "seats")
    numbers = [int(option.split()[0].replace(",", "")) for option in entry.options]
    assert numbers == sorted(numbers)
    assert entry.options[entry.right] == "1,250 seats"


def test_multiple_choice_prints_letters(every):
    """The page shows lettered options and its key the right letter."""
    found = api.load("every.yaml", cwd=every)
    forms = api.forms(found, as_of=dt.date(2014, 1, 1), kind="mc")
    (path,) = api.build(forms, every / "out", ["html"])
    assert '<span class="letter">A</span>' in path.read_text("utf-8")


def test_json_holds_every_key(every):
    """A line of JSON has the promised keys and reads back."""
    items, _ = ask(every, "2014-01-01")
    found = json.loads(api.json_line(items["first/who"]))
    promised = (
        "id deck fact kind question language stem key need distractors note sources"
    )
    assert {*promised.split(), "tags", "as_of", "phase"} <= found.keys()
    assert found["sources"][0]["date"] == "2009-01"


def test_another_language_has_only_what_is_said_in_it(every):
    """Where nothing is said in a language, the deck has no item in it, and says so."""
    found = api.load("every.yaml", cwd=every)
    with pytest.raises(QuizError, match="no-items"):
        api.forms(found, as_of=dt.date(2014, 1, 1), language="es")


def test_an_unwritable_place_is_a_problem(every):
    """A folder that cannot be made is reported, not a traceback."""
    found = api.load("every.yaml", cwd=every)
    forms = api.forms(found, as_of=dt.date(2014, 1, 1))
    with pytest.raises(QuizError, match="unwritable-file"):
        api.build(forms, every / "every.yaml" / "out", ["json"])
    with pytest.raises(QuizError, match="did you mean 'json'"):
        api.build(forms, every / "out", ["jsn"])
