"""The command `test`: a self-test of what is due and new, or a mock exam."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quiz.cli.options import AsOf, Decks, Lang, day, one_of

Number = Annotated[
    int | None,
    typer.Option("-n", min=1, max=999, show_default="10", help="How many questions."),
]
Kind = Annotated[
    str,
    typer.Option(
        "--type",
        callback=one_of("open", "mc"),
        help="open: answers are typed; mc: multiple choice, with a schedule of its own.",
    ),
]
Exam = Annotated[
    str | None,
    typer.Option(
        "--exam",
        metavar="NAME",
        help="Sit a mock exam, such as uscis-2025; your schedule stays as it is.",
    ),
]
State = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The state you live in, such as CA, for an exam; it is remembered.",
    ),
]
Cram = Annotated[
    bool, typer.Option("--cram", help="Any questions; your schedule stays as it is.")
]
AgainWrong = Annotated[
    bool, typer.Option("--again-wrong", help="Only what you answered wrong last time.")
]
Seed = Annotated[
    int | None,
    typer.Option(
        help="What decides the order of new questions and of options.",
        show_default="drawn where chance is needed",
    ),
]
Responses = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Take responses from a file, a line each; - is standard input.",
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="One object a response, and one for the whole."),
]
Profile = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Whose memory it is.", show_default="default"),
]
Topic = Annotated[str, typer.Option(metavar="TOPIC", help="Only questions of a topic.")]


def self_test(
    decks: Decks = None,
    number: Number = None,
    kind: Kind = "open",
    topic: Topic = "",
    exam: Exam = None,
    state: State = None,
    cram: Cram = False,
    again_wrong: AgainWrong = False,
    seed: Seed = None,
    responses: Responses = None,
    as_json: Json = False,
    profile: Profile = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> None:
    """Test yourself: first what is due, then what is new; or sit a mock exam.

    What you answer is kept at once, whenever you quit: with :q, Ctrl-D or Ctrl-C. Responses
    from a file or a pipe are kept only with --profile; each line is one response, what is
    close does not count, and nothing is asked twice.

    \b
    Examples:
      quiz test                            10 questions from all decks
      quiz test us-amendments -n 20 --type mc
      quiz test --again-wrong
      quiz test --exam uscis-2025 --state CA
      quiz test first-look --responses answers.txt --json
    """
    _usage(
        decks, responses, exam, given=(number, topic, cram, again_wrong, kind, state)
    )
    # What keeps and schedules reviews takes time to load, which other commands need not.
    from quiz.cli import rooms, sessions, stock  # noqa: PLC0415

    wish = sessions.Wish(day(as_of), lang, kind, number, topic, cram, again_wrong, seed)
    found = stock.Stock(decks, wish.as_of, lang)
    with rooms.room(responses, profile, as_json=as_json) as room:
        if exam:
            sessions.sit(found, wish, room, exam, state)
        else:
            sessions.study(found, wish, room)


def _usage(
    decks: list[str] | None,
    responses: Path | None,
    exam: str | None,
    given: tuple[object, ...],
) -> None:
    """Refuse options that mean nothing beside each other."""
    number, topic, cram, again_wrong, kind, state = given
    if "-" in (decks or []) and responses in (None, Path("-")):
        msg = (
            "a deck from standard input leaves none for responses: add --responses FILE"
        )
        raise typer.BadParameter(msg, param_hint="DECK")
    if cram and again_wrong:
        msg = "choose one of --cram and --again-wrong"
        raise typer.BadParameter(msg, param_hint="--cram")
    if exam is None and state is not None:
        raise typer.BadParameter("it is for an --exam", param_hint="--state")
    for name, value in (
        ("-n", number),
        ("--topic", topic),
        ("--cram", cram),
        ("--again-wrong", again_wrong),
        ("--type", kind != "open"),
    ):
        if exam is not None and value:
            msg = "the exam's own rules decide that: leave it out"
            raise typer.BadParameter(msg, param_hint=name)
