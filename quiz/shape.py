"""The shape a value must have: single, known keys, required keys, ids, flags and counts."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NoReturn

from quiz import language
from quiz.errors import Location, Problem, Problems, QuizError, choose
from quiz.model import Text
from quiz.reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def fail(at: Location, code: str, what: str, fix: str) -> NoReturn:
    """Raise one located problem."""
    raise QuizError(Problem(at, code, what, fix))


def scalar(node: Node, wanted: str) -> str:
    """Give the text typed for a single value; `wanted` says what it should be."""
    if not isinstance(node, Scalar):
        found = "a list" if isinstance(node, Sequence) else "a mapping"
        fix = f"write {wanted}"
        fail(node.at, "wrong-type", f"this is {found}, not a single value", fix)
    words = tidy(node.text)
    if not is_seen(words):
        fail(node.at, "empty-value", "there is no value here", f"write {wanted}")
    return words


def is_seen(text: str) -> bool:
    """Tell whether a text shows anything: a letter, a figure or a sign."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


def tidy(text: str) -> str:
    """Fold white space and compose characters (NFC, as Anki stores them)."""
    return unicodedata.normalize("NFC", re.sub(r"[ \t\r\n]+", " ", text).strip(" "))


def read_text(node: Node, default: str) -> Text:
    """Read words in the default language, or a map of words by language."""
    if not isinstance(node, Mapping):
        return Text({default: scalar(node, "some words")}, node.at)
    words = {}
    for key, value in node:
        if not language.is_known(key.text):
            what = f"'{key.text}' is not a language code"
            fix = "use codes such as en, es or pt-BR as keys, or write plain words"
            fail(key.at, "unknown-language", what, fix)
        words[key.text] = scalar(value, "some words")
    if not words:
        fail(node.at, "empty-value", "there is no value here", "write some words")
    return Text(words, node.at)


def known_keys(
    node: Mapping, known: tuple[str, ...], owner: str, problems: Problems
) -> None:
    """Report every key that `owner` does not have."""
    for key, _ in node:
        if key.text not in known:
            what = f"'{key.text}' is no key of {owner}"
            problems.add(key.at, "unknown-key", what, choose(key.text, known))


def required(node: Mapping, key: str, owner: str) -> Node:
    """Give the value under a key that must be there."""
    value = node.get(key)
    if value is None:
        what = f"{owner} has no '{key}'"
        fail(node.at, "missing-field", what, f"add a line '{key}: …'")
    return value


def read_slug(node: Node, owner: str) -> str:
    """Read an identity: lower-case letters, digits and hyphens."""
    text = scalar(node, "a short name")
    if not _SLUG.fullmatch(text):
        what = f"'{text}' cannot be the id of {owner}"
        fix = "use lower-case letters, digits and single hyphens, as in 'bali-meeting'"
        fail(node.at, "bad-id", what, fix)
    return text


def read_tag(node: Node) -> str:
    """Read a tag: words like ids, one within another by `::`."""
    text = scalar(node, "a tag")
    if not all(map(_SLUG.fullmatch, text.split("::"))):
        what = f"'{text}' cannot be a tag"
        fix = "use lower-case letters, digits and hyphens, as in 'voting' or 'unit-1::starred'"
        fail(node.at, "bad-id", what, fix)
    return text


def read_ref(node: Node) -> str:
    """Read a former identity: a fact's id, or `deck/fact` if it lived in another deck."""
    parts = scalar(node, "an id").split("/")
    if len(parts) > 2 or not all(map(_SLUG.fullmatch, parts)):  # noqa: PLR2004
        what = f"'{'/'.join(parts)}' cannot have been the id of a fact"
        fix = "write the old id, or deck/id if the fact was in another deck"
        fail(node.at, "bad-id", what, fix)
    return "/".join(parts)


def choice(node: Node, known: Iterable[str], what: str) -> str:
    """Read one of the known words; `what` names what it is."""
    text = scalar(node, f"a {what}")
    if text not in known:
        fail(
            node.at,
            f"unknown-{what}",
            f"there is no {what} '{text}'",
            choose(text, known),
        )
    return text


def items(node: Node | None) -> tuple[Node, ...]:
    """Give a list's items; one value counts as a list of one, nothing as none."""
    if node is None:
        return ()
    return node.items if isinstance(node, Sequence) else (node,)


def flag(node: Node | None) -> bool:
    """Read true or false; nothing is false."""
    if node is None:
        return False
    text = scalar(node, "true or false")
    if text not in ("true", "false"):
        fail(
            node.at,
            "wrong-type",
            f"'{text}' is not true or false",
            "write true or false",
        )
    return text == "true"


def count(node: Node, most: int = 99) -> int:
    """Read how many: a whole number from 1 to `most`, which is written with nines."""
    text = scalar(node, "a whole number")
    if not re.fullmatch(r"[1-9]\d*", text) or len(text) > len(str(most)):
        fail(node.at, "bad-number", f"'{text}' is not a count", "write 1, 2, 3 …")
    return int(text)
