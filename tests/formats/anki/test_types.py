"""The note types are frozen: a change would part learners from their schedules."""

from quiz.formats.anki import deck_id
from quiz.formats.anki.notes import guid
from quiz.formats.anki.types import FIELDS, note_types


def test_identity_is_frozen():
    """Changing any of these parts learners' notes from their schedules: do not."""
    assert guid("us-amendments/first/number") == "nvT2Ty4aQdjn"
    assert deck_id("us-amendments") == 2_445_689_574
    expected = "Question Answer Also Note AsOf Source Hint Topic Lang Dir Id"
    assert expected == " ".join(FIELDS)
    made = note_types()
    assert {
        kind: (
            model.model_id,
            model.name,
            model.fields[0]["id"],
            model.templates[0]["id"],
            model.model_type,
        )
        for kind, model in made.items()
    } == {
        "open": (1763990100001, "Civics Question", 1763990110000, 1763990120000, 0),
        "parts": (
            1763990100002,
            "Civics Question in Parts",
            1763990130000,
            1763990140000,
            0,
        ),
        "cloze": (1763990100003, "Civics Cloze", 1763990150000, 1763990160000, 1),
    }
    for model in made.values():
        first = model.fields[0]["id"]
        ids = [field["id"] for field in model.fields]
        assert list(range(first, first + len(FIELDS))) == ids
        assert [template["name"] for template in model.templates] == ["Card"]
