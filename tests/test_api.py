"""The verbs: what they load, make, write and find, and what they refuse."""

import datetime as dt
import json

import pytest

import quiz
from quiz import api
from quiz.errors import QuizError

TODAY = dt.date(2026, 11, 24)
DECK = "deck: %s\ntitle: T of %s\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"
ROW = "- {id: %s, kind: qa, ask: 'Which is %s?', answer: %s, source: s%s}\n"


@pytest.fixture
def folder(tmp_path):
    """A working folder: a deck of two facts, one of a fact to come, one that chooses from the first."""
    (tmp_path / "decks").mkdir()
    for name, rows in {
        "x": (("a", "A", "A", ""), ("b", "B", "B", "")),
        "y": (("c", "C", "C", ", when: 2030"),),
    }.items():
        text = DECK % (name, name) + "".join(ROW % row for row in rows)
        (tmp_path / "decks" / f"{name}.yaml").write_text(text)
    choice = "deck: z\ntitle: Z\nselect: [x/b, x/a, y/c]\n"
    (tmp_path / "decks" / "z.yaml").write_text(choice)
    return tmp_path


def told(call, *args, **kwargs):
    """Give the problems of a call, a line each."""
    with pytest.raises(QuizError) as caught:
        call(*args, **kwargs)
    return [f"{p} ({p.fix})" for p in caught.value.problems]


@pytest.mark.parametrize(
    ("names", "expected", "named"),
    [
        ((), ["x", "y", "z"], False),
        (("x",), ["x"], True),
        (("z", "x", "z"), ["z", "x"], True),
        (("decks",), ["x", "y", "z"], True),
        (("decks/y.yaml", "decks/y.yaml", "y"), ["y"], True),
        (("us-amendments",), ["us-amendments"], True),
    ],
)
def test_decks_are_loaded_by_id_file_or_folder(names, expected, named, folder):
    """Each deck asked for is there once; without words it is all of the working folder."""
    found = api.load(*names, cwd=folder)
    assert (expected, named) == ([deck.id for deck in found.decks], found.named)


def test_a_deck_that_is_not_there_is_told_with_the_likely_one(folder):
    """A slip in a deck's id is a problem of the command line, with the ids there are."""
    says = "command line: error[unknown-deck]: there is no deck 'us-amendment'"
    assert [f"{says} (did you mean 'us-amendments'?)"] == told(
        api.load, "x", "us-amendment", cwd=folder
    )
    assert "error[unreadable-file]" in told(api.load, "decks/none.yaml", cwd=folder)[0]


def test_a_deck_can_be_text(folder):
    """Standard input is a deck like any other, and may choose from those that are known."""
    text = b"deck: w\ntitle: W\nselect: [x/a, us-amendments/how-many]\n"
    found = api.load("-", "y", cwd=folder, stdin=text)
    assert [deck.id for deck in found.decks] == ["w", "y"]
    assert [fact.ref for fact in found.decks[0].facts] == [
        "x/a",
        "us-amendments/how-many",
    ]


def test_items_come_once_in_the_order_of_their_decks(folder):
    """Items of several decks are one list, in which none stands twice."""
    found = api.load("z", "x", cwd=folder)
    made = api.items(found, as_of=TODAY)
    assert [item.id for item in made] == ["x/b/ask", "x/a/ask"]
    catalogue = api.catalogue(found, as_of=TODAY)
    assert list(made) == [catalogue.items[item.id] for item in made]


def test_selected_items_are_those_of_their_home(tmp_path):
    """A deck of choices gives the very items of their home decks."""
    chosen = api.items(api.load("first-look", cwd=tmp_path), as_of=TODAY)
    homes = api.load("news-biden-xi-bali", "us-amendments", cwd=tmp_path)
    known = {item.id: item for item in api.items(homes, as_of=TODAY)}
    assert [known[item.id] for item in chosen] == list(chosen)
    assert len(chosen) > 10


def test_a_deck_of_which_nothing_can_be_asked_is_told_if_it_was_named(folder):
    """It is left out of all there is, but not where it was wanted, or where all are so."""
    every = api.forms(api.load(cwd=folder), as_of=TODAY, seed=5, paper="a4")
    assert [
        (form.deck, len(form.entries), form.seed, form.paper) for form in every
    ] == [("x", 2, 5, "a4"), ("z", 2, 5, "a4")]
    why = "decks/y.yaml:1:7: error[no-items]: no item of deck 'y' can be asked on 2026-11-24"
    fix = "('quiz show y' says why; choose another day or language)"
    named = api.load("x", "y", cwd=folder)
    assert [f"{why} {fix}"] == told(api.forms, named, as_of=TODAY)
    lines = told(api.items, api.load(cwd=folder), as_of=TODAY, language="es")
    assert [
        f"{why} in the language 'es' {fix}".replace("'y'", f"'{d}'")
        .replace("/y.", f"/{d}.")
        .replace(" y'", f" {d}'")
        for d in "xyz"
    ] == lines


def test_build_writes_each_form_in_each_format(folder):
    """The files have the decks' names, and every rendering is a step."""
    forms, steps = api.forms(api.load(cwd=folder), as_of=TODAY), []
    paths = api.build(
        forms, folder / "out", ["json", "anki"], step=lambda: steps.append(1)
    )
    names = ["x.jsonl", "x.apkg", "z.jsonl", "z.apkg"]
    assert names == [path.name for path in paths]
    assert sorted(names) == sorted(path.name for path in (folder / "out").iterdir())
    assert len(names) == len(steps)
    assert [path.name for path in api.build(forms[:1], folder / "o")] == [
        "x.apkg",
        "x.html",
    ]


@pytest.mark.parametrize(
    ("name", "fix"),
    [("jsn", "did you mean 'json'?"), ("", "use one of: anki, html, json")],
)
def test_build_refuses_what_is_no_format(name, fix, folder):
    """An unknown format is a problem, and nothing is written."""
    forms = api.forms(api.load("x", cwd=folder), as_of=TODAY)
    says = f"command line: error[unknown-format]: there is no format '{name}' ({fix})"
    assert [says] == told(api.build, forms, folder / "out", ["json", name])
    assert not (folder / "out").exists()


def test_build_writes_all_or_nothing(folder):
    """If one place is taken by a folder, no file of the build is written."""
    (folder / "out" / "z.html").mkdir(parents=True)
    forms = api.forms(api.load(cwd=folder), as_of=TODAY)
    lines = told(api.build, forms, folder / "out")
    assert [path.name for path in (folder / "out").iterdir()] == ["z.html"]
    assert "out/z.html: error[unwritable-file]: this file cannot be written" in lines[0]


def test_check_gives_the_findings_of_the_decks_asked_for(folder):
    """Findings come in the order of their places; contradictions are errors."""
    path = folder / "decks" / "x.yaml"
    path.write_text(
        path.read_text()
        .replace("Which is B", "Which is A")
        .replace("answer: B", "answer: A")
    )
    later = (folder / "decks" / "y.yaml").read_text().replace("2000", "2026-12-01")
    (folder / "decks" / "y.yaml").write_text(later)
    found = api.load("y", "x", cwd=folder)
    assert [
        f"{p.location.file[6:]}:{p.location.line} {p.code}"
        for p in api.check(found, as_of=TODAY)
    ] == ["x.yaml:6 twin", "y.yaml:5 future-date"]
    assert [
        p.code for p in api.check(found, as_of=TODAY, today=dt.date(2027, 1, 1))
    ] == ["twin"]
    path.write_text(path.read_text().replace("answer: A", "answer: B", 1))
    with pytest.raises(QuizError, match="same-stem"):
        api.check(api.load(cwd=folder), as_of=TODAY)


def test_an_item_is_a_line_of_json(folder):
    """A line reads back as the item, and holds no line end."""
    item = api.items(api.load("x", cwd=folder), as_of=TODAY)[0]
    line = api.json_line(item)
    assert (json.loads(line)["id"], json.loads(line)["stem"]) == (
        "x/a/ask",
        "Which is A?",
    )
    assert "\n" not in line


def test_a_new_kind_is_one_file(tmp_path):
    """A further kind needs a YAML file beside the deck, and no Python."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "river.yaml").write_text(
        "kind: river\nabout: A river.\nfields: {name: {type: place}, ends: {type: place}}\n"
        "questions: {mouth: {stem: 'Where does the {{ name }} end?', answer: ends}}\n"
    )
    deck = DECK % ("rivers", "rivers")
    (tmp_path / "r.yaml").write_text(
        deck + "- {id: po, kind: river, name: Po, ends: Adriatic Sea, source: s}\n"
    )
    (item,) = api.items(api.load("r.yaml", cwd=tmp_path), as_of=TODAY)
    assert item.stem == "Where does the Po end?"


def test_the_working_folder_is_where_it_is_looked_for(folder, monkeypatch):
    """Without a folder given, decks are those of the one the program runs in."""
    monkeypatch.chdir(folder)
    assert [deck.id for deck in quiz.load().decks] == ["x", "y", "z"]


def test_ones_own_deck_may_stand_for_a_shipped_one(tmp_path):
    """A deck with the id of a shipped one is used, and bars no command."""
    (tmp_path / "decks").mkdir()
    own = DECK % ("news-biden-xi-bali", "mine") + ROW % ("a", "A", "A", "")
    (tmp_path / "decks" / "x.yaml").write_text(own)
    found = api.load(cwd=tmp_path)
    assert [i.id for i in api.items(found, as_of=TODAY)] == ["news-biden-xi-bali/a/ask"]
    assert "us-amendments" in found.library.decks
