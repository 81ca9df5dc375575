"""The command line: parse, call a verb, print, give an exit code."""

from __future__ import annotations

import gc
import signal
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from quiz.cli import commands, comparing, printing, studying, testing
from quiz.errors import QuizError

# How many objects are made before unused ones are looked for (Python: 700).
_MADE = 100_000

app = typer.Typer(
    name="quiz",
    help="Turn curated civics facts into Anki decks, printable quizzes and items.",
    epilog="Decks are those of the working folder's decks/, else the ones shipped.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# What cannot be the name of a function.
_NAMES = {
    commands.list_items: "list",
    printing.print_: "print",
    testing.self_test: "test",
}
for command in (
    commands.build,
    printing.print_,
    testing.self_test,
    commands.list_items,
    commands.show,
    commands.check,
    commands.export,
    comparing.diff,
    studying.stats,
):
    app.command(name=_NAMES.get(command))(command)
app.add_typer(studying.study)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer passes it so
    if wanted:
        typer.echo(f"civics-quiz {version('civics-quiz')}")
        raise typer.Exit


@app.callback()
def root(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Turn curated civics facts into Anki decks, printable quizzes and items."""


def main() -> None:
    """Run the program: problems go to stderr with exit code 1, wrong usage is 2."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    if hasattr(signal, "SIGPIPE"):
        # The reader of our pipe has seen enough: end without a word, as other tools do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # What was loaded stays loaded: to look through it again and again for what can go is a
    # tenth of the time that a command takes to start.
    gc.freeze()
    gc.set_threshold(_MADE)
    try:
        app(prog_name="quiz")
    except QuizError as error:
        typer.echo(str(error), err=True, nl=False)
        sys.exit(1)
    except OSError as error:
        # A full disk, a closed stream, a working folder that is gone.
        where = f"{error.filename}: " if error.filename else ""
        said = (error.strerror or str(error)).lower()
        typer.echo(f"quiz: {where}{said}", err=True)
        sys.exit(1)
