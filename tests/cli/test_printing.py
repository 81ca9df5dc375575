"""`quiz print` writes what a teacher copies, and refuses what has no meaning."""

import re

import pytest

PLAN = """\
blueprint: unit-1
title: Unit 1
class: 8b
sections:
  - {type: mc, count: 2}
  - {type: open, count: 1, points: 2}
"""


@pytest.fixture
def printed(quiz, tmp_path):
    """A function that prints into `out` and gives what was said, and the files by name."""

    def run(*arguments):
        ran = quiz("print", *arguments, "-o", "out", cwd=tmp_path)
        files = {path.name: path.read_bytes() for path in tmp_path.glob("out/*")}
        return ran, files

    return run


def test_a_quiz_in_versions_with_keys(printed):
    """Its paths on stdout; how to make it again beside that."""
    ran, files = printed("first-look", "-n", "6", "--versions", "2")
    names = ["A", "A-key", "A-strip", "B", "B-key", "B-strip", "key", "marks"]
    expected = [*(f"first-look-{name}.html" for name in names), "first-look-marks.csv"]
    assert ran.stdout.split() == [f"out/{name}" for name in expected]
    assert sorted(files) == sorted(expected)
    told = r"first-look: seed (\d+); to make it again: quiz print first-look --again ([\w-]+)\n"
    found = re.fullmatch(told, ran.stderr)
    assert found
    for name, data in files.items():
        if name.endswith("html") and "marks" not in name:
            assert found[2].encode() in data


def test_the_same_seed_makes_the_same_files(printed):
    """And another, or none, another paper."""
    _, first = printed("first-look", "--seed", "7")
    _, again = printed("first-look", "--seed", "7")
    _, other = printed("first-look", "--seed", "8")
    _, drawn = printed("first-look")
    assert first == again
    paper = "first-look-A.html"
    assert len({first[paper], other[paper], drawn[paper]}) == 3


def test_a_code_makes_the_same_files_again(printed, tmp_path):
    """As the line says that was printed with them, or by the code alone."""
    ran, first = printed("us-amendments", "-n", "5", "--versions", "3", "--types", "tf")
    for path in tmp_path.glob("out/*"):
        path.unlink()
    line = ran.stderr.partition("quiz print ")[2].split()
    _, again = printed(*line)
    _, alone = printed("--again", line[-1])
    assert first == again == alone


def test_the_head_is_as_told(printed):
    """On each paper."""
    head = ["--title", "Rights", "--class", "8b", "--date"]
    _, files = printed(
        "first-look", *head, "May 1 & 2", "--instructions", "No books <b>."
    )
    text = files["first-look-A.html"].decode()
    for words in ("Rights", "8b", "May 1 &amp; 2", "No books &lt;b&gt;."):
        assert words in text


def test_a_blueprint_makes_one_paper_of_all_decks(printed, tmp_path):
    """With its own name and head, but for what is told otherwise."""
    (tmp_path / "plan.yaml").write_text(PLAN)
    decks = ("first-look", "us-amendments")
    ran, files = printed(
        *decks, "--blueprint", "plan.yaml", "--class", "9a", "--key", "none"
    )
    assert sorted(files) == ["unit-1-A.html", "unit-1-marks.csv", "unit-1-marks.html"]
    text = files["unit-1-A.html"].decode()
    assert "Unit 1" in text
    assert "9a" in text
    assert "8b" not in text
    line = ran.stderr.partition("quiz print ")[2].split()
    _, again = printed(*line, "--class", "9a", "--key", "none")
    assert again == files


def test_pages_become_pdf(printed):
    """The same names; the table stays what it is."""
    _, files = printed("first-look", "-n", "3", "--pdf", "--paper", "a4")
    assert {name: data[:5] for name, data in files.items() if "csv" not in name} == {
        f"first-look-{name}.pdf": b"%PDF-"
        for name in ("A", "A-key", "A-strip", "marks")
    }
    assert "first-look-marks.csv" in files


@pytest.mark.parametrize(
    ("options", "cards"),
    [((), 15), (("-n", "5", "--flip", "short", "--per-page", "10"), 5)],
)
def test_cards_are_one_file_a_deck(printed, options, cards):
    """Of every item, or of some."""
    ran, files = printed("first-look", "--layout", "cards", *options)
    assert ran.stdout == "out/first-look-cards.html\n"
    text = files["first-look-cards.html"].decode()
    assert len(set(re.findall(r'"number">(\d+)<', text))) == cards


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Invalid value for DECK: name a deck"),
        ("first-look --layout cards --columns 2", "--columns: cards have none"),
        ("first-look --flip long", "--flip: a quiz has none: add --layout cards"),
        ("first-look --layout cards --per-page 7", "--per-page: 7 is none of 6, 8, 10"),
        (
            "first-look --layout cards --per-page 6 --flip long",
            "--per-page: 6 is none of 8, 10",
        ),
        ("--again X -n 3", "--number: the code has it: leave it out beside --again"),
        ("--again X --as-of 2026-01-01", "--as-of: the code has it"),
        (
            "first-look --blueprint plan.yaml --types mc",
            "--types: the plan has it: leave it out beside --blueprint",
        ),
        ("first-look --versions 11", "--versions"),
        ("first-look --types mc,mcq", "'mcq' is none of mc, tf"),
        ("first-look --key before", "'before' is none of separate, after, none"),
    ],
)
def test_what_has_no_meaning_is_wrong_usage(words, told, printed):
    """It is named, and nothing is written."""
    ran, files = printed(*words.split())
    assert (ran.returncode, ran.stdout, files) == (2, "", {})
    assert told in " ".join(ran.stderr.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "first-look -n 40 --types mc",
            "command line: error[too-few]: asked for 40 mc, and of the 11 that fit 10 can stand on one paper",
        ),
        ("--again 123", "command line: error[bad-code]: '123' is not the code"),
        ("first-look --template nowhere", "nowhere: error[no-look]: there is no"),
        ("first-look --blueprint none.yaml", "none.yaml:1:1: error[unreadable-file]"),
    ],
)
def test_what_cannot_be_had_is_told(words, told, printed):
    """With exit code 1, and nothing is written."""
    ran, files = printed(*words.split())
    assert (ran.returncode, ran.stdout, files) == (1, "", {})
    assert told in " ".join(ran.stderr.split())


def test_progress_is_for_terminals(terminal, tmp_path):
    """PDF takes a while; HTML does not."""
    words = ("print", "first-look", "-n", "2", "--seed", "1")
    code, shown = terminal(*words, "--pdf", cwd=tmp_path, stream=2)
    assert code == 0
    assert "Printing" in shown
    code, shown = terminal(*words, cwd=tmp_path, stream=2)
    assert "Printing" not in shown
