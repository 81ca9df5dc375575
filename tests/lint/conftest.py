import datetime as dt

import pytest

from quiz import api

HEAD = """\
deck: %s
title: T
updated: 2026-11-24
sources: {s: {publisher: P, date: 2020-01-01}}
facts:
"""


@pytest.fixture
def found(tmp_path):
    """Check decks, each given as its facts; give the findings of the first, a line each.

    A place is told as the number of the line among the facts.
    """

    def check(*facts, day="2026-11-24", today=None, names=None, head=""):
        if names:
            (tmp_path / "names.yaml").write_text(names, "utf-8")
        for number, text in enumerate(facts):
            path = tmp_path / f"deck{number}.yaml"
            path.write_text(HEAD % f"deck{number}" + text + head, "utf-8")
        paths = sorted(path.name for path in tmp_path.glob("deck*.yaml"))
        collection = api.load(*paths, cwd=tmp_path)
        problems = api.check(
            api.Collection(collection.library, collection.decks[:1]),
            as_of=dt.date.fromisoformat(day),
            today=dt.date.fromisoformat(today) if today else None,
        )
        assert {problem.severity for problem in problems} <= {"finding"}
        skip = HEAD.count("\n")
        return [
            f"{p.location.line - skip} {p.code}: {p.what} ({p.fix})" for p in problems
        ]

    return check
