"""What a mock exam is: the rules of a real one, as data."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - dataclass fields
from dataclasses import dataclass, field

from quiz.errors import COMMAND, Location
from quiz.model import Source  # noqa: TC001 - dataclass fields

ANY = "any"  # the language of an exam that is taken in whichever the applicant speaks


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A question whose answer a library may lack, and `where` a learner finds it.

    `note` says for whom the answer is another.
    """

    number: int
    ask: str
    where: str
    sources: tuple[Source, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exam:
    """The rules of an exam.

    Its questions are the items with tags such as `<list>::17`, by their numbers on the
    official list; `questions` of them may be asked, and if it is `starred`, only those with
    `<list>::starred`. `asked` are asked at most, of which `passing` must be right. It ends
    as soon as `right` are right or `wrong` are wrong, 0: not before all are asked. If it is
    `oral`, it has no multiple choice. `language` is a code or ANY. `whom` says whom it is
    for, `again` what follows if it is failed. By rule, `sources` are what it rests on and `notes`
    what a learner should know of it: whom it does not hold for, or that it is not sure. `at` is
    where its list stands.
    """

    name: str
    title: str
    list: str
    questions: int
    asked: int
    passing: int
    right: int = 0
    wrong: int = 0
    starred: bool = False
    oral: bool = False
    language: str = ANY
    whom: str = ""
    again: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    at: Location = COMMAND

    @property
    def stars(self) -> str:
        """The tag of the questions that a `starred` exam asks."""
        return f"{self.list}::starred"

    def numbers(self, tags: tuple[str, ...]) -> tuple[int, ...]:
        """Give the numbers on its list that an item with such tags covers."""
        found = (tag.removeprefix(f"{self.list}::") for tag in tags)
        return tuple(int(number) for number in found if number.isdecimal())
