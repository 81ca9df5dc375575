"""What reads releases: `quiz show` of a package."""

from __future__ import annotations

from pathlib import Path


def is_package(name: str) -> bool:
    """Tell whether what is to be shown is a package."""
    return name.endswith(".apkg")


def show_package(name: str) -> str:
    """Show a package read back."""
    from quiz import releases  # noqa: PLC0415 - packages are read when asked for
    from quiz.cli import packages  # noqa: PLC0415

    return packages.shown(releases.package(Path(name), name), name)
