"""The full key is read back as a page, and held against the page that pupils get."""

import re
import subprocess
from dataclasses import replace

import pytest

from quiz.dates import Date
from quiz.keys import Answer
from quiz.model import Source
from quiz.papers import Layout, Row, Section, Task
from quiz.press.keys import after, key
from quiz.press.looks import Look
from quiz.press.page import paper as printed

ENGINES = ("chromium", "weasyprint")


@pytest.fixture
def lines(parsed, said):
    """A function that gives the lines of a key by number: texts by their class."""

    def read(page):
        found = {}
        for row in parsed(page).iterfind(".//tr[@class='line']"):
            number = int(said(row.find("th")).rstrip("."))
            texts = {"letter": "", "right": said(row.find("td/p/bdi"))}
            for element in row.iterfind(".//span[@class='letter']"):
                texts["letter"] = said(element)
            for element in [*row.iterfind("td/p"), *row.iterfind("td")]:
                name = element.get("class", "").split(" ")[-1]
                if name and name != "right":
                    texts[name] = [*texts.get(name, []), said(element)]
            found[number] = texts
        return found

    return read


@pytest.mark.parametrize("n", range(3))
def test_the_key_agrees_with_each_version(n, versions, lines, parsed, said):
    """What it says of a number is right of what the paper asks there, by the item's own key."""
    version = versions[n]
    found = lines(key(version, Layout(), Look()))
    tasks = parsed(printed(version, Layout(), Look())).findall(".//div[@class]")
    pages = [task for task in tasks if task.get("class").split()[0] == "task"]
    assert sorted(found) == list(range(1, 19))
    for task, page in zip(version.tasks, pages, strict=True):
        kind = page.get("class").split()[1]
        assert kind == task.type
        for row in task.rows:
            line = found[row.number]
            texts = [answer.text for answer in row.item.key.answers]
            shown = " ".join(said(page).split())
            if kind == "mc":
                options = [said(li) for li in page.iterfind("ol/li")]
                assert f"{line['letter']} {line['right']}" in options
                assert [line["right"]] == texts
            elif kind == "match":
                (side,) = page.iterfind(".//td[@class='choices']")
                options = [(said(o.find("b")), said(o.find("span"))) for o in side]
                assert (line["letter"], line["right"]) in options
                assert [line["right"]] == texts
                asked = row.item.stem.partition("the ")[2].removesuffix(" ratified?")
                assert re.search(rf"\b{row.number}\.\s*\[[^]]*\]\s*{asked}", shown)
            elif kind == "tf":
                true = texts[0] in shown
                assert line["right"] == ("True" if true else f"False: {texts[0]}")
            elif kind == "order":
                places = re.findall(r"\((\d)\) (\w+)", line["right"])
                assert [word for _, word in sorted(places)] == texts
                listed = [
                    said(each) for each in page.iterfind("div[@class='row']/span[2]")
                ]
                assert sorted(listed) == sorted(texts)
            else:
                some = row.item.key.need < len(texts)
                said_so = f"any {row.item.key.need} of: " if some else ""
                assert line["right"] == said_so + "; ".join(texts)
            assert line["worth"] == [str(task.points)]
    total = sum(int(line["worth"][0]) for line in found.values())
    assert f"{total} points" in said(parsed(key(version, Layout(), Look())))


def test_what_counts_and_what_does_not_is_said_of_words_only(item, paper, lines):
    """Other forms stand with their answer; dates need none; options have nothing of the kind."""
    war = Answer("peace", "text", "", ("no war",), wrong=("a truce", "rest"))
    two = (
        Answer("Bali", accept=("Denpasar",)),
        Answer("2022", "year", accept=("'22",)),
    )
    options = ("peace", "war")
    tasks = (
        Task("open", "A?", (Row(item("a", "A?", war), 1),)),
        Task("open", "B?", (Row(item("b", "B?", *two), 2),), 2),
        Task("mc", "C?", (Row(item("c", "C?", war), 3, right=0),), options=options),
    )
    made = replace(paper, sections=(Section("open", tasks),))
    found = lines(key(made, Layout(), Look()))
    assert [(line.get("also"), line.get("wrong")) for line in found.values()] == [
        (["also: no war"], ["does not count: a truce; rest"]),
        (["Bali, also: Denpasar"], None),
        (None, None),
    ]
    assert found[3]["right"] == "peace"


def test_sources_are_numbered_and_days_said(item, paper, parsed, said, lines):
    """Each line names its sources by number, once; what grew old says since when it holds."""
    book = Source(
        "b", "The Press", "A book", Date(2020, 1), "https://example.org/?a=1&b=2"
    )
    page = Source("p", "The News")
    tasks = (
        Task("open", "A?", (Row(item("a", "A?", "x", sources=(page,)), 1),)),
        Task(
            "open",
            "B?",
            (
                Row(
                    item(
                        "b", "B?", "x", sources=(book, page, page), stale=Date(2025, 3)
                    ),
                    2,
                ),
            ),
        ),
    )
    made = key(replace(paper, sections=(Section("open", tasks),)), Layout(), Look())
    found = lines(made)
    assert [found[n]["refs"] for n in found] == [["1"], ["1, 2"]]
    assert [found[n].get("stale") for n in found] == [None, ["As of March 2025"]]
    listed = [said(li) for li in parsed(made).iterfind(".//ol[@class='sources']/li")]
    assert listed == [
        "The News.",
        "A book, The Press, January 2020. https://example.org/?a=1&b=2",
    ]


def test_a_key_says_what_it_is_of(paper, parsed, said):
    """Title, version, code, seed and day stand at its head, and in the title of the file."""
    made = key(paper, Layout(), Look())
    head = said(parsed(made).find(".//header"))
    assert head == (
        "Key: Tiny & <small> Version B Code 7K3M-Q2PX-9D4T-8ABC-1F · Seed 7 · "
        "As of November 25, 2026 · 21 points "
        "Answers in the same words, or others that mean the same, are right."
    )
    assert "<title>Tiny &amp; &lt;small&gt;, Version B – Key</title>" in made


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("size", ["letter", "a4"])
def test_no_line_is_split_between_pages(size, engine, item, paper, pdf):
    """On many pages every line is whole, under the head of the table, and in its margins."""
    tasks = tuple(
        Task(
            "open", f"start{n}", (Row(item(f"f{n}", "x", f"{'word ' * 60}stop{n}"), n),)
        )
        for n in range(1, 60)
    )
    sections = tuple(
        Section("open", tasks[n : n + 7], f"Part {n}") for n in range(0, 59, 7)
    )
    path = pdf(engine, key(replace(paper, sections=sections), Layout(size), Look()))
    pages = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")[:-1]
    assert len(pages) > 4
    for n, page in enumerate(pages, 1):
        assert f"Page {n} of {len(pages)}" in page
        assert "7K3M-Q2PX-9D4T-8ABC-1F" in page
        starts, stops = (
            re.findall(rf"{word}(\d+)", page) for word in ("start", "stop")
        )
        assert starts == stops
        if starts:
            assert re.search(r"Answer +Points +Sources", page)
        for part in re.findall(r"Part (\d+)", page):
            assert str(int(part) + 1) in starts


@pytest.mark.parametrize("tasks", [1, 5, 20])
def test_a_key_after_its_paper_begins_on_a_sheet_of_its_own(paper, pdf, tasks):
    """However many pages the paper has; and the paper says nothing that it does not say alone."""
    sections = [replace(each, tasks=each.tasks * tasks) for each in paper.sections[-1:]]
    long = replace(paper, sections=tuple(sections))
    alone = printed(long, Layout(), Look())
    both = after(long, Layout(), Look())
    _, _, body = alone.partition("<body")
    assert body.partition("</main>")[0] in both
    path = pdf("weasyprint", both)
    text = subprocess.check_output(["pdftotext", path, "-"], encoding="utf-8")
    firsts = [page.lstrip().split("\n")[0] for page in text.split("\f")]
    (place,) = [n for n, line in enumerate(firsts) if line.startswith("Key: ")]
    assert place % 2 == 0
