"""Each command does what its help says, as its user runs it."""

import json

import pytest


@pytest.mark.parametrize(("day", "word"), [("2022-11-10", "do"), ("2022-11-15", "did")])
def test_the_tense_follows_the_day(quiz, day, word, tmp_path):
    """The shipped meeting is asked in the present until its day has passed."""
    ran = quiz("list", "news-biden-xi-bali", "--json", "--as-of", day, cwd=tmp_path)
    items = [json.loads(line) for line in ran.stdout.splitlines()]
    found = {item["stem"]: item for item in items}
    item = found[f"Where and when {word} Biden and Xi meet?"]
    answers = [part["answer"] for part in item["key"]]
    assert answers == ["Bali, Indonesia", "November 14, 2022"]


def test_what_is_not_yet_announced_is_not_asked(quiz, tmp_path):
    """Before its first source appeared, the meeting is unknown."""
    ran = quiz("list", "news-biden-xi-bali", "--as-of", "2022-11-09", cwd=tmp_path)
    assert "bali-meeting" not in ran.stdout


def test_build_writes_both_formats_and_prints_their_paths(quiz, tiny):
    """One deck gives a package and a page, and nothing else is left behind."""
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    assert ran.stdout.split() == ["dist/tiny.apkg", "dist/tiny.html"]
    written = sorted(path.name for path in (tiny.parent / "dist").iterdir())
    assert written == ["tiny.apkg", "tiny.html"]


def test_a_bad_deck_exits_1_and_writes_nothing(quiz, tiny):
    """Problems go to stderr with their place; no file is written."""
    tiny.write_text(
        tiny.read_text("utf-8").replace("2022-11-14", "2022-02-30"), "utf-8"
    )
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "tiny.yaml:11:11: error[bad-date]: February 2022 has no day 30" in ran.stderr
    assert not (tiny.parent / "dist").exists()


def test_wrong_usage_exits_2(quiz, tmp_path):
    """An option that makes no sense is wrong usage."""
    assert quiz("list", "--as-of", "tomorrow", cwd=tmp_path).returncode == 2


def test_a_deck_can_come_from_standard_input(quiz, tiny):
    """`-` reads a deck from a pipe."""
    ran = quiz("list", "-", cwd=tiny.parent, stdin=tiny.read_text("utf-8"))
    assert "tiny/talk/where-when" in ran.stdout


def test_show_says_why_a_question_is_not_asked(quiz, tiny):
    """A question that a fact cannot answer does not vanish silently."""
    ran = quiz("show", "tiny/talk", "tiny.yaml", cwd=tiny.parent)
    assert "tiny/talk/occasion\n  not asked: the fact has no 'occasion'" in ran.stdout


def test_show_says_why_there_are_no_options(quiz, tiny):
    """An item without good wrong options says so."""
    ran = quiz("show", "tiny/many", "tiny.yaml", cwd=tiny.parent)
    assert "not offered as multiple choice: it asks for 2 answers" in ran.stdout


def test_an_unknown_deck_gets_a_hint(quiz, tmp_path):
    """A slip in a deck's name is answered with the likely name."""
    ran = quiz("list", "us-amendment", cwd=tmp_path)
    assert (ran.returncode, "did you mean 'us-amendments'?" in ran.stderr) == (1, True)


def test_check_finds_a_name_nearly_known(quiz, tiny):
    """A name one edit from a listed one is a finding, and fails only with --strict."""
    text = tiny.read_text("utf-8").replace("Joe Biden", "Joe Bidden")
    tiny.write_text(text.replace("2022-11-14", "2015-09-25"), "utf-8")
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[near-name]: the person 'Joe Bidden'" in ran.stderr
    assert "did you mean 'Joe Biden'?" in ran.stderr
    assert ran.returncode == 0
    assert quiz("check", "tiny.yaml", "--strict", cwd=tiny.parent).returncode == 1


def test_check_finds_a_stem_that_tells_and_one_asked_twice(quiz, tiny):
    """A question that says its answer, and a question asked twice, are findings."""
    more = """\
  - {id: told, kind: qa, ask: Is the Senate the Senate?, answer: Senate, source: paper}
  - {id: again, kind: qa, ask: Is the Senate the Senate?, answer: Senate, source: paper}
"""
    tiny.write_text(tiny.read_text("utf-8") + more, "utf-8")
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[leak]" in ran.stderr
    assert "finding[twin]" in ran.stderr


def test_export_writes_json_to_a_pipe(quiz, tiny):
    """Without -o the text goes to standard output, one object a line."""
    ran = quiz("export", "tiny.yaml", "--to", "json", cwd=tiny.parent)
    ids = [json.loads(line)["id"] for line in ran.stdout.splitlines()]
    assert ids[0] == "tiny/talk/where-when"
    listed = quiz("export", "--to", "list", cwd=tiny.parent).stdout
    assert [line.split()[0] for line in listed.splitlines()] == ["anki", "html", "json"]


def test_export_writes_one_deck_to_a_file(quiz, tiny):
    """A package of one deck can be named; two decks cannot share it."""
    name = "out.apkg"
    ran = quiz("export", "tiny.yaml", "--to", "anki", "-o", name, cwd=tiny.parent)
    assert ran.stdout.strip() == name
    two = quiz("export", "tiny.yaml", "first-look", "--to", "anki", cwd=tiny.parent)
    assert two.returncode == 2


def test_check_speaks_json(quiz, tiny):
    """Each problem is an object with its place."""
    tiny.write_text("deck: tiny\ntitle: Tiny\n", "utf-8")
    ran = quiz("check", "tiny.yaml", "--format", "json", cwd=tiny.parent)
    assert (ran.returncode, json.loads(ran.stdout)["code"]) == (1, "empty-deck")


def test_show_reads_decks_items_and_unknown_ids(quiz, tiny):
    """A deck shows its items; an unknown id gets a hint."""
    assert "tiny/many/ask" in quiz("show", "tiny", "tiny.yaml", cwd=tiny.parent).stdout
    ran = quiz("show", "tiny/many/ask", "tiny.yaml", cwd=tiny.parent)
    assert "wanted    2 of 3" in ran.stdout
    assert quiz("show", "tiny/meny", "tiny.yaml", cwd=tiny.parent).returncode == 1


def test_a_deck_that_answers_a_shipped_question_otherwise_is_told_so(quiz, tiny):
    """Another deck's other answer is a finding, not a bar to building one's own deck."""
    text = tiny.read_text("utf-8").replace("Bali, Indonesia", "Woodside, California")
    tiny.write_text(text.replace("2022-11-14", "2023-11-15"), "utf-8")
    ran = quiz("check", "tiny.yaml", cwd=tiny.parent)
    assert "finding[other-answer]: the question 'Where and when did" in ran.stderr
    assert quiz("build", "tiny.yaml", cwd=tiny.parent).returncode == 0


def test_check_annotates_a_review(quiz, tiny):
    """GitHub's workflow commands: one line a problem, separators in values escaped."""
    tiny.rename(tiny.with_name("a,b.yaml"))
    tiny.with_name("a,b.yaml").write_text("deck: tiny\ntitle: Tiny\n", "utf-8")
    ran = quiz("check", "a,b.yaml", "--format", "github", cwd=tiny.parent)
    told = "this deck has no facts and selects none (add 'facts:' or 'select:')"
    assert (
        ran.stdout == f"::error file=a%2Cb.yaml,line=1,col=1,title=empty-deck::{told}\n"
    )


def test_list_gives_each_item_once(quiz, tiny):
    """A deck and a choice from it share their items."""
    names = ("us-amendments", "first-look", "us-amendments")
    ids = [
        line.split("\t")[0]
        for line in quiz("list", *names, cwd=tiny.parent).stdout.splitlines()
    ]
    assert len(ids) == len(set(ids)) > 100


def test_options_stand_anywhere(quiz, tiny):
    """Before the decks, after them, or between."""
    day = ("--as-of", "2022-11-15")
    first = quiz("list", *day, "tiny.yaml", "--json", cwd=tiny.parent).stdout
    assert first == quiz("list", "--json", "tiny.yaml", *day, cwd=tiny.parent).stdout
    assert "did Biden" in first


def test_multiple_choice_is_offered_where_options_are_good(quiz, tmp_path):
    """Each lettered option once; open questions stay among them."""
    words = ("export", "first-look", "--to", "html", "--type", "mc")
    page = quiz(*words, cwd=tmp_path).stdout
    assert page != quiz(*words[:-2], cwd=tmp_path).stdout
    assert page == quiz(*words, cwd=tmp_path).stdout
    assert page != quiz(*words, "--seed", "7", cwd=tmp_path).stdout


def test_a_type_is_named_for_packages_and_pages_alike(quiz, tmp_path):
    """What there is not is wrong usage, and what there is is named."""
    build = ("build", "first-look", "--to", "anki", "--type")
    ran = quiz(*build, "typd", cwd=tmp_path)
    assert (ran.returncode, "'typd' is none of open, mc, typed" in ran.stderr) == (
        2,
        True,
    )
    made = []
    for kind in ("open", "mc", "typed"):
        assert quiz(*build, kind, "-o", kind, cwd=tmp_path).returncode == 0
        made.append((tmp_path / kind / "first-look.apkg").read_bytes())
    assert len(set(made)) == 3


def test_nothing_is_left_behind_where_nothing_can_be_written(quiz, tiny):
    """A file stands where the folder should be: one message, no traceback."""
    (tiny.parent / "dist").write_text("in the way", "utf-8")
    ran = quiz("build", "tiny.yaml", cwd=tiny.parent)
    assert ran.returncode == 1
    assert "error[unwritable-file]" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert sorted(path.name for path in tiny.parent.iterdir()) == ["dist", "tiny.yaml"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "tiny.yaml", "--to", "pdf"), "'pdf' is none of anki, html, json"),
        (("build", "tiny.yaml", "--to", "anki,pdf"), "'pdf' is none of"),
        (("build", "tiny.yaml", "--to", ","), "',' is none of"),
        (("export", "tiny.yaml", "-o", "x"), "say in which format with --to"),
        (
            ("list", "tiny.yaml", "--lang", "English"),
            "'English' is not a language code",
        ),
        (
            ("list", "tiny.yaml", "--as-of", "2022-13-01"),
            "is not a day like 2022-11-14",
        ),
    ],
)
def test_usage_that_makes_no_sense_exits_2(quiz, tiny, words, told):
    """With what is wrong, and nothing written."""
    ran = quiz(*words, cwd=tiny.parent)
    assert ran.returncode == 2
    assert told in " ".join(ran.stderr.split())
    assert [path.name for path in tiny.parent.iterdir()] == ["tiny.yaml"]


def test_a_deck_in_no_language_asked_for_says_so(quiz, tiny):
    """Named, it is a problem."""
    ran = quiz("list", "tiny.yaml", "--lang", "es", cwd=tiny.parent)
    assert ran.returncode == 1
    assert "no item of deck 'tiny' can be asked on" in ran.stderr
    assert "in the language 'es'" in ran.stderr


def test_a_package_is_of_one_day_everywhere(quiz, tiny):
    """Cards turn on the same day in each time zone, so that each turn is one update."""
    made = []
    for zone in ("Pacific/Kiritimati", "America/Adak"):
        quiz("build", "tiny.yaml", "--to", "anki", "-o", zone, cwd=tiny.parent, TZ=zone)
        made.append((tiny.parent / zone / "tiny.apkg").read_bytes())
    assert made[0] == made[1]
