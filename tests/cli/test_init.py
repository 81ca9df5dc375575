"""The program as a whole: its help, its exit codes, and what it says when a stream fails."""

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quiz.cli import app, main

ROOT = Path(__file__).parents[2]
# A process whose loaded modules or streams are looked at must not be measured as well.
QUIET = {name: value for name, value in os.environ.items() if "COV" not in name}
FULL = Path("/dev/full")
COMMANDS = (
    *("build", "test", "list", "show", "check", "export", "diff", "stats", "study"),
)
STUDY = ("where", "settings", "rebuild", "export", "import", "remove")


@pytest.fixture
def shell(tmp_path):
    """A function that runs a line of the shell, in which `quiz` is the program."""

    def run(line, **more):
        return subprocess.run(
            ["sh", "-c", f'quiz() {{ "{sys.executable}" -m quiz "$@"; }}; {line}'],
            cwd=tmp_path,
            env={**os.environ, **more},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_help_names_every_command():
    """Each command is there, with a sentence on what it does."""
    told = CliRunner().invoke(app, ["-h"], prog_name="quiz").stdout
    names = [line.split()[0] for line in told.splitlines() if line.startswith("  ")]
    assert list(COMMANDS) == [name for name in names if name in COMMANDS]
    bare = CliRunner().invoke(app, [], prog_name="quiz")
    assert told.strip() == (bare.stdout or bare.stderr).strip()


@pytest.mark.parametrize(
    "words",
    [(name,) for name in COMMANDS if name != "study"] + [("study", n) for n in STUDY],
)
def test_every_command_has_examples_that_are_its_own(words):
    """Its help has a sentence, and examples as one would type them."""
    told = CliRunner().invoke(app, [*words, "--help"], prog_name="quiz").stdout
    examples = told.partition("Examples:")[2].partition("Arguments:")[0]
    lines = [
        line.strip()
        for line in examples.splitlines()
        if line.strip().startswith("quiz")
    ]
    size = len(words) + 1
    assert {("quiz", *words)} == {tuple(line.split()[:size]) for line in lines}


def test_the_version_is_that_of_the_distribution(quiz, tmp_path):
    """`--version` says what was installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    ran = quiz("--version", cwd=tmp_path)
    assert (0, f"civics-quiz {project['version']}\n") == (ran.returncode, ran.stdout)


def test_problems_exit_1(quiz, tmp_path):
    """What is wrong with decks or ids goes to stderr, with exit code 1."""
    ran = quiz("list", "us-amendment", cwd=tmp_path)
    says = "command line: error[unknown-deck]: there is no deck 'us-amendment'"
    assert (1, "", f"{says}\n  fix: did you mean 'us-amendments'?\n") == (
        *(ran.returncode, ran.stdout, ran.stderr),
    )


ANSWERS = [
    # A reader that has seen enough ends the program as it ends other tools.
    ("(quiz list; echo $? >&2) | true", 0, "141\n"),
    # Closed streams, full disks and folders that are gone are no tracebacks.
    ("quiz list first-look >&-", 0, ""),
    ("quiz list first-look --json >&-", 0, ""),
    ("quiz export first-look --to json >&-", 0, ""),
    ("quiz list nothing 2>&-", 1, ""),
    ("quiz list - <&-", 1, "<stdin>:1:1: error[not-a-mapping]: this file is empty"),
    ("quiz list first-look > /dev/full", 1, "quiz: no space left on device\n"),
    (
        "quiz export first-look --to json > /dev/full",
        1,
        "quiz: no space left on device\n",
    ),
    (
        "mkdir x && cd x && rmdir ../x && quiz list first-look",
        1,
        "quiz: no such file or directory\n",
    ),
    (f"quiz list {'x' * 300}", 1, "error[unknown-deck]"),
    (f"mkdir x && quiz list x/{'x' * 300}", 1, "x: file name too long\n"),
    ("ln -s a.yaml a.yaml && quiz list a.yaml", 1, "this file cannot be read: "),
    ("quiz build first-look -o /dev/null", 1, "error[unwritable-file]"),
    ("quiz export first-look --to json -o /dev/full", 1, "error[unwritable-file]"),
    ("quiz export first-look --to json -o /dev/stdout | wc -l", 0, ""),
    # Nothing to do is not done in silence.
    (
        "mkdir m && quiz build m",
        1,
        "m: error[no-decks]: there is no deck in this folder",
    ),
    ("quiz list ''", 1, ".: error[no-decks]: there is no deck in this folder"),
    # A folder with a file in it is the whole folder.
    ("mkdir decks && quiz list", 0, ""),
]


@pytest.mark.parametrize(
    ("line", "code", "says"),
    # Only Linux has a device that is full.
    [each for each in ANSWERS if "/dev/full" not in each[0] or FULL.exists()],
)
def test_whatever_the_shell_gives_is_answered_in_words(line, code, says, shell):
    """Each has its exit code and at most a few words on stderr: never a traceback."""
    ran = shell(line)
    assert code == ran.returncode, ran.stderr
    assert says in ran.stderr
    assert bool(says) == bool(ran.stderr)
    assert "Traceback" not in ran.stderr


def test_the_command_line_loads_no_package_writer():
    """Importing it brings in no genanki, sqlite3 or fsrs, so that help and lists come at once."""
    code = "import sys; before = {*sys.modules}; import quiz.cli; print(*{*sys.modules} - before)"
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        env=QUIET,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    top = {name.partition(".")[0] for name in loaded}
    late = {"genanki", "sqlite3", "zstandard", "fsrs", "platformdirs"}
    late |= {"spellchecker", "wcwidth"}
    assert {"quiz"} == {*late, "anki", "rich", "pygments", "quiz"} & top
    formats = [name for name in loaded if name.startswith("quiz.formats.")]
    rules = [name for name in loaded if name.startswith("quiz.lint.")]
    assert (formats, rules) == ([], [])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {
        each.partition(">")[0].removeprefix("py") for each in project["dependencies"]
    }
    assert declared - late == declared & top


def test_the_program_runs_where_there_are_no_broken_pipes(monkeypatch, capsys):
    """Without the signal of a broken pipe, as on Windows, it runs as elsewhere."""
    monkeypatch.delattr(signal, "SIGPIPE")
    monkeypatch.setattr(sys, "argv", ["quiz", "export", "--to", "list"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 0
    assert "JSON Lines" in capsys.readouterr().out


@pytest.mark.parametrize("words", [(), ("nothing",), ("list", "--nothing")])
def test_wrong_usage_exits_2(quiz, tmp_path, words):
    """With help, or with what is wrong; never a traceback."""
    ran = quiz(*words, cwd=tmp_path)
    assert ran.returncode == 2
    assert "Usage: quiz" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_terminal_that_knows_few_letters_gets_marks(quiz, tiny):
    """Rather than a traceback in place of the items."""
    ran = quiz("list", "tiny.yaml", cwd=tiny.parent, PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert "????" in ran.stdout


def test_json_is_utf_8_whatever_the_terminal_speaks(quiz, tiny):
    """Another program reads it."""
    ran = quiz(
        "list", "tiny.yaml", "--json", cwd=tiny.parent, PYTHONIOENCODING="latin-1"
    )
    assert "שלום 🇺🇸" in ran.stdout
