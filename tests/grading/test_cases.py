from collections import Counter
from functools import cache

import pytest

# What part of the verdicts agrees at least, and of the right responses is accepted.
BLIND = {
    "list.yaml": (0.96, 0.95),
    "civics.yaml": (0.95, 0.93),
    "learners.yaml": (0.95, 0.96),
    "course.yaml": (0.90, 0.88),
    "mixed.yaml": (0.86, 0.83),
    "unseen.yaml": (0.90, 0.91),
    "late.yaml": (0.92, 0.90),
}


@pytest.fixture(scope="module")
def results(cases, judged):
    """A function that judges the rows of a file, each once."""

    @cache
    def results(name):
        found = []
        for row in cases(name):
            answers = [str(answer) for answer in row["answers"]]
            need = row.get("need", 1)
            given = judged(row["typed"], answers, row["type"], need, row["q"])
            found.append((row, given.result))
        return found

    return results


def test_every_example_is_judged_as_a_fair_examiner_does(results):
    """The examples show each rule once."""
    amiss = [
        (row["typed"], row["verdict"], result)
        for row, result in results("examples.yaml")
        if result != row["verdict"]
    ]
    assert amiss == []


@pytest.mark.parametrize("name", BLIND)
def test_no_wrong_response_is_accepted(results, name):
    """Whatever is refused besides, nothing wrong is ever right."""
    amiss = [
        (row["typed"], row["why"])
        for row, result in results(name)
        if row["verdict"] == "wrong" and result == "correct"
    ]
    assert amiss == []


@pytest.mark.parametrize("name", BLIND)
def test_most_verdicts_agree_with_those_of_examiners(results, name):
    """Responses that were judged without sight of the grader."""
    agreed, accepted = BLIND[name]
    counts = Counter((row["verdict"], result) for row, result in results(name))
    same = sum(n for (theirs, ours), n in counts.items() if theirs == ours)
    right = sum(n for (theirs, _), n in counts.items() if theirs == "correct")
    assert same / counts.total() >= agreed
    assert counts["correct", "correct"] / right >= accepted


def test_few_cunning_responses_are_accepted(results):
    """Those who know every word of the grader deceive it ever less."""
    rows = results("cunning.yaml")
    taken = sum(result == "correct" for _, result in rows)
    assert taken <= 0.49 * len(rows)
