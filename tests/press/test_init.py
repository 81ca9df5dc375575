"""The sample paper that the tests of this folder print has a task of every type."""

from quiz.papers import TYPES


def test_the_sample_is_whole(paper):
    """Every type is there once at least, and its numbers run on without a gap."""
    assert [section.type for section in paper.sections] == list(TYPES)
    numbers = [number for task in paper.tasks for number in task.numbers]
    assert numbers == list(range(1, len(numbers) + 1))
