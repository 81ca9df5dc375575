from collections import Counter

import pytest

# What part of the verdicts agrees at least, and of the right responses is accepted.
BLIND = {
    "list.yaml": (0.96, 0.95),
    "civics.yaml": (0.95, 0.93),
    "learners.yaml": (0.95, 0.96),
    "course.yaml": (0.90, 0.88),
    "mixed.yaml": (0.86, 0.83),
    "unseen.yaml": (0.90, 0.91),
}


def _results(rows, judged):
    for row in rows:
        answers = [str(answer) for answer in row["answers"]]
        need = row.get("need", 1)
        given = judged(row["typed"], answers, row["type"], need, row["q"])
        yield row, given.result


def test_every_example_is_judged_as_a_fair_examiner_does(cases, judged):
    """The examples show each rule once."""
    amiss = [
        (row["typed"], row["verdict"], result)
        for row, result in _results(cases("examples.yaml"), judged)
        if result != row["verdict"]
    ]
    assert amiss == []


@pytest.mark.parametrize("name", BLIND)
def test_no_wrong_response_is_accepted(cases, judged, name):
    """Whatever is refused besides, nothing wrong is ever right."""
    amiss = [
        (row["typed"], row["why"])
        for row, result in _results(cases(name), judged)
        if row["verdict"] == "wrong" and result == "correct"
    ]
    assert amiss == []


@pytest.mark.parametrize("name", BLIND)
def test_most_verdicts_agree_with_those_of_examiners(cases, judged, name):
    """Responses that were judged without sight of the grader."""
    agreed, accepted = BLIND[name]
    counts = Counter(
        (row["verdict"], result) for row, result in _results(cases(name), judged)
    )
    same = sum(n for (theirs, ours), n in counts.items() if theirs == ours)
    right = sum(n for (theirs, _), n in counts.items() if theirs == "correct")
    assert same / counts.total() >= agreed
    assert counts["correct", "correct"] / right >= accepted


def test_few_cunning_responses_are_accepted(cases, judged):
    """Those who know every word of the grader deceive it ever less."""
    rows = list(_results(cases("cunning.yaml"), judged))
    taken = sum(result == "correct" for _, result in rows)
    assert taken <= 0.49 * len(rows)
