"""What several commands take: decks, the day, the language; and how they read them."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quiz import api, language
from quiz.assemble import TYPES
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.api import Collection


def complete(incomplete: str, known: Iterable[str]) -> list[str]:
    """Give the known words that a word to be completed begins."""
    return sorted(word for word in known if word.startswith(incomplete))


def _complete_deck(incomplete: str) -> list[str]:
    try:
        return complete(incomplete, api.load().library.decks)
    except (QuizError, OSError):
        return []


def complete_id(incomplete: str) -> list[str]:
    """Complete the id of a deck, then those of its facts."""
    if "/" not in incomplete:
        return _complete_deck(incomplete)
    try:
        return complete(incomplete, api.load().library.facts)
    except (QuizError, OSError):
        return []


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        msg = f"'{text}' is not a day like 2022-11-14"
        raise typer.BadParameter(msg) from None


def _language(code: str | None) -> str | None:
    if code is not None and not language.is_known(code):
        msg = f"'{code}' is not a language code such as en, es or pt-BR"
        raise typer.BadParameter(msg)
    return code


def words(*known: str) -> dict[str, Any]:
    """Give what an option takes that is one of the known words, and completes them."""
    return {
        "callback": one_of(*known),
        "autocompletion": lambda incomplete: complete(incomplete, known),
    }


def one_of(*known: str) -> Callable[[str], str]:
    """Make a check that an option is one of the known words."""

    def check(text: str) -> str:
        if text not in known:
            msg = f"'{text}' is none of {', '.join(known)}"
            raise typer.BadParameter(msg)
        return text

    return check


Decks = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="DECK",
        help="Deck ids, files or folders; - reads one from standard input.",
        autocompletion=_complete_deck,
        show_default=False,
    ),
]
AsOf = Annotated[
    dt.date | None,
    typer.Option(
        parser=_day,
        metavar="DAY",
        help="The day for which everything is true.",
        show_default="today",
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        callback=_language,
        metavar="CODE",
        help="The language, such as en.",
        show_default="each deck's",
    ),
]
Seed = Annotated[int, typer.Option(help="What decides the order of options.")]
Paper = Annotated[
    str, typer.Option(metavar="SIZE", **words("letter", "a4"), help="letter or a4.")
]
Type = Annotated[
    str,
    typer.Option(
        "--type",
        **words(*TYPES),
        help="open, mc: multiple choice where good options exist, "
        "or typed: short answers are typed into Anki.",
    ),
]
Style = Annotated[
    str,
    typer.Option(
        "--format",
        **words("text", "json", "github"),
        help="text, json, or github: annotations for a workflow.",
    ),
]


def day(as_of: dt.date | None) -> dt.date:
    """Give the day asked for, else today by this machine's clock."""
    return as_of or dt.datetime.now().astimezone().date()


def collection(decks: list[str] | None) -> Collection:
    """Load the decks named, reading standard input for `-`."""
    names = decks or []
    stdin = None
    if "-" in names:
        stdin = sys.stdin.buffer.read() if sys.stdin else b""
    return api.load(*names, stdin=stdin)
