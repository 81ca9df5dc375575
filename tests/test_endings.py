"""A fact or a question ends on a day, for a reason, and may send to what takes its place."""

import datetime as dt

import pytest

from quiz import api

DAY = dt.date(2026, 11, 24)
HEAD = "deck: rivers\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
PO = (
    "- {id: po, kind: river, name: Po, ends: Adriatic Sea, starts: Alps, source: s%s}\n"
)
ELBE = "- {id: elbe, kind: river, name: Elbe, ends: North Sea, source: s}\n"
KIND = """\
kind: river
about: A river.
fields: {name: {type: place}, ends: {type: place}, starts: {type: place, optional: true}}
questions:
  mouth: {stem: "Where does the {{ name }} end?", answer: ends}
  spring: {stem: "Where does the {{ name }} start?", answer: starts%s}
"""


@pytest.fixture
def asked(tmp_path):
    """A function that gives the items of two rivers on a day, without their deck."""

    def made(fact="", question="", day="2026-11-24"):
        (tmp_path / "kinds").mkdir(exist_ok=True)
        (tmp_path / "kinds/river.yaml").write_text(KIND % question, "utf-8")
        (tmp_path / "rivers.yaml").write_text(HEAD + PO % fact + ELBE, "utf-8")
        found = api.load("rivers.yaml", cwd=tmp_path)
        items = api.items(found, as_of=dt.date.fromisoformat(day))
        return [item.id.removeprefix("rivers/") for item in items]

    return made


END = ", retired: {on: 2026-11-24, why: It dried up.%s}"


@pytest.mark.parametrize(
    ("fact", "question", "left"),
    [
        ("", "", ["po/mouth", "po/spring", "elbe/mouth"]),
        (END % "", "", ["elbe/mouth"]),
        (END % " ,instead: elbe", "", ["elbe/mouth"]),
        (END % " ,questions: [spring]", "", ["po/mouth", "elbe/mouth"]),
        (END % " ,questions: [spring, mouth]", "", ["elbe/mouth"]),
        ("", END % "", ["po/mouth", "elbe/mouth"]),
    ],
)
def test_what_is_retired_is_asked_until_its_day(fact, question, left, asked):
    """A fact, some of its questions, or a kind's question of every fact."""
    assert left == asked(fact, question)
    before = asked(fact, question, "2026-11-23")
    assert before == ["po/mouth", "po/spring", "elbe/mouth"]


def test_what_replaces_it_may_be_of_another_deck(tmp_path):
    """It is named as choices name it, also by a former id."""
    other = "deck: seas\ntitle: S\nsources: {s: {publisher: P}}\nfacts:\n"
    other += "- {id: new, formerly: [old], kind: qa, ask: Q?, answer: A, source: s}\n"
    (tmp_path / "seas.yaml").write_text(other, "utf-8")
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds/river.yaml").write_text(KIND % "", "utf-8")
    end = END % ", instead: seas/old"
    (tmp_path / "rivers.yaml").write_text(HEAD + PO % end + ELBE, "utf-8")
    found = api.load("rivers.yaml", "seas.yaml", cwd=tmp_path)
    retired = found.library.facts["rivers/po"].retired
    assert (retired.instead, retired.why) == ("seas/old", "It dried up.")


@pytest.mark.parametrize("key", ["questions: [mouth]", "instead: elbe"])
def test_a_kinds_question_ends_for_every_fact(key, tmp_path):
    """The end of a question is its own: only a fact can end in part, or for another."""
    (tmp_path / "kinds").mkdir()
    question = END % f", {key}"
    (tmp_path / "kinds/river.yaml").write_text(KIND % question, "utf-8")
    (tmp_path / "rivers.yaml").write_text(HEAD + ELBE, "utf-8")
    with pytest.raises(api.QuizError, match="is no key of a retirement"):
        api.load("rivers.yaml", cwd=tmp_path)
