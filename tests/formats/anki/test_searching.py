"""Real Anki finds exactly the notes whose ids are searched for."""

import pytest

from quiz.diff import compare
from quiz.formats.anki import FORMAT
from quiz.formats.anki.reading import read
from quiz.formats.anki.searching import LONGEST, search
from quiz.formats.anki.types import NOTE_TYPES

WHOLE = "us-amendments/the-amendment-number-{}/ratified-when"


@pytest.fixture
def found(anki, add):
    """A function that adds notes with these ids, and as many of a foreign type, and searches."""

    def found(held, wanted):
        every = {}
        for ident in held:
            every[add("Civics Question", Question="q", Id=ident).id] = ident
            add("Other", Question="Civics", Id=ident)
        lines = search(wanted)
        hits = [hit for line in lines for hit in anki.find_notes(line)]
        assert len(hits) == len(set(hits))
        return sorted(every[hit] for hit in hits), lines

    return found


@pytest.mark.parametrize("count", [1, 50, 400, 2000])
def test_real_anki_finds_as_many_as_there_are(count, found):
    """Of each number, in lines that the browser's field holds; the others are left alone."""
    ids = [WHOLE.format(n) for n in range(count + 11)]
    wanted = ids[:count]
    hits, lines = found(ids, wanted)
    assert hits == sorted(wanted)
    assert max(map(len, lines)) <= LONGEST
    assert len(lines) <= 1 + count * (len(WHOLE) + 4) // (LONGEST - 50)


TWINS = [
    *(
        "a/b/c",
        "a/b/cd",
        "a/b/c/es",
        "a/b/c/pt-BR",
        "a/b/c/pt",
        "xa/b/c",
        "a/b",
        "a/b/C",
    ),
    *(
        "a-b/c/d",
        "a/b-c/d",
        "a/b/c-d",
        "a/b/c_",
        "a/b/c.",
        "a/b/c d",
        "a/b/c|d",
        "a/b/c)",
    ),
    *(
        'a"b',
        "a\\b",
        "a*b",
        "axb",
        "a:b",
        "(a)",
        "é/ü",
        "a%b",
        "{{x}}",
        "a&amp;b",
        "re:a",
    ),
]


@pytest.mark.parametrize("wanted", TWINS)
def test_a_near_twin_is_not_found(wanted, found):
    """Neither by its beginning, nor by its end, nor by a sign that means any letter."""
    assert found(TWINS, [wanted]) == ([wanted], search([wanted]))


def test_all_twins_together_are_found(found):
    """One line, each id once, though it was given twice."""
    hits, lines = found(TWINS, TWINS + TWINS)
    assert (hits, len(lines)) == (sorted(TWINS), 1)


def test_a_line_is_readable():
    """Ids stand as they are, parted by bars; without ids there is nothing to search for."""
    line = 'note:"Civics*" "Id:re:(?-i)^(a/b/c|a-b/c/d/pt-BR)$"'
    assert search(["a/b/c", "a-b/c/d/pt-BR"]) == (line,)
    assert search([]) == ()


def test_every_note_type_of_ours_is_searched(item, form, anki, take):
    """Whatever type a note is of, its id finds it."""
    made = [
        item(number, type=kind, stem="a _____ b", answers=["x"])
        for number, kind in enumerate(NOTE_TYPES)
    ]
    take(form(*made))
    for each in made:
        (line,) = search([each.id])
        (hit,) = anki.find_notes(line)
        assert anki.get_note(hit)["Id"] == each.id


def test_after_an_update_the_retired_notes_are_found(item, form, anki, take):
    """What a learner pastes finds what the new release lacks, and none of what it holds."""
    old, new = (form(*map(item, numbers)) for numbers in (range(12), range(0, 12, 5)))
    take(old)
    take(new)
    packages = [[read(FORMAT.render(each), "x")] for each in (old, new)]
    (line,) = compare(*packages).searches
    found = {anki.get_note(hit)["Id"] for hit in anki.find_notes(line)}
    assert found == {each.id for each in old.items} - {each.id for each in new.items}
    assert anki.note_count() == 12
