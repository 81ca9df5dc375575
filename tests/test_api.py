"""The verbs, as a program calls them."""

import datetime as dt

import pytest

from quiz import api
from quiz.errors import QuizError

BEFORE, AFTER = dt.date(2022, 11, 10), dt.date(2022, 11, 15)


def one(tmp_path, name, text):
    """Write a deck of a single question."""
    head = f"deck: {name}\ntitle: T\nsources: {{s: {{publisher: P, date: 2022-11-12}}}}\nfacts:\n"
    (tmp_path / f"{name}.yaml").write_text(head + text, "utf-8")


def problems(call, *args, **kwargs):
    """What is wrong, a line each."""
    with pytest.raises(QuizError) as caught:
        call(*args, **kwargs)
    return [
        f"{p.location}: {p.code}: {p.what} ({p.fix})" for p in caught.value.problems
    ]


def test_decks_are_loaded_by_id_file_and_folder(tiny):
    """Each once, however often it is named."""
    cwd = tiny.parent
    found = api.load("first-look", "tiny.yaml", ".", "first-look", cwd=cwd)
    assert sorted(deck.id for deck in found.decks) == ["first-look", "tiny"]
    assert found.named
    assert not api.load(cwd=cwd).named


def test_a_deck_comes_from_bytes(tiny):
    """As `-` does on the command line."""
    found = api.load("-", cwd=tiny.parent, stdin=tiny.read_bytes())
    assert [deck.id for deck in found.decks] == ["tiny"]


def test_an_unknown_deck_is_said(tmp_path):
    """With the likely one."""
    (said,) = problems(api.load, "us-amendment", cwd=tmp_path)
    assert (
        "unknown-deck: there is no deck 'us-amendment' (did you mean 'us-amendments'?)"
        in said
    )


def test_items_follow_the_day(tiny):
    """The same fact, before and after."""
    found = api.load("tiny.yaml", cwd=tiny.parent)
    stems = [api.items(found, as_of=day)[0].stem for day in (BEFORE, AFTER)]
    assert stems == [
        f"Where and when {word} Biden and Xi meet?" for word in ("do", "did")
    ]


def test_a_named_deck_of_which_nothing_can_be_asked_is_a_problem(tmp_path):
    """One among all is left out."""
    one(
        tmp_path,
        "later",
        "  - {id: a, kind: meeting, who: [A, B], where: C, when: 2022-11-14, source: s}\n",
    )
    (tmp_path / "decks").mkdir()
    for name in ("later", "now"):
        one(
            tmp_path / "decks",
            name,
            "  - {id: a, kind: qa, ask: 'Who?', answer: Bob, source: s}\n",
        )
    (tmp_path / "later.yaml").rename(tmp_path / "decks" / "later.yaml")
    every = api.load(cwd=tmp_path)
    assert [form.deck for form in api.forms(every, as_of=BEFORE)] == ["now"]
    assert [form.deck for form in api.forms(every, as_of=AFTER)] == ["later", "now"]
    for verb in (api.items, api.forms):
        (said,) = problems(verb, api.load("later", cwd=tmp_path), as_of=BEFORE)
        assert "no-items: no item of deck 'later' can be asked on 2022-11-10" in said


def test_build_writes_every_form_in_every_format(tiny, tmp_path):
    """And gives the paths, calling back after each rendering."""
    found = api.load("tiny.yaml", "first-look", cwd=tiny.parent)
    forms = api.forms(found, as_of=AFTER)
    steps = []
    out = tmp_path / "new" / "folder"
    paths = api.build(forms, out, ("html", "json"), step=lambda: steps.append(1))
    names = ["tiny.html", "tiny.jsonl", "first-look.html", "first-look.jsonl"]
    assert [path.relative_to(out).as_posix() for path in paths] == names
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    assert len(steps) == 4


def test_nothing_is_written_for_a_format_that_is_none(tiny, tmp_path):
    """It is said before anything is rendered."""
    forms = api.forms(api.load("tiny.yaml", cwd=tiny.parent), as_of=AFTER)
    (said,) = problems(api.build, forms, tmp_path / "out", ("html", "htlm"))
    assert "unknown-format: there is no format 'htlm' (did you mean 'html'?)" in said
    assert not (tmp_path / "out").exists()


def test_check_finds_the_same_in_any_order(tiny):
    """Findings come by file and line."""
    text = tiny.read_text("utf-8").replace("Joe Biden", "Joe Bidden")
    tiny.write_text(text.replace("2026-11-24", "2062-11-24"), "utf-8")
    found = api.load("tiny.yaml", cwd=tiny.parent)
    lines = [problem.location.line for problem in api.check(found, as_of=AFTER)]
    assert lines == sorted(lines)
    assert len(lines) > 1


def test_check_knows_today_from_the_day_asked_about(tiny):
    """A deck updated since is no slip when an earlier day is asked about."""
    found = api.load("tiny.yaml", cwd=tiny.parent)
    today = dt.date(2026, 11, 24)
    codes = [p.code for p in api.check(found, as_of=AFTER, today=today)]
    assert "future-date" not in codes
    assert "future-date" in [p.code for p in api.check(found, as_of=AFTER)]
