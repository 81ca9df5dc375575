"""One key for all versions, read back as a page and from what two engines print of it."""

import re
import subprocess
from dataclasses import replace

import pytest

from quiz.papers import Layout, Row, Section, Task
from quiz.press.combined import combined
from quiz.press.keys import key
from quiz.press.looks import Look

ENGINES = ("chromium", "weasyprint")


def hard(item):
    """Say how hard an item is, by its fact's name."""
    return "hard" if "river" in item.fact else "easy"


@pytest.fixture
def tables(parsed, said):
    """A function that gives the tables of a combined key by heading: rows of texts."""

    def read(page):
        found = {}
        for section in parsed(page).iterfind(".//section"):
            rows = [
                [said(cell) for cell in row]
                for table in section.iterfind(".//table")
                for row in table.iterfind("tbody/tr")
            ]
            found[said(section.find("h2"))] = rows
        return found

    return read


def test_it_agrees_with_the_key_of_each_version(versions, tables, parsed, said):
    """Each number has the letters, places or words that stand in that version's own key."""
    found = tables(combined(versions, Layout(), Look(), hard))
    rows = {int(row[0]): row[1:] for name in [*found][:-2] for row in found[name]}
    assert sorted(rows) == list(range(1, 19))
    for n, version in enumerate(versions):
        lines = parsed(key(version, Layout(), Look())).iterfind(".//tr[@class='line']")
        for line in lines:
            number = int(said(line.find("th")).rstrip("."))
            here, right = rows[number][n], said(line.find("td/p"))
            if here.endswith(" …"):
                assert right.startswith(here.removesuffix(" …"))
            elif re.fullmatch("[A-E]|True|False", here):
                assert re.split("[ :]", right)[0] == here
            elif re.fullmatch("[1-3 ]+", here):
                (task,) = (t for t in version.tasks if t.number == number)
                words = sorted(
                    zip(here.split(), (r.text for r in task.rows), strict=True)
                )
                assert right == "; ".join(f"({place}) {word}" for place, word in words)
            else:
                assert right == here


def test_a_question_is_found_in_every_version(versions, tables):
    """A row has the numbers of one item; they run on in the first version."""
    rows = tables(combined(versions, Layout(), Look(), hard))["Where a question stands"]
    assert [int(row[0]) for row in rows] == list(range(1, 19))
    for row in rows:
        items = {
            each.item.id
            for version, number in zip(versions, map(int, row), strict=True)
            for task in version.tasks
            for each in task.rows
            if each.number == number
        }
        assert len(items) == 1


def test_what_versions_hold_is_counted(versions, tables):
    """By type and by difficulty, questions and points: the same in each, or seen not to be."""
    first = versions[0]
    less = replace(first, version="B", sections=first.sections[1:])
    rows = tables(combined((first, less), Layout(), Look(), hard))
    assert rows["Questions / points in each version"] == [
        ["Multiple choice", "3 / 3", "0 / 0"],
        ["True or false", "2 / 2", "2 / 2"],
        ["Matching", "4 / 4", "4 / 4"],
        ["Putting in order", "1 / 2", "1 / 2"],
        ["Gaps", "1 / 1", "1 / 1"],
        ["Table", "4 / 4", "4 / 4"],
        ["Short answers", "3 / 5", "3 / 5"],
        ["Easy", "13 / 16", "12 / 15"],
        ["Hard", "5 / 5", "3 / 3"],
        ["Total", "18 / 21", "15 / 18"],
    ]


def test_codes_are_said_once(versions, parsed, said):
    """A code that all versions share stands once, with their letters."""
    head = said(parsed(combined(versions, Layout(), Look(), hard)).find(".//header"))
    assert head.endswith("· Version A, B, C: 7K3M-Q2PX-9D4T-8ABC-1F")
    other = (*versions[:2], replace(versions[2], code="X"))
    head = said(parsed(combined(other, Layout(), Look(), hard)).find(".//header"))
    assert head.endswith("· Version A, B: 7K3M-Q2PX-9D4T-8ABC-1F · Version C: X")


def test_a_single_version_has_nothing_to_compare(versions, tables):
    """It has its answers and its counts."""
    found = tables(combined(versions[:1], Layout(), Look(), hard))
    assert [*found][-2:] == [
        "Short answers & more",
        "Questions / points in each version",
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("size", "count"), [("letter", 4), ("a4", 6)])
def test_sixty_letters_and_all_else_fit_a_page(size, count, engine, item, paper, pdf):
    """Letters stand in blocks beside each other, so that one page holds them for all versions."""
    one = item("a", "A?", "x")
    tasks = tuple(
        Task("mc", "A?", (Row(one, n, right=n % 4),), options=("x", "y", "z", "v"))
        for n in range(1, 61)
    )
    made = replace(paper, sections=(Section("mc", tasks),))
    versions = [replace(made, version=letter) for letter in "ABCDEF"[:count]]
    path = pdf(engine, combined(versions, Layout(size), Look(), hard))
    pages = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")[:-1]
    assert len(pages) <= 2
    letters = " ".join("BCDA"[(n - 1) % 4] for n in range(1, 61))
    found = re.findall(rf"\b(\d+)((?: +[A-D]){{{count}}})\b", pages[0])
    right = {int(number): {*answers.split()} for number, answers in found}
    assert [right.get(n) for n in range(1, 61)] == [{c} for c in letters.split()]
