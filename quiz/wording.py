"""What pages say of themselves, by language: `templates/words/<language>.yaml`."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz import language, reader, resources
from quiz.reader import Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.keys import Key

_DEFAULT = "en"


@cache
def wording(code: str) -> Mapping[str, str]:
    """Give the words of a language, in English where it has no file or no word."""
    found = dict(_read(_DEFAULT))
    for name in (language.base(code), code):
        found |= _read(name)
    return MappingProxyType(found)


def part(name: str, code: str) -> str:
    """Say in a language what a part of a key is called, by the name of its field."""
    named = name.replace("-", " ").capitalize()
    return wording(code).get(f"part-{name}", named)


def some(key: Key, code: str) -> str:
    """Say in a language how many of a key's answers will do; nothing if all are wanted."""
    if len(key.parts) > 1 or key.need == len(key.answers):
        return ""
    words = wording(code)
    return f"{words['any']} {key.need} {words['of']}:"


def spoken(code: str) -> str:
    """Tell in which language the words for a language are: its own or English."""
    named = (code, language.base(code))
    return next((name for name in named if _read(name)), _DEFAULT)


@cache
def _read(code: str) -> dict[str, str]:
    path = resources.folder("templates") / "words" / f"{code}.yaml"
    if not path.is_file():
        return {}
    root = reader.read(path, path.name)
    return {key.text: node.text for key, node in root if isinstance(node, Scalar)}
