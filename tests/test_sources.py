"""A deck's sources are publications by the id facts cite, or each problem in them."""

import pytest

from quiz.dates import Date
from quiz.errors import Problems
from quiz.model import Source
from quiz.sources import read_sources


def test_a_source_says_much_or_only_its_publisher(node):
    """A publication keeps all that is written of it; the rest is left open."""
    text = """
    paper:
      title: Readout of a  call
      publisher: The White House
      date: 2022-11
      url: https://example.org/a
      opened: 2026-11-24
    book: {publisher: A Press}
"""
    problems = Problems()
    assert read_sources(node(text), problems) == {
        "paper": Source(
            "paper",
            "The White House",
            title="Readout of a call",
            date=Date(2022, 11),
            url="https://example.org/a",
            opened=Date(2026, 11, 24),
        ),
        "book": Source("book", "A Press"),
    }
    assert problems == []


def test_a_deck_need_not_have_sources():
    """A deck that only selects has no sources of its own."""
    assert read_sources(None, Problems()) == {}


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org/a?b=1"])
def test_an_address_is_on_the_web(url, node):
    """Both ways to begin a web address are read as they stand."""
    (source,) = read_sources(
        node(f"{{s: {{publisher: P, url: '{url}'}}}}"), Problems()
    ).values()
    assert url == source.url


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (
            "The Press",
            "1:8 wrong-type: a source is a mapping (write it as {title: …, publisher: …, date: …, url: …})",
        ),
        (
            "{title: T}",
            "1:8 missing-field: a source has no 'publisher' (add a line 'publisher: …')",
        ),
        (
            "{publisher: P, titel: T}",
            "1:23 unknown-key: 'titel' is no key of a source (did you mean 'title'?)",
        ),
        (
            "{publisher: P, url: ftp://example.org}",
            "1:28 bad-url: 'ftp://example.org' is not a web address (begin it with https://, or leave it out)",
        ),
        (
            "{publisher: P, url: }",
            "1:28 empty-value: there is no value here (write an address)",
        ),
        (
            "{publisher: P, opened: today}",
            "1:31 bad-date: 'today' is not a date like 2022-11-14, 2022-11 or 2022 (write a date like 2022-11-14, 2022-11 or 2022)",
        ),
        (
            "{publisher: [P]}",
            "1:20 wrong-type: this is a list, not a single value (write a publisher)",
        ),
    ],
)
def test_a_bad_source_is_told_at_its_own_place(source, problem, node, refused):
    """What is wrong with a source is a located problem, and facts may cite it all the same."""
    problems = Problems()
    found = read_sources(node(f"{{s: {source}, t: {{publisher: P}}}}"), problems)
    assert refused(problems.check) == [problem]
    assert found == {"s": Source("s", ""), "t": Source("t", "P")}


def test_sources_have_ids(node, refused):
    """A list of sources is refused as a whole."""
    problems = Problems()
    assert read_sources(node("[The Press]"), problems) == {}
    fix = "write them as 'id: {title: …, publisher: …}'"
    what = "1:4 wrong-type: 'sources' is not a mapping"
    assert refused(problems.check) == [f"{what} ({fix})"]
