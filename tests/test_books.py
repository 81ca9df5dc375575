"""A release dates each item by its content, and enters it into the ledger it belongs to."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace

import pytest

from quiz import api, books
from quiz.errors import QuizError

NOW = dt.datetime(2026, 11, 25, 9, 30, 15, 123, dt.UTC)
HOUR = dt.timedelta(hours=1)
DECK = """\
deck: rivers
title: Rivers
sources: {s: {publisher: P}}
facts:
  - {id: po, kind: qa, ask: Where does the Po end?, answer: Adriatic Sea, source: s}
  - {id: elbe, kind: qa, ask: Where does the Elbe end?, answer: North Sea, wrong: [Baltic Sea, Black Sea, Red Sea], source: s}
"""


@pytest.fixture
def released(tmp_path):
    """A function that releases a deck some hours after NOW and gives its items' times.

    They are hours by `fact`; `ledger` has each line's columns after the first two.
    """
    folder = tmp_path / "decks"
    folder.mkdir()

    def done(text=DECK, hours=0, day="2026-11-25", cwd=tmp_path, **how):
        (folder / "rivers.yaml").write_text(text, "utf-8")
        found = api.load(cwd=cwd) if cwd == tmp_path else api.load(folder, cwd=cwd)
        forms = api.forms(found, as_of=dt.date.fromisoformat(day), **how)
        now = NOW + hours * HOUR
        made = api.release(found, forms, tmp_path / "out", ["anki"], now=now)
        again = api.load(cwd=tmp_path)
        forms = api.forms(again, as_of=dt.date.fromisoformat(day), **how)
        done.form, done.release = forms[0], made
        second = NOW.replace(microsecond=0)
        return {
            i.fact: (i.changed - second) / HOUR for form in forms for i in form.items
        }

    return done


def ledger(tmp_path):
    """Give the ledger's lines of items, each with its columns."""
    text = (tmp_path / "decks/ledger.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines()]
    return {line[1]: line[2:] for line in lines if line[0] == "item"}


def test_only_what_changed_is_new(released):
    """A build without a change writes nothing; a change, also back, counts from its build."""
    assert released() == {"po": 0, "elbe": 0}
    assert released(hours=1) == {"po": 0, "elbe": 0}
    assert released.release.ledgers == ()
    changed = DECK.replace("Adriatic Sea", "Adriatic")
    assert released(changed, hours=2) == {"po": 2, "elbe": 0}
    assert released.release.ledgers == ("decks/ledger.tsv",)
    assert released(hours=3) == {"po": 3, "elbe": 0}


def test_a_deck_keeps_its_name_in_anki(released):
    """A new title does not split a learner's deck; the page and the description have it."""
    released()
    released(DECK.replace("title: Rivers", "title: Waters"), hours=1)
    assert released.form.name == "Civics::Rivers"


def test_a_form_is_as_old_as_its_last_change(released):
    """Not as the day it is built on: the same facts are the same file next month."""
    released()
    released(day="2026-12-24", hours=24 * 30)
    assert released.form.updated == NOW.date()


RETIRED = DECK.replace(
    "Adriatic Sea,",
    "Adriatic Sea, retired: {on: 2026-11-20, why: Gone., instead: elbe},",
)


def test_what_was_retired_keeps_its_line(released, tmp_path):
    """With the day, the reason and what takes its place; once the fact is gone as well."""
    released()
    assert released(RETIRED, hours=1) == {"elbe": 0}
    ended = ["2026-11-20", "Gone. (instead: rivers/elbe)"]
    assert ended == ledger(tmp_path)["rivers/po/ask"][4:]
    lines = RETIRED.splitlines(keepends=True)
    released("".join(line for line in lines if "id: po" not in line), hours=2)
    assert ended == ledger(tmp_path)["rivers/po/ask"][4:]
    assert released.release.amiss == ()
    assert released(hours=3) == {"po": 3, "elbe": 0}


def test_a_form_names_all_it_ever_held_and_asks_no_more(released):
    """Also what ended releases ago, and whose fact is gone: a learner may have skipped some."""
    released()
    assert released.form.retired == ()
    released(RETIRED, hours=1)
    assert released.form.retired == ("rivers/po/ask",)
    lines = RETIRED.splitlines(keepends=True)
    released("".join(line for line in lines if "id: po" not in line), hours=2)
    assert released.form.retired == ("rivers/po/ask",)
    released(hours=3)
    assert released.form.retired == ()


def test_what_vanished_is_told(released, tmp_path):
    """The line stays, and every build says what to do."""
    released()
    lines = DECK.splitlines(keepends=True)
    released("".join(line for line in lines if "id: po" not in line), hours=1)
    (problem,) = released.release.amiss
    assert problem.what == "'rivers/po' was released and is gone: ask"
    assert "rivers/po/ask" in ledger(tmp_path)


def test_a_retired_fact_is_retired_today_whatever_day_is_built(released, tmp_path):
    """A package for an earlier day does not bring it back."""
    released()
    assert {"elbe"} < released(RETIRED, hours=1, day="2026-11-01").keys()
    assert ledger(tmp_path)["rivers/po/ask"][4] == "2026-11-20"


@pytest.mark.parametrize("day", ["2026-11-24", "2020-01-01"])
def test_a_package_for_an_earlier_day_is_no_newer_than_it(day, released):
    """So that the package for a later day replaces it, though both are built today."""
    (_, hours) = released(day=day).values()
    built = NOW.replace(microsecond=0) + hours * HOUR
    assert built <= dt.datetime.fromisoformat(f"{day}T12:00Z") + dt.timedelta(1)


def test_options_are_content_of_a_choice(released, tmp_path):
    """An item with options has its own line, and another option is a change of it alone."""
    released(kind="mc")
    assert {"rivers/elbe/ask#choice"} < ledger(tmp_path).keys()
    other = DECK.replace("Red Sea", "White Sea")
    assert released(other, hours=1, kind="mc") == {"po": 0, "elbe": 1}
    # As a plain item it is released now for the first time.
    assert released(other, hours=2) == {"po": 0, "elbe": 2}
    assert released(DECK, hours=3) == {"po": 0, "elbe": 2}


def test_options_never_released_are_as_old_as_their_item(released, tmp_path):
    """Where the ledger is only read, the same choice is the same note on every day."""
    released()
    found = api.load(cwd=tmp_path)
    for day in ("2026-11-25", "2027-03-01"):
        (form,) = api.forms(found, as_of=dt.date.fromisoformat(day), kind="mc")
        assert {NOW.replace(microsecond=0)} == {item.changed for item in form.items}


def test_what_is_not_ours_is_only_read(released, tmp_path):
    """A collection that is another's keeps its ledger; what that does not know is of the day."""
    released()
    library = api.load(cwd=tmp_path).library
    file = library.files["rivers"]
    other = replace(file.record, own=False)
    library.files["rivers"] = replace(file, record=other)
    deck = library.decks["rivers"]
    form = api.forms(api.Collection(library, (deck,)), as_of=NOW.date())[0]
    opened = books.open_books(library, deck.facts, NOW.date())
    unknown = replace(opened, contents={})
    later = books.brought_up(unknown, [deck], [form], NOW + HOUR)
    assert books.changed(later) == {}
    second = NOW.replace(microsecond=0)
    midnight = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
    for known, changed in ((opened, second), (unknown, midnight)):
        dated = books.dated(form, known)
        assert {changed} == {item.changed for item in dated.items}


def test_two_builds_at_once_wait_for_each_other(released, tmp_path, monkeypatch):
    """The second waits; it gives up with a word if the first takes too long."""
    released()
    library = api.load(cwd=tmp_path).library
    monkeypatch.setattr(books, "_PATIENCE", 0.1)
    code = (
        "import pathlib, sys; from quiz import api, books\n"
        f"with books.locked(api.load(cwd=pathlib.Path({str(tmp_path)!r})).library):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"held\n"
        with (
            pytest.raises(QuizError, match="another build keeps this file locked"),
            books.locked(library),
        ):
            pass
        other.stdin.close()
    with books.locked(library):
        pass


def test_a_failed_build_enters_nothing(released, tmp_path):
    """Files for learners and the ledger are written together or not at all."""
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(QuizError, match="cannot be written"):
        released()
    assert not (tmp_path / "decks/ledger.tsv").exists()


def test_a_merge_conflict_is_gone_after_a_build(released, tmp_path):
    """Both sides' lines are kept, so the file is written though it says nothing new."""
    released()
    book = tmp_path / "decks/ledger.tsv"
    lines = book.read_text("utf-8").splitlines(keepends=True)
    older = lines[-1].replace("2026-11-25", "2026-11-20")
    sides = ["<<<<<<< ours\n", lines[-1], "=======\n", older, ">>>>>>> theirs\n"]
    book.write_text("".join(lines[:-1] + sides), "utf-8")
    assert released(hours=1) == {"po": 0, "elbe": 0}
    assert released.release.ledgers == ("decks/ledger.tsv",)
    assert book.read_text("utf-8") == "".join(lines)


def test_a_deck_in_the_words_of_a_region_is_in_the_ledger(released, tmp_path):
    """Its items have no language in their ids, whatever region it is."""
    text = DECK.replace("title:", "language: en-GB\ntitle:")
    assert released(text) == {"po": 0, "elbe": 0}
    assert {"rivers/po/ask", "rivers/elbe/ask"} == ledger(tmp_path).keys()
    assert released(text, hours=30, day="2026-11-26") == {"po": 0, "elbe": 0}


def test_only_what_learners_got_is_in_the_ledger(released, tmp_path):
    """What is not yet asked is entered by the build that first asks it."""
    text = DECK.replace("id: po, kind: qa,", "id: po, kind: qa, when: 2026-11-26,")
    released(text)
    assert {"rivers/elbe/ask"} == ledger(tmp_path).keys()
    assert released(text, hours=24, day="2026-11-26")["po"] == 24


def test_what_is_not_asked_now_can_be_found_by_who_has_it(released):
    """A card whose day was moved into the future goes on asking the old one."""
    released()
    text = DECK.replace("id: po, kind: qa,", "id: po, kind: qa, when: 2027-11-26,")
    released(text, hours=1)
    assert released.form.retired == ("rivers/po/ask",)


def test_a_turn_that_changes_no_word_is_no_change(released):
    """An event that began is asked as before, so a learner's own words on it stay."""
    text = DECK.replace("id: po, kind: qa,", "id: po, kind: qa, when: 2026-11-20,")
    released(text, hours=-24 * 4 - 12, day="2026-11-21")
    assert released(text)["po"] == -24 * 4 - 12


def test_a_source_that_appears_on_the_day_of_a_turn_is_a_change(released):
    """Though the turn itself changes no word, there is one more source to show."""
    sources = "sources: {s: {publisher: P}, late: {publisher: Q, date: 2026-11-21}}"
    text = DECK.replace("sources: {s: {publisher: P}}", sources)
    event = "id: po, kind: qa, when: 2026-11-20,"
    text = text.replace("id: po, kind: qa,", event).replace(
        "Sea, source: s}", "Sea, source: [s, late]}", 1
    )
    released(text, hours=-24 * 5, day="2026-11-20")
    midnight = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    hours = (midnight - NOW.replace(microsecond=0)) / HOUR
    assert released(text)["po"] == hours


MORE = "  - {id: oder, kind: qa, ask: Where does the Oder end?, answer: Baltic Sea, wrong: [North Sea, Black Sea, Red Sea], source: s}\n"


@pytest.mark.parametrize(
    ("kind", "way", "answer"),
    [
        ("typed", "typed", "a sea with a very long name indeed"),
        ("mc", "choice", "North Sea"),
    ],
)
def test_a_way_of_asking_that_is_no_more_can_be_found(kind, way, answer, released):
    """An answer too long to be typed, or one without options, leaves its old card behind."""
    released(DECK + MORE, kind=kind)
    assert released.form.retired == ()
    text = DECK.replace("North Sea, wrong: [Baltic Sea, Black Sea, Red Sea]", answer)
    released(text + MORE, hours=1, kind=kind)
    assert released.form.retired == (f"rivers/elbe/ask#{way}",)
    # Who has the plain deck has no card too many.
    released(text + MORE, hours=2)
    assert released.form.retired == ()
