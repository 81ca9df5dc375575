"""What looks after a learner's profile: `quiz stats`, and the group `quiz study`."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quiz import api, files
from quiz.cli.keeping import cache_folder, data_folder

if TYPE_CHECKING:
    from quiz.study.store import Store

Profile = Annotated[
    str,
    typer.Option(metavar="NAME", help="Whose memory it is."),
]

study = typer.Typer(
    name="study",
    help="Look after what the self-test keeps of you.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _open(profile: str, *, create: bool = False) -> Store:
    from quiz.study.store import open_store  # noqa: PLC0415 - SQLite and FSRS, for few

    return open_store(data_folder(), profile, create=create)


def stats(
    profile: Profile = "default",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show what you know, how well it is kept, and what comes when.

    A known card is one that comes again after days; 'kept' is the share of its reviews in
    which it was not forgotten. Cards are those of the decks that 'quiz test' asks from here.

    \b
    Examples:
      quiz stats
      quiz stats --profile anna
      quiz stats --json
    """
    from quiz.cli import bars  # noqa: PLC0415 - SQLite and FSRS, for few
    from quiz.study.stats import statistics, topics_of  # noqa: PLC0415

    with _open(profile) as store:
        memories, reviews, marked = store.memories(), store.reviews(), store.marked()
    now = dt.datetime.now(dt.UTC)
    found = api.load()
    today = now.astimezone().date()
    made = api.catalogue(found, as_of=today)
    topics = topics_of(api.chosen(found, made, today, None), memories)
    told = statistics(memories, reviews, marked, topics, now)
    if as_json:
        typer.echo(bars.as_json(told, profile), nl=False)
    else:
        columns = shutil.get_terminal_size().columns
        encoding = getattr(sys.stdout, "encoding", None) or "ascii"
        typer.echo(bars.text(told, profile, columns, encoding), nl=False)


@study.command()
def where() -> None:
    """Say in which folder profiles are kept, and which there are.

    The variable CIVICS_QUIZ_DATA names another folder.

    \b
    Examples:
      quiz study where
    """
    from quiz.study.store import profiles  # noqa: PLC0415 - SQLite and FSRS, for few

    folder = data_folder()
    typer.echo(folder.as_posix())
    for name in profiles.known(folder):
        typer.echo(f"  {profiles.place(folder, name).name}")


@study.command()
def settings(
    changes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME=VALUE",
            help="What to set; NAME= takes it back.",
            show_default=False,
        ),
    ] = None,
    profile: Profile = "default",
) -> None:
    """Show a profile's settings, or change them.

    They are: state (where you live, for exams), new-per-day and reviews-per-day.

    \b
    Examples:
      quiz study settings
      quiz study settings state=CA new-per-day=5
      quiz study settings state=
    """
    from quiz.study.settings import read  # noqa: PLC0415

    wanted: dict[str, str | None] = {}
    for change in changes or []:
        name, sign, value = change.partition("=")
        if not sign:
            msg = f"write '{change}' as NAME=VALUE, such as state=CA"
            raise typer.BadParameter(msg)
        wanted[name] = read(name, value) if value else None
    with _open(profile, create=bool(wanted)) as store:
        for name, kept in wanted.items():
            store.set(name, kept)
        for name, kept in store.settings().items():
            typer.echo(f"{name}={kept}")


@study.command()
def rebuild(profile: Profile = "default") -> None:
    """Work out every card's schedule anew from the log of reviews.

    \b
    Examples:
      quiz study rebuild
      quiz study rebuild --profile anna
    """
    with _open(profile) as store:
        store.rebuild()
        cards, events = len(store.memories()), len(store.events())
    typer.echo(f"{profile}: {cards} cards from {events} entries of the log")


@study.command(name="export")
def export_profile(
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FILE",
            readable=False,
            help="Where to write.",
            show_default="standard output",
        ),
    ] = None,
    profile: Profile = "default",
) -> None:
    """Write all of a profile as JSON Lines, to keep it or to take it elsewhere.

    \b
    Examples:
      quiz study export -o me.jsonl
      quiz study export --profile anna > anna.jsonl
    """
    from quiz.study import transfer  # noqa: PLC0415

    with _open(profile) as store:
        data = transfer.show(store.settings(), store.events())
    if out is None or out == Path("-"):
        typer.echo(data, nl=False)
    else:
        files.write({out: data})
        typer.echo(out.as_posix())


@study.command(name="import")
def import_profile(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="What 'quiz study export' wrote (- is standard input), or Anki's.",
        ),
    ],
    profile: Profile = "default",
) -> None:
    """Add what was exported to a profile: all of it or, if a line is bad, nothing.

    What the profile has already is not added again, so that the logs of two machines may be
    merged both ways. Of a collection of Anki's (.colpkg, .apkg or collection.anki2), which is
    only read, the answers to cards of ours are added, but not those of lists in order.

    \b
    Examples:
      quiz study import me.jsonl
      quiz study import anna.jsonl --profile anna
      quiz study import collection.colpkg
    """
    from quiz.study import anki, transfer  # noqa: PLC0415

    data, shown = _bytes(file), "<stdin>" if file == "-" else file
    if anki.is_collection(data):
        found = anki.read(data, shown, open_now=_has_more(file))
        with _open(profile, create=True) as store:
            added = anki.merge(store, found)
        known = len(found) - added
    else:
        held = transfer.read(data, shown)
        with _open(profile, create=True) as store:
            added = transfer.merge(store, held)
        known = len(held.events) - added
    typer.echo(f"{profile}: {added} entries added, {known} were there already")


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read() if sys.stdin else b""
    return files.contents(Path(file), file)


def _has_more(file: str) -> bool:
    """Tell whether SQLite keeps something beside a file that is not yet in it."""
    log = Path(f"{file}-wal")
    return log.is_file() and log.stat().st_size > 0


@study.command()
def remove(
    profile: Profile = "default",
    every: Annotated[
        bool, typer.Option("--all", help="Every profile, and what was kept of decks.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Delete a profile with its backups, or all that is kept. This cannot be undone.

    \b
    Examples:
      quiz study remove --profile anna
      quiz study remove --all --yes
    """
    from quiz.study.store import profiles  # noqa: PLC0415 - SQLite and FSRS, for few

    folder = data_folder()
    if every:
        made = sorted(cache_folder().glob("*.pickle"))
        found = (*profiles.every_file(folder), *made)
    else:
        found = profiles.files(folder, profile)
    for path in found:
        typer.echo(path.as_posix())
    if not found:
        typer.echo(f"there is nothing of ours in {folder.as_posix()}")
        return
    if not yes:
        typer.confirm("Delete this for ever?", abort=True)
    profiles.remove(found)
    typer.echo("deleted")
