"""Every file of the folder is a rule, and all of them are applied."""

import datetime as dt
import pkgutil
from dataclasses import replace
from pathlib import Path

from quiz import lint
from quiz.decks import Record
from quiz.errors import Location, Problem
from quiz.ledger import Content, Entry, Ledger


def test_every_rule_is_applied(desk):
    """A deck with a fault for each rule has the findings of all, in the order of their files."""
    told = (
        "deck: d\ntitle: T\nupdated: 2030-01-01\nsources: {s: {publisher: P}}\nfacts:\n"
    )
    told += "- {id: a, kind: qa, ask: Is the Senate it?, answer: Senate, source: s}\n"
    told += "- {id: b, kind: qa, ask: Is the Senate it?, answer: Senate, source: s}\n"
    told += "- {id: c, kind: qa, ask: {es: Q}, answer: A, source: s}\n"
    told += "- {id: e, kind: office, holder: A, office: B, from: 2020, source: s}\n"
    other = "deck: o\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
    other += "- {id: a, kind: qa, ask: Is the Senate it?, answer: House, source: s}\n"
    table = desk(told, other)
    record = Record(Path("ledger.tsv"), "ledger.tsv", own=True)
    table.library.files["d"] = replace(table.library.files["d"], record=record)
    gone = {"d/gone/ask": Entry(Content("0"), dt.datetime(2026, 1, 1, tzinfo=dt.UTC))}
    books = replace(table.books, ledgers={record: Ledger(gone)})
    found = list(lint.check(replace(table, books=books)))
    rules = {path.stem for path in Path(lint.__file__).parent.glob("[!_]*.py")}
    codes = {
        "future-date": "future",
        "leak": "leak",
        "unlisted-name": "near_name",
        "not-asked": "not_asked",
        "other-answer": "other_answer",
        "vanished": "released",
        "unchecked": "stale",
        "twin": "twin",
    }
    assert set(codes.values()) == rules
    assert list(codes) == list(dict.fromkeys(problem.code for problem in found))
    assert {"finding"} == {problem.severity for problem in found}


def test_a_finding_is_no_error():
    """A finding is a problem that is worth a look only."""
    at = Location("f", 1)
    assert Problem(at, "c", "w", "f", "finding") == lint.finding(at, "c", "w", "f")


def test_the_folder_is_the_registry(monkeypatch):
    """Every module in it is a rule that is applied, in the order of their names."""
    seen = []
    names = [module.name for module in pkgutil.iter_modules(lint.__path__)]
    for name in names:
        rule = lint.import_module(f"quiz.lint.{name}")
        monkeypatch.setattr(rule, "look", lambda _, name=name: seen.append(name) or [])
    assert list(lint.check(None)) == []
    assert seen == sorted(names)
