"""The wheel, built from the source distribution, does what the checkout does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The installed copy is not the code whose coverage is measured.
QUIET = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}


def test_a_wheel_from_the_sdist_builds_the_same_bytes(tmp_path):
    """Installed elsewhere and run from another folder, every shipped deck comes out the same."""
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--quiet", "install", "--no-deps", "--target"]
    subprocess.run([*pip, str(place), str(wheel)], check=True, capture_output=True)
    built = []
    for name, path in (("installed", place), ("checkout", ROOT)):
        away = tmp_path / f"from {name}"
        away.mkdir()
        environment = {**QUIET, "PYTHONPATH": str(path)}
        build = [sys.executable, "-m", "quiz", "build", "--as-of", "2026-11-24"]
        subprocess.run(
            build, check=True, capture_output=True, cwd=away, env=environment
        )
        files = sorted((away / "dist").iterdir())
        built.append({file.name: file.read_bytes() for file in files})
    assert built[0] == built[1]
    assert {"news-biden-xi-bali.apkg", "us-amendments.html"} <= built[0].keys()
    code = "import quiz; print(quiz.__file__)"
    environment = {**QUIET, "PYTHONPATH": str(place)}
    where = subprocess.check_output(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, text=True
    )
    assert Path(where.strip()).is_relative_to(place)


@pytest.mark.parametrize("arguments", [["list"], ["check", "decks/us/amendments.yaml"]])
def test_an_installed_program_works_in_a_checkout(arguments, tmp_path):
    """Where a checkout's kinds, names and decks meet the shipped ones, the nearer count."""
    place = tmp_path / "installed"
    shutil.copytree(ROOT / "quiz", place / "quiz")
    for name in ("decks", "templates"):
        shutil.copytree(ROOT / name, place / "quiz" / "_data" / name)
    there = tmp_path / "fork"
    for name in ("decks", "templates"):
        shutil.copytree(ROOT / name, there / name)
    kind = there / "templates" / "kinds" / "amendment.yaml"
    kind.write_text(
        kind.read_text("utf-8").replace("Which amendment", "What amendment")
    )
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "quiz", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=there,
        env={**QUIET, "PYTHONPATH": str(place)},
    )
    assert (0, "error" in ran.stderr) == (ran.returncode, False), ran.stderr
    assert ("What amendment" in ran.stdout) == (arguments == ["list"])
