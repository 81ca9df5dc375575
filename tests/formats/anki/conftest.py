import pytest

from quiz.formats.anki.types import note_types


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
