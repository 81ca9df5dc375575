import pytest

from quiz.grading.known import forms_of, joined, rivals_of, shipped, signature
from quiz.grading.words import fold, read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Department of State", "State Department"),
        ("World War II", "the Second World War"),
        ("Amendment V", "the 5th Amendment"),
        ("Jinping Xi", "Xi Jinping"),
    ],
)
def test_the_order_of_a_name_makes_no_difference(one, other):
    """Nor whether its number is in figures, words or Roman."""
    assert signature(read(one, "en"), "en") == signature(read(other, "en"), "en")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("(Franklin) Roosevelt", "person", "Franklin D. Roosevelt"),
        ("NJ", "place", "New Jersey"),
        ("4th of July", "list-member", "Independence Day"),
        ("Nobody's Act", "document", None),
        ("Roosevelt", "person", None),
    ],
)
def test_an_answer_is_known_by_any_of_its_names(known, text, kind, name):
    """If it means exactly one."""
    found = known.record(text, kind)
    assert (found and found.text) == name


def test_rivals_are_of_the_same_sort_of_thing(known):
    """A person is no rival of a place."""
    words = read("Andrew Jackson", "en")
    assert [name.text for name in known.called(words, rivals_of("person"))] == [
        "Andrew Jackson"
    ]
    assert known.called(words, rivals_of("place")) == ()
    assert known.called((), rivals_of("person")) == ()


def test_names_near_in_letters_are_found(known):
    """With how many letters they are away."""
    found = known.nearest(read("austrlia", "en"), "place", 2)
    assert ("Australia", 1) in {(name.text, distance) for distance, _, name in found}


def test_every_shipped_name_is_called_by_all_its_forms(known):
    """Whatever their order of words."""
    for name in shipped():
        for form in forms_of(name, "en"):
            words = read(form, "en")
            if form.isupper() and form.isalpha() and joined(words) != fold(form):
                continue  # read as a common word: SEC as a secretary, OH as a zero
            assert name in known.called(words, (name.type,)), joined(words)
