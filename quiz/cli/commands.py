"""The commands: each parses its words, calls a verb of the api and prints what it gives."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quiz import api, files, formats
from quiz.cli import comparing, screens
from quiz.cli.options import (
    AsOf,
    Decks,
    Lang,
    Paper,
    Seed,
    Style,
    Type,
    collection,
    complete,
    complete_id,
    day,
    one_of,
)
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.errors import Problem


def build(
    decks: Decks = None,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="DIR", help="Where to write.", readable=False
        ),
    ] = Path("dist"),
    to: Annotated[
        str, typer.Option(metavar="FORMATS", help="Formats, separated by commas.")
    ] = "anki,html",
    as_of: AsOf = None,
    lang: Lang = None,
    kind: Type = "open",
    paper: Paper = "letter",
    seed: Seed = 0,
    bundle: Annotated[
        bool, typer.Option("--bundle", help="All decks in one package, civics.apkg.")
    ] = False,
    preset: Annotated[
        bool,
        typer.Option(
            "--with-preset",
            help="Add deck options for those who choose to import them.",
        ),
    ] = False,
) -> None:
    """Write every deck as an Anki package and a printable page.

    For Anki it keeps 'ledger.tsv' beside decks of your own: what was released and when it
    changed, which is what updates of learners' cards rest on. Its day is that of UTC.

    \b
    Examples:
      quiz build                         every deck, into dist/
      quiz build us-amendments -o out    one deck
      quiz build --to html --type mc     pages with multiple choice
    """
    found = collection(decks)
    now = dt.datetime.now(dt.UTC)
    assembled = api.forms(
        found,
        # Cards turn from 'do' to 'did' on one day everywhere, so that each turn is one update.
        as_of=as_of or now.date(),
        language=lang,
        seed=seed,
        kind=kind,
        paper=paper,
        preset=preset,
    )
    wanted = [name.strip() for name in to.split(",") if name.strip()]
    for name in wanted or [to]:
        one_of(*formats.available())(name)
    if api.LEARNED not in wanted and (bundle or preset):
        msg = "--bundle and --with-preset are of Anki packages; add anki to --to"
        raise typer.BadParameter(msg)
    each = len(wanted) - bundle
    total = len(assembled) * each + bundle
    screen = sys.stderr if sys.stderr.isatty() else io.StringIO()
    with typer.progressbar(length=total, label="Building", file=screen) as bar:
        made = api.release(
            found,
            assembled,
            out,
            wanted,
            now=now,
            step=lambda: bar.update(1),
            bundle=bundle,
        )
    for path in made.paths:
        typer.echo(path.as_posix())
    for shown in made.ledgers:
        typer.echo(f"{shown}: brought up to date; keep it with the decks", err=True)
    for problem in made.amiss:
        typer.echo(problem.report(), err=True)


def list_items(
    decks: Decks = None,
    as_of: AsOf = None,
    lang: Lang = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line.")
    ] = False,
) -> None:
    """List the items: id, question and answer.

    \b
    Examples:
      quiz list news-biden-xi-bali
      quiz list news-biden-xi-bali --as-of 2022-11-10 --json
    """
    found = collection(decks)
    for item in api.items(found, as_of=day(as_of), language=lang):
        # JSON is UTF-8 whatever the terminal speaks (RFC 8259, section 8.1).
        typer.echo(api.json_line(item).encode() if as_json else screens.line(item))


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An item, fact or deck, or an .apkg file.",
            autocompletion=complete_id,
        ),
    ],
    decks: Decks = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> None:
    """Show all there is to an item, a fact or a deck, and what is not asked and why.

    Of an Anki package it shows what is in the file: decks, note types and notes.

    \b
    Examples:
      quiz show news-biden-xi-bali/bali-meeting/where-when
      quiz show news-biden-xi-bali/bali-meeting
      quiz show first-look
      quiz show dist/first-look.apkg
    """
    if comparing.is_package(name):
        typer.echo(comparing.show_package(name), nl=False)
        return
    found = collection(decks)
    made = api.catalogue(found, as_of=day(as_of), language=lang)
    typer.echo(screens.everything(name, found.library, made), nl=False)


def check(
    decks: Decks = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Findings count as problems, too.")
    ] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    style: Style = "text",
) -> None:
    """Report every problem and finding, with its place and its fix.

    \b
    Examples:
      quiz check
      quiz check my-deck.yaml --strict
      quiz check --format github --strict
    """
    try:
        found = collection(decks)
        problems = api.check(found, as_of=day(as_of), language=lang, today=day(None))
        failed = strict and bool(problems)
    except QuizError as error:
        problems, failed = error.problems, True
    _report(problems, style)
    if style == "text" and not problems:
        count = len(found.decks)
        typer.echo(f"{count} deck{'s'[: count != 1]} checked, nothing found")
    if failed:
        raise typer.Exit(1)


def _report(problems: tuple[Problem, ...], style: str) -> None:
    for problem in problems:
        if style == "json":
            line = json.dumps(screens.as_dict(problem), ensure_ascii=False)
            typer.echo(line.encode())
        elif style == "github":
            typer.echo(screens.annotation(problem))
        else:
            typer.echo(problem.report(), err=True)


def export(
    decks: Decks = None,
    to: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="A format; 'list' names them.",
            autocompletion=lambda incomplete: complete(incomplete, formats.available()),
        ),
    ] = "list",
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FILE",
            readable=False,
            help="Where to write; - is standard output.",
            show_default="standard output",
        ),
    ] = None,
    as_of: AsOf = None,
    lang: Lang = None,
    kind: Type = "open",
    paper: Paper = "letter",
    seed: Seed = 0,
) -> None:
    """Write a deck in one format, to a file or to standard output.

    \b
    Examples:
      quiz export --to list
      quiz export us-amendments --to json
      quiz export first-look --to html -o first-look.html
    """
    if to == "list":
        if out is not None:
            msg = "say in which format with --to"
            raise typer.BadParameter(msg)
        for name in formats.available():
            typer.echo(f"{name:8} {formats.named(name).about}")
        return
    one_of(*formats.available())(to)
    how = api.format_named(to)
    assembled = api.forms(
        collection(decks),
        as_of=day(as_of),
        language=lang,
        seed=seed,
        kind=kind,
        paper=paper,
    )
    if len(assembled) != 1 and not how.joins:
        msg = f"{to} holds one deck a file; name one of {len(assembled)}"
        raise typer.BadParameter(msg)
    data = b"".join(how.render(form) for form in assembled)
    if out is not None and out != Path("-"):
        files.write({out: data})
        typer.echo(out.as_posix())
    elif not how.text and sys.stdout.isatty():
        msg = f"{to} is not text; write it to a file with -o"
        raise typer.BadParameter(msg)
    else:
        typer.echo(data, nl=False)
