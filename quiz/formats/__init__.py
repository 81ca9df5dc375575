"""Export formats, one a file: the folder is the registry.

A format is a module here that has `FORMAT`, a `Format`. Its file's name is what `--to` says.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.model import Form


@dataclass(frozen=True, slots=True)
class Format:
    """How to write a form: what it is for, its file's suffix, and the bytes.

    `text` says it can go to a terminal, `joins` that forms one after another are one file;
    `bundle` writes several as one file where that takes more.
    """

    about: str
    suffix: str
    render: Callable[[Form], bytes]
    text: bool = True
    joins: bool = False
    bundle: Callable[[Sequence[Form]], bytes] | None = None


def available() -> tuple[str, ...]:
    """Name every format, sorted; none is imported."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def named(name: str) -> Format:
    """Import a format by name; KeyError if there is none."""
    if name not in available():
        raise KeyError(name)
    found = import_module(f"{__name__}.{name}").FORMAT
    assert isinstance(found, Format)  # noqa: S101 - the contract of this folder
    return found
