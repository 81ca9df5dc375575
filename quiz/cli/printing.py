"""The command `print`: papers with their keys, or cards to cut out."""

from __future__ import annotations

import io
import secrets
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quiz import api, files, printing, reader
from quiz.cli import sheets
from quiz.cli.options import AsOf, Decks, Lang, Paper, collection, day
from quiz.exam.blueprints import Blueprint, read_blueprint
from quiz.papers import TYPES, Head, Layout
from quiz.press.cards import EACH, Stock, cards
from quiz.press.looks import Look
from quiz.press.pdf import pdf

if TYPE_CHECKING:
    from collections.abc import Mapping

# Seeds that are drawn are short enough to be read out.
_SEEDS = 9999
# What has no meaning beside another option.
_BY_CODE = ("number", "types", "versions", "seed", "as_of", "lang")
_BY_PLAN = ("number", "types")
_OF_PAPERS = (
    *("types", "blueprint", "versions", "again", "title", "group", "date"),
    *("instructions", "columns", "large", "easy", "key"),
)
_OF_CARDS = ("flip", "each")


def print_(
    context: typer.Context,
    decks: Decks = None,
    number: sheets.Number = None,
    types: sheets.Types = "mc,open",
    blueprint: sheets.Plan = None,
    versions: sheets.Versions = 1,
    seed: sheets.Seed = None,
    again: sheets.Again = None,
    title: sheets.Title = "",
    group: sheets.Class = "",
    date: sheets.Date = "",
    instructions: sheets.Instructions = "",
    key: sheets.Key = "separate",
    paper: Paper = "letter",
    columns: sheets.Columns = 1,
    large: sheets.Large = False,
    easy: sheets.Easy = False,
    layout: sheets.Kind = "quiz",
    flip: sheets.Flip = "fold",
    each: sheets.Each = 8,
    template: sheets.Template = None,
    as_pdf: sheets.Pdf = False,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="DIR", help="Where to write.", readable=False
        ),
    ] = Path("dist"),
    as_of: AsOf = None,
    lang: Lang = None,
) -> None:
    """Print a quiz with its keys, in one version or several, or cards to cut out.

    Pages are for a browser to print at actual size: <deck>-A.html for pupils,
    <deck>-A-key.html, <deck>-A-strip.html (answers as high as their questions, to lay
    beside the paper), <deck>-key.html for all versions, and a table for marks.

    \b
    Examples:
      quiz print us-amendments                         20 questions, and the key
      quiz print us-amendments -n 12 --versions 3      versions A, B and C
      quiz print first-look --types mc,match --large   in large print
      quiz print us-amendments --layout cards          cards to fold
      quiz print --again 0M21-6G60-WRDC-MMJC-RW0D      the same paper once more
    """
    if layout == "cards":
        _without(context, _OF_PAPERS, "cards have none")
    else:
        _without(context, _OF_CARDS, "a quiz has none: add --layout cards")
    if again is not None:
        _without(context, _BY_CODE, "the code has it: leave it out beside --again")
    if blueprint:
        _without(context, _BY_PLAN, "the plan has it: leave it out beside --blueprint")
    if not decks and again is None:
        msg = "name a deck, such as us-amendments"
        raise typer.BadParameter(msg, param_hint="DECK")
    look = Look(template)
    found = collection(decks)
    drawn = secrets.randbelow(_SEEDS) + 1 if seed is None else seed
    if layout == "cards":
        stock = _stock(paper, each, flip)
        made = api.forms(found, as_of=day(as_of), language=lang)
        some = (printing.some(form, number, drawn) for form in made)
        _write(
            {f"{form.deck}-cards": (cards(form, stock, look),) for form in some},
            {},
            out,
            as_pdf=as_pdf,
        )
        return
    plan = read_blueprint(reader.read(blueprint)) if blueprint else None
    said = plan or Blueprint(())
    head = Head(
        title or said.title,
        group or said.group,
        date or said.day,
        instructions or said.instructions,
    )
    if again is not None:
        batches = printing.again(found, again, head, plan)
    else:
        kinds = {name.strip() for name in types.split(",")}
        chosen = tuple(name for name in TYPES if name in kinds)
        order = printing.Order(drawn, number or 0, chosen, plan, versions)
        batches = printing.papers(found, order, head, as_of=day(as_of), language=lang)
    setting = Layout(paper, columns, large, easy)
    pages: dict[str, tuple[str, ...]] = {}
    tables: dict[str, bytes] = {}
    for batch in batches:
        pages |= printing.pages(batch, setting, look, key, bound=as_pdf)
        tables[f"{batch[0].deck}-marks.csv"] = printing.table(batch)
    _write(pages, tables, out, as_pdf=as_pdf)
    for first, *_ in batches:
        words = ["quiz", "print", *(decks or []), "--again", first.code]
        words += ["--blueprint", blueprint.as_posix()] if blueprint else []
        told = f"{first.deck}: seed {first.seed}; to make it again: "
        typer.echo(f"{told}{shlex.join(words)}", err=True)


def _without(context: typer.Context, names: tuple[str, ...], what: str) -> None:
    """Refuse options that were given and have no meaning here."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if parameter.name in names and source and source.name == "COMMANDLINE":
            raise typer.BadParameter(what, param_hint=parameter.opts[0])


def _stock(paper: str, each: int, flip: str) -> Stock:
    turned = sheets.FLIPS[flip]
    if each not in EACH[turned]:
        msg = f"{each} is none of {', '.join(map(str, EACH[turned]))}"
        raise typer.BadParameter(msg, param_hint="--per-page")
    return Stock(paper, each, turned)


def _write(
    pages: Mapping[str, tuple[str, ...]],
    tables: Mapping[str, bytes],
    out: Path,
    *,
    as_pdf: bool,
) -> None:
    """Write pages in one format and tables as they are, all or none, and say where."""
    made: dict[Path, bytes] = {}
    screen = sys.stderr if as_pdf and sys.stderr.isatty() else io.StringIO()
    with typer.progressbar(pages.items(), label="Printing", file=screen) as steps:
        for name, documents in steps:
            if as_pdf:
                made[out / f"{name}.pdf"] = pdf(*documents)
            else:
                made[out / f"{name}.html"] = "".join(documents).encode()
    made |= {out / name: data for name, data in tables.items()}
    files.write(made)
    for path in made:
        typer.echo(path.as_posix())
