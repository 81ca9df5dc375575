"""A command's words mean files: the working folder's, others by path, and those shipped."""

import pytest

from quiz import places, resources
from quiz.decks import SHIPPED
from quiz.errors import QuizError
from quiz.ledger import HEAD, NAME


@pytest.fixture
def tree(tmp_path):
    """A function that writes empty files and gives their folder."""

    def write(*paths):
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("")
        return tmp_path

    return write


def found(names, cwd):
    """Give the kinds, names and decks that are not shipped, and what was asked for."""
    files, asked = places.find(names, cwd)
    own = (
        [file.shown for file in each if file.home != SHIPPED]
        for each in (files.kinds, files.names, files.decks)
    )
    return [*own, list(asked)]


@pytest.mark.parametrize(
    ("paths", "names", "expected"),
    [
        # A working folder with decks: those are asked for, with their kinds and names.
        (
            "decks/b.yaml decks/us/a.yml decks/names/n.yaml decks/kinds/k.yaml templates/kinds/j.yaml",
            "",
            [
                ["templates/kinds/j.yaml", "decks/kinds/k.yaml"],
                ["decks/names/n.yaml"],
                ["decks/b.yaml", "decks/us/a.yml"],
                ["decks/b.yaml", "decks/us/a.yml"],
            ],
        ),
        # A deck by its id is left to the caller; the folder's decks are known.
        ("decks/a.yaml", "b", [[], [], ["decks/a.yaml"], []]),
        # A file brings the names and kinds beside it, not its neighbours.
        (
            "my/a.yaml my/b.yaml my/names/n.yaml my/kinds/k.yaml templates/kinds/j.yaml",
            "my/a.yaml",
            [
                ["templates/kinds/j.yaml", "my/kinds/k.yaml"],
                ["my/names/n.yaml"],
                ["my/a.yaml"],
                ["my/a.yaml"],
            ],
        ),
        # A file in decks/, at any depth, brings what decks/ has; nothing further up is looked at.
        (
            "x/decks/us/a.yaml x/decks/names/n.yaml x/names/m.yaml names/l.yaml",
            "x/decks/us/a.yaml",
            [
                [],
                ["x/decks/names/n.yaml"],
                ["x/decks/us/a.yaml"],
                ["x/decks/us/a.yaml"],
            ],
        ),
        # A folder and a file in it are the folder.
        (
            "m/a.yaml m/b.yaml",
            "m m/a.yaml",
            [[], [], ["m/a.yaml", "m/b.yaml"], ["m/a.yaml", "m/b.yaml", "m/a.yaml"]],
        ),
        (
            "m/a.yaml m/b.yaml",
            "m/a.yaml m",
            [[], [], ["m/a.yaml", "m/b.yaml"], ["m/a.yaml", "m/a.yaml", "m/b.yaml"]],
        ),
        # Hidden files and folders, names, kinds and other files are no decks.
        (
            "m/a.yaml m/.b.yaml m/.c/d.yaml m/names/n.yaml m/kinds/k.yaml m/us/names/o.yaml m/e.txt m/names/.p.yaml",
            "m",
            [["m/kinds/k.yaml"], ["m/names/n.yaml"], ["m/a.yaml"], ["m/a.yaml"]],
        ),
        # A file that is not there is still asked for, so that it is told.
        (
            "a.yaml",
            "none.yaml x/none",
            [[], [], ["none.yaml", "x/none"], ["none.yaml", "x/none"]],
        ),
        # One file named in two ways is one.
        (
            "m/a.yaml",
            "m/a.yaml m/../m/a.yaml",
            [[], [], ["m/a.yaml"], ["m/a.yaml", "m/a.yaml"]],
        ),
    ],
)
def test_words_mean_files(paths, names, expected, tree):
    """A folder means all decks in it, a file itself, and both the names and kinds that go with it."""
    assert expected == found(names.split(), tree(*paths.split()))


@pytest.mark.parametrize(
    "paths", ["a.yaml", "decks/.hidden.yaml", "decks/names/n.yaml"]
)
def test_without_decks_of_its_own_a_folder_means_the_shipped_ones(paths, tree):
    """No decks/ in the working folder, or one without a deck, and no words: ours."""
    files, asked = places.find([], tree(paths))
    shipped = [file.shown for file in files.decks if file.home == SHIPPED]
    assert shipped == list(asked)
    assert "<shipped>/decks/first-look.yaml" in asked


@pytest.mark.parametrize(
    ("argument", "shown"), [("m", "m"), ("", "."), ("./m/", "./m/")]
)
def test_a_folder_without_decks_is_a_problem(argument, shown, tree):
    """Nothing to do is told, not passed over in silence."""
    with pytest.raises(QuizError) as caught:
        places.find([argument], tree("m/names/n.yaml", "m/note.txt"))
    (problem,) = caught.value.problems
    assert f"{shown}: error[no-decks]: there is no deck in this folder" == str(problem)


def test_files_of_one_folder_have_one_home(tree):
    """Decks of any depth, names and kinds of a folder belong together, beside other homes."""
    cwd = tree(
        "decks/a/x.yaml",
        "decks/b/y.yaml",
        "decks/kinds/k.yaml",
        "m/z.yaml",
        "n/w.yaml",
        "n/v.yaml",
    )
    files, _ = places.find(["m", "n/w.yaml", "n/v.yaml"], cwd)
    homes = {file.shown: file.home for file in (*files.kinds, *files.decks)}
    own, other = str(cwd / "decks"), str(cwd / "m")
    assert {
        "decks/kinds/k.yaml": own,
        "decks/a/x.yaml": own,
        "decks/b/y.yaml": own,
        "m/z.yaml": other,
        "n/w.yaml": "named",
        "n/v.yaml": "named",
    } == {name: home for name, home in homes.items() if home != SHIPPED}
    assert {SHIPPED} == {home for name, home in homes.items() if name.startswith("<")}


def test_a_checkout_is_its_own_home():
    """In this checkout the decks are the shipped ones, once, and named from there."""
    root = resources.folder("decks").parent
    files, asked = places.find([], root)
    assert {SHIPPED} == {
        file.home for file in (*files.kinds, *files.names, *files.decks)
    }
    assert [file.shown for file in files.decks] == list(asked)
    assert "decks/first-look.yaml" in asked


def test_standard_input_is_a_deck_named_on_the_command_line(tree):
    """A hyphen means the text given, which comes last and is asked for in its turn."""
    files, asked = places.find(["-", "a.yaml"], tree("a.yaml"), b"deck: x")
    assert [
        (file.shown, file.data, file.home)
        for file in files.decks
        if file.data is not None
    ] == [("<stdin>", b"deck: x", "named")]
    assert asked == ("<stdin>", "a.yaml")


def test_a_file_elsewhere_is_named_as_it_was_given(tree):
    """A file outside the working folder keeps its path; a link is shown as what it leads to."""
    cwd = tree("here/x.yaml", "there/y.yaml")
    (cwd / "here" / "link.yaml").symlink_to("x.yaml")
    far = (cwd / "there" / "y.yaml").as_posix()
    _, asked = places.find([far, "link.yaml"], cwd / "here")
    assert (far, "x.yaml") == asked


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("-", True),
        ("a.yaml", True),
        ("a.yml", True),
        ("a/b", True),
        ("m", True),
        ("", True),
        ("a", False),
        ("a.yaml.txt", False),
        ("x" * 300, False),
        ("a\0b", False),
    ],
)
def test_a_word_is_a_path_or_an_id(word, expected, tree):
    """What looks like a path, or is a folder, is one; all else is a deck's id."""
    assert expected == places.is_path(word, tree("m/a.yaml"))


def test_links_in_a_circle_are_no_decks(tree):
    """A link that leads to itself is passed over in a folder, and asked for where named."""
    cwd = tree("decks/a.yaml")
    (cwd / "decks" / "b.yaml").symlink_to("b.yaml")
    assert found([], cwd) == [[], [], ["decks/a.yaml"], ["decks/a.yaml"]]
    assert found(["decks/b.yaml"], cwd)[3] == ["decks/b.yaml"]


@pytest.mark.parametrize(
    "argument", ["decks", "decks/us", "decks/us/a.yaml", "mine", "mine/b"]
)
def test_a_collection_has_one_ledger(argument, tmp_path):
    """Whichever part of it is named: beside the names, or where one was begun."""
    for name in ("decks/us/a.yaml", "mine/b/c.yaml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("deck: d", "utf-8")
    (tmp_path / "mine" / NAME).write_text(HEAD, "utf-8")
    (tmp_path / NAME).write_text("2026-01-01 * Groceries", "utf-8")
    files, _ = places.find([argument], tmp_path)
    top = argument.split("/")[0]
    records = {f.record for f in files.decks if f.path.is_relative_to(tmp_path / top)}
    assert {f"{top}/{NAME}"} == {record.shown for record in records}
    assert {record.own for record in records} == {True}
