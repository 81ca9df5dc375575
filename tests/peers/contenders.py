"""The contenders, each building a release the way its own documentation shows."""

import datetime as dt
import json
import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml
from content import DECK, MARK
from curator import Curator, restyled

BEFORE = dt.datetime(2022, 11, 10, 9, tzinfo=dt.UTC)  # the meeting is yet to come
# The meeting asks two of the facts, in the tense of the day; the others are written out.
HEAD = """\
deck: life
title: Life
sources: {s: {publisher: P, date: 2022-11-10}}
facts:
- {id: talk, kind: meeting, who: [Joe Biden, Xi Jinping], where: 'Bali, Indonesia', when: 2022-11-14, source: s}
"""
OF_THE_MEETING = {"when", "who"}


@dataclass(frozen=True)
class Contender:
    """A name for the table, the fields of question and answer, and how it builds a package.

    `at_work` takes a folder and gives a function that takes a release and gives its package.
    """

    name: str
    question: str
    answer: str
    at_work: Callable


def with_ours(folder):
    """Release with civics-quiz; its ledger lies beside the deck from release to release."""
    curator = Curator(folder / "curator")

    def build(release):
        deck = {"life": _deck(release)}
        if not release.restyled:
            return curator.release(deck, BEFORE) / "life.apkg"
        now = dt.datetime.now(dt.UTC)
        with restyled(folder / f"look {curator.count}", now.date()):
            return curator.release(deck, now) / "life.apkg"

    return build


def _deck(release):
    lines = [HEAD]
    for name, fact in release.facts.items():
        if name in OF_THE_MEETING:
            continue
        said = {"id": fact.id, "kind": "qa", "ask": fact.question}
        said |= {"answer": fact.answer, "source": "s"}
        if fact.formerly:
            said["formerly"] = [fact.formerly]
        if fact.retired:
            said["retired"] = {"on": "2022-12-01", "why": "It ended."}
        lines.append(f"- {json.dumps(said)}\n")
    return "".join(lines)


def with_yaml_tool(python):
    """Give how to release with anki-yaml-tool; every note has the optional `id`."""

    def at_work(folder):
        def build(release):
            deck, package = folder / "my_deck.yaml", _next(folder)
            deck.write_text(yaml.safe_dump(_yaml(release), sort_keys=False), "utf-8")
            words = ["-m", "anki_yaml_tool.cli", "build"]
            _run(folder, python, *words, "--file", deck, "--output", package)
            return package

        return build

    return at_work


def _yaml(release):
    sides = {"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}
    config = {
        "name": "Basic Model",
        "deck-name": DECK,
        "css": _css(release),
        "fields": ["Front", "Back"],
        "templates": [{"name": "Card 1", **sides}],
    }
    data = [
        {"front": fact.question, "back": fact.answer, "tags": ["basics"], "id": fact.id}
        for fact in release.asked().values()
    ]
    return {"config": config, "data": data}


def with_genanki(python, *, best=False):
    """Give how to release with genanki: as its README begins, or at its best.

    That is with the guid of one's own that the README proposes, and with the `timestamp` of
    `write_to_file`, which stays that of the release when the release is built again.
    """

    def at_work(folder):
        moments = {}

        def build(release):
            package = _next(folder)
            said = {
                "deck": DECK,
                "css": _css(release),
                "notes": [asdict(fact) for fact in release.asked().values()],
                "best": best,
                "timestamp": moments.setdefault(release.restyled, time.time() + 1.1),
            }
            program = Path(__file__).with_name("with_genanki.py")
            _run(folder, python, program, package, stdin=json.dumps(said))
            return package

        return build

    return at_work


def _css(release):
    look = f" /* {MARK} */" if release.restyled else ""
    return f".card {{ font-family: arial; font-size: 20px; }}{look}"


def _next(folder):
    """Name the next package."""
    return folder / f"release {len(list(folder.glob('*.apkg'))) + 1}.apkg"


def _run(folder, *words, stdin=""):
    """Run a peer's program in a folder, a second after all else; raise with what it says."""
    time.sleep(1.1)
    command = [str(word) for word in words]
    done = subprocess.run(
        command,
        input=stdin,
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command} failed:\n{done.stdout}{done.stderr}")


OURS = Contender("civics-quiz", "Question", "Answer", with_ours)


def peers(python):
    """Give the contenders that a Python interpreter has."""
    words = ("Question", "Answer")
    return (
        Contender("anki-yaml-tool", "Front", "Back", with_yaml_tool(python)),
        Contender("genanki", *words, with_genanki(python)),
        Contender("genanki, at its best", *words, with_genanki(python, best=True)),
    )
