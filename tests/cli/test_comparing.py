"""`quiz show FILE.apkg`, as its users run it."""

import pytest


@pytest.fixture
def released(quiz, tiny):
    """The folder of a deck whose package was released before one fact changed and one ended."""
    folder = tiny.parent
    (folder / "decks").mkdir()
    home = folder / "decks" / "tiny.yaml"
    tiny.rename(home)
    quiz("build", "--to", "anki", "-o", "old", "--as-of", "2026-11-24", cwd=folder)
    text = home.read_text("utf-8").replace("[red, white, blue]", "[red, white, green]")
    text = text.replace(
        "id: hostile", "id: hostile\n    retired: {on: 2026-11-24, why: W.}"
    )
    home.write_text(text, "utf-8")
    return folder


def test_show_prints_a_package(quiz, released):
    """Wherever it lies; decks are not read for it."""
    (released / "decks" / "broken.yaml").write_text("deck: [")
    ran = quiz("show", "old/tiny.apkg", cwd=released)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("old/tiny.apkg: 5 notes in 1 deck\n")


@pytest.mark.parametrize("command", ["show"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "x.apkg: error[unreadable-file]: this file cannot be read"),
        (b"no zip", "x.apkg: error[bad-package]: this is no Anki package"),
        ("cut", "x.apkg: error[bad-package]: this is no Anki package, or a damaged one"),
    ],
)  # fmt: skip
def test_a_bad_package_is_one_message_and_nothing_is_left(
    command, data, says, quiz, released, tmp_path_factory
):
    """Exit code 1, no traceback, no temporary file."""
    if data == "cut":
        data = (released / "old" / "tiny.apkg").read_bytes()[:-500]
    if data is not None:
        (released / "x.apkg").write_bytes(data)
    temporary = tmp_path_factory.mktemp("tmp")
    ran = quiz(command, "x.apkg", cwd=released, TMPDIR=str(temporary))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(says)
    assert ran.stderr.count("error[") == 1
    assert [*temporary.iterdir()] == []
