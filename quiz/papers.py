"""The nouns of print: a paper (one version of a form), its sections, tasks and rows."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields
from dataclasses import dataclass

from quiz.model import Item  # noqa: TC001 - dataclass fields

# How a task can be asked, in the order in which sections stand on a paper: multiple choice,
# true or false, matching, ordering, gap, table and short answer.
TYPES = ("mc", "tf", "match", "order", "cloze", "table", "open")
# Types whose every row is numbered and marked on its own; any other task has one number.
SETS = ("match", "table")
SIZES = ("letter", "a4")
FEWEST = {"match": 3, "table": 4}  # rows of a set: with fewer it is none
TRUE, FALSE = 0, 1  # what is right of a statement (see Row)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper is set: on which size (of SIZES), in how many columns, in what type.

    `large` is 18 point type, `easy` a typeface and spacing that are easier to read.
    """

    size: str = "letter"
    columns: int = 1
    large: bool = False
    easy: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A place of a task at which something is answered: what it asks, and what is right.

    `right` is, by the task's type: the index of the right option (`mc`, `match`), TRUE or
    FALSE (`tf`), or the place it belongs at, from 0 (`order`); None where words are to be
    written. `text` is what stands before a row of a set or a list; `column` is where it
    stands in a table.
    """

    item: Item
    number: int
    text: str = ""
    right: int | None = None
    column: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A question on a paper, of one of TYPES; a set (of SETS) is several under one stem.

    `stem` is the question, the statement of a `tf`, the sentence with a blank of a `cloze`;
    of a set or a list that is made of several items it is what their questions share, with an
    ellipsis where they differ. `points` are for each numbered row. `options` are lettered;
    `ordered` if they stand in an order of their own. `heads` are the columns of a table, after
    that of the rows' texts.
    """

    type: str
    stem: str
    rows: tuple[Row, ...]
    points: int = 1
    options: tuple[str, ...] = ()
    ordered: bool = False
    heads: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """Its number, or the first of its rows'."""
        return self.rows[0].number

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number it has on the paper, each once."""
        return tuple(dict.fromkeys(row.number for row in self.rows))

    @property
    def places(self) -> int:
        """How many numbers it takes on a paper."""
        return len(self.rows) if self.type in SETS else 1

    @property
    def items(self) -> tuple[Item, ...]:
        """The items it asks, each once."""
        return tuple({row.item.id: row.item for row in self.rows}.values())

    @property
    def total(self) -> int:
        """What all of it is worth."""
        return self.points * self.places


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks under one heading; title and instructions are empty if its type says enough."""

    type: str
    tasks: tuple[Task, ...]
    title: str = ""
    instructions: str = ""

    @property
    def total(self) -> int:
        """What all of it is worth."""
        return sum(task.total for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every version: texts as given, empty if not."""

    title: str
    group: str = ""
    day: str = ""
    instructions: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One version of a form. `code` says how to make it again, from the same decks."""

    deck: str
    version: str
    code: str
    head: Head
    language: str
    as_of: dt.date
    seed: int
    sections: tuple[Section, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Its tasks, in order."""
        return tuple(task for section in self.sections for task in section.tasks)

    @property
    def total(self) -> int:
        """What all of it is worth."""
        return sum(section.total for section in self.sections)
