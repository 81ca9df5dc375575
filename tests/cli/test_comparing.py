"""`quiz diff` and `quiz show FILE.apkg`, as their users run them."""

import json

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
        "id: hostile",
        "id: hostile\n    retired: {on: 2026-11-20, why: It ended., instead: talk}",
    )
    home.write_text(text, "utf-8")
    return folder


def test_diff_compares_a_package_with_the_decks(quiz, released):
    """The working folder's, as of a day; something changed, so the exit code is 1."""
    ran = quiz("diff", "old/tiny.apkg", "--as-of", "2026-11-24", cwd=released)
    assert (ran.returncode, ran.stderr) == (1, "")
    first, second, *_ = ran.stdout.splitlines()
    assert first == "old/tiny.apkg -> the decks as of 2026-11-24"
    assert second == "1 corrected, 1 retired"
    assert "answer    red; white; [-blue-] {+green+}" in ran.stdout
    why = "It ended. Instead: Where and when did Biden and Xi meet?"
    assert f"why       {why}" in ran.stdout
    notes = quiz("diff", "old/tiny.apkg", "--format", "markdown", cwd=released)
    assert f"\n  - {why}\n" in notes.stdout
    assert ran.stdout.endswith('(tiny/hostile/ask)$"\n')


def test_diff_of_what_is_the_same_exits_0(quiz, released):
    """Whether packages or decks are named, and in each format."""
    for style in ("text", "markdown", "json"):
        ran = quiz("diff", "old", "old/tiny.apkg", "--format", style, cwd=released)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert ran.stdout
    ran = quiz("diff", "decks", "decks/tiny.yaml", cwd=released)
    assert (ran.returncode, ran.stdout.count("\n")) == (0, 2)


def test_diff_without_new_leaves_other_decks_out(quiz, released):
    """A deck that the old release does not hold is named, not reported as added."""
    text = (released / "decks" / "tiny.yaml").read_text("utf-8")
    other = text.replace("deck: tiny", "deck: other").replace(
        "title: Tiny & <small>", "title: O"
    )
    (released / "decks" / "other.yaml").write_text(other, "utf-8")
    words = ("diff", "old", "--as-of", "2026-11-24", "--format", "json")
    made = json.loads(quiz(*words, cwd=released).stdout)
    assert made["left_out"] == ["Civics::O"]
    assert (made["counts"]["added"], made["counts"]["corrected"]) == (0, 1)
    named = json.loads(quiz(*words[:2], "decks", *words[2:], cwd=released).stdout)
    assert (named["left_out"], named["counts"]["added"]) == ([], 4)


def test_diff_warns_of_a_change_that_anki_would_pass_over(quiz, released):
    """Such as one of a package for an earlier day, whose notes are no later than that."""
    words = ("--to", "anki", "-o", "new", "--as-of", "2026-11-23")
    quiz("build", *words, cwd=released)
    ran = quiz("diff", "old", "new", "--format", "json", cwd=released)
    assert ran.stderr.startswith("1 changed note will not reach learners, since Anki")
    (corrected, retired) = json.loads(ran.stdout)["decks"][0]["changes"]
    assert (corrected["arrives"], retired["arrives"]) == (False, True)
    assert quiz("diff", "old", "decks", cwd=released).stderr == ""


def test_diff_writes_release_notes(quiz, released):
    """In words for learners."""
    words = ("diff", "old", "--as-of", "2026-11-24", "--format", "markdown")
    made = quiz(*words, cwd=released).stdout
    assert made.startswith("# What is new\n\nCards: 1 corrected, 1 removed.\n")
    assert "  - answer: red; white; ~~blue~~ **green**\n" in made


def test_show_prints_a_package(quiz, released):
    """Wherever it lies; decks are not read for it."""
    (released / "decks" / "broken.yaml").write_text("deck: [")
    ran = quiz("show", "old/tiny.apkg", cwd=released)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("old/tiny.apkg: 5 notes in 1 deck\n")


@pytest.mark.parametrize("command", ["diff", "show"])
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


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Missing argument 'OLD'"),
        (("a", "b", "c"), "unexpected extra argument"),
        (("-",), "a release is a file or a folder, not standard input"),
        (("old", "--format", "github"), "'github' is none of text, markdown, json"),
    ],
)
def test_wrong_usage_exits_2(words, says, quiz, tmp_path):
    """With what is wrong."""
    ran = quiz("diff", *words, cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr
