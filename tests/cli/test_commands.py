"""The commands as their users meet them: what they print, write and say of what is wrong."""

import json
from pathlib import Path

import pytest

FACT = "  - {id: %s, kind: qa, ask: %s, answer: %s, source: paper}\n"


def edit(path, *pairs, more=""):
    """Change words of a file, and add to it."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text + more, "utf-8")


def test_build_writes_both_formats_and_prints_their_paths(quiz, tiny):
    """One deck gives a package and a page, and nothing else is left behind or said."""
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    paths = ["dist/tiny.apkg", "dist/tiny.html"]
    assert (0, paths, "") == (ran.returncode, ran.stdout.split("\n")[:-1], ran.stderr)
    written = (path.as_posix() for path in tiny.parent.rglob("dist/*"))
    assert paths == sorted(
        path.removeprefix(f"{tiny.parent.as_posix()}/") for path in written
    )


def test_build_takes_several_formats_and_a_place(quiz, tiny):
    """Formats are parted by commas, with spaces or without."""
    ran = quiz(
        "build", "tiny.yaml", "-o", "a/b", "--to", "json , html", cwd=tiny.parent
    )
    assert ran.stdout.split() == ["a/b/tiny.jsonl", "a/b/tiny.html"]


def test_build_shows_its_progress_on_a_terminal_only(tiny, terminal):
    """A bar goes to a terminal's stderr, full at the end; the paths go to stdout alone."""
    code, shown = terminal("build", "tiny.yaml", cwd=tiny.parent, stream=2)
    assert code == 0
    assert "Building" in shown
    assert "100%" in shown
    assert "dist/" not in shown


def test_a_seed_decides_the_paper_and_is_printed_on_it(quiz, tiny):
    """Another seed gives another page, and each stands on its own (finding 57)."""
    pages = []
    for seed in ("1", "2"):
        ran = quiz(
            "build",
            "tiny.yaml",
            "--type",
            "mc",
            "--to",
            "html",
            "--seed",
            seed,
            cwd=tiny.parent,
        )
        page = (tiny.parent / ran.stdout.strip()).read_text("utf-8")
        assert f"as drawn with seed {seed}." in page
        pages.append(page)
    assert pages[0] != pages[1]
    assert '<span class="letter">A</span>' in pages[0]


def test_a_bad_deck_exits_1_and_writes_nothing(quiz, tiny):
    """Problems go to stderr with their place; no file is written."""
    edit(tiny, ("2022-11-14", "2022-02-30"))
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "tiny.yaml:11:11: error[bad-date]: February 2022 has no day 30" in ran.stderr
    assert not (tiny.parent / "dist").exists()


@pytest.mark.parametrize(("day", "word"), [("2022-11-10", "do"), ("2022-11-15", "did")])
def test_list_follows_the_day(day, word, quiz, tiny):
    """Each item is a line; a meeting is asked in the present until its day has passed."""
    ran = quiz("list", "tiny.yaml", "--as-of", day, cwd=tiny.parent)
    line = f"tiny/talk/where-when\tWhere and when {word} Biden and Xi meet?\tBali, Indonesia; November 14, 2022"
    assert line == ran.stdout.splitlines()[0]
    assert len(ran.stdout.splitlines()) == 5
    before = quiz("list", "tiny.yaml", "--as-of", "2022-11-09", cwd=tiny.parent)
    assert "tiny/talk" not in before.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_json_is_utf_8_whatever_the_terminal_speaks(encoding, quiz, tiny):
    """No letter of an item or a problem is lost where stdout has another encoding (finding 39)."""
    ran = quiz(
        "list", "tiny.yaml", "--json", cwd=tiny.parent, PYTHONIOENCODING=encoding
    )
    stems = [json.loads(line)["stem"] for line in ran.stdout.splitlines()]
    assert 'What is <b> & {{c1::"x"}} [sound:x.mp3] שלום 🇺🇸?' in stems
    edit(tiny, more=FACT % ("again", "שלום?", "שלום?"))
    told = quiz(
        "check",
        "tiny.yaml",
        "--format",
        "json",
        cwd=tiny.parent,
        PYTHONIOENCODING=encoding,
    )
    assert "שלום?" in json.loads(told.stdout.splitlines()[-1])["what"]


def test_a_deck_can_come_from_standard_input(quiz, tiny):
    """`-` reads a deck from a pipe."""
    ran = quiz("list", "-", cwd=tiny.parent, stdin=tiny.read_text("utf-8"))
    assert ran.stdout.startswith("tiny/talk/where-when\t")


def test_show_says_what_is_asked_and_why_the_rest_is_not(quiz, tiny):
    """An id is looked up in all that is known, the decks named included."""
    ran = quiz("show", "tiny/many", "tiny.yaml", cwd=tiny.parent)
    assert "not offered as multiple choice: it asks for 2 answers" in ran.stdout
    ran = quiz("show", "tiny", "tiny.yaml", cwd=tiny.parent)
    assert "tiny/talk/occasion\n  not asked: the fact has no 'occasion'" in ran.stdout
    ran = quiz("show", "tiny/meny", "tiny.yaml", cwd=tiny.parent)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "did you mean 'tiny/many'?" in ran.stderr


def test_check_fails_for_findings_only_if_strict(quiz, tiny):
    """Findings go to stderr, and are counted as problems with --strict."""
    fine = quiz("check", "tiny.yaml", "--strict", cwd=tiny.parent)
    assert (fine.returncode, fine.stdout, fine.stderr) == (
        0,
        "1 deck checked, nothing found\n",
        "",
    )
    edit(tiny, ("Joe Biden", "Joe Bidden"), ("2022-11-14", "2015-09-25"))
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert (
        "finding[near-name]: the person 'Joe Bidden' is in no names file" in ran.stderr
    )
    assert "  fix: did you mean 'Joe Biden'?" in ran.stderr
    assert quiz("check", "tiny.yaml", "--strict", cwd=tiny.parent).returncode == 1


def test_check_counts_decks(quiz, tmp_path):
    """Without words all decks are checked, and how many is said."""
    (tmp_path / "decks").mkdir()
    for name in "xy":
        text = f"deck: {name}\ntitle: T\nsources: {{paper: {{publisher: P}}}}\nfacts:\n"
        (tmp_path / "decks" / f"{name}.yaml").write_text(
            text + FACT % ("a", f"{name}?", "A")
        )
    assert quiz("check", cwd=tmp_path).stdout == "2 decks checked, nothing found\n"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "github",
            "::error file=a%2Cb.yaml,line=1,col=1,title=empty-deck::this deck has no facts and selects none (add 'facts:' or 'select:')\n",
        ),
        (
            "json",
            '{"file": "a,b.yaml", "line": 1, "column": 1, "severity": "error", "code": "empty-deck", "what": "this deck has no facts and selects none", "fix": "add \'facts:\' or \'select:\'"}\n',
        ),
    ],
)
def test_check_speaks_to_programs(style, expected, quiz, tmp_path):
    """A problem is a line on stdout, for a workflow of GitHub or any other reader (finding 57)."""
    (tmp_path / "a,b.yaml").write_text("deck: tiny\ntitle: Tiny\n")
    ran = quiz("check", "a,b.yaml", "--format", style, cwd=tmp_path)
    assert (1, expected, "") == (ran.returncode, ran.stdout, ran.stderr)


def test_many_problems_in_one_long_line_are_short(quiz, tmp_path):
    """A deck written as one line of JSON does not repeat it with each problem (finding 12)."""
    facts = [
        {"id": f"f{n}", "kind": "qa", "ask": "Q", "answer": "A"} for n in range(300)
    ]
    deck = json.dumps({"deck": "d", "title": "T", "facts": facts})
    (tmp_path / "one.yaml").write_text(deck)
    ran = quiz("check", "one.yaml", cwd=tmp_path)
    assert (ran.returncode, ran.stderr.count("error[missing-source]")) == (1, 300)
    assert len(ran.stderr) < 300 * 400


def test_a_language_without_words_is_told(quiz, tiny):
    """Nothing to list is a problem, not an empty list (findings 10, 33)."""
    ran = quiz("list", "tiny.yaml", "--lang", "es", cwd=tiny.parent)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "error[no-items]: no item of deck 'tiny' can be asked" in ran.stderr


def test_another_decks_other_answer_bars_nothing(quiz, tiny):
    """Where a shipped deck answers otherwise, that is a finding, and one's own deck is built."""
    edit(
        tiny, ("Bali, Indonesia", "Woodside, California"), ("2022-11-14", "2023-11-15")
    )
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[other-answer]: the question 'Where and when did" in ran.stderr
    assert quiz("build", "tiny.yaml", cwd=tiny.parent).returncode == 0


def test_every_readme_command_runs(quiz, tmp_path):
    """What the README tells users to type works as written."""
    readme = Path(__file__).parents[2] / "README.md"
    lines = readme.read_text("utf-8").splitlines()
    commands = [line[2:] for line in lines if line.startswith("$ quiz ")]
    assert commands
    for command in commands:
        ran = quiz(*command.split()[1:], cwd=tmp_path)
        assert ran.returncode == 0, (command, ran.stderr)
