"""A release by its name: a package, a folder of packages, or decks as they would be built."""

import datetime as dt
import shutil
from dataclasses import replace

import pytest

from quiz import api, releases
from quiz.errors import QuizError
from quiz.formats.anki import FORMAT

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def find(tmp_path):
    """A function that finds a release in the temporary folder: what it is called, questions."""

    def find(name, as_of=DAY, language=None):
        found = releases.find(name, as_of=as_of, language=language, cwd=tmp_path)
        asked = [n.fields["Question"] for p in found.packages for n in p.notes]
        return found.shown, asked

    return find


def test_a_package_and_a_folder_of_packages_are_what_is_in_the_files(
    find, tiny_form, tmp_path
):
    """Each file of the folder, sorted; a folder may be named like a file."""
    for name, entry in zip("ba", tiny_form.entries, strict=False):
        packed = FORMAT.render(replace(tiny_form, entries=(entry,)))
        (tmp_path / f"{name}.apkg").write_bytes(packed)
    first, second = (entry.item.stem for entry in tiny_form.entries[:2])
    assert find("b.apkg") == ("b.apkg", [first])
    assert find(".") == (". (packages: 2)", [second, first])
    (tmp_path / "x.apkg").mkdir()
    (tmp_path / "a.apkg").rename(tmp_path / "x.apkg" / "a.apkg")
    assert find("x.apkg") == ("x.apkg (packages: 1)", [second])


def test_decks_are_built_in_memory_as_of_a_day(find, tiny, tmp_path):
    """A file or folder of decks, or by default the working folder's; nothing is written."""
    (tmp_path / "decks").mkdir()
    tiny.rename(tmp_path / "decks" / "tiny.yaml")
    shown, asked = find(None)
    assert (shown, asked[0]) == (
        "the decks as of 2026-11-24",
        "Where and when did Biden and Xi meet?",
    )
    assert find("decks") == ("decks as of 2026-11-24", asked)
    assert find("decks/tiny.yaml")[1] == asked
    assert "do Biden" in find("decks", dt.date(2022, 11, 10))[1][0]
    assert [path.name for path in tmp_path.rglob("*")] == ["decks", "tiny.yaml"]


def test_an_older_copy_of_the_decks_stands_alone(find, tmp_path):
    """A fact that has another home since is not said to be claimed twice."""
    head = "title: T\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"
    fact = "- {id: %s, kind: qa, ask: %s?, answer: a, source: s}\n"
    for place in ("old", "decks"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.yaml").write_text(
            f"deck: a\n{head}{fact % ('f', place)}"
        )
    moved = f"deck: b\n{head}{fact % ('g, formerly: [a/f]', 'Moved')}"
    (tmp_path / "decks" / "b.yaml").write_text(moved)
    text = f"deck: a\n{head}{fact % ('h', 'now')}"
    (tmp_path / "decks" / "a.yaml").write_text(text)
    with pytest.raises(QuizError, match="a/f"):
        api.load("old", cwd=tmp_path)
    assert find("old")[1] == ["Old?"]
    assert find(None)[1] == ["Now?", "Moved?"]


def test_a_problem_in_an_older_copy_is_placed_as_seen_from_here(find, tmp_path):
    """With the folder in front."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.yaml").write_text("deck: a\ntitle: T\n")
    with pytest.raises(QuizError, match=r"^old/a\.yaml:1:1: error\[empty-deck\]"):
        find("old")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.apkg", r"none\.apkg: error\[unreadable-file\]: this file cannot be read: no such"),
        ("tiny.apkg", r"tiny\.apkg: error\[bad-package\]: this is no Anki package"),
        ("empty", r"^empty: error\[no-decks\]"),
        ("no-such-deck", r"error\[unknown-deck\]: there is no deck 'no-such-deck'"),
        ("none.yaml", r"none\.yaml:1:1: error\[unreadable-file\]"),
    ],
)  # fmt: skip
def test_what_is_no_release_is_a_problem(name, says, find, tiny, tmp_path):
    """Of the file or folder that was named."""
    (tmp_path / "empty").mkdir()
    shutil.copy(tiny, tmp_path / "tiny.apkg")
    with pytest.raises(QuizError, match=says):
        find(name)
