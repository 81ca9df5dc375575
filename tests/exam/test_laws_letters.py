"""Over a thousand forms, which letter is right is left to chance alone."""

from collections import Counter
from itertools import pairwise

import pytest


def free(task):
    """Tell whether the right one of four options can stand at any of their places.

    Where options are in order, that needs three more on either side. Measured in the shipped
    decks: of 94 questions whose options are in order, 8 lack them, such as that of the 1st
    Amendment, which no other comes before. Their letters tell something, but of nothing else.
    """
    if task.type != "mc" or len(task.options) != 4:
        return False
    if not task.ordered:
        return True
    (row,) = task.rows
    start = next(
        a.span for a in row.item.key.answers if a.text == task.options[row.right]
    )
    below = [each.span < start for each in (*row.item.distractors, *row.item.beside)]
    return min(below.count(True), below.count(False)) >= 3


@pytest.fixture(scope="module")
def letters(forms):
    """The right options of each version, in its order, as (item, place, ordered)."""
    return [
        [
            [
                (task.rows[0].item.id, task.rows[0].right, task.ordered)
                for task in tasks
                if free(task)
            ]
            for tasks in form.papers
        ]
        for form in forms
    ]


def squared(counts, sizes):
    """Give Pearson's chi-square of counts that are to be equal in each of so many cells."""
    total = sum(counts.values())
    return (
        sum((counts[cell] - total / sizes) ** 2 for cell in cells(sizes))
        * sizes
        / total
    )


def cells(size):
    """Name four letters, or pairs of them."""
    return range(4) if size == 4 else [(a, b) for a in range(4) for b in range(4)]


# What chi-square is below in 999 of 1,000 cases, with 3 and 15 degrees of freedom. Seeds are
# fixed, so that a law which holds today holds tomorrow.
BOUND = {4: 16.27, 16: 37.70}


@pytest.mark.parametrize("ordered", [False, True])
def test_each_letter_is_right_as_often(ordered, letters):
    """Over all versions, whose chances are their own, whether options stand in order or not."""
    found = [
        place
        for form in letters
        for version in form
        for _, place, kind in version
        if kind == ordered
    ]
    assert len(found) > 500
    assert squared(Counter(found), 4) < BOUND[4]


def test_a_letter_tells_nothing_of_the_next(letters):
    """Nor of the same question's in another version: all pairs of letters come as often."""
    after = Counter(
        (one[1], other[1])
        for form in letters
        for version in form
        for one, other in pairwise(version)
    )
    across = Counter(
        (place, {each[0]: each[1] for each in other}[name])
        for form in letters
        for one, other in pairwise(form)
        for name, place, _ in one
    )
    assert min(after.total(), across.total()) > 1000
    assert squared(after, 16) < BOUND[16]
    assert squared(across, 16) < BOUND[16]


def test_letters_are_not_balanced_within_a_paper(letters):
    """They vary from paper to paper as chance has it: whoever counts them gains nothing.

    The chi-square of a paper's own letters is 3 on average if they are drawn, less if they are
    kept balanced, more if one is favoured. Its variance is 6 at most.
    """
    papers = [version for form in letters for version in form if len(version) >= 5]
    values = [squared(Counter(place for _, place, _ in each), 4) for each in papers]
    assert len(values) > 100
    assert abs(sum(values) / len(values) - 3) < 3.3 * (6 / len(values)) ** 0.5
