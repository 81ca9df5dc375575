"""The ledger remembers what was released, when it changed, and how it ended."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.ledger import (
    Content,
    Entry,
    Ledger,
    base,
    behind,
    brought_up,
    parse,
    retyped,
    show,
    vanished,
)

ONE, TWO, THREE = (
    dt.datetime(2026, 11, day, 8, 30, tzinfo=dt.UTC) for day in (1, 2, 3)
)
IDS = st.from_regex(r"[a-z]{1,3}/[a-z]{1,3}/[a-z]{1,3}", fullmatch=True)
DIGESTS = st.from_regex(r"[0-9a-f]{4}", fullmatch=True)
SECONDS = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 1, 1)).map(  # noqa: DTZ001
    lambda when: when.replace(microsecond=0, tzinfo=dt.UTC)
)
CONTENTS = st.builds(
    Content,
    DIGESTS,
    st.none() | st.dates(dt.date(2000, 1, 1)),
    st.sampled_from(["open", "cloze"]),
)
ENTRIES = st.builds(Entry, CONTENTS, SECONDS) | st.builds(
    Entry,
    CONTENTS,
    SECONDS,
    st.dates(dt.date(2000, 1, 1)),
    st.sampled_from(["old", "too easy"]),
)
LEDGERS = st.builds(
    Ledger, st.dictionaries(IDS, ENTRIES), st.dictionaries(IDS, st.just("Civics::A"))
)


def build(*contents, retired=None):
    """Give the ledger after builds of these contents, on November 1, 2 and 3."""
    ledger = Ledger()
    for content, now in zip(contents, (ONE, TWO, THREE), strict=False):
        said = {name: Content(digest) for name, digest in content.items()}
        ledger = brought_up(
            ledger, said, retired or {}, {"d": f"Civics::{now.day}"}, now
        )
    return ledger


@given(LEDGERS)
def test_a_ledger_reads_back_as_written(ledger):
    """Text and value are one, whatever was released."""
    assert ledger == parse(show(ledger), "ledger.tsv")


def test_lines_are_sorted_so_that_two_branches_rarely_meet():
    """The text does not depend on the order in which decks were read."""
    back = Ledger(dict(reversed(build({"b": "1", "a": "2"}).entries.items())))
    lines = show(back).splitlines()[2:]
    assert sorted(lines) == lines


@pytest.mark.parametrize(
    ("contents", "changed"),
    [
        ([{"a": "1"}, {"a": "1"}], ONE),
        ([{"a": "1"}, {"a": "2"}], TWO),
        ([{"a": "1"}, {"a": "2"}, {"a": "2"}], TWO),
        ([{"a": "1"}, {"a": "2"}, {"a": "1"}], THREE),
        ([{"a": "1"}, {}, {"a": "1"}], ONE),
    ],
    ids=["unchanged", "changed", "once", "reverted", "back"],
)
def test_an_item_changed_when_its_content_did(contents, changed):
    """A build without a change keeps the time; a revert is a change as well."""
    assert changed == build(*contents).entries["a"].changed


def test_a_deck_keeps_the_name_it_was_released_under():
    """Learners' decks are known by name, so a new title does not split them."""
    assert build({}, {}, {}).decks == {"d": "Civics::1"}


def test_a_retired_item_has_its_day_and_reason_until_it_comes_back():
    """An end is written down; a fact that is taken up again is new content."""
    ended = {"a": (dt.date(2026, 11, 2), "too easy")}
    ledger = build({"a": "1"}, {}, retired=ended)
    assert (
        Entry(Content("1"), ONE, dt.date(2026, 11, 2), "too easy")
        == ledger.entries["a"]
    )
    assert frozenset() == ledger.released
    again = brought_up(ledger, {"a": Content("1")}, {}, {}, THREE)
    assert Entry(Content("1"), THREE) == again.entries["a"]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        # Shown "as of" a day since it lapsed: a later confirmation takes that away.
        ("2026-11-01", "2027-05-01", True),
        # Confirmed in time: nothing that a learner sees has changed.
        ("2026-11-02", "2027-05-01", False),
        ("2026-11-01", "2026-11-01", False),
        (None, "2027-05-01", False),
        # A rule that makes it old now shows the day.
        ("2027-05-01", "2026-11-01", True),
        (None, "2026-11-01", True),
    ],
)
def test_a_confirmation_changes_what_had_lapsed(old, new, changed):
    """An item confirmed anew is an update only if it had been shown as old."""
    before, after = (
        Content("1", day and dt.date.fromisoformat(day)) for day in (old, new)
    )
    first = brought_up(Ledger(), {"a": before}, {}, {}, ONE)
    second = brought_up(first, {"a": after}, {}, {}, TWO).entries["a"]
    assert (after, TWO if changed else ONE) == (second.content, second.changed)


def test_a_clock_that_is_behind_does_not_turn_back_the_time():
    """A correction made on another machine is newer than what it corrects."""
    first = brought_up(Ledger(), {"a": Content("1")}, {}, {}, TWO)
    second = brought_up(first, {"a": Content("2")}, {}, {}, ONE)
    assert TWO + dt.timedelta(seconds=1) == second.entries["a"].changed


def test_an_item_keeps_the_type_it_was_released_with():
    """So that a change of type is told at every check, until the item has another id."""
    now = {"a": Content("1", type="cloze"), "b": Content("1")}
    ledger = brought_up(build({"a": "1", "b": "1"}), now, {}, {}, TWO)
    assert ledger.entries["a"] == Entry(Content("1"), ONE)
    assert retyped(ledger, now) == ("a",)
    assert behind(ledger, now) == ()


def test_two_decks_of_one_title_are_two_decks():
    """Anki knows a deck by its name, so a name that is taken gets the deck's id."""
    names = {"d": "Civics::A", "e": "Civics::A"}
    ledger = brought_up(Ledger(), {}, {}, names, ONE)
    assert ledger.decks == {"d": "Civics::A", "e": "Civics::A (e)"}
    assert ledger == brought_up(ledger, {}, {}, names, TWO)


def test_what_is_new_or_other_than_released_is_behind():
    """A check tells which items the next build would change."""
    ledger = build({"a": "1", "b": "1"})
    now = {name: Content(digest) for name, digest in zip("abc", "121", strict=True)}
    assert behind(ledger, now) == ("b", "c")


def test_what_is_gone_without_a_word_has_vanished():
    """An item that is neither there nor retired is missed."""
    ledger = build(dict.fromkeys(["a", "a#choice", "b", "c", "c#choice"], "1"))
    assert vanished(ledger, ["a"], ["b"]) == ("c", "c#choice")
    assert [base(name) for name in ("c", "c#choice")] == ["c", "c"]


def test_a_merge_conflict_is_resolved_by_the_later_line():
    """Both sides are read; of two times for one item the later one counts."""
    sides = [
        "<<<<<<< HEAD",
        "item\ta/b/c\topen\t1\t2026-11-01T08:30:00Z\t-",
        "=======",
        "item\ta/b/c\topen\t2\t2026-11-02T08:30:00Z\t2026-12-01",
        ">>>>>>> other branch",
    ]
    entry = Entry(Content("2", dt.date(2026, 12, 1)), TWO)
    assert {"a/b/c": entry} == parse("\n".join(sides), "ledger.tsv").entries


@pytest.mark.parametrize(
    "line",
    [
        "item\ta",
        "item\ta/b\topen\t1\t2026-11-01T08:30:00Z\t-",
        "item\ta/b/c\topen\t1\tyesterday\t-",
        "item\ta/b/c\topen\t1\t2026-11-01T08:30:00Z",
        "item\ta/b/c\topen\t1\t2026-11-01T08:30:00Z\tlater",
        "item\ta/b/c\topen\t1\t2026-11-01T08:30:00Z\t-\tsoon\tx",
        "a",
        "deck\ta",
    ],
)
def test_a_line_that_is_none_is_said_with_its_place(line):
    """Nothing is guessed: the line is named, and how to mend it."""
    with pytest.raises(QuizError) as caught:
        parse(f"# head\n{line}\n", "ledger.tsv")
    (problem,) = caught.value.problems
    assert (str(problem.location), problem.code) == ("ledger.tsv:2:1", "bad-ledger")


def test_another_file_of_its_name_is_said_to_be_none():
    """Once, and not for each of its lines."""
    with pytest.raises(QuizError) as caught:
        parse("2026-01-01 * Groceries\n" * 50, "ledger.tsv")
    (problem,) = caught.value.problems
    assert str(problem) == "ledger.tsv: error[bad-ledger]: this file is no ledger"
