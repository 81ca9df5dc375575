"""Problems have places, are told once, in order, and offer a fix."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from quiz.errors import (
    COMMAND,
    Location,
    Problem,
    Problems,
    QuizError,
    choose,
    did_you_mean,
    in_order,
)

LINE = "    awnser: the Senate"
SENATE = Location("decks/us/senate.yaml", 14, 5, 6, LINE)
PROBLEM = Problem(
    SENATE,
    "unknown-field",
    "kind 'office' has no field 'awnser'",
    "rename it to 'answer'",
)
PLACES = st.builds(
    Location, st.sampled_from("ab"), st.integers(1, 3), st.integers(1, 3)
)
PROBLEMS = st.lists(
    st.builds(
        Problem,
        PLACES,
        st.sampled_from(["c", "d"]),
        st.sampled_from("xy"),
        st.sampled_from("fg"),
    )
)
WORDS = st.text("abcd", max_size=6)
LINES = st.text("abcd ", min_size=1, max_size=400).filter(str.strip)


@pytest.mark.parametrize(
    ("location", "written"),
    [
        (SENATE, "decks/us/senate.yaml:14:5"),
        (Location("senate.yaml"), "senate.yaml:1:1"),
        (Location("senate.yaml", line=0), "senate.yaml"),
        (COMMAND, "command line"),
    ],
)
def test_a_place_is_written_so_that_editors_can_open_it(location, written):
    """A place is its file, line and column with colons between; a whole has only its name."""
    assert written == str(location)


def test_a_place_is_one_character_at_the_start_unless_it_says_more():
    """A place of which only the file is known is its first character, and stays so."""
    place = Location("f")
    assert Location("f", 1, 1, 1, "") == place
    with pytest.raises(FrozenInstanceError):
        place.line = 2


def test_places_are_in_reading_order():
    """Places sort by file, then line, then column, as numbers."""
    places = [Location("a", 2, 1), Location("a", 10, 1), Location("a", 10, 2)]
    assert [*places, Location("b")] == sorted([Location("b"), *places[::-1]])


@pytest.mark.parametrize(
    ("location", "excerpt"),
    [
        (SENATE, f"   14 | {LINE}\n      |     ^^^^^^\n"),
        (Location("f", 1, 1), ""),
        (Location("f", 1, 1, 1, " \t "), ""),
        (Location("f", 3, 2, 1, "\tx"), "    3 |  x\n      |  ^\n"),
        (Location("f", 1, 2, 99, "abc  "), "    1 | abc\n      |  ^^\n"),
        (Location("f", 1, 9, 4, "abc"), "    1 | abc\n      |         ^\n"),
        (Location("f", 1, 1, 0, "abc"), "    1 | abc\n      | ^\n"),
        (Location("f", 123456, 1, 1, "a"), "123456 | a\n      | ^\n"),
        (
            Location("f", 1, 2, 9, "a" * 101),
            f"    1 | {'a' * 100}…\n      |  {'^' * 9}\n",
        ),
        (
            Location("f", 1, 101, 9, "a" * 101),
            f"    1 | …{'a' * 100}\n      | {' ' * 100}^\n",
        ),
        (
            Location("f", 1, 101, 99, "a" * 300),
            f"    1 | …{'a' * 100}…\n      | {' ' * 34}{'^' * 68}\n",
        ),
    ],
)
def test_an_excerpt_points_at_the_place(location, excerpt):
    """Carets stand under what is meant and nowhere past the line; unknown text shows nothing."""
    assert excerpt == location.excerpt()


@given(LINES, st.integers(1, 400), st.integers(1, 400))
def test_an_excerpt_is_short_and_keeps_its_place(line, column, width):
    """However long a line is, about 100 characters are shown, and the caret is under the place."""
    column = min(column, len(line.rstrip()))
    shown, carets, _ = Location("f", 1, column, width, line).excerpt().split("\n")
    prefix = len("    1 | ")
    assert len(shown) <= prefix + 102
    assert len(carets) <= len(shown)
    assert line[column - 1] == shown[carets.index("^")]
    assert shown[prefix:].strip("…") in line


def test_a_report_has_headline_excerpt_and_fix():
    """A problem is printed as the design shows it."""
    expected = """\
decks/us/senate.yaml:14:5: error[unknown-field]: kind 'office' has no field 'awnser'
   14 |     awnser: the Senate
      |     ^^^^^^
  fix: rename it to 'answer'
"""
    assert expected == PROBLEM.report()


def test_a_finding_says_that_it_is_one():
    """The severity of a problem stands in its headline."""
    found = Problem(Location("f"), "leak", "it is told", "reword it", "finding")
    assert str(found) == "f:1:1: finding[leak]: it is told"


def test_an_error_tells_each_problem_once_in_order():
    """An error prints its problems by place, each a single time."""
    first = Problem(Location("a", 1), "c", "one", "fix it")
    last = Problem(Location("a", 2), "c", "two", "fix it")
    error = QuizError(last, first, last)
    assert (first, last) == error.problems
    assert f"{first.report()}\n{last.report()}" == str(error)


@given(PROBLEMS)
def test_problems_are_sorted_and_unique(problems):
    """Put in order, problems are the same ones, each once, sorted by place."""
    ordered = in_order(problems)
    assert set(problems) == set(ordered)
    assert len(set(problems)) == len(ordered)
    places = [problem.location for problem in ordered]
    assert sorted(places) == places
    assert ordered == in_order(ordered)


def test_an_attempt_gives_the_result_of_the_call():
    """A call without problems gives its result and notes nothing."""
    problems = Problems()
    assert problems.attempt(int, "1010", base=2) == 10
    assert problems == []
    problems.check()


def test_attempts_gather_every_problem():
    """Problems raised and noted are kept, and raised together in order."""

    def fail():
        raise QuizError(PROBLEM)

    problems = Problems()
    assert problems.attempt(fail) is None
    problems.add(Location("a"), "c", "w", "f")
    noted = Problem(Location("a"), "c", "w", "f", "error")
    assert [PROBLEM, noted] == problems
    with pytest.raises(QuizError) as caught:
        problems.check()
    assert (noted, PROBLEM) == caught.value.problems


def test_an_attempt_lets_other_errors_through():
    """An error that is not a problem of the user's is not swallowed."""
    with pytest.raises(ValueError, match="invalid literal"):
        Problems().attempt(int, "x")


@pytest.mark.parametrize(
    ("word", "known", "likely"),
    [
        ("awnser", ["answer", "ask"], "answer"),
        ("meting", ["members", "meeting"], "meeting"),
        ("elevnth", ["eleventh", "seventh"], "eleventh"),
        ("ab", ["ac", "bb"], "ac"),
        ("house", ["senate"], None),
        ("fact", ["deck"], None),
        ("word", [], None),
    ],
)
def test_a_slip_is_recognised(word, known, likely):
    """A slip of few letters leads to the known word, anything else to none."""
    assert likely == did_you_mean(word, known)


@given(WORDS, st.lists(WORDS))
def test_only_near_known_words_are_suggested(word, known):
    """A suggestion is a known word, the nearest, with at most a third of the letters changed."""
    likely = did_you_mean(word, known)
    gaps = [DamerauLevenshtein.distance(word, other) for other in known]
    near = min(gaps, default=99) <= max(1, len(word) // 3)
    assert near == (likely is not None)
    if likely is not None:
        assert likely in known
        assert min(gaps) == DamerauLevenshtein.distance(word, likely)


@pytest.mark.parametrize(
    ("word", "known", "fix"),
    [
        ("awnser", {"ask", "answer"}, "did you mean 'answer'?"),
        ("x-ray", ("b", "a"), "use one of: a, b"),
        ("word", (), "there is none to use"),
    ],
)
def test_the_fix_for_an_unknown_word_is_the_likely_one_or_all(word, known, fix):
    """The fix names the likely word, else every known one in order."""
    assert fix == choose(word, known)
