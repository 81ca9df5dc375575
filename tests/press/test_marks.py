"""A table for marks, as CSV read by csv and as a page read back from PDF."""

import csv
import io
import subprocess
from dataclasses import replace

import pytest

from quiz.papers import Layout
from quiz.press.looks import Look
from quiz.press.marks import marks, marks_csv

ENGINES = ("chromium", "weasyprint")


def rows(text):
    """Read CSV as a spreadsheet does."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_csv_has_a_column_for_each_question(versions):
    """Headings name its number in each version; points and their sum stand below."""
    head, worth, *pupils = rows(marks_csv(versions, ("Ann", "Ben"), rows=4))
    assert head[:2] + head[-1:] == ["Name", "Version", "Total"]
    assert len(head) == 18 + 3
    for n, version in enumerate(versions):
        numbers = [heading.split()[n] for heading in head[2:-1]]
        assert sorted(numbers) == sorted(f"{version.version}{k}" for k in range(1, 19))
        points = {
            f"{version.version}{number}": task.points
            for task in version.tasks
            for number in task.numbers
        }
        assert [points[name] for name in numbers] == [int(p) for p in worth[2:-1]]
    assert worth[0] == "Points"
    assert worth[-1] == str(versions[0].total)
    assert [pupil[0] for pupil in pupils] == ["Ann", "Ben", "", ""]
    assert {len(pupil) for pupil in pupils} == {len(head)}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", " ="])
def test_no_cell_is_a_formula(sign, versions):
    """What a spreadsheet would reckon is text; a name is else as given, with any sign in it."""
    _, _, bad, good = rows(
        marks_csv(versions, (f"{sign}1+1", 'O"Neill, Ann-Marie'), rows=0)
    )
    assert bad[0] == f"'{sign}1+1"
    assert good[0] == 'O"Neill, Ann-Marie'


def test_a_question_that_a_version_lacks_has_no_number_there(versions):
    """Its column names the versions that have it."""
    first, second = versions[:2]
    less = replace(second, sections=second.sections[1:])
    head, *_ = rows(marks_csv((first, less)))
    assert head[2:5] == ["A1", "A2", "A3"]
    assert [len(heading.split()) for heading in head[5:-1]] == [2] * 15


def test_the_page_says_what_the_csv_says(versions, parsed, said):
    """Numbers of every version, points, names and total, and 32 rows if not told otherwise."""
    page = parsed(marks(versions, Layout(), Look(), ("Ann & Ben",)))
    head = [[said(cell) for cell in row] for row in page.iterfind(".//thead/tr")]
    names, worth, *_ = rows(marks_csv(versions))
    for n, (row, version) in enumerate(zip(head[:-1], versions, strict=True)):
        first = n == 0
        shown = row[1:] if first else row
        assert shown[0] == f"Version {version.version}"
        numbers = [
            name.split()[n].removeprefix(version.version) for name in names[2:-1]
        ]
        assert shown[1 : 1 + len(numbers)] == numbers
    assert head[-1] == ["Points", *worth[2:]]
    body = [[said(cell) for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert len(body) == 32
    assert body[0] == ["Ann & Ben", *[""] * 20]
    assert body[1] == [""] * 21


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("size", ["letter", "a4"])
def test_a_class_fits_a_page_and_a_long_quiz_several(
    size, engine, paper, versions, pdf
):
    """On its long side, 32 rows; columns that do not fit stand on a sheet more, with their head."""
    names = [f"pupil{n}" for n in range(1, 31)]

    def pages(*papers):
        path = pdf(engine, marks(papers, Layout(size), Look(), names))
        info = subprocess.run(
            ["pdfinfo", path], check=True, capture_output=True, text=True
        ).stdout
        wide, tall = info.partition("Page size:")[2].split()[:3:2]
        assert float(wide) > float(tall)
        return subprocess.run(
            ["pdftotext", "-layout", path, "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split("\f")[:-1]

    (page,) = pages(*versions)
    assert all(name in page.split() for name in names)
    long = replace(paper, sections=paper.sections * 3)
    found = pages(long)
    assert len(found) == (3 if size == "letter" else 2)
    for n, page in enumerate(found, 1):
        assert all(name in page.split() for name in names)
        assert ("Total" in page) == (n == len(found))
        assert f"Sheet {n} of {len(found)}" in page
