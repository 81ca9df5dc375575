"""Which files a command means."""

from pathlib import Path

import pytest

from quiz import resources
from quiz.decks import SHIPPED
from quiz.errors import QuizError
from quiz.places import find, is_path


@pytest.fixture
def tree(tmp_path):
    """A function that writes empty files and gives their folder."""

    def make(*files):
        for name in files:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", "utf-8")
        return tmp_path

    return make


def own(files):
    """The files that are not shipped, as shown."""
    return [file.shown for file in files if file.home != SHIPPED]


def test_the_working_folders_decks_are_asked_for(tree):
    """Those in decks/ at any depth, in order; the shipped ones are known beside them."""
    cwd = tree("decks/b.yaml", "decks/a/z.yml", "decks/a/notes.txt", "other.yaml")
    files, asked = find((), cwd)
    assert asked == ("decks/a/z.yml", "decks/b.yaml")
    assert own(files.decks) == list(asked)
    assert any(file.home == SHIPPED for file in files.decks)


def test_without_any_the_shipped_ones_are(tmp_path):
    """Each named as a reader can find it."""
    files, asked = find((), tmp_path)
    assert f"{SHIPPED}/decks/us/amendments.yaml" in asked
    assert {file.shown for file in files.decks} == set(asked)
    assert own((*files.kinds, *files.names, *files.decks)) == []


def test_in_the_checkout_no_file_is_read_twice():
    """The shipped decks are the working folder's own there, as they are typed."""
    files, asked = find((), resources.folder("decks").parent)
    assert "decks/us/amendments.yaml" in asked
    paths = [file.path.resolve() for file in files.decks]
    assert len(paths) == len(set(paths)) == len(asked)


def test_names_and_kinds_are_no_decks(tree):
    """Nor is what is hidden; both are used by the decks beside them."""
    cwd = tree(
        "decks/names/people.yaml",
        "decks/kinds/river.yaml",
        "templates/kinds/lake.yaml",
        "decks/.trash/old.yaml",
        "decks/.half-written.yaml",
        "decks/a.yaml",
    )
    files, asked = find((), cwd)
    assert asked == ("decks/a.yaml",)
    assert own(files.names) == ["decks/names/people.yaml"]
    assert own(files.kinds) == ["templates/kinds/lake.yaml", "decks/kinds/river.yaml"]


def test_a_deck_file_uses_what_lies_in_its_decks_folder(tree):
    """However deep it lies; no other deck of that folder is read."""
    cwd = tree("far/decks/us/a.yaml", "far/decks/b.yaml", "far/decks/names/n.yaml")
    files, asked = find(("far/decks/us/a.yaml",), cwd)
    assert asked == ("far/decks/us/a.yaml",)
    assert own(files.decks) == ["far/decks/us/a.yaml"]
    assert own(files.names) == ["far/decks/names/n.yaml"]


def test_a_folder_means_all_its_decks(tree):
    """Written with or without a slash, from anywhere."""
    cwd = tree("set/a.yaml", "set/b.yaml")
    for argument in ("set", "set/", str(cwd / "set")):
        assert find((argument,), cwd)[1] == ("set/a.yaml", "set/b.yaml")


def test_a_folder_without_decks_is_said(tree):
    """It is probably not the folder that was meant."""
    cwd = tree("set/readme.txt")
    with pytest.raises(
        QuizError, match=r"set:1:1: error\[no-decks\]: there is no deck"
    ):
        find(("set",), cwd)


def test_standard_input_is_a_deck(tmp_path):
    """Known as what it is."""
    files, asked = find(("-",), tmp_path, b"deck: x")
    assert asked == ("<stdin>",)
    assert own(files.decks) == ["<stdin>"]


@pytest.mark.parametrize("argument", ["-", "a.yaml", "a.yml", "./a", "a/b", "set"])
def test_what_looks_like_a_path_is_one(argument, tree):
    """A folder that is there, too."""
    assert is_path(argument, tree("set/a.yaml"))


@pytest.mark.parametrize(
    "argument", ["us-amendments", "nothing", "", "a\0b", "x" * 9999]
)
def test_all_else_is_the_id_of_a_deck(argument, tmp_path):
    """Even what no path can be."""
    assert is_path(argument, tmp_path) is (argument == "")


def test_a_file_outside_is_shown_as_typed(tree, tmp_path_factory):
    """Relative to nothing else."""
    away = tmp_path_factory.mktemp("away")
    (away / "x.yaml").write_text("", "utf-8")
    asked = find((str(away / "x.yaml"),), tree("a.yaml"))[1]
    assert asked == (Path(away / "x.yaml").as_posix(),)
