"""Our own column of the comparison with peers, measured again."""

import compare
import contenders
import measures
import pytest


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """What a learner has who took our two releases."""
    return measures.measure(contenders.OURS, tmp_path_factory.mktemp("peers") / "ours")


@pytest.fixture(scope="module")
def shown():
    """The columns of the table in the README of this folder."""
    _, inside, _ = compare.measured(compare.README.read_text("utf-8"))
    return compare.columns_of(inside)


def test_a_learner_of_ours_loses_nothing_unsaid(ours):
    """Only what the project's README says: a correction replaces, and an end waits for the learner."""
    lost = {
        label: ours[label]
        for label, best in measures.ROWS.items()
        if ours[label] != best
    }
    assert lost == {
        "The learner's own words, in an answer that was corrected": "replaced",
        "A retired fact is asked until the learner acts": "yes",
    }


def test_the_readme_shows_our_column_as_it_is_measured(ours, shown):
    """Every row, with its value; if this fails, run compare.py with --write."""
    assert shown["civics-quiz"] == ours


def test_a_table_reads_back_as_it_was_written(shown):
    """Each contender keeps its column, and what is lost is bold."""
    assert len(shown) == 4
    text = compare.table(shown)
    assert compare.columns_of(text) == shown
    assert text in compare.README.read_text("utf-8")
