"""What commands take: their words are checked, completed, and read as their user means them."""

import datetime as dt

import pytest
import typer
from typer.testing import CliRunner

from quiz.cli import app, options


def offered(quiz, line, cwd):
    """Give the words the shell would offer at the end of a line, as bash asks for them."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    ran = quiz(cwd=cwd, _QUIZ_COMPLETE="complete_bash", **asked)
    assert ran.stderr == ""
    return ran.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("quiz list us", ["us-amendments"]),
        ("quiz list ti", ["tiny"]),
        ("quiz show tiny/", ["tiny/blank", "tiny/hostile", "tiny/many", "tiny/talk"]),
        ("quiz show fir", ["first-look"]),
        ("quiz export tiny --to ", ["anki", "html", "json"]),
        ("quiz build --type m", ["mc"]),
        ("quiz build --paper ", ["a4", "letter"]),
        ("quiz check --format g", ["github"]),
        ("quiz check --format zzz", []),
    ],
)
def test_the_shell_completes_what_is_known(line, expected, quiz, tiny):
    """Decks, facts and the words of options are offered, those of the working folder included."""
    (tiny.parent / "decks").mkdir()
    tiny.rename(tiny.parent / "decks" / "tiny.yaml")
    assert expected == offered(quiz, line, tiny.parent)


@pytest.mark.parametrize("line", ["quiz list ", "quiz show x", "quiz show x/"])
def test_the_shell_offers_nothing_of_what_is_broken(line, quiz, tiny):
    """A bad deck gives no completion, and no message amid the user's typing."""
    (tiny.parent / "decks").mkdir()
    (tiny.parent / "decks" / "bad.yaml").write_text("deck: [")
    assert offered(quiz, line, tiny.parent) == []


@pytest.mark.parametrize(
    ("incomplete", "expected"), [("", ["a", "ab", "b"]), ("a", ["a", "ab"]), ("c", [])]
)
def test_a_word_is_completed_by_those_it_begins(incomplete, expected):
    """Words are offered sorted."""
    assert expected == options.complete(incomplete, ["b", "ab", "a"])


def test_an_option_is_one_of_the_known_words():
    """Another word is wrong usage, which names those there are."""
    check = options.one_of("open", "mc")
    assert check("mc") == "mc"
    with pytest.raises(typer.BadParameter, match=r"^'MC' is none of open, mc$"):
        check("MC")


def test_the_day_is_today_unless_said():
    """Without --as-of it is the day by this machine's clock."""
    asked = dt.date(2020, 1, 2)
    before = dt.datetime.now().astimezone().date()
    found = options.day(None)
    assert before <= found <= dt.datetime.now().astimezone().date()
    assert asked == options.day(asked)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["list", "--as-of", "tomorrow"], "'tomorrow' is not a day like 2022-11-14"),
        (
            ["list", "--as-of", "2022-02-30"],
            "'2022-02-30' is not a day like 2022-11-14",
        ),
        (["list", "--as-of", "2022"], "'2022' is not a day like 2022-11-14"),
        (
            ["list", "--lang", "EN"],
            "'EN' is not a language code such as en, es or pt-BR",
        ),
        (["list", "--lang", ""], "'' is not a language code such as en, es or pt-BR"),
        (["build", "--type", "quiz"], "'quiz' is none of open, mc"),
        (["build", "--paper", "A4"], "'A4' is none of letter, a4"),
        (["build", "--seed", "x"], "Invalid value for '--seed'"),
        (["check", "--format", "xml"], "'xml' is none of text, json, github"),
        (["build", "--to", "pdf"], "'pdf' is none of anki, html, json"),
        (["build", "--to", "json,pdf"], "'pdf' is none of anki, html, json"),
        (["build", "--to", ""], "'' is none of anki, html, json"),
        (["build", "--to", ","], "',' is none of anki, html, json"),
        (["export", "--to", "pdf"], "'pdf' is none of anki, html, json"),
        (["export", "--to", ""], "'' is none of anki, html, json"),
        (["export", "first-look", "-o", "x"], "say in which format with --to"),
        (["show"], "Missing argument 'ID'"),
        (["lst"], "No such command 'lst'"),
    ],
)
def test_wrong_usage_exits_2(arguments, says, tmp_path, monkeypatch):
    """What makes no sense is told on stderr with how to use it, and nothing is written (33, 55)."""
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(app, arguments, prog_name="quiz")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert list(tmp_path.iterdir()) == []
