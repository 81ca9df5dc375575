"""The house stands as its plan says: small rooms, each with its tests."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = [path.relative_to(ROOT / "quiz") for path in (ROOT / "quiz").rglob("*.py")]


def test_every_module_has_its_test_file():
    """`quiz/a/b.py` is tested in `tests/a/test_b.py`, a package in its folder or one file."""
    missing = []
    for room in ROOMS:
        folder = ROOT / "tests" / room.parent
        names = [folder / f"test_{room.stem.strip('_')}.py"]
        if room.name == "__init__.py":
            names.append(folder.with_name(f"test_{folder.name}.py"))
        if not any(name.exists() for name in names):
            missing.append(str(room))
    assert missing == []


def test_no_file_is_long():
    """Near 100 lines, and none over 300."""
    files = [ROOT / "quiz" / room for room in ROOMS] + [*(ROOT / "tests").rglob("*.py")]
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files}
    assert [path for path, length in lengths.items() if length > 300] == []


def test_contributors_see_the_order_that_is_held():
    """The plan in CONTRIBUTING.md is the contract in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = [
        contract["layers"]
        for contract in contracts
        if contract.get("containers") == ["quiz"]
    ]
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (plan,) = re.findall(r"## The house\n\n```\n(.*?)```", text, re.DOTALL)
    assert re.split(r"\s+>\s+", plan.strip()) == layers
