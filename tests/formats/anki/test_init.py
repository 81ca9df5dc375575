"""A later package of a deck: corrections arrive, schedules stay, and nothing else changes."""

import datetime as dt
import json
import sqlite3
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from anki.scheduler.v3 import CardAnswer

from quiz import api
from quiz.formats.anki import FORMAT, notes

DECK = """\
deck: d
title: T
updated: %s
sources: {s: {publisher: P, date: 2000}}
facts:
- {id: other, kind: qa, ask: What else?, answer: this, source: s}
- {%s, kind: qa, ask: Which?, answer: %s, source: s}
"""


@pytest.fixture(autouse=True)
def _same_program(monkeypatch):
    """The program makes of an unchanged item what it made in these decks' days."""
    monkeypatch.setattr(notes, "RENDERED", dt.date(2020, 1, 1))


def made(text, tmp_path, day="2026-11-24"):
    """Assemble a deck from its text."""
    found = api.load("-", cwd=tmp_path, stdin=text.encode())
    return api.forms(found, as_of=dt.date.fromisoformat(day))[0]


def review(anki, name):
    """Answer an item's card as an easy one, and give its card."""
    card = anki.get_card(anki.find_cards(f"Id:{name}")[0])
    card.start_timer()
    states = anki._backend.get_scheduling_states(card.id)  # noqa: SLF001 - as Anki's window does
    anki.sched.answer_card(
        anki.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY)
    )
    card.load()
    return card


def schedule(card):
    """Give what makes a card's schedule."""
    return (card.id, card.type, card.queue, card.due, card.ivl, card.factor, card.reps)


@pytest.mark.parametrize(
    ("updated", "ident", "answer", "counts"),
    [
        # A fact under a new id, also one renamed twice.
        ("2025-02-01", "id: new, formerly: [old]", "A", (0, 2, 0, 0)),
        ("2025-02-01", "id: new, formerly: [old, between]", "A, yes", (0, 2, 0, 0)),
        # A correction comes with a later day, and with that only.
        ("2025-02-01", "id: old", "B", (0, 2, 0, 0)),
        ("2025-01-01", "id: old", "A", (0, 0, 2, 0)),
    ],
)
def test_a_later_package_keeps_every_schedule(
    updated, ident, answer, counts, anki, take, tmp_path
):
    """After a review, a renamed or corrected fact is the same note with the same schedule."""
    take(made(DECK % ("2025-01-01", "id: old", "A"), tmp_path))
    card = review(anki, "d/old/ask")
    before = schedule(card)
    assert card.reps == 1
    form = made(DECK % (updated, ident, f"'{answer}'"), tmp_path)
    assert counts == take(form)
    assert 2 == anki.note_count() == anki.card_count()
    card.load()
    assert before == schedule(card)
    assert ("d/old/ask", answer) == (card.note()["Id"], card.note()["Answer"])


def test_what_did_not_change_leaves_what_the_learner_wrote(anki, take, tmp_path):
    """A package built anew on another day spares a note that its deck did not change."""
    text = DECK % ("2025-01-01", "id: old", "A")
    take(made(text, tmp_path))
    note = anki.get_note(anki.find_notes("Id:d/old/ask")[0])
    note["Note"] = "mine"
    note.tags = ["leech"]
    anki.update_note(note)
    take(made(text, tmp_path, "2026-12-24"))
    note.load()
    assert (note["Note"], note.tags) == ("mine", ["leech"])


def test_what_a_later_program_makes_of_it_arrives(take, tmp_path, monkeypatch):
    """When fields are made otherwise, every note is newer by that day, and by that alone."""
    text = DECK % ("2025-01-01", "id: old", "A")
    take(made(text, tmp_path))
    monkeypatch.setattr(notes, "RENDERED", dt.date(2025, 6, 1))
    assert take(made(text, tmp_path)) == (0, 2, 0, 0)
    assert take(made(text, tmp_path)) == (0, 0, 2, 0)
    # A package for a day before that is not newer than its day.
    assert take(made(text, tmp_path, "2025-05-01")) == (0, 0, 2, 0)


MEETING = """\
deck: d
title: T
updated: 2022-11-10
sources: {s: {publisher: P, date: 2022-11-10}}
facts: [{id: a, kind: meeting, who: [Joe Biden, Xi Jinping], where: Bali, when: 2022-11-14, source: s}]
"""


def test_the_calendar_changes_a_note_once(anki, take, tmp_path):
    """A question that the day put into the past is an update, though its deck did not change."""
    assert take(made(MEETING, tmp_path, "2022-11-11"))[0] > 0
    questions = []
    for day, updated in (
        ("2022-11-12", False),
        ("2022-11-15", True),
        ("2022-12-01", False),
    ):
        counts = take(made(MEETING, tmp_path, day))
        assert (0, updated) == (counts[0], counts[1] > 0)
        note = anki.get_note(anki.find_notes("Id:d/a/where-when")[0])
        questions.append(note["Question"])
    assert questions[0] != questions[1] == questions[2]


ORDER = """\
deck: d
title: T
updated: %s
sources: {s: {publisher: P, date: 2000}}
facts: [{id: a, kind: steps, ask: In what order?, steps: [%s], source: s}]
"""


def test_a_place_more_is_a_card_more(anki, take, tmp_path):
    """A list in order that grows keeps the schedules of its places and gets a new card."""
    assert take(made(ORDER % ("2025-01-01", "bill, law"), tmp_path)) == (1, 0, 0, 0)
    card = review(anki, "d/a/order")
    before = schedule(card)
    form = made(ORDER % ("2025-02-01", "bill, vote, law"), tmp_path)
    assert take(form) == (0, 1, 0, 0)
    card.load()
    assert (before, 3) == (schedule(card), anki.card_count())
    assert anki.fix_integrity()[1]


def test_an_item_of_two_decks_is_one_note(anki, take, tmp_path):
    """A deck that selects an item brings the note that its home deck has."""
    text = DECK % ("2025-01-01", "id: old", "A")
    (tmp_path / "d.yaml").write_text(text)
    (tmp_path / "e.yaml").write_text(
        "deck: e\ntitle: E\nupdated: 2025-01-01\nselect: [d/old]\n"
    )
    found = api.load("d.yaml", "e.yaml", cwd=tmp_path)
    counts = [take(form) for form in api.forms(found, as_of=dt.date(2026, 11, 24))]
    assert [each[:2] for each in counts] == [(2, 0), (0, 0)]
    assert anki.note_count() == 2


def test_a_package_holds_each_note_with_its_own_day(item, form):
    """A note's time is when its wording changed: with its deck, or by the calendar after it."""
    days = [None, dt.date(2024, 5, 1), dt.date(2025, 5, 1)]
    items = [item(number, since=day) for number, day in enumerate(days)]
    package = zipfile.ZipFile(
        BytesIO(FORMAT.render(form(*items, updated=dt.date(2025, 2, 1))))
    )
    assert package.namelist() == ["collection.anki2", "media"]
    assert json.loads(package.read("media")) == {}
    database = sqlite3.connect(":memory:")
    database.deserialize(package.read("collection.anki2"))
    times = [row[0] for row in database.execute("select mod from notes order by id")]
    cards = database.execute("select count(*) from cards").fetchone()[0]
    database.close()
    expected = ["2025-02-01", "2025-02-01", "2025-05-01"]
    assert expected == [str(dt.datetime.fromtimestamp(t, dt.UTC).date()) for t in times]
    assert len(items) == cards
    assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in package.infolist()}


def test_two_builds_are_the_same_bytes(tiny, tmp_path):
    """Neither hash seed nor time zone nor folder changes a byte."""
    made = []
    for number, zone in enumerate(("Asia/Tokyo", "America/Los_Angeles")):
        out = tmp_path / f"out {number}"
        environment = {"TZ": zone, "PYTHONHASHSEED": str(number), "PATH": ""}
        command = [sys.executable, "-m", "quiz", "build", "tiny.yaml", "-o", str(out)]
        command += ["--as-of", "2026-11-24"]
        subprocess.run(command, check=True, cwd=tiny.parent, env=environment)
        made.append([path.read_bytes() for path in sorted(out.iterdir())])
    assert made[0] == made[1]


def test_the_notes_read_as_they_did(tiny_form, anki, take, golden):
    """Any change to what a learner gets is seen in the golden file."""
    take(tiny_form)
    lines = []
    for card_id in anki.find_cards("", order="c.due"):
        card = anki.get_card(card_id)
        note = card.note()
        lines.append(f"{anki.decks.name(card.did)} | {note.note_type()['name']}")
        lines.append(
            f"  guid: {note.guid}, due: {card.due}, tags: {' '.join(note.tags)}"
        )
        lines += [f"  {name}: {value}" for name, value in note.items()]
    golden("tiny.anki.txt", "\n".join([*lines, ""]))
