import json
import subprocess
import sys
from pathlib import Path

import pytest


def quiz(*arguments, cwd, stdin=""):
    """Run the program as its user does."""
    command = [sys.executable, "-m", "quiz", *arguments]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("day", "word"), [("2022-11-10", "do"), ("2022-11-15", "did")])
def test_the_tense_follows_the_day(day, word, tmp_path):
    """The shipped meeting is asked in the present until its day has passed."""
    ran = quiz("list", "news-biden-xi-bali", "--json", "--as-of", day, cwd=tmp_path)
    items = [json.loads(line) for line in ran.stdout.splitlines()]
    found = {item["stem"]: item for item in items}
    item = found[f"Where and when {word} Biden and Xi meet?"]
    answers = [part["answer"] for part in item["key"]]
    assert answers == ["Bali, Indonesia", "November 14, 2022"]


def test_what_is_not_yet_announced_is_not_asked(tmp_path):
    """Before its first source appeared, the meeting is unknown."""
    ran = quiz("list", "news-biden-xi-bali", "--as-of", "2022-11-09", cwd=tmp_path)
    assert "bali-meeting" not in ran.stdout


def test_build_writes_both_formats_and_prints_their_paths(tiny):
    """One deck gives a package and a page, and nothing else is left behind."""
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    assert ran.stdout.split() == ["dist/tiny.apkg", "dist/tiny.html"]
    written = sorted(path.name for path in (tiny.parent / "dist").iterdir())
    assert written == ["tiny.apkg", "tiny.html"]


def test_a_bad_deck_exits_1_and_writes_nothing(tiny):
    """Problems go to stderr with their place; no file is written."""
    tiny.write_text(
        tiny.read_text("utf-8").replace("2022-11-14", "2022-02-30"), "utf-8"
    )
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "tiny.yaml:11:11: error[bad-date]: February 2022 has no day 30" in ran.stderr
    assert not (tiny.parent / "dist").exists()


def test_wrong_usage_exits_2(tmp_path):
    """An option that makes no sense is wrong usage."""
    assert quiz("list", "--as-of", "tomorrow", cwd=tmp_path).returncode == 2


def test_a_deck_can_come_from_standard_input(tiny):
    """`-` reads a deck from a pipe."""
    ran = quiz("list", "-", cwd=tiny.parent, stdin=tiny.read_text("utf-8"))
    assert "tiny/talk/where-when" in ran.stdout


def test_show_says_why_a_question_is_not_asked(tiny):
    """A question that a fact cannot answer does not vanish silently."""
    ran = quiz("show", "tiny/talk", "tiny.yaml", cwd=tiny.parent)
    assert "tiny/talk/occasion\n  not asked: the fact has no 'occasion'" in ran.stdout


def test_show_says_why_there_are_no_options(tiny):
    """An item without good wrong options says so."""
    ran = quiz("show", "tiny/many", "tiny.yaml", cwd=tiny.parent)
    assert "not offered as multiple choice: it asks for 2 answers" in ran.stdout


def test_an_unknown_deck_gets_a_hint(tmp_path):
    """A slip in a deck's name is answered with the likely name."""
    ran = quiz("list", "us-amendment", cwd=tmp_path)
    assert (ran.returncode, "did you mean 'us-amendments'?" in ran.stderr) == (1, True)


def test_check_finds_a_name_nearly_known(tiny):
    """A name one edit from a listed one is a finding, and fails only with --strict."""
    text = tiny.read_text("utf-8").replace("Joe Biden", "Joe Bidden")
    tiny.write_text(text.replace("2022-11-14", "2015-09-25"), "utf-8")
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[near-name]: the person 'Joe Bidden'" in ran.stderr
    assert "did you mean 'Joe Biden'?" in ran.stderr
    assert ran.returncode == 0
    assert quiz("check", "tiny.yaml", "--strict", cwd=tiny.parent).returncode == 1


def test_check_finds_a_stem_that_tells_and_one_asked_twice(tiny):
    """A question that says its answer, and a question asked twice, are findings."""
    more = """\
  - {id: told, kind: qa, ask: Is the Senate the Senate?, answer: Senate, source: paper}
  - {id: again, kind: qa, ask: Is the Senate the Senate?, answer: Senate, source: paper}
"""
    tiny.write_text(tiny.read_text("utf-8") + more, "utf-8")
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[leak]" in ran.stderr
    assert "finding[twin]" in ran.stderr


def test_every_readme_command_runs(tmp_path):
    """What the README tells users to type works as written."""
    readme = Path(__file__).parents[1] / "README.md"
    lines = readme.read_text("utf-8").splitlines()
    commands = [line[2:] for line in lines if line.startswith("$ quiz ")]
    assert commands
    for command in commands:
        ran = quiz(*command.split()[1:], cwd=tmp_path)
        assert ran.returncode == 0, (command, ran.stderr)


def test_help_and_version(tmp_path):
    """Help names every command, and every command has examples."""
    told = quiz("--help", cwd=tmp_path).stdout
    for command in ("build", "list", "show", "check", "export"):
        assert command in told
        assert "Examples:" in quiz(command, "--help", cwd=tmp_path).stdout
    assert quiz("--version", cwd=tmp_path).stdout.startswith("civics-quiz ")


def test_export_writes_json_to_a_pipe(tiny):
    """Without -o the text goes to standard output, one object a line."""
    ran = quiz("export", "tiny.yaml", "--to", "json", cwd=tiny.parent)
    ids = [json.loads(line)["id"] for line in ran.stdout.splitlines()]
    assert ids[0] == "tiny/talk/where-when"
    listed = quiz("export", "--to", "list", cwd=tiny.parent).stdout
    assert [line.split()[0] for line in listed.splitlines()] == ["anki", "html", "json"]


def test_export_writes_one_deck_to_a_file(tiny):
    """A package of one deck can be named; two decks cannot share it."""
    name = "out.apkg"
    ran = quiz("export", "tiny.yaml", "--to", "anki", "-o", name, cwd=tiny.parent)
    assert ran.stdout.strip() == name
    two = quiz("export", "tiny.yaml", "first-look", "--to", "anki", cwd=tiny.parent)
    assert two.returncode == 2


def test_check_speaks_json(tiny):
    """Each problem is an object with its place."""
    tiny.write_text("deck: tiny\ntitle: Tiny\n", "utf-8")
    ran = quiz("check", "tiny.yaml", "--format", "json", cwd=tiny.parent)
    assert (ran.returncode, json.loads(ran.stdout)["code"]) == (1, "empty-deck")


def test_show_reads_decks_items_and_unknown_ids(tiny):
    """A deck shows its items; an unknown id gets a hint."""
    assert "tiny/many/ask" in quiz("show", "tiny", "tiny.yaml", cwd=tiny.parent).stdout
    ran = quiz("show", "tiny/many/ask", "tiny.yaml", cwd=tiny.parent)
    assert "wanted    2 of 3" in ran.stdout
    assert quiz("show", "tiny/meny", "tiny.yaml", cwd=tiny.parent).returncode == 1


def test_a_deck_that_answers_a_shipped_question_otherwise_is_told_so(tiny):
    """Another deck's other answer is a finding, not a bar to building one's own deck."""
    text = tiny.read_text("utf-8").replace("Bali, Indonesia", "Woodside, California")
    tiny.write_text(text.replace("2022-11-14", "2023-11-15"), "utf-8")
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[other-answer]: the question 'Where and when did" in ran.stderr
    assert quiz("build", "tiny.yaml", cwd=tiny.parent).returncode == 0


def test_check_annotates_a_review(tiny):
    """GitHub's workflow commands: one line a problem, separators in values escaped."""
    tiny.rename(tiny.with_name("a,b.yaml"))
    tiny.with_name("a,b.yaml").write_text("deck: tiny\ntitle: Tiny\n", "utf-8")
    ran = quiz("check", "a,b.yaml", "--format", "github", cwd=tiny.parent)
    told = "this deck has no facts and selects none (add 'facts:' or 'select:')"
    assert (
        ran.stdout == f"::error file=a%2Cb.yaml,line=1,col=1,title=empty-deck::{told}\n"
    )
