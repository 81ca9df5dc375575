import datetime as dt
import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest
import tinyhtml5

from quiz.dates import Date
from quiz.keys import Answer, Key
from quiz.model import Entry, Form, Item, Source
from quiz.papers import FALSE, SETS, TRUE, Head, Paper, Row, Section, Task

DAY = dt.date(2026, 11, 25)
BOOK = Source(
    "b", "The Press", "A book", Date(2020, 1), "https://example.org/a?b=1&c=2"
)
ITEM = Item(
    *("d/f/q", "d", "f", "k", "q", "en", "Q?"),
    Key((Answer("a", "text"),)),
    DAY,
    "past",
    sources=(BOOK,),
    origin="d/f/q",
)
AMENDMENTS = ("13th", "15th", "19th", "26th")
YEARS = ("1865", "1870", "1920", "1971")
ABOUT = ("Slavery", "Voting and race", "Votes for women", "Voting at 18")


@pytest.fixture(scope="session")
def item():
    """A function that makes an item; answers may be written as words."""

    def make(name, stem, *answers, **changes):
        words = [Answer(a) if isinstance(a, str) else a for a in answers]
        need = changes.pop("need", len(words))
        ordered = changes.pop("ordered", False)
        key = Key(tuple(words), need, ordered)
        ident = f"d/{name}/q"
        values = {"id": ident, "origin": ident, "fact": name, "stem": stem, "key": key}
        return replace(ITEM, **{**values, **changes})

    return make


@pytest.fixture(scope="session")
def paper(item):
    """A paper that has a task of every type, with text that would break a careless page."""
    years = [
        item(
            f"y{n}", f"In which year was the {a} Amendment ratified?", Answer(y, "year")
        )
        for n, (a, y) in enumerate(zip(AMENDMENTS, YEARS, strict=True))
    ]
    about = [
        item(f"a{n}", f"What is the {a} Amendment about?", text)
        for n, (a, text) in enumerate(zip(AMENDMENTS, ABOUT, strict=True))
    ]
    river = item(
        "river", "Which river is longest?", "Missouri", says="The _____ is longest."
    )
    law = item(
        "law", "How does a bill become law?", "bill", "vote", "law", ordered=True
    )
    talk = item(
        "talk",
        "Where and when did Biden & Xi meet?",
        Answer("Bali, Indonesia", "place", "where", ("Bali",)),
        Answer("November 14, 2022", "date", "when"),
    )
    why = item("why", 'Why is <b> & {{ c1::"x" }} here?', "because " * 12 + "it is so")
    names = item("names", "Name two colors.", "red", "white", "blue", need=2)
    n = iter(range(1, 100))

    def one(type_, item, stem="", **more):
        right = more.pop("right", None)
        return Task(
            type_, stem or item.stem, (Row(item, next(n), right=right),), **more
        )

    def match():
        order, bank = (2, 0, 3, 1), ("1870", "1920", "1865", "1933", "1971")
        rows = [
            Row(years[k], next(n), f"{AMENDMENTS[k]} Amendment", bank.index(YEARS[k]))
            for k in order
        ]
        return Task(
            "match", "In which year was the … ratified?", tuple(rows), options=bank
        )

    def order():
        number = next(n)
        rows = [Row(law, number, ("bill", "vote", "law")[k], k) for k in (1, 2, 0)]
        return Task("order", law.stem, tuple(rows), 2)

    def table():
        heads = ("In which year was the … ratified?", "What is the … about?")
        rows = [
            Row(items[k], next(n), f"{AMENDMENTS[k]} Amendment", column=column)
            for k in (1, 3)
            for column, items in enumerate((years, about))
        ]
        return Task("table", "", tuple(rows), heads=heads)

    short, long = (
        ("Ohio", "Missouri", "Hudson", "Colorado"),
        ("x " * 20, "y " * 20, "Missouri"),
    )
    sections = (
        Section(
            "mc",
            (
                one("mc", river, options=short, right=1),
                one("mc", river, options=long, right=2),
                one(
                    "mc",
                    years[0],
                    options=("1791", "1865", "1870"),
                    right=1,
                    ordered=True,
                ),
            ),
        ),
        Section(
            "tf",
            (
                one("tf", river, "The Missouri is longest.", right=TRUE),
                one("tf", river, "The Ohio is longest.", right=FALSE),
            ),
        ),
        Section("match", (match(),)),
        Section("order", (order(),)),
        Section("cloze", (one("cloze", river, "The _____ is longest."),)),
        Section("table", (table(),)),
        Section(
            "open",
            (
                one("open", talk, points=2),
                one("open", why),
                one("open", names, points=2),
            ),
            "Short answers & more",
            "Answer in <three> words.",
        ),
    )
    head = Head("Tiny & <small>", "Period 3", "March 2", "No books.")
    return Paper("tiny", "B", "7K3M-Q2PX-9D4T-8ABC-1F", head, "en", DAY, 7, sections)


@pytest.fixture(scope="session")
def form():
    """A function that makes a form of items."""

    def make(*items, **changes):
        entries = tuple(Entry(n, each) for n, each in enumerate(items, 1))
        made = Form("d", "Tiny & <small>", "", "en", DAY, DAY, entries)
        return replace(made, **changes)

    return make


@pytest.fixture(scope="session")
def pdf(tmp_path_factory):
    """A function that prints a page with one of ENGINES, and gives the PDF's path."""
    folder = tmp_path_factory.mktemp("printed")

    def printed(engine, page):
        source = folder / f"{len([*folder.iterdir()])}.html"
        target = source.with_suffix(".pdf")
        source.write_text(page, "utf-8")
        if engine == "weasyprint":
            command = [sys.executable, "-m", "weasyprint", source, target]
        else:
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
            command += ["--no-first-run", "--disable-background-networking"]
            command += [
                f"--user-data-dir={folder / 'profile'}",
                "--no-pdf-header-footer",
            ]
            command += [f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target

    return printed


@pytest.fixture(scope="session")
def versions(paper):
    """Three versions of the sample, each item once: tasks, options and rows change places."""

    def named(task, n):
        rows = [
            replace(row, item=replace(row.item, id=f"d/{n}-{row.item.fact}/q"))
            for row in task.rows
        ]
        return replace(task, rows=tuple(rows))

    tasks = {id(task): named(task, n) for n, task in enumerate(paper.tasks)}

    def mixed(task, chance, number):
        rows, options = list(task.rows), list(task.options)
        if task.type in ("match", "order"):
            chance.shuffle(rows)
        if not task.ordered:
            chance.shuffle(options)
        made = []
        for n, row in enumerate(rows):
            right = row.right
            if options:
                right = options.index(task.options[row.right])
            one = task.type not in SETS
            made.append(replace(row, number=number + n * (not one), right=right))
        return replace(task, rows=tuple(made), options=tuple(options))

    def version(letter, seed):
        chance = Random(seed)  # noqa: S311 - a quiz, not a secret
        number, sections = 1, []
        for section in paper.sections:
            made = []
            for task in chance.sample(section.tasks, len(section.tasks)):
                made.append(mixed(tasks[id(task)], chance, number))
                number += len(made[-1].numbers)
            sections.append(replace(section, tasks=tuple(made)))
        return replace(paper, version=letter, sections=tuple(sections))

    return tuple(version(letter, seed) for seed, letter in enumerate("ABC", 1))


@pytest.fixture(scope="session")
def parsed():
    """A function that reads a page as a browser does, and gives its body."""
    return lambda page: tinyhtml5.parse(page, namespace_html_elements=False).find(
        "body"
    )


@pytest.fixture(scope="session")
def said():
    """A function that gives the text of an element, its white space folded."""
    return lambda element: " ".join("".join(element.itertext()).split())
