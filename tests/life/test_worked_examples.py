"""How to split and merge facts, as CONTRIBUTING shows it, keeps what a learner has."""

import re
from pathlib import Path

import pytest

TEXT = Path(__file__).parents[2].joinpath("CONTRIBUTING.md").read_text("utf-8")
HEAD = "deck: d\ntitle: D\nsources: {s: {publisher: P}}\nfacts:\n"


def example(title):
    """Give the facts before and after, as the page has them."""
    block = re.search(rf"\*\*{title}\.\*\*.*?```yaml\n(.*?)```", TEXT, re.DOTALL)[1]
    _, before, after = re.split(r"# (?:before|after)\n", block)
    return HEAD + before, HEAD + after


@pytest.mark.parametrize(
    ("title", "old", "new", "gone"),
    [
        ("Split a fact", {"d/houses/ask": "upper-house"}, ["d/lower-house/ask"], []),
        (
            "Merge facts",
            {"d/senate-term/ask": "terms"},
            [],
            ["d/house-term/ask"],
        ),
    ],
)
def test_cards_go_on_under_another_fact(
    title, old, new, gone, learners, curator, long_ago, just_now
):
    """The old id's card asks what the new fact says, with its schedule; the rest is new or ended."""
    before, after = example(title)
    learner = learners()
    learner.take(curator({"d": before}, long_ago) / "d.apkg")
    for _ in range(3):
        learner.study("Civics::D", 4)
        learner.sleep()
    cards, reviews = learner.schedules()
    texts = {ident: learner.note(ident)["Question"] for ident in (*old, *gone)}
    package = curator({"d": after}, just_now()) / "d.apkg"
    assert len(new) == learner.take(package).new
    now, log = learner.schedules()
    assert reviews == log
    assert cards == {ident: now[ident] for ident in cards}
    for ident, fact in old.items():
        assert learner.note(ident)["Question"] != texts[ident]
        assert f"id: {fact}" in after
    for ident in new:
        assert len(learner.cards(ident)) == 1
    for ident in gone:
        assert learner.note(ident)["Question"] == texts[ident]
    fresh = learners()
    fresh.take(package)
    found = {fresh.anki.get_note(n)["Id"] for n in fresh.anki.find_notes("")}
    assert len(old) + len(new) == len(found)
    assert learner.is_sound()
