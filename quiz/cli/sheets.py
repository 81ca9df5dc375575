"""What `print` takes, in the words of a teacher."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quiz import printing
from quiz.cli.options import one_of, words
from quiz.exam.blueprints import MOST
from quiz.exam.versions import LETTERS
from quiz.papers import TYPES

FLIPS = {"fold": "", "long": "long", "short": "short"}


def _types(text: str) -> str:
    for name in text.split(","):
        one_of(*TYPES)(name.strip())
    return text


Number = Annotated[
    int | None,
    typer.Option(
        "--number",
        "-n",
        metavar="N",
        min=1,
        max=MOST,
        help="How many questions.",
        show_default=f"{printing.NUMBER}, or as many as there are",
    ),
]
Types = Annotated[
    str,
    typer.Option(
        callback=_types,
        metavar="TYPES",
        help="Which kinds of question, with commas between: mc (multiple choice), tf (true "
        "or false), match, order (put in order), cloze (fill the gap), table, open.",
    ),
]
Plan = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A plan of the paper by sections, topics and points, instead of -n and --types.",
        show_default=False,
    ),
]
Versions = Annotated[
    int,
    typer.Option(
        metavar="N",
        min=1,
        max=len(LETTERS),
        help="How many versions: the same questions in another order.",
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=0,
        help="The number that decides what is chosen: the same one, the same paper.",
        show_default="a new one each time",
    ),
]
Again = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The paper with this code once more. The code stands on each page.",
        show_default=False,
    ),
]
Title = Annotated[
    str,
    typer.Option(
        metavar="TEXT",
        help="What stands at the head.",
        show_default="the deck's title",
    ),
]
Class = Annotated[
    str,
    typer.Option(
        "--class", metavar="TEXT", help="Which class it is for.", show_default=False
    ),
]
Date = Annotated[
    str,
    typer.Option(
        metavar="TEXT", help="The day of the test, as you write it.", show_default=False
    ),
]
Instructions = Annotated[
    str,
    typer.Option(
        metavar="TEXT", help="What pupils are told to do.", show_default=False
    ),
]
Key = Annotated[
    str,
    typer.Option(
        metavar="WHERE",
        **words(*printing.KEYS),
        help="Keys: separate files, after (in each paper's own file), or none.",
    ),
]
Columns = Annotated[
    int, typer.Option(metavar="N", min=1, max=2, help="Columns on a page: 1 or 2.")
]
Large = Annotated[bool, typer.Option("--large", help="Large print, in 18 point.")]
Easy = Annotated[
    bool,
    typer.Option(
        "--easy-read", help="More space, and letters that are easy to tell apart."
    ),
]
Kind = Annotated[
    str,
    typer.Option(
        "--layout",
        metavar="WHAT",
        **words("quiz", "cards"),
        help="quiz, or cards to cut out with the answers on their backs.",
    ),
]
Flip = Annotated[
    str,
    typer.Option(
        metavar="HOW",
        **words(*FLIPS),
        help="Cards: fold them, or print both sides, flipped on the long or short edge.",
    ),
]
Each = Annotated[
    int,
    typer.Option(
        "--per-page", metavar="CARDS", help="Cards on a page: 8 or 10; to fold, also 6."
    ),
]
Template = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="A folder of templates of your own, such as with your school's logo.",
        show_default=False,
    ),
]
Pdf = Annotated[
    bool, typer.Option("--pdf", help="Write PDF; needs the extra civics-quiz[pdf].")
]
