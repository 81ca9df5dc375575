"""A package is one file: decks that say what they are, notes once, and options for who wants them."""

import datetime as dt
import html
import re

import pytest
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quiz.formats.anki import FORMAT
from quiz.keys import Answer
from quiz.model import Entry


@pytest.mark.parametrize(
    "title", ["a: b", "“Q” & 'q' \"p\"", "😀 <b>", "News:"], ids=range(4)
)
def test_a_deck_has_its_name(title, item, form, anki, take):
    """Whatever it holds, but for a colon at the end, which Anki drops."""
    take(form(item(), name=f"Civics::{title}"))
    assert {"Civics", f"Civics::{title.strip(':')}", "Default"} == {
        each.name for each in anki.decks.all_names_and_ids()
    }


def test_a_deck_says_what_it_is(item, form, anki, take):
    """The author's words, how many cards, since when, on what terms, and how to update."""
    made = form(
        item(1), item(2), about="Of <this>.", updated=dt.date(2025, 2, 3), license="MIT"
    )
    take(made)
    assert anki.decks.by_name("Civics::T")["desc"] == (
        "<p>Of &lt;this&gt;.</p><p>2 cards, last changed February 3, 2025. Licence: MIT.</p>"
        "<p>To update, import the newer file over this deck: your schedule stays.</p>"
    )
    dues = [anki.get_card(card).due for card in anki.find_cards("", order="c.due")]
    assert dues == [1, 2]


def test_a_deck_tells_how_to_find_what_is_asked_no_more(item, form, anki, take):
    """By a search that finds just those; one too long for the place is in the release notes."""
    gone, stays, long = item(1), item(2), [f"d/f{n}/q" for n in range(500)]
    take(form(gone, stays))
    take(form(stays, retired=("d/f1/q", "d/f1/q#choice")))
    deck = anki.decks.by_name("Civics::T")
    (line,) = re.findall("<code>(.*)</code>", deck["desc"])
    (found,) = anki.find_notes(html.unescape(line))
    assert anki.get_note(found)["Id"] == gone.id
    take(form(stays, retired=tuple(long)))
    assert "see the notes of each release" in anki.decks.by_name("Civics::T")["desc"]


def test_a_card_that_is_asked_otherwise_now_is_found_alone(item, form, anki, take):
    """The search names its note type: the plain card of the same item is not touched."""
    made = item(1)
    choice = Entry(1, made, ("Ann", "Bob"), 0)
    take(form(made))
    take(form(choice))
    take(form(made, retired=("d/f1/q#choice",)))
    desc = anki.decks.by_name("Civics::T")["desc"]
    (line,) = re.findall("<code>(.*)</code>", desc)
    (found,) = anki.find_notes(html.unescape(line))
    assert anki.get_note(found).note_type()["name"] == "Civics Multiple Choice"


def test_one_file_may_hold_several_decks(item, form, anki, tmp_path):
    """Each note goes with the first deck that has it, in order through the whole file."""
    one = form(item(1), item(2), name="Civics::A")
    two = form(item(2), item(3), deck="e", name="Civics::B")
    path = tmp_path / "civics.apkg"
    path.write_bytes(FORMAT.bundle([one, two]))
    anki.import_anki_package(
        ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions()
        )
    )
    found = {}
    for card_id in anki.find_cards("", order="c.due"):
        card = anki.get_card(card_id)
        found.setdefault(anki.decks.name(card.did), []).append(
            (card.due, card.note()["Id"])
        )
    assert found == {
        "Civics::A": [(1, "d/f1/q"), (2, "d/f2/q")],
        "Civics::B": [(3, "d/f3/q")],
    }
    assert anki.fix_integrity()[1]


@pytest.mark.parametrize(
    ("wanted", "taken"), [(True, True), (True, False), (False, True)]
)
def test_deck_options_come_only_to_who_asks(wanted, taken, item, form, anki, tmp_path):
    """In the file with --with-preset, in the collection if the learner imports them."""
    path = tmp_path / "d.apkg"
    path.write_bytes(FORMAT.render(form(item(), preset=wanted)))
    options = ImportAnkiPackageOptions(with_deck_configs=taken)
    anki.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(path), options=options)
    )
    used = anki.decks.config_dict_for_deck_id(anki.decks.id("Civics::T"))
    if wanted and taken:
        assert (used["name"], used["new"]["perDay"], used["rev"]["perDay"]) == (
            "Civics",
            10,
            200,
        )
        assert used["new"]["bury"]
        assert used["rev"]["bury"]
        assert round(used["desiredRetention"], 3) == 0.9
    else:
        assert used["id"] == 1
    assert anki.fix_integrity()[1]


HALVES = [
    Answer("Bali", "place", "where"),
    Answer("2022", "year", "when"),
]


@pytest.mark.parametrize(
    ("halves", "left"),
    [
        ("together", ["where-when", "who"]),
        ("apart", ["where", "when", "who"]),
        ("both", ["where-when", "where", "when", "who"]),
    ],
)
def test_nobody_studies_one_thing_three_times(halves, left, item, form, anki, take):
    """Of parts that a fact is asked together and apart, a deck says which it wants."""
    where, when = HALVES
    same = {"fact": "f", "deck": "d"}
    items = [
        item(1, question="where-when", answers=HALVES, need=2, type="parts", **same),
        item(2, question="where", answers=[where], **same),
        item(3, question="when", answers=[when], **same),
        item(4, question="who", answers=[Answer("Ann", name="who")], **same),
        # Another fact's half is no half of this one.
        item(5, question="other", answers=[where], fact="g"),
    ]
    take(form(*items, halves=halves))
    numbers = {each.origin: each.question for each in items}
    found = [numbers[anki.get_note(n)["Id"]] for n in anki.find_notes("")]
    assert {*left, "other"} == {*found}
    assert len(left) + 1 == len(found)


def test_parts_of_which_one_is_not_asked_alone_stay_together(item, form, take):
    """Asked apart, nothing is left out that is not asked otherwise."""
    whole = item(1, answers=HALVES, need=2, type="parts", fact="f")
    half = item(2, answers=HALVES[:1], fact="f")
    assert take(form(whole, half, halves="apart")) == (2, 0, 0, 0)


def test_a_package_of_a_day_before_anki_counts_time_is_sound(item, form, anki, take):
    """Anki takes no note of the second 0 or before."""
    old = dt.date(1950, 1, 1)
    assert take(form(item(), updated=old, as_of=old)) == (1, 0, 0, 0)
    assert anki.fix_integrity()[1]
