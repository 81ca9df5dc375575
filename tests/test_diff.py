"""What a learner will see change, by what is in two releases."""

import datetime as dt

import pytest

from quiz.diff import compare
from quiz.formats.anki.reading import Note, Package

DAY = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def note(guid, *decks, kind="Civics Question", tags=("civics::a",), mod=DAY, **fields):
    """Give a note of ours, or of another type with these fields."""
    made = {"Question": f"{guid}?", "Answer": guid, "Id": f"d/{guid}/ask"}
    return Note(guid, kind, {**made, **fields}, tags, mod, decks or ("Civics::D",), 1)


def told(old, new, **options):
    """Give what changed: kind, guid and parts, by deck."""
    found = compare([Package((), tuple(old))], [Package((), tuple(new))], **options)
    return {
        section.deck: [
            (c.kind, c.guid, *(e.part for e in (c.head, *c.edits) if e.old != e.new))
            for c in section.changes
        ]
        for section in found.sections
    }


SOURCE = '<a href="https://x.y/%s">T</a>'


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ({}, {}, []),
        ({}, {"mod": DAY.replace(year=2027)}, []),
        ({}, {"tags": ("civics::a", "civics::a")}, []),
        ({}, {"Id": "d/renamed/ask", "Lang": "en-GB", "Dir": "ltr"}, []),
        ({"Answer": "a"}, {"Answer": "<b>a</b> "}, []),
        ({"Answer": "&eacute;"}, {"Answer": "é"}, []),
        ({"Question": "a"}, {"Question": "b"}, [("corrected", "n", "question")]),
        ({"Answer": "a"}, {"Answer": "b"}, [("corrected", "n", "answer")]),
        ({}, {"Note": "n"}, [("corrected", "n", "note")]),
        ({"AsOf": "As of 2020"}, {}, [("corrected", "n", "dated")]),
        ({"Source": SOURCE % 1}, {"Source": SOURCE % 2}, [("corrected", "n", "source")]),
        ({"Also": "a"}, {"Also": "b"}, [("regraded", "n", "also")]),
        (
            {"Answer": '<p class="need">Any one of these</p><ul><li>a</li></ul>'},
            {"Answer": '<p class="need">Any two of these</p><ul><li>a</li></ul>'},
            [("regraded", "n", "wanted")],
        ),
        (
            {"Answer": "a", "Also": "b"},
            {"Answer": "b", "Also": "a"},
            [("corrected", "n", "answer", "also")],
        ),
        (
            {"Note": "a", "Also": "b"},
            {"Note": "b", "Also": "a"},
            [("corrected", "n", "note"), ("regraded", "n", "also")],
        ),
        ({}, {"tags": ("civics::b",)}, [("retagged", "n")]),
    ],
)  # fmt: skip
def test_a_note_changes_as_its_learner_reads_it(old, new, changes):
    """Text counts, and the target of a link; a time, markup and what is not shown do not."""
    found = told([note("n", **old)], [note("n", **new)])
    assert found == ({"Civics::D": changes} if changes else {})


def test_a_foreign_note_changes_by_its_fields():
    """Its first field is what it asks; what would be grading in ours is text like other text."""
    old, new = (
        note("n", "D", kind="Basic", Question="", Front="q", Also=text) for text in "ab"
    )
    assert told([old], [new]) == {"D": [("corrected", "n", "Also")]}
    found = compare([Package((), (old,))], [Package((), ())])
    assert (found.searches, found.lost) == ((), 1)


def test_notes_come_and_go_in_teaching_order():
    """By kind, then in the order of the release that holds them."""
    old = [note(guid) for guid in ("z", "gone", "b", "lost")]
    new = [note("new"), note("b", Answer="x"), note("also"), note("z", Answer="y")]
    found = told(old, new)["Civics::D"]
    assert [each[:2] for each in found] == [
        ("added", "new"),
        ("added", "also"),
        ("corrected", "b"),
        ("corrected", "z"),
        ("retired", "gone"),
        ("retired", "lost"),
    ]


def test_a_note_in_another_deck_has_moved():
    """It is told of where it was, with all else that changed; it is neither gone nor new."""
    stay = [note("s1", "A"), note("s2", "B")]
    found = told([note("n", "A"), *stay], [note("n", "B", Answer="x"), *stay])
    assert found == {"A": [("corrected", "n", "answer"), ("moved", "n")]}


def test_a_note_of_two_decks_that_leaves_one_is_not_retired():
    """It has moved to the other; one that a second deck takes up is new there."""
    stay = [note("s1", "A"), note("s2", "B")]
    both, one = note("n", "A", "B"), note("n", "A")
    assert told([both, *stay], [one, *stay]) == {"B": [("moved", "n")]}
    assert told([one, *stay], [both, *stay]) == {"B": [("added", "n")]}
    packages = [Package((), (*stay, both))]
    found = compare(packages, [Package((), (one, *stay))])
    ((change,),) = (section.changes for section in found.sections)
    assert (change.decks, found.searches) == (("A",), ())


def test_a_note_in_two_packages_counts_once_and_as_the_later():
    """A choice of items may have been packed earlier than their home."""
    late = DAY.replace(year=2027)
    old = [note("n", "A", Answer="old"), note("n", "B", Answer="new", mod=late)]
    assert told(old, [note("n", "A", "B", Answer="new")]) == {}
    found = compare([Package((), tuple(old))], [Package((), ())])
    assert (found.counts, len(found.sections)) == ({"retired": 1}, 2)


def test_only_decks_that_the_old_release_holds_are_compared_if_so_asked():
    """A note that went into another is moved all the same, and that deck's others are not new."""
    old = [note("a", "A"), note("b", "A"), note("c", "A")]
    new = [note("a", "A"), note("b", "B"), note("c", "A", "C"), note("x", "B")]
    assert told(old, new, known=True) == {"A": [("moved", "b")]}
    assert told(old, new)["B"] == [("added", "x")]
    found = compare([Package((), tuple(old))], [Package((), tuple(new))], known=True)
    assert found.left_out == ("B", "C")


def test_a_deck_with_another_name_is_renamed():
    """Its notes have not moved; what else changed in it stands under the new name."""
    old = [note(guid, "A") for guid in "abc"]
    new = [note("a", "B", Answer="x"), note("b", "B"), note("d", "B"), note("e", "C")]
    found = compare([Package((), tuple(old))], [Package((), tuple(new))], known=True)
    assert (found.renamed, found.left_out) == ((("A", "B"),), ("C",))
    assert told(old, new, known=True) == {
        "B": [("added", "d"), ("corrected", "a", "answer"), ("retired", "c")]
    }
    same = compare([Package((), (note("a", "A"),))], [Package((), (note("a", "B"),))])
    assert (bool(same), same.sections) == (True, ())
    assert not compare([Package((), tuple(old))], [Package((), tuple(old))])


def test_what_is_retired_is_searched_for_by_its_id_as_packed():
    """But never by an id that a note of the new release has, which is found by it, too."""
    old = [note("a"), note("b"), note("c", Id="d/kept/ask")]
    found = compare(
        [Package((), tuple(old))], [Package((), (note("k", Id="d/kept/ask"),))]
    )
    assert found.searches == ('note:"Civics*" "Id:re:(?-i)^(d/a/ask|d/b/ask)$"',)
    assert (found.counts, found.lost) == ({"added": 1, "retired": 3}, 1)


def test_the_same_change_in_many_notes_is_told_once():
    """From four on, wherever the words stand; others stand alone, in order."""

    def notes(url):
        return [
            note(
                str(n), Source=f"S{n}, {SOURCE % url}", Note="x" * (n == 2 and url == 2)
            )
            for n in range(6)
        ]

    found = compare([Package((), tuple(notes(1)))], [Package((), tuple(notes(2)))])
    (section,) = found.sections
    groups = [[c.guid for c in group] for group in section.alike("corrected")]
    assert groups == [["0", "1", "3", "4", "5"], ["2"]]
    few = compare(
        [Package((), tuple(notes(1)[3:]))], [Package((), tuple(notes(2)[3:]))]
    )
    assert [len(group) for group in few.sections[0].alike("corrected")] == [1, 1, 1]
