"""How a learner's statistics read in a terminal: text with bars, of any columns, and as JSON."""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from typing import TYPE_CHECKING

from wcwidth import clip, width

from quiz.cli.screens import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.study.stats import Retention, Statistics

NARROWEST, WIDEST = 40, 200
# What a bar is made of, where a terminal can show it and where it cannot.
BLOCKS, PLAIN = "█", "#"
_MARGIN = "  "


def text(made: Statistics, profile: str, columns: int, encoding: str) -> str:
    """Give statistics in lines of at most `columns` cells, in characters an encoding has."""
    try:
        BLOCKS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        block = PLAIN
    else:
        block = BLOCKS
    lines = _lines(made, profile, min(max(columns, NARROWEST), WIDEST), block)
    return "".join(f"{line}\n" for line in lines)


def _lines(made: Statistics, profile: str, columns: int, block: str) -> Iterator[str]:
    yield from textwrap.wrap(_cards(made, profile), columns)
    yield ""
    if made.topics:
        share = _percent(made.whole)
        said = f"Known cards were kept in {share} of {counted(made.whole.reviews, 'review')}:"
        yield from textwrap.wrap(said, columns)
        rows = [
            (each.topic, each.share or 0, f"{_percent(each):>4} of {each.reviews}")
            for each in made.topics
        ]
        yield from _bars(rows, columns, block)
    else:
        yield from textwrap.wrap("No known card has come again yet.", columns)
    yield ""
    yield from _days("Due", "Nothing is due", made.due, made.today, columns, block)
    yield ""
    first = made.today - dt.timedelta(days=len(made.done) - 1)
    yield from _days(
        "Responses given", "No response was given", made.done, first, columns, block
    )


def _cards(made: Statistics, profile: str) -> str:
    told = (
        f"{profile}: {made.known} known, {made.learning} being learned, {made.new} new"
    )
    if made.marked:
        told += f"; {counted(made.marked, 'bad question')} left out"
    if made.gone:
        told += f"; {counted(made.gone, 'card')} no longer asked"
    return f"{told}."


def _percent(kept: Retention) -> str:
    # Rounded down: all is only what is all.
    return f"{100 * kept.kept // kept.reviews}%"


def _days(
    what: str,
    nothing: str,
    counts: Sequence[int],
    first: dt.date,
    columns: int,
    block: str,
) -> Iterator[str]:
    """Give a bar for each day, from the first with any to the last."""
    held = [n for n, count in enumerate(counts) if count]
    when = "in the " + ("next" if what == "Due" else "last") + f" {len(counts)} days"
    if not held:
        yield from textwrap.wrap(f"{nothing} {when}.", columns)
        return
    yield from textwrap.wrap(f"{what} {when}: {sum(counts)}", columns)
    most = max(counts)
    rows = [
        (_day(first + dt.timedelta(days=n)), counts[n] / most, str(counts[n]))
        for n in range(held[0], held[-1] + 1)
    ]
    yield from _bars(rows, columns, block)


def _day(day: dt.date) -> str:
    return f"{day:%a} {day:%b} {day.day:>2}"


def _bars(
    rows: Sequence[tuple[str, float, str]], columns: int, block: str
) -> Iterator[str]:
    """Give rows as lines: a label, a number, and a bar of a part (0 to 1) of the room left."""
    labels = [_cut(label, columns // 2 - 2) for label, _, _ in rows]
    left = max(map(width, labels))
    right = max(len(number) for _, _, number in rows)
    room = columns - len(_MARGIN) - left - 2 - right - 2
    for label, (_, part, number) in zip(labels, rows, strict=True):
        bar = block * max(round(part * room), part > 0)
        name = label + " " * (left - width(label))
        yield f"{_MARGIN}{name}  {number:>{right}}  {bar}".rstrip()


def _cut(text: str, most: int) -> str:
    """Cut a text to so many cells, with dots that every terminal has."""
    return text if width(text) <= most else f"{clip(text, 0, most - 3).rstrip()}..."


def as_json(made: Statistics, profile: str) -> bytes:
    """Give statistics as one JSON object; keys may be added, never renamed."""
    first = made.today - dt.timedelta(days=len(made.done) - 1)
    told = {
        "profile": profile,
        "day": made.today.isoformat(),
        "cards": {
            "new": made.new,
            "learning": made.learning,
            "known": made.known,
            "marked": made.marked,
            "gone": made.gone,
        },
        "retention": {
            **_kept(made.whole),
            "topics": [{"topic": each.topic, **_kept(each)} for each in made.topics],
        },
        "due": _by_day(made.today, made.due, "cards"),
        "done": _by_day(first, made.done, "responses"),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def _kept(each: Retention) -> dict[str, float | None]:
    return {"reviews": each.reviews, "kept": each.kept, "share": each.share}


def _by_day(
    first: dt.date, counts: Sequence[int], name: str
) -> list[dict[str, object]]:
    return [
        {"day": (first + dt.timedelta(days=n)).isoformat(), name: count}
        for n, count in enumerate(counts)
    ]
