"""Sessions as they are asked for: mock exams, scripts, and what cannot be asked for."""

import json
import shutil

import dialogues
import pytest

from quiz.study.store import open_store

CHOSEN = ("test", "numbers.yaml", "--as-of", "2026-11-25")


def harbor(place):
    """Put a small official list and the rules of its exam into a folder."""
    folder = place / "templates" / "exams"
    folder.mkdir(parents=True)
    shutil.copy(dialogues.HARBOR / "harbor.yaml", place)
    shutil.copy(dialogues.HARBOR / "exams" / "harbor.yaml", folder)
    return ("test", "harbor.yaml", "--exam", "harbor", "--seed", "4")


def test_an_exam_is_passed(talk, place):
    """The state is asked for once; it ends at enough right ones; the schedule stays."""
    words = harbor(place)
    said = talk(*words).say(
        "Californa", "dc", "D.C. has none", "", "the Constitution", ""
    )
    assert (
        "\nThere is no state or territory 'Californa'; did you mean 'California'?\n"
        in said
    )
    assert "stops at 3 right or 3 wrong. You pass\nwith 3 right. (The early" in said
    assert "  Who is your governor? Look it up: usa.gov (If you live in D.C." in said
    run = talk(*words)
    run.say("D.C. has none", "", "the Constitution", "", "speech, religion", "")
    code, shown = run.end()
    assert (code, "Which state" in shown) == (0, False)
    assert "\nCongratulations. You passed the test: The harbor test.\n" in shown
    assert "\nYou answered 3 of 3 questions right; 3 of 5 are needed.\n" in shown
    with open_store(place / "data") as store:
        assert (store.setting("state"), store.memories()) == ("DC", {})


@pytest.mark.parametrize("key", ["^C", "^D"])
def test_who_does_not_say_where_they_live_has_left(key, talk, place):
    """Without an error: nothing was begun."""
    run = talk(*harbor(place))
    run.say(key)
    code, shown = run.end()
    assert code == 0
    assert shown.replace("^C", "").strip().endswith("such as CA or California?")


def test_an_exam_is_failed(talk, place):
    """One of two freedoms is not two; what to study stands at the end."""
    run = talk(*harbor(place), "--state", "CA")
    said = run.say("x", "", "x", "", "speech", "")
    assert "Count it?" not in said
    code, shown = run.end()
    assert code == 0
    assert "\nSorry. You did not pass the test: The harbor test.\n" in shown
    assert "\nThe officer stops at 3 wrong. (The early stop comes" in shown
    assert "\nYou may take it once more.\n" in shown
    assert "\nStudy this:\n" in shown
    assert (
        "\n- Name two freedoms.\n  The answer: 2 of: speech; religion; the press\n"
        in shown
    )


def test_responses_come_from_a_file(quiz, place):
    """A line each; the objects have the keys that the docs tell, and nothing is kept."""
    (place / "lines.txt").write_text("two\n\nJohnson\n", "utf-8")
    words = (*CHOSEN, "--responses", "lines.txt", "--json")
    ran = quiz(*words, cwd=place, CIVICS_QUIZ_DATA=str(place / "data"))
    assert (ran.returncode, ran.stderr) == (0, "")
    *responses, summary = map(json.loads, ran.stdout.splitlines())
    assert [each["result"] for each in responses] == ["correct", "wrong", "close"]
    assert [each["right"] for each in responses] == [True, False, False]
    assert (summary["asked"], summary["right"], summary["kept"]) == (3, 1, False)
    assert (summary["left"], summary["again"]) == (
        *(True, ["numbers/two/ask", "numbers/who/ask"]),
    )
    told = dialogues.DOC.read_text("utf-8")
    for key in {*responses[0], *summary}:
        assert f"`{key}`" in told
    assert [*(place / "data").glob("*.*")] == []


def test_a_pipe_is_a_script_too(quiz, place, kept):
    """It is kept in a profile that is named; undo is told; what was wrong comes not again."""
    words = (*CHOSEN, "--profile", "anna", "--json", "-n", "2")
    data = str(place / "data")
    ran = quiz(*words, cwd=place, stdin="x\n:u\ntwo\nx\n", CIVICS_QUIZ_DATA=data)
    types = [json.loads(line)["type"] for line in ran.stdout.splitlines()]
    assert types == ["response", "undo", "response", "response", "summary"]
    assert kept("anna") == ["one1", "undo", "one3", "two1"]
    (place / "more.txt").write_text("three\n", "utf-8")
    again = (*CHOSEN, "--again-wrong", "--profile", "anna", "--responses", "more.txt")
    ran = quiz(*again, cwd=place, CIVICS_QUIZ_DATA=data)
    assert "1 question that you answered wrong last time." in ran.stdout
    assert "> three\nRight. three\n" in ran.stdout


def test_practice_leaves_the_schedule_alone(quiz, place):
    """Its responses are in the log all the same."""
    words = (*CHOSEN, "--cram", "--profile", "anna", "--seed", "1", "--json")
    ran = quiz(*words, cwd=place, stdin="two\n", CIVICS_QUIZ_DATA=str(place / "data"))
    assert json.loads(ran.stdout.splitlines()[-1])["seed"] == 1
    with open_store(place / "data", "anna") as store:
        assert (len(store.reviews()), store.memories()) == (1, {})


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--exam", "uscis-2026"), 1, "did you mean 'uscis-2025'?"),
        (
            ("--exam", "uscis-2025"),
            1,
            "<shipped>/templates/exams/uscis-2025.yaml:5:7: error[no-list]",
        ),
        (("--exam", "uscis-2025", "-n", "3"), 2, "the exam's own rules decide that"),
        (("--exam", "uscis-2025", "--type", "mc"), 2, "--type"),
        (("--exam", "uscis-2025", "--state", "XX"), 1, "error[unknown-state]"),
        (("--state", "CA"), 2, "it is for an --exam"),
        (("--cram", "--again-wrong"), 2, "choose one"),
        (("--topic", "Countin"), 1, "did you mean 'Counting'?"),
        (("--type", "typed"), 2, "none of open, mc"),
        (("--responses", "none.txt"), 1, "none.txt: no such file or directory"),
        (("-",), 2, "add --responses FILE"),
    ],
)
def test_what_cannot_be_asked_for_is_said(words, code, says, quiz, place):
    """By a problem or as wrong usage, and never by a traceback."""
    ran = quiz(*CHOSEN, *words, cwd=place, CIVICS_QUIZ_DATA=str(place / "data"))
    assert (ran.returncode, says in ran.stderr.replace("\n", " ")) == (code, True), (
        ran.stderr
    )
    assert "Traceback" not in ran.stderr
