"""The self-test in a real terminal: nothing is lost, and every terminal will do."""

import unicodedata

import pytest

from quiz.study.model import Mark
from quiz.study.store import open_store

CHOSEN = ("test", "numbers.yaml", "--as-of", "2026-11-25")


def test_a_session_is_held_and_summed_up(talk, kept):
    """Verdicts begin their lines; the answer, the context and the source follow."""
    run = talk(*CHOSEN)
    said = run.say("two")
    assert "4 questions: 4 new." in said
    assert "\n1 of 4. Counting\nHow many houses has Congress?\n> " in said
    said = run.say("", "4", "r", "", "Johnson", "n", "", "a bill; a vote; a signature")
    assert (
        "\nRight. two\nThey share the Capitol.\nSource: The Paper, The Press, 2020\n"
        in said
    )
    assert "\nWrong. " in said
    assert "\nThe answer: three\n" in said
    assert "\nCounted as right.\n" in said
    assert "\nAlmost. " in said
    assert "Count it? [y/n] n\nCounted as wrong.\n" in said
    assert "In order, with a semicolon (;) between." in said
    said = run.say("", "Andrew Johnson", "")
    assert "\n4 of 4. Once more. Counting\nWho was President after Lincoln?" in said
    code, shown = run.end()
    assert code == 0
    assert shown.endswith(
        "\n3 of 4 right.\nLook at this again:\n- Who was President after Lincoln?\n"
        "  The answer: Andrew Johnson\nDue now: 0. Due by the end of tomorrow: 4.\n"
    )
    assert kept() == ["one3", "two1", "undo", "two3", "who1", "steps3", "who3"]


def test_undo_goes_back_across_the_verdict(talk, kept):
    """To the response before; a hint is shown on request."""
    run = talk(*CHOSEN)
    said = run.say("3", "", ":u", ":h", ":x", "two", "u", "two", "q")
    assert "\nTaken back.\n\n1 of 4. Counting\n" in said
    assert "\nHint: As many as hands.\n> " in said
    assert run.end()[0] == 0
    assert kept() == ["one1", "undo", "one2", "undo", "one2"]


@pytest.mark.parametrize("key", ["^C", "^D", ":q"])
def test_who_quits_loses_nothing_and_resumes(key, talk, kept):
    """With a summary and exit code 0; the next session asks what is left."""
    first = talk(*CHOSEN)
    first.say("two", "", "three", "", key)
    code, shown = first.end()
    assert (code, "2 of 2 right." in shown, "Traceback" in shown) == (0, True, False)
    second = talk(*CHOSEN)
    assert "2 questions: 2 new." in second.say("q")
    assert kept()[:2] == ["one3", "two3"]


@pytest.mark.parametrize("key", ["^C", "^D"])
def test_keys_that_end_work_at_every_prompt(key, talk, kept):
    """What is told is kept; what is close and not settled is not."""
    run = talk(*CHOSEN)
    run.say("two", key)
    assert run.end()[0] == 0
    again = talk(*CHOSEN)
    again.say("", "", "Johnson", key)
    assert again.end()[0] == 0
    assert kept() == ["one3", "two1"]


def test_a_bad_question_is_marked_and_asked_no_more(talk, place):
    """With a word on why."""
    run = talk(*CHOSEN)
    assert "it is asked no more" in run.say("3", "b two or three?", "q")
    run.end()
    with open_store(place / "data") as store:
        assert store.marked() == {"numbers/one/ask"}
        assert [e.why for e in store.events() if isinstance(e, Mark)] == [
            "two or three?"
        ]
    assert "3 questions: 3 new." in talk(*CHOSEN).wait()


def test_multiple_choice_takes_letters_and_words(talk, place, kept):
    """What is neither is asked for again; a seed is told."""
    run = talk(*CHOSEN, "--type", "mc", "--seed", "3")
    said = run.say("z", "three", "", "Two", "")
    assert "Type a letter from a to d, or the words of an option.\n> " in said
    assert said.count("\n  a) ") == 2
    assert run.end()[1].endswith("Chance was drawn with --seed 3.\n")
    assert kept() == ["two3", "one3"]
    with open_store(place / "data") as store:
        assert {*store.memories()} == {
            f"numbers/{n}/ask#choice" for n in ("one", "two")
        }


@pytest.mark.parametrize("width", [40, 50, 200])
def test_lines_are_as_long_as_the_terminal_is_wide(width, talk):
    """Or shorter, where they would be too long to read."""
    run = talk("test", "first-look", "--as-of", "2026-11-25", "-n", "3", width=width)
    run.say("x", "?", "", "", "", "Ω", "q")
    shown = run.end()[1]
    typed = [line for line in shown.splitlines() if line]
    assert max(map(cells, typed)) <= min(width, 100)
    assert max(map(cells, typed)) > min(width, 100) * 3 / 4


def cells(text):
    """Count the cells of a terminal that a text takes."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def test_wide_letters_take_two_cells(talk, place):
    """So that lines of them are half as long."""
    text = (place / "numbers.yaml").read_text("utf-8")
    text = text.replace("How many houses has Congress?", "国会" * 40)
    (place / "numbers.yaml").write_text(text, "utf-8")
    shown = talk(*CHOSEN, width=40).wait()
    lines = [line for line in shown.splitlines() if "国" in line]
    assert {*map(len, lines[:-1])} == {20}


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_is_only_where_it_is_wanted(environment, coloured, talk):
    """And nothing moves the cursor, anywhere."""
    shown = talk(*CHOSEN, **environment).say("two", "", "x", "")
    assert ("\x1b[32mRight.\x1b[0m" in shown) == coloured
    assert shown.replace("\x1b[32m", "").replace("\x1b[31m", "").count("\x1b") == (
        2 * coloured
    )


def test_a_terminal_without_utf_8_gets_plain_letters(talk, place):
    """And what it sends is understood and kept."""
    text = (place / "numbers.yaml").read_text("utf-8")
    text = text.replace("houses has Congress?", "“houses” — Peña 国?")
    (place / "numbers.yaml").write_text(text, "utf-8")
    run = talk(*CHOSEN, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert '\nHow many "houses" - Pena ??\n' in run.say("Ñandú ☃", "q")
    assert run.end()[0] == 0
    with open_store(place / "data") as store:
        assert [review.response for review in store.reviews()] == ["Ñandú ☃"]
