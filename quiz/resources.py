"""Where decks/ and templates/ are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Find a shipped folder, `decks` or `templates`.

    Raises FileNotFoundError when the installation lacks it.
    """
    for home in (_PACKAGE / "_data", _PACKAGE.parent):
        if (home / name).is_dir():
            return home / name
    msg = f"the installation is broken: it has no {name}/ folder; reinstall civics-quiz"
    raise FileNotFoundError(msg)
