"""What several commands take: decks, the day, the language; and how they read them."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from quiz import api, language
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.api import Collection


def _complete(incomplete: str) -> list[str]:
    try:
        known = api.load().library.decks
    except (QuizError, OSError):
        return []
    return sorted(name for name in known if name.startswith(incomplete))


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
        autocompletion=_complete,
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
    str, typer.Option(callback=one_of("letter", "a4"), help="letter or a4.")
]
Type = Annotated[
    str,
    typer.Option(
        "--type",
        callback=one_of("open", "mc"),
        help="open, or mc: multiple choice where good options exist.",
    ),
]
Style = Annotated[
    str,
    typer.Option(
        "--format",
        callback=one_of("text", "json", "github"),
        help="text, json, or github: annotations for a workflow.",
    ),
]


def day(as_of: dt.date | None) -> dt.date:
    """Give the day asked for, else today by this machine's clock."""
    return as_of or dt.datetime.now().astimezone().date()


def collection(decks: list[str] | None) -> Collection:
    """Load the decks named, reading standard input for `-`."""
    names = decks or []
    stdin = sys.stdin.buffer.read() if "-" in names else None
    return api.load(*names, stdin=stdin)
