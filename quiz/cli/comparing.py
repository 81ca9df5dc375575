"""What reads releases: `quiz diff`, and `quiz show` of a package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from quiz.cli.options import AsOf, Lang, Type, complete, one_of

_FORMATS = ("text", "markdown", "json")


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="What was released: an .apkg, a folder of them, or decks.",
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="NEW",
            help="What is to be released, likewise.",
            show_default="the decks",
        ),
    ] = None,
    as_of: AsOf = None,
    lang: Lang = None,
    kind: Type = "open",
    style: Annotated[
        str,
        typer.Option(
            "--format",
            callback=one_of(*_FORMATS),
            autocompletion=lambda incomplete: complete(incomplete, _FORMATS),
            help="text, markdown: release notes for learners, or json.",
        ),
    ] = "text",
) -> None:
    """Tell what a learner will see change between two releases.

    Without NEW, the decks that 'quiz build' would take are compared, but only those that OLD
    holds. NEW should hold every deck that learners may have: what it lacks counts as retired.

    Exits with 0 if nothing changes for a learner, with 1 if something does, also with 1 if
    there is a problem (then with a message and no output), with 2 for wrong usage.

    \b
    Examples:
      quiz diff us-amendments.apkg
      quiz diff old/ dist/ --format markdown
      quiz diff ../released/decks decks --as-of 2026-11-24
    """
    from quiz import diff as diffs  # noqa: PLC0415 - packages are read when asked for
    from quiz import releases  # noqa: PLC0415
    from quiz.cli import announcing, changes  # noqa: PLC0415
    from quiz.cli.screens import counted  # noqa: PLC0415

    if "-" in {old, new}:
        msg = "a release is a file or a folder, not standard input"
        raise typer.BadParameter(msg)
    # Packages are of the day it is in UTC, as in `build`.
    when = as_of or dt.datetime.now(dt.UTC).date()
    before = releases.find(old, as_of=when, language=lang, kind=kind)
    after = releases.find(new, as_of=when, language=lang, kind=kind)
    found = diffs.compare(
        before.packages,
        after.packages,
        known=new is None,
        reasons=after.reasons,
    )
    if found.stuck and before.packed and after.packed:
        # Of decks built in memory the times are not yet those of the release.
        what = f"{counted(found.stuck, 'changed note')} will not reach learners, since Anki"
        typer.echo(
            f"{what} updates only\nto a later note of the same note type", err=True
        )
    if style == "json":
        typer.echo(changes.as_json(found, before.shown, after.shown), nl=False)
    elif style == "markdown":
        typer.echo(announcing.markdown(found), nl=False)
    else:
        typer.echo(changes.text(found, before.shown, after.shown), nl=False)
    if found:
        raise typer.Exit(1)


def is_package(name: str) -> bool:
    """Tell whether what is to be shown is a package."""
    return name.endswith(".apkg")


def show_package(name: str) -> str:
    """Show a package read back."""
    from quiz import releases  # noqa: PLC0415 - packages are read when asked for
    from quiz.cli import packages  # noqa: PLC0415

    return packages.shown(releases.package(Path(name), name), name)
