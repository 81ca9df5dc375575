"""Files become a library: later homes stand for earlier ones, and every problem is told once."""

from pathlib import Path

import pytest

from quiz.decks import SHIPPED, File, Files, load
from quiz.errors import QuizError

HEAD = "title: T\nsources: {s: {publisher: P}}\n"
FACT = "- {id: a, kind: word, word: Alpha, means: %s, source: s}\n"
KIND = (
    "kind: word\nabout: %s\nfields: {word: {type: term}, means: {type: text}}\n"
    "questions: {means: {stem: 'What is {{ word }}?', answer: means}}\n"
)


def files(*named, home="own"):
    """Give files of a home from pairs of a name and a text."""
    return tuple(
        File(Path(name), name, home, text.encode())
        for name, text in zip(*[iter(named)] * 2, strict=False)
    )


def deck(name, body=""):
    """Write a deck without facts of its own unless `body` has some."""
    return f"deck: {name}\n{HEAD}{body}"


def facts(name, means="first"):
    """Write a deck of one fact."""
    return deck(name, f"facts:\n{FACT % means}")


def collection(*decks, kinds=(), names=()):
    """Load decks beside a kind `word`."""
    word = files("word.yaml", KIND % "A word.", home=SHIPPED)
    return load(Files((*word, *kinds), names, decks))


def told(call, *args, **kwargs):
    """Give the problems of a call, a line each."""
    with pytest.raises(QuizError) as caught:
        call(*args, **kwargs)
    return [str(problem) for problem in caught.value.problems]


def test_a_later_home_stands_for_an_earlier_one():
    """A curator's kind, name and deck replace the shipped ones of the same name."""
    theirs = {
        "kinds": files("word.yaml", KIND % "Mine.", home="mine"),
        "names": (
            *files("n.yaml", "type: term\nnames: {Alpha: {short: A}}"),
            *files("n.yaml", "type: term\nnames: {ALPHA: {short: B}}", home="mine"),
        ),
    }
    own = files("x.yaml", facts("x", "first"))
    found = collection(
        *own, *files("y.yaml", facts("x", "second"), home="mine"), **theirs
    )
    assert found.kinds["x", "word"].about == "Mine."
    assert [(name.text, name.short) for name in found.names] == [("ALPHA", "B")]
    assert [f.values["means"].show("en") for f in found.facts.values()] == ["second"]
    assert {d.id: d.at.file for d in found.decks.values()} == {"x": "y.yaml"}


def test_twins_of_one_home_are_problems():
    """Within one home a second kind, name or deck of a name is a problem, wherever it lies."""
    lists = files(
        "n/1.yaml",
        "type: term\nnames: {Alpha: }",
        "n/2.yaml",
        "type: term\nnames: {alpha: }",
    )
    again = files("b/word.yaml", KIND % "Again.", home=SHIPPED)
    twins = files("a/x.yaml", facts("x"), "b/y.yaml", facts("x", "second"))
    assert told(collection, *twins, kinds=again, names=lists) == [
        "b/word.yaml:1:1: error[duplicate-kind]: the kind 'word' exists already",
        "b/y.yaml:1:7: error[duplicate-deck]: the deck id 'x' stands twice",
        "n/2.yaml:2:9: error[duplicate-name]: the name 'alpha' is listed twice",
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("title: T\nfacts: []\n", ["1:1 missing-field: a deck has no 'deck'"]),
        (
            "deck: x\nfcts: []\n",
            [
                "1:1 empty-deck: this deck has no facts and selects none",
                "1:1 missing-field: a deck has no 'title'",
                "2:1 unknown-key: 'fcts' is no key of a deck",
            ],
        ),
        (
            "deck: X y\ntitle: T\nfacts: []\nlanguage: EN\ntags: [No tag]\nupdated: soon\n",
            [
                "1:7 bad-id: 'X y' cannot be the id of a deck",
                "4:11 unknown-language: 'EN' is not a language code",
                "5:8 bad-id: 'No tag' cannot be a tag",
            ],
        ),
        (
            "deck: x\ntitle: T\nlanguage: en.UTF-8\nfacts: []\nupdated: soon\n",
            [
                "3:11 unknown-language: 'en.UTF-8' is not a language code",
                "4:8 empty-deck: this deck has no facts",
                "5:10 bad-date: 'soon' is not a date like 2022-11-14, 2022-11 or 2022",
            ],
        ),
    ],
)
def test_a_deck_says_all_that_is_wrong_with_it(text, problems):
    """What a deck lacks, misspells or cannot mean is told with its place, all in one run."""
    with pytest.raises(QuizError) as caught:
        collection(*files("x.yaml", text))
    assert problems == [
        f"{p.location.line}:{p.location.column} {p.code}: {p.what}"
        for p in caught.value.problems
    ]


def test_a_deck_of_choices_has_them_in_the_order_written():
    """Own facts come first, then what is selected, question by question."""
    picks = "select: [x/a/means, x/b, {deck: x, kind: word}, y/a/means, x/a/means]\n"
    home = deck("x", f"facts:\n{FACT % 1}{(FACT % 2).replace('id: a', 'id: b')}")
    found = collection(*files("c.yaml", facts("y") + picks, "x.yaml", home))
    chosen = [(fact.ref, question) for fact, question in found.decks["y"].picks]
    assert chosen == [
        ("y/a", None),
        ("x/a", "means"),
        ("x/b", None),
        ("x/a", None),
        ("y/a", "means"),
    ]
    assert [fact.ref for fact in found.decks["y"].facts] == ["y/a", "x/a", "x/b"]


def test_a_deck_has_the_words_of_its_file():
    """Title, about, topic and tags are read in the deck's language; facts share the last two."""
    head = "language: es\nabout: {en: A, es: B}\nupdated: 2026-11\ntopic: Tema\ntags: [t]\n"
    found = collection(*files("x.yaml", facts("x") + head))
    made, (fact,) = found.decks["x"], found.decks["x"].facts
    assert (
        made.title.languages,
        made.about.languages,
    ) == ({"es": "T"}, {"en": "A", "es": "B"})
    assert (made.language, str(made.updated)) == ("es", "2026-11")
    assert (fact.topic.languages, fact.tags) == ({"es": "Tema"}, ("t",))


def test_a_fact_is_found_under_its_former_names():
    """A selection may name a renamed fact as it was."""
    home = facts("x").replace("id: a", "id: new, formerly: [a, older]")
    found = collection(
        *files("x.yaml", home, "y.yaml", deck("y", "select: [x/older]\n"))
    )
    assert {ref: fact.id for ref, fact in found.facts.items()} == {
        "x/a": "new",
        "x/older": "new",
        "x/new": "new",
    }
    assert [fact.ref for fact in found.decks["y"].facts] == ["x/new"]


@pytest.mark.parametrize(
    ("texts", "problems"),
    [
        (
            (
                "x.yaml",
                "deck: x: y\n",
                "y.yaml",
                deck("y", "select: [x/a, {tag: t}]\n"),
            ),
            [
                "x.yaml:1:8: error[yaml-syntax]: a colon and a space begin a value, where none can stand"
            ],
        ),
        (
            (
                "x.yaml",
                facts("x").replace("kind: word, ", ""),
                "y.yaml",
                deck("y", "select: [x/a]"),
            ),
            ["x.yaml:5:3: error[missing-field]: a fact has no 'kind'"],
        ),
    ],
)
def test_what_could_not_be_read_is_no_second_problem(texts, problems):
    """Selecting from a deck or fact that is broken is not reported beside what broke it."""
    assert problems == told(collection, *files(*texts))


def test_a_broken_kind_is_told_once():
    """Facts of a kind that cannot be read are not blamed."""
    for text in ("kind: word\n  x: y", (KIND % "A word.").replace("text", "txt")):
        kinds = files("word.yaml", text, home="mine")
        lines = told(load, Files(kinds, (), files("x.yaml", facts("x"))))
        assert [line.split(":")[0] for line in lines] == ["word.yaml"]


def test_names_that_cannot_be_read_are_told():
    """A broken file of names is a problem of its own place, syntax and content alike."""
    names = files("1.yaml", "type: term\n x: y", "2.yaml", "type: wrd\nnames: {A: }")
    lines = told(collection, *files("x.yaml", facts("x")), names=names)
    assert [line.split("[")[1].split("]")[0] for line in lines] == [
        "yaml-syntax",
        "unknown-type",
    ]


def test_a_file_may_be_text_already_read(tmp_path):
    """Standard input is read from memory; every other file from the disk."""
    (tmp_path / "y.yaml").write_text("deck: y")
    read = [
        File(tmp_path / "y.yaml", "y.yaml", "own"),
        File(Path("-"), "<stdin>", "own", b"deck: x"),
    ]
    assert [file.read().get("deck").text for file in read] == ["y", "x"]
    assert read[1].read().at.file == "<stdin>"


def test_a_shipped_choice_does_not_bar_a_deck_that_replaces_its_home():
    """Where a user's deck stands for a shipped one, shipped choices from it are left out."""
    home = files(
        "x.yaml", facts("x"), "y.yaml", deck("y", "select: [x/a]\n"), home=SHIPPED
    )
    own = files("mine.yaml", facts("x").replace("id: a", "id: b"))
    found = collection(*home, *own)
    assert list(found.decks) == ["x"]
    mine = files("z.yaml", deck("z", "select: [x/a]\n"))
    assert told(collection, *home, *own, *mine) == [
        "z.yaml:4:10: error[unknown-fact]: there is no fact 'x/a'"
    ]


def test_a_shipped_deck_keeps_its_own_facts_when_a_choice_of_it_is_gone():
    """Facts of a shipped deck stay in the library with their deck, whatever it has lost."""
    shelf = deck("shelf", f"facts:\n{FACT % 3}select: [x/a]\n")
    home = files("x.yaml", facts("x"), "shelf.yaml", shelf, home=SHIPPED)
    found = collection(*home, *files("mine.yaml", facts("x").replace("id: a", "id: b")))
    assert [fact.ref for fact in found.decks["shelf"].facts] == ["shelf/a"]
    assert set(found.decks) == {fact.deck for fact in found.facts.values()}
