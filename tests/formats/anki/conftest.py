import pytest
from anki.collection import ExportAnkiPackageOptions

from quiz.formats.anki.types import note_types


@pytest.fixture
def exported(anki, tmp_path):
    """A function that exports all that real Anki holds, in its newer or older form."""

    def export(*, legacy=False, scheduling=False):
        path = tmp_path / "exported.apkg"
        options = ExportAnkiPackageOptions(
            with_scheduling=scheduling,
            with_deck_configs=False,
            with_media=True,
            legacy=legacy,
        )
        anki.export_anki_package(out_path=str(path), options=options, limit=None)
        return path.read_bytes()

    return export


@pytest.fixture
def add(anki):
    """A function that adds a note to real Anki and gives it; note types are made as needed."""

    def made(kind, deck="Default", tags=(), **fields):
        if not anki.models.by_name(kind):
            model = anki.models.new(kind)
            for name in fields:
                anki.models.add_field(model, anki.models.new_field(name))
            template = anki.models.new_template("Card")
            template["qfmt"] = "{{" + next(iter(fields)) + "}}"
            anki.models.add_template(model, template)
            anki.models.add(model)
        note = anki.new_note(anki.models.by_name(kind))
        for name, text in fields.items():
            note[name] = text
        note.tags = list(tags)
        anki.add_note(note, anki.decks.id(deck))
        return note

    return made


@pytest.fixture(scope="session")
def style():
    """The style sheet of every note type."""
    (found,) = {model.css for model in note_types().values()}
    return found


@pytest.fixture
def sides(anki, take):
    """A function that gives both sides of each card of a form, by item and place.

    They are as real Anki's engine renders them.
    """

    def made(form):
        take(form)
        found = {}
        for number in anki.find_cards("", order="c.due, c.ord"):
            card = anki.get_card(number)
            shown = card.render_output()
            name = f"{card.note()['Id']}#{card.ord + 1}"
            found[name] = (shown.question_text, shown.answer_text)
        return found

    return made
