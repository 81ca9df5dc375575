import pytest

from quiz.grading.slips import BAD, DOUBTFUL, SAME, SLIP, likeness, sound
from quiz.grading.words import read


@pytest.mark.parametrize(
    ("typed", "meant", "expected"),
    [
        ("senate", "senate", SAME),
        ("senat", "senate", SLIP),
        ("lincon", "lincoln", SLIP),
        ("filadelfia", "philadelphia", SLIP),
        ("misisipi", "mississippi", SLIP),
        ("ambiguty", "ambiguity", SLIP),
        ("quality", "equality", DOUBTFUL),
        ("statute", "statue", DOUBTFUL),
        ("constitushun", "constitution", BAD),
        ("institution", "constitution", None),
        ("dependence", "independence", None),
        ("senator", "senate", None),
        ("iraq", "iran", None),
        ("veto", "vote", None),
        ("wat", "war", None),
        ("cop26", "cop27", None),
    ],
)
def test_slips_are_forgiven_in_proportion(typed, meant, expected):
    """One from four letters on, two from eight, never in figures or where another word comes of it."""
    assert likeness(read(typed, "en")[0], read(meant, "en")[0], "en") == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("filadelfia", "philadelphia"), ("rode", "rhode"), ("kongres", "congress")],
)
def test_spellings_of_one_sound_sound_alike(one, other):
    """As far as English spelling goes."""
    assert sound(one) == sound(other)
