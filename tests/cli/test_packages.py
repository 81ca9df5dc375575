"""An Anki package as it reads in a terminal."""

import datetime as dt

from quiz.cli.packages import shown
from quiz.formats.anki import FORMAT
from quiz.formats.anki.reading import Deck, Note, Package, read


def note(guid, *decks, kind="Basic", tags=(), **fields):
    """Give a note of a foreign type."""
    return Note(guid, kind, fields, tags, dt.datetime.now(dt.UTC), decks, 1)


def test_a_package_of_ours_reads_as_it_did(tiny_form, golden):
    """Any change to what one reads is seen in the golden file."""
    package = read(FORMAT.render(tiny_form), "tiny.apkg")
    told = shown(package, "out/tiny.apkg")
    golden("tiny.apkg.txt", told)
    assert max(map(len, told.splitlines())) <= 80


def test_a_foreign_package_reads_by_deck_and_field():
    """A note in two decks stands in both; a deck is there for its notes or its description."""
    package = Package(
        (Deck("A", "<b>About</b> A"), Deck("A::B", ""), Deck("Default", ""), Deck("E", "e")),
        (
            note("1", "A", "A::B", Front="<i>q</i>", Back="", tags=("t", "u")),
            note("2", "A::B", Front="r", Back="s " * 60),
            note("3", kind="Lo\x1bose", Front="x"),
        ),
    )  # fmt: skip
    told = shown(package, "x.apkg")
    assert (
        told
        == f"""\
x.apkg: 3 notes in 2 decks
note types: Basic (2), Loose (1)

A: 1 note
  About A

   1  Basic
      Front:    q
      (tags)    t u

A::B: 2 notes

   1  Basic
      Front:    q
      (tags)    t u

   2  Basic
      Front:    r
      Back:     {" ".join("s" * 32)}
                {" ".join("s" * 28)}

E: 0 notes
  e

without a card: 1 note

   1  Loose
      Front:    x
"""
    )


def test_an_empty_package_is_said_to_be():
    """In a line."""
    assert shown(Package((Deck("Default", ""),), ()), "x") == "x: 0 notes in 0 decks\n"
