import pytest
from anki.collection import ExportAnkiPackageOptions


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
