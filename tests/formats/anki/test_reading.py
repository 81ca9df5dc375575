"""A package read back is what was packed: by real Anki in each of its forms, by genanki, by us."""

import datetime as dt
import io
import sqlite3
import zipfile

import genanki
import pytest
from anki.scheduler.v3 import CardAnswer

from quiz.diff import compare
from quiz.formats.anki import FORMAT, reading, unpacking
from quiz.formats.anki.fields import fields_of
from quiz.formats.anki.notes import guid
from quiz.formats.anki.reading import Deck, read

FORMS = [(legacy, learned) for legacy in (True, False) for learned in (True, False)]


@pytest.mark.parametrize(("legacy", "scheduling"), FORMS)
def test_what_real_anki_exports_reads_as_it_is(legacy, scheduling, anki, add, exported):
    """Fields and tags as stored, the time, the deck's full name and its description."""
    note = add("Straße", "A::Ü b", ["z", "a::b"], Front="Q <b>1</b>", İd="x", b="")
    deck = anki.decks.by_name("A::Ü b")
    deck["desc"] = "Grüße &amp; " + "more " * 40
    anki.decks.save(deck)
    found = read(exported(legacy=legacy, scheduling=scheduling), "a.apkg")
    note.load()
    (read_back,) = found.notes
    assert (note.guid, "Straße") == (read_back.guid, read_back.type)
    assert list(read_back.fields.items()) == note.items()
    assert set(note.tags) == set(read_back.tags)
    assert dt.datetime.fromtimestamp(note.mod, dt.UTC) == read_back.mod
    assert read_back.decks == ("A::Ü b",)
    held = {each.name: each.about for each in found.decks}
    assert (held["A::Ü b"], held["A"]) == (deck["desc"], "")


@pytest.mark.parametrize("legacy", [True, False])
def test_notes_stand_in_their_order_also_when_some_were_studied(
    legacy, anki, add, exported
):
    """A studied card keeps its place among the new ones, also while in a filtered deck."""
    notes = [add("Basic", "D", Front=str(n), Back="x") for n in range(5)]
    order = [3, 1, 4, 0, 2]
    cards = [notes[n].card_ids()[0] for n in order]
    anki.sched.reposition_new_cards(cards, 1, 1, randomize=False, shift_existing=False)
    card = anki.get_card(cards[1])
    card.start_timer()
    states = anki._backend.get_scheduling_states(card.id)  # noqa: SLF001 - as Anki's window does
    answer = anki.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY)
    anki.sched.answer_card(answer)
    filtered = anki.sched.get_or_create_filtered_deck(0)
    filtered.config.search_terms[0].search = "Front:4"
    anki.sched.add_or_update_filtered_deck(filtered)
    assert anki.get_card(cards[2]).odid
    found = read(exported(legacy=legacy, scheduling=True), "a.apkg")
    assert [note.fields["Front"] for note in found.notes] == [str(n) for n in order]
    assert {note.decks for note in found.notes} == {("D",)}


@pytest.mark.parametrize("legacy", [True, False])
def test_decks_stand_as_in_ankis_list(legacy, anki, add, exported):
    """Each before those that it holds, whatever its capitals."""
    for name in ("b", "A b", "A::z", "a::Y", "É", "e"):
        add("Basic", name, Front=name, Back="x")
    listed = [each.name for each in anki.decks.all_names_and_ids()]
    found = [deck.name for deck in read(exported(legacy=legacy), "x").decks]
    assert [n for n in found if n != "Default"] == [n for n in listed if n != "Default"]
    assert len(found) > 6


def test_names_can_be_compared_in_the_newer_form(add, exported):
    """Its indexes have an order that SQLite alone does not know."""
    add("Basic", "b", Front="x", Back="x")
    add("Basic", "A", Front="x", Back="x")
    newer = reading.opened(unpacking.collection(exported(), "x"))
    names = newer.execute("SELECT name FROM decks ORDER BY name").fetchall()
    newer.close()
    assert [name for (name,) in names if name != "Default"] == ["A", "b"]


def test_what_genanki_packs_reads_as_it_is(tmp_path):
    """A note of two cards is one; a deck is the one whose package it is."""
    decks = [genanki.Deck(n, f"D{n}", f"about {n}") for n in (2, 3)]
    for n, deck in enumerate(decks):
        fields = [f"f{n}", "back"]
        model = genanki.BASIC_AND_REVERSED_CARD_MODEL
        deck.add_note(genanki.Note(model, fields, guid=f"g{n}", tags=["t"]))
    path = tmp_path / "g.apkg"
    genanki.Package(decks).write_to_file(str(path), timestamp=1_700_000_000.0)
    found = read(path.read_bytes(), "g.apkg")
    assert {Deck("D2", "about 2"), Deck("D3", "about 3")} <= set(found.decks)
    assert [(n.guid, n.decks, n.tags) for n in found.notes] == [
        ("g0", ("D2",), ("t",)),
        ("g1", ("D3",), ("t",)),
    ]
    assert found.notes[0].fields == {"Front": "f0", "Back": "back"}
    assert found.notes[0].mod == dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)


def test_what_we_pack_reads_as_it_is(tiny_form):
    """Every item is there in its order, with the fields we made."""
    found = read(FORMAT.render(tiny_form), "tiny.apkg")
    items = tiny_form.items
    assert [guid(item.origin) for item in items] == [n.guid for n in found.notes]
    assert [fields_of(entry) for entry in tiny_form.entries] == [
        n.fields for n in found.notes
    ]
    assert {note.decks for note in found.notes} == {("Civics::Tiny & <small>",)}
    assert found.notes[0].mod.date() == tiny_form.updated


def broken(data, *statements):
    """Give a package whose collection was changed by SQL."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        database = sqlite3.connect(":memory:")
        database.deserialize(package.read("collection.anki2"))
    for statement in statements:
        database.execute(statement)
    database.commit()
    changed = database.serialize()
    database.close()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("collection.anki2", changed)
    return stream.getvalue()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE notes",
        "DELETE FROM col",
        "UPDATE col SET ver = 18",
        "UPDATE col SET models = '{'",
        "UPDATE col SET models = '{}'",
        "UPDATE col SET decks = '[]'",
        "UPDATE col SET decks = replace(hex(zeroblob(50000)), '0', '[')",
        "UPDATE notes SET flds = 'one field'",
        "UPDATE notes SET flds = NULL",
        "UPDATE notes SET tags = NULL",
        "UPDATE notes SET mod = 1e30",
        "UPDATE notes SET flds = CAST(x'ff' AS TEXT)",
        "UPDATE cards SET did = 77",
    ],
)
def test_a_collection_that_is_none_of_ankis_is_a_problem(statement, tiny_form, refused):
    """Whatever is missing or of another kind: one message that names the file."""
    relaxed = "PRAGMA writable_schema = 1"
    schema = "UPDATE sqlite_master SET sql = replace(sql, 'not null', '')"
    data = broken(FORMAT.render(tiny_form), relaxed, schema)
    assert read(data, "x").notes
    told = refused(read, broken(data, statement), "x.apkg")
    what = "the collection in this package is damaged, or no collection of Anki's"
    fix = "export it again, or get the file again"
    assert told == [f"0:1 bad-package: {what} ({fix})"]


def test_words_of_older_programs_on_a_card_are_no_problem(tiny_form):
    """What is kept on a studied card may be anything; then its place is not known."""
    data = FORMAT.render(tiny_form)
    changed = broken(data, "UPDATE cards SET type = 2, data = 'words' WHERE due = 1")
    assert read(changed, "x").notes[-1].position is None
    place = """UPDATE cards SET type = 2, data = '{"pos": 1}' WHERE due = 1"""
    changed = broken(data, place)
    assert read(changed, "x").notes == read(data, "x").notes


@pytest.mark.parametrize(("legacy", "scheduling"), FORMS)
def test_what_a_learner_exports_again_is_the_same_release(
    legacy, scheduling, tiny_form, take, exported
):
    """Real Anki took each note as we packed it: nothing has changed for its learner."""
    take(tiny_form)
    theirs = read(exported(legacy=legacy, scheduling=scheduling), "x")
    ours = read(FORMAT.render(tiny_form), "y")
    assert len(theirs.notes) == len(ours.notes)
    assert not compare([theirs], [ours])
    assert not compare([ours], [theirs])


@pytest.mark.parametrize(
    ("changes", "days", "arrives"),
    [
        ({"stem": "Whom?"}, 1, True),
        ({"stem": "Whom?"}, 0, False),
        ({"stem": "Whom?"}, -1, False),
        ({"stem": "Is it _____?", "type": "cloze"}, 1, False),
        ({"tags": ("x",)}, 0, False),
    ],
)
def test_a_change_arrives_when_real_anki_takes_it(
    changes, days, arrives, item, form, anki, take
):
    """A note that is no later, or of another note type, is not updated and is said not to be."""
    old = form(item(1), item(2))
    updated = old.updated + dt.timedelta(days)
    new = form(item(1, **changes), item(2), updated=updated)
    seen = []
    for each in (old, new):
        take(each)
        (hit,) = anki.find_notes(f"Id:{item(1).id}")
        note = anki.get_note(hit)
        seen.append((note.fields, note.tags))
    assert (seen[0] != seen[1]) == arrives
    found = compare(*([read(FORMAT.render(each), "x")] for each in (old, new)))
    assert (found.sections[0].changes[0].arrives, found.stuck) == (arrives, not arrives)
