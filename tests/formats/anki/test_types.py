"""The note types are frozen: a change would part learners from their schedules."""

import hashlib
import re

import pytest

from quiz.formats.anki import deck_id
from quiz.formats.anki.notes import guid
from quiz.formats.anki.types import NOTE_TYPES, TEMPLATES_CHANGED, note_types, stamp

COMMON = "Question Answer Also Note AsOf Source Hint Topic Lang Dir Id"
# By how an entry is asked: the type's id and name, its fields and the first of their ids
# (the others follow by one), its template's id, and 1 where it is of clozes.
FROZEN = {
    "open": (1763990100001, "Civics Question", COMMON, 1763990110000, 1763990120000, 0),
    "parts": (
        *(1763990100002, "Civics Question in Parts", COMMON),
        *(1763990130000, 1763990140000, 0),
    ),
    "cloze": (1763990100003, "Civics Cloze", COMMON, 1763990150000, 1763990160000, 1),
    "typed": (
        *(1763990100004, "Civics Typed Answer", f"{COMMON} Typed"),
        *(1763990170000, 1763990180000, 0),
    ),
    "order": (
        *(1763990100005, "Civics Ordered List", f"{COMMON} List"),
        *(1763990190000, 1763990200000, 1),
    ),
    "choice": (
        *(1763990100006, "Civics Multiple Choice", f"{COMMON} Choices"),
        *(1763990210000, 1763990220000, 0),
    ),
}
FROZEN_TEXT = """
A note type's id, name, fields, their ids or its template's differ from what learners have.
Anki would then refuse every update of their notes ("conflicting") or double their cards.
Never change this test: take the change back, or make a new note type beside the old one,
with a key, a name and ids of its own.
"""
# When templates/anki last changed, and what it then held.
SEEN = ("2026-11-24", "c89293525085c345")
CHANGED_TEXT = """
The templates or the style sheet in templates/anki changed. Learners who have the deck get
them only if TEMPLATES_CHANGED in quiz/formats/anki/types.py is newer: set it to today's
UTC day, then write that day and the digest '%s' into SEEN here.
"""


def test_the_note_types_are_frozen():
    """Fields, names and ids are as they were first released."""
    found = {
        kind: (
            model.model_id,
            model.name,
            " ".join(field["name"] for field in model.fields),
            model.fields[0]["id"],
            model.templates[0]["id"],
            model.model_type,
        )
        for kind, model in note_types().items()
    }
    assert found == FROZEN, FROZEN_TEXT
    for model in note_types().values():
        first = model.fields[0]["id"]
        ids = [field["id"] for field in model.fields]
        assert list(range(first, first + len(ids))) == ids, FROZEN_TEXT
        assert [t["name"] for t in model.templates] == ["Card"], FROZEN_TEXT


def test_guids_and_deck_ids_are_frozen():
    """Changing how either follows from a name parts learners' notes from their schedules."""
    assert guid("us-amendments/first/number") == "nvT2Ty4aQdjn", FROZEN_TEXT
    assert deck_id("us-amendments") == 2_445_689_574, FROZEN_TEXT


def test_no_two_types_share_an_id():
    """Types, fields and templates are each known by an id of their own."""
    ids = [
        number
        for of in NOTE_TYPES.values()
        for number in (
            of.id,
            of.template,
            *range(of.first, of.first + len(of.fields)),
        )
    ]
    assert len(set(ids)) == len(ids)
    assert len({of.name for of in NOTE_TYPES.values()}) == len(NOTE_TYPES)


def test_a_change_of_the_templates_reaches_those_who_have_the_deck():
    """New templates or styles come with a newer day."""
    texts = [
        text
        for kind, model in sorted(note_types().items())
        for each in model.templates
        for text in (kind, each["qfmt"], each["afmt"], model.css)
    ]
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    seen = (TEMPLATES_CHANGED.isoformat(), digest)
    assert seen == SEEN, CHANGED_TEXT % digest


@pytest.mark.parametrize("kind", NOTE_TYPES)
def test_every_piece_of_a_template_is_in_its_place(kind):
    """No mark of a piece is left, and what the sides use are fields of the type."""
    (template,) = note_types()[kind].templates
    for side in (template["qfmt"], template["afmt"]):
        assert "<!--" not in side
        assert side.count("<script>") == side.count("</script>") == (kind == "choice")
        used = {name.split(":")[-1] for name in re.findall(r"{{[#/]?(.*?)}}", side)}
        assert used <= set(NOTE_TYPES[kind].fields)
    assert (
        "{{Question}}" in template["qfmt"] or "{{cloze:Question}}" in template["qfmt"]
    )


def test_a_day_is_the_second_it_begins():
    """In UTC, whatever the machine's zone."""
    assert stamp(TEMPLATES_CHANGED) % 86_400 == 0
    assert stamp(TEMPLATES_CHANGED) == 1795478400
