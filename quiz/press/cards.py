"""Cards to print and cut out: an item's question on the front, its answer on the back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz import language
from quiz.dates import Date
from quiz.errors import Problem, QuizError
from quiz.press.fitting import LEADING, POINT, fit, lines
from quiz.wording import some, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.model import Form, Item
    from quiz.press.looks import Look

# How the paper is turned over between the two sides; "" is for cards to fold, on one side.
FLIPS = ("", "long", "short")
SHEETS = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}  # width and height in mm
# How many cards a sheet can hold.
EACH = {"": (6, 8, 10), "long": (8, 10), "short": (8, 10)}
_COLUMNS = 2  # of two cards beside each other, or of a card's two sides
_SIZES = (16, 14, 12, 10.5, 9, 8)  # pt; smaller is not easily read
_SMALL = 7.5  # pt, of what is not asked
# The least margins in mm: room for marks, and what printers leave white.
_ACROSS, _DOWN = 12.0, 14.0
# Within a card, in mm: printers are off, and scissors slip.
_PAD = (5.0, 2.5)
_INDENT = 1.5  # of a list, in ems


@dataclass(frozen=True, slots=True)
class Stock:
    """What cards are printed on: which sheet (of SHEETS), how many on each, turned how.

    `flip` is one of FLIPS, `each` one of EACH's for it.
    """

    size: str = "letter"
    each: int = 6
    flip: str = ""

    @property
    def rows(self) -> int:
        """How many rows of cells a sheet has."""
        return self.each // (_COLUMNS if self.flip else 1)

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a card in mm."""
        wide, tall = SHEETS[self.size]
        return (wide - 2 * _ACROSS) / _COLUMNS, (tall - 2 * _DOWN) / self.rows


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card; `size` in points; `foot` is what stands small below.

    `room` is the height in mm that its texts have; `kind` says how these stand: `text`,
    `list`, or `steps` (with numbers).
    """

    number: int
    language: str
    direction: str
    kind: str
    texts: tuple[str, ...]
    size: float
    room: float
    lead: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printed page: its sheet's number, its side, its cells row by row; None is empty."""

    sheet: int
    side: str
    cells: tuple[Side | None, ...]


def cards(form: Form, stock: Stock, look: Look) -> str:
    """Set a form's items on cards, as one HTML file to print.

    Raises QuizError with `card-too-long` for every item that would not fit a card.
    """
    faces = [_faces(form, item, number, stock) for number, item in _numbered(form)]
    too_long = [
        _too_long(form, item, number, stock)
        for (number, item), sides in zip(_numbered(form), faces, strict=True)
        if None in sides
    ]
    if too_long:
        raise QuizError(*too_long)
    leaves = list(
        _leaves([(front, back) for front, back in faces if front and back], stock)
    )
    wide, tall = SHEETS[stock.size]
    return look.render(
        "cards.html",
        form=form,
        stock=stock,
        leaves=leaves,
        sheets=leaves[-1].sheet,
        wide=wide,
        tall=tall,
        cell=stock.cell,
        margin=(_ACROSS, _DOWN),
        columns=_COLUMNS,
        pad=_PAD,
        small=_SMALL,
        leading=LEADING,
        indent=_INDENT,
        lines=_drawn(stock),
        direction=language.direction(form.language),
        say=wording(form.language),
    )


def _numbered(form: Form) -> Iterable[tuple[int, Item]]:
    return ((entry.number, entry.item) for entry in form.entries)


def _faces(
    form: Form, item: Item, number: int, stock: Stock
) -> tuple[Side | None, Side | None]:
    back = _back(item)
    front = ("text", (item.stem,), "")
    return (
        _side(item, number, stock, [front], ""),
        _side(item, number, stock, back, _foot(form, item)),
    )


def _back(item: Item) -> list[tuple[str, tuple[str, ...], str]]:
    """Word an answer, a line each; and all in one line, if there is no room for more."""
    key = item.key
    texts = tuple(answer.text for answer in key.answers)
    if len(texts) == 1:
        return [("text", texts, "")]
    if key.ordered:
        row = "; ".join(f"({n}) {text}" for n, text in enumerate(texts, 1))
        return [("steps", texts, ""), ("text", (row,), "")]
    lead = some(key, item.language)
    return [
        ("list", texts, lead),
        ("text", (f"{lead} {'; '.join(texts)}".strip(),), ""),
    ]


def _foot(form: Form, item: Item) -> str:
    """Say small where an item is from, and of which day it holds if it can change."""
    day = item.stale or (Date.of(item.as_of) if item.phase == "current" else None)
    say = wording(item.language)
    as_of = f"{say['as-of']} {language.date(day, item.language)}" if day else ""
    return " · ".join(part for part in (form.title, item.topic, as_of) if part)


def _side(
    item: Item,
    number: int,
    stock: Stock,
    ways: Sequence[tuple[str, tuple[str, ...], str]],
    foot: str,
) -> Side | None:
    """Set a side in the first way that fits, as large as it can be; None if none does."""
    wide, tall = (
        length - 2 * pad for length, pad in zip(stock.cell, _PAD, strict=True)
    )
    small = _SMALL * POINT
    tall -= (lines(f"{number} · {foot}", wide / small) * LEADING + 0.5) * small
    for kind, texts, lead in ways:
        indent = 0 if kind == "text" else _INDENT
        whole = [(text, indent) for text in texts] + ([(lead, 0)] if lead else [])
        size = fit(whole, (wide, tall), _SIZES)
        if size:
            turn = language.direction(item.language)
            return Side(
                number, item.language, turn, kind, texts, size, tall, lead, foot
            )
    return None


def _too_long(form: Form, item: Item, number: int, stock: Stock) -> Problem:
    fewer = [each for each in EACH[stock.flip] if each < stock.each]
    fits = [
        each
        for each in fewer
        if None not in _faces(form, item, number, Stock(stock.size, each, stock.flip))
    ]
    what = f"'{item.id}' does not fit on a card, {stock.each} a page"
    fix = f"print {max(fits)} a page" if fits else "make its question or answer shorter"
    return Problem(item.at, "card-too-long", what, fix)


def _leaves(pairs: list[tuple[Side, Side]], stock: Stock) -> Iterator[Leaf]:
    """Lay cards out on pages; the last sheet is filled up before any is turned over."""
    count = -(-len(pairs) // stock.each)
    for sheet in range(count):
        chosen = pairs[sheet * stock.each : (sheet + 1) * stock.each]
        blank = [None] * (stock.each - len(chosen))
        fronts = [*(front for front, _ in chosen), *blank]
        backs = [*(back for _, back in chosen), *blank]
        if not stock.flip:
            both = (side for pair in zip(fronts, backs, strict=True) for side in pair)
            yield Leaf(sheet + 1, "", tuple(both))
            continue
        yield Leaf(sheet + 1, "front", tuple(fronts))
        yield Leaf(sheet + 1, "back", _mirrored(backs, stock))


def _mirrored(cells: list[Side | None], stock: Stock) -> tuple[Side | None, ...]:
    """Put each back behind its front: a long edge turns columns, a short one rows."""
    across = _COLUMNS
    rows = [cells[n : n + across] for n in range(0, len(cells), across)]
    turned = rows[::-1] if stock.flip == "short" else [row[::-1] for row in rows]
    return tuple(cell for row in turned for cell in row)


def _drawn(stock: Stock) -> dict[str, str]:
    """Draw, as SVG paths in mm, where to cut and to fold, and the marks in the margins."""
    (wide, tall), (across, down) = SHEETS[stock.size], stock.cell
    xs = [_ACROSS + n * across for n in range(_COLUMNS + 1)]
    ys = [_DOWN + n * down for n in range(stock.rows + 1)]
    fold = [] if stock.flip else xs[1:-1]
    marks = [f"M{x:.3f} {y}v4" for x in xs for y in (_DOWN - 5, tall - _DOWN + 1)]
    marks += [f"M{x} {y:.3f}h4" for y in ys for x in (_ACROSS - 5, wide - _ACROSS + 1)]
    cuts = [f"M{x:.3f} {ys[0]}V{ys[-1]}" for x in xs if x not in fold]
    cuts += [f"M{xs[0]} {y:.3f}H{xs[-1]:.3f}" for y in ys]
    folds = [f"M{x:.3f} {ys[0]}V{ys[-1]}" for x in fold]
    return {"marks": "".join(marks), "cuts": "".join(cuts), "folds": "".join(folds)}
