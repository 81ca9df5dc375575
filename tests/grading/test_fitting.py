import pytest

from quiz.grading.fitting import fitted, person_named
from quiz.grading.slips import SAME
from quiz.grading.words import read
from quiz.keys import Key


@pytest.mark.parametrize(
    ("text", "short", "given", "surname"),
    [
        ("Abraham Lincoln", "", ["abraham"], ["lincoln"]),
        ("Xi Jinping", "", ["jinping"], ["xi"]),
        ("President Abraham Lincoln", "", ["abraham"], ["lincoln"]),
        ("Amy Coney Barrett", "Coney Barrett", ["amy"], ["coney", "barrett"]),
        ("Plato", "", [], ["plato"]),
    ],
)
def test_a_name_has_given_names_and_a_surname(text, short, given, surname):
    """The surname is the short form, the first of some names, else the last word."""
    person = person_named(text, short, "en")
    assert [word.text for word in person.given] == given
    assert [word.text for word in person.surname] == surname


def test_every_word_said_must_belong_to_the_name(case):
    """A nickname and an initial do; another's name does not."""
    person = person_named("Abraham Lincoln", "", "en")
    _, some = case("x", Key.of(["x"]))
    fit = fitted(read("Abe Lincoln", "en"), person, some)
    assert (fit.worst, fit.given, fit.surname) == (SAME, 1, True)
    assert fitted(read("Lincoln Davis", "en"), person, some) is None
