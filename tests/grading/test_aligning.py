import pytest

from quiz.grading.aligning import NOUN, TEXT, akin, align, compare, kin
from quiz.grading.forms import forms
from quiz.grading.slips import SAME
from quiz.grading.words import read


def test_words_find_their_places():
    """What is missing and what is more is told apart."""
    (form,) = forms("Department of State", "en")
    found = align(read("the departmnt of war", "en"), form, "en", NOUN)
    assert [word.text for word in found.missing] == ["state"]
    assert [word.text for _, word in found.extra] == ["the", "war"]
    assert found.errors == 1


@pytest.mark.parametrize(
    ("typed", "in_order"),
    [
        ("the President advises", False),
        ("advises the President", True),
    ],
)
def test_the_order_of_few_words_tells(typed, in_order):
    """In a text of two words."""
    (form,) = forms("Advises the President", "en")
    assert align(read(typed, "en"), form, "en", TEXT).in_order is in_order


@pytest.mark.parametrize("typed", ["viet nam war", "vietnamwar"])
def test_words_parted_otherwise_are_the_same(typed):
    """One typed as two, or two as one."""
    (form,) = forms("Vietnam War", "en")
    assert not align(read(typed, "en"), form, "en", NOUN).missing


def test_words_of_a_family_stand_for_each_other_in_texts():
    """And not in names."""
    obey, follow = read("obeys", "en")[0], read("follow", "en")[0]
    assert akin(obey.lemma, follow.lemma, "en")
    assert kin(obey.lemma, "en") & kin(follow.lemma, "en")
    assert compare(obey, follow, "en", TEXT) == SAME
    assert compare(obey, follow, "en", NOUN) is None
