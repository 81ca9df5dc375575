"""What the README and CONTRIBUTING tell their readers is so."""

import datetime as dt
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from quiz import api
from quiz.reader import parse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """What the reader is told to type, without the comment behind it."""
    typed = re.findall(r"^\$ (.+)$", "".join(blocks(text, "console")), re.MULTILINE)
    return [shlex.join(shlex.split(line, comments=True)) for line in typed]


def test_the_commands_work_as_written(tmp_path):
    """One after the other, anywhere, with the shipped decks."""
    typed = [line for line in commands(README) if line.startswith("quiz ")]
    assert len(typed) > 4
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment["CIVICS_QUIZ_DATA"] = str(tmp_path / "profiles")
    for command in typed:
        words = [sys.executable, "-m", *command.split()]
        out = subprocess.check_output(words, cwd=tmp_path, env=environment)
        assert out or command == "quiz check"


def test_the_other_commands_are_targets_of_make():
    """The two commands the README opens with are the ones CI runs."""
    made = [line for line in commands(README) if not line.startswith("quiz ")]
    assert made == ["make decks", "make test"]
    ci = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert ci[-2:] == made
    for line in made:
        assert f"\n{line.removeprefix('make ')}: " in (ROOT / "Makefile").read_text()


def test_the_python_example_runs(tmp_path):
    """It prints a line for each item."""
    (code,) = blocks(README, "python")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    out = subprocess.check_output(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, text=True
    )
    assert "Where and when did Biden and Xi meet? Bali, Indonesia" in out


def test_the_fact_it_opens_with_becomes_the_card_it_shows(tmp_path):
    """The fact is one of the shipped deck, the question and answer its item."""
    fact, _ = blocks(README, "yaml")
    head = "deck: opening\ntitle: T\nupdated: 2026-11-24\nsources:\n"
    head += "  announcement: {publisher: P, date: 2022-11-10}\nfacts:\n"
    (tmp_path / "opening.yaml").write_text(head + fact, "utf-8")
    ours = api.load("opening.yaml", cwd=tmp_path)
    shipped = api.load("news-biden-xi-bali", cwd=tmp_path)
    day = dt.date(2022, 11, 15)
    card = next(item for item in api.items(ours, as_of=day))
    stems = {item.stem: item.key for item in api.items(shipped, as_of=day)}
    text = "; ".join(part.text for part in card.key.answers)
    assert f"**{card.stem}** — {text}" in README
    assert stems[card.stem] == card.key


def test_the_table_counts_what_is_shipped(tmp_path):
    """Every deck is in it, with the facts and items it has today."""
    rows = re.findall(
        r"^\| `([\w-]+)` \| .* \| (\d+) \| (\d+) \|$", README, re.MULTILINE
    )
    told = {deck: (int(facts), int(items)) for deck, facts, items in rows}
    found = api.load(cwd=tmp_path)
    updated = max(deck.updated.first for deck in found.decks if deck.updated)
    held = {}
    for form in api.forms(found, as_of=updated):
        facts = {item.id.rsplit("/", 1)[0] for item in form.items}
        held[form.deck] = (len(facts), len(form.items))
    assert told == held


def test_the_deck_contributors_copy_is_one(tmp_path):
    """What CONTRIBUTING shows of a deck loads, with its row table and its choices."""
    deck, table, choice, *_, kind = blocks(CONTRIBUTING, "yaml")
    (tmp_path / "kinds").mkdir()
    text = kind.replace("kind: meeting", "kind: encounter")
    (tmp_path / "kinds" / "encounter.yaml").write_text(text, "utf-8")
    readout = "  readout: {publisher: The White House, date: 2022-11-14}\n"
    text = deck.replace("deck: news-biden-xi-bali", "deck: copied")
    text = text.replace("sources:\n", f"sources:\n{readout}").replace(
        "kind: meeting  ", "kind: encounter"
    )
    (tmp_path / "copied.yaml").write_text(text + choice, "utf-8")
    found = api.load("copied.yaml", cwd=tmp_path)
    first, *rest = api.items(found, as_of=dt.date(2026, 11, 24))
    assert first.stem == "Where and when did Biden and Xi meet?"
    assert len(rest) > 2
    parse(f"facts:\n{table}".encode(), "table.yaml")


def test_the_blueprint_it_shows_makes_a_paper(tmp_path, quiz):
    """Of the deck it is for."""
    _, blueprint = blocks(README, "yaml")
    (tmp_path / "plan.yaml").write_text(blueprint, "utf-8")
    words = ("print", "us-amendments", "--blueprint", "plan.yaml")
    assert "dist/amendments-A.html" in quiz(*words, cwd=tmp_path).stdout


def test_the_look_it_shows_is_on_papers_and_keys(tmp_path, quiz):
    """A logo and a style beside all that ours have; and a slip in it is told with its place."""
    (template,) = blocks(README, "jinja")
    school = tmp_path / "school"
    school.mkdir()
    (school / "paper.html").write_text(template, "utf-8")
    (school / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    words = ("print", "first-look", "--seed", "7", "--template", "school")
    ran = quiz(*words, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    for name in ("A", "A-key"):
        text = (tmp_path / "dist" / f"first-look-{name}.html").read_text("utf-8")
        assert 'alt="Lincoln Middle School"' in text
        assert "small-caps" in text
        assert "A first look</h1>" in text
    (school / "paper.html").write_text(template.replace("endblock", "endblok"), "utf-8")
    ran = quiz(*words, cwd=tmp_path)
    assert ran.returncode == 1
    assert ran.stderr.startswith("school/paper.html:2:1: error[")
