"""The nouns of the house, frozen: names and facts as curated, items and forms as made."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields
from collections.abc import Mapping  # noqa: TC003 - dataclass fields
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.dates import Date  # noqa: TC001 - dataclass fields
from quiz.errors import Location
from quiz.keys import Answer, Key  # noqa: TC001 - dataclass fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.values import Value

NOWHERE = Location("")
PHASES = ("upcoming", "current", "past", "timeless")
# Which questions Anki gets of a fact whose parts a kind asks together and apart.
HALVES = (TOGETHER := "together", APART := "apart", "both")


@dataclass(frozen=True, slots=True)
class Text:
    """Words by language; `at` is where they were written."""

    languages: Mapping[str, str]
    at: Location = NOWHERE

    def get(self, language: str) -> str | None:
        """Give the words in a language, else in it without its region (`en-GB`), or None."""
        words = self.languages
        return words.get(language) or words.get(language.partition("-")[0])


@dataclass(frozen=True, slots=True)
class Source:
    """What a fact rests on: a publication that its curator opened."""

    id: str
    publisher: str
    title: str = ""
    date: Date | None = None
    url: str = ""
    opened: Date | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name facts use. `listed` is False for one that no names file holds.

    `point` is latitude and longitude in degrees; `born` also dates an event or document.
    `codes` name it in capitals only: most are everyday words, such as the postal code OR.
    """

    text: str
    type: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    article: str = ""
    sort: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    born: Date | None = None
    point: tuple[float, float] | None = None
    translations: Mapping[str, str] = field(default_factory=dict)
    listed: bool = True
    codes: tuple[str, ...] = ()
    at: Location = NOWHERE

    def show(self, language: str) -> str:
        """Give the name as written in a language."""
        return Text(self.translations).get(language) or self.text


class Names:
    """Every listed name, found by type and by any way to write it."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._names = tuple(names)
        self._keys = {(name.type, name.text.casefold()): name for name in self._names}
        self._forms: dict[tuple[str, str], tuple[Name, ...]] = {}
        for name in self._names:
            for form in {*map(str.casefold, (name.short, *name.aliases))} - {""}:
                place = name.type, form
                self._forms[place] = (*self._forms.get(place, ()), name)

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names)

    def find(self, text: str, types: tuple[str, ...]) -> tuple[Name, ...]:
        """Find the names that `text` can mean, of the first of `types` that has any.

        A key means one name and goes before any short form or alias, which several
        names may share.
        """
        places = [(kind, text.casefold()) for kind in types]
        keys = [(self._keys[place],) for place in places if place in self._keys]
        forms = [self._forms[place] for place in places if place in self._forms]
        return next(iter(keys + forms), ())

    def of_type(self, kind: str) -> tuple[Name, ...]:
        """Give all names of a type, in the order listed."""
        return tuple(name for name in self._names if name.type == kind)


@dataclass(frozen=True, slots=True)
class Retired:
    """The end of a fact or a kind's question: since when it is asked no more, and why.

    `instead` is the fact that takes its place (`deck/fact`); `questions` are those
    of the fact that end, all if there are none.
    """

    on: Date
    why: str
    instead: str = ""
    questions: tuple[str, ...] = ()
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A curated unit: a kind's fields filled in; `home` is its deck's first id."""

    id: str
    deck: str
    kind: str
    values: Mapping[str, Value]
    sources: tuple[Source, ...]
    at: Location
    topic: Text | None = None
    tags: tuple[str, ...] = ()
    note: Text | None = None
    checked: Date | None = None
    formerly: tuple[str, ...] = ()
    need: int | None = None
    retired: Retired | None = None
    home: str = ""
    hint: Text | None = None

    @property
    def origin(self) -> str:
        """The `deck/fact` it was first published as, which learners' cards are known by."""
        first = (*self.formerly, self.id)[0]
        return first if "/" in first else f"{self.home or self.deck}/{first}"

    def ended(self, day: dt.date) -> bool:
        """Tell whether nothing of it is asked any more on a day."""
        end = self.retired
        return end is not None and not end.questions and end.on.first <= day

    @property
    def ref(self) -> str:
        """Its identity in the library: `deck/fact`."""
        return f"{self.deck}/{self.id}"


@dataclass(frozen=True, slots=True, eq=False)
class Deck:
    """A choice of items, in teaching order, under one title.

    `picks` are facts, each with one question wanted of it (None: all); `halves` is one of
    HALVES.
    """

    id: str
    title: Text
    language: str
    picks: tuple[tuple[Fact, str | None], ...]
    at: Location
    about: Text | None = None
    updated: Date | None = None
    formerly: tuple[str, ...] = ()
    license: str = ""
    halves: str = TOGETHER

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id it has or had, the first one first."""
        return (*self.formerly, self.id)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Its facts, own and selected, each once."""
        return tuple(dict.fromkeys(fact for fact, _ in self.picks))


@dataclass(frozen=True, slots=True)
class Item:
    """One generated question: stem, key, distractors and all that stands on the back.

    `type` is `open`, `parts` (a key of several parts), `order` (a list in order) or `cloze`
    (a stem with a blank);
    `phase` is one of PHASES on `as_of`; `since` is the day the wording last changed by the
    calendar; `stale` is the day a fact that can change was last confirmed, when that is too
    long ago; `no_options` says why it is not offered as multiple choice, or is empty;
    `origin` is the id it was first published under, `changed` when what is shown of it last
    did (UTC), once that is known; `hint` may be shown before the answer, and `no_hint` says
    why one that was written may not, or is empty; `says` is what it teaches as a sentence, with
    a blank for the answer, where its kind has words for it; `beside` are more fair wrong options,
    of an answer that lies on a line.
    """

    id: str
    deck: str
    fact: str
    kind: str
    question: str
    language: str
    stem: str
    key: Key
    as_of: dt.date
    phase: str
    type: str = "open"
    distractors: tuple[Answer, ...] = ()
    no_options: str = ""
    note: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    since: dt.date | None = None
    stale: Date | None = None
    origin: str = ""
    changed: dt.datetime | None = None
    hint: str = ""
    no_hint: str = ""
    says: str = ""
    beside: tuple[Answer, ...] = ()
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's place on a form, and how it is asked there.

    `options` are empty unless it is multiple choice, and `ordered` if they stand in an order
    of their own (days, numbers); `typed` says that its answer is short enough to be typed.
    """

    number: int
    item: Item
    options: tuple[str, ...] = ()
    right: int | None = None
    ordered: bool = False
    typed: bool = False

    @property
    def type(self) -> str:
        """How it is asked here: `choice`, `typed`, or as its item's type says."""
        if self.options:
            return "choice"
        return "typed" if self.typed else self.item.type

    @property
    def name(self) -> str:
        """What a learner's card is known by: its item's first id, and how else it is asked.

        These ways stand beside the plain card of the same item, each with its own schedule.
        """
        aside = f"#{self.type}" if self.type in ("choice", "typed") else ""
        return f"{self.item.origin}{aside}"


@dataclass(frozen=True, slots=True)
class Form:
    """An assembled set of items, ready for a format: a deck to study or one paper.

    `name` is what Anki calls the deck, whatever its title is now; `preset` says that it
    comes with deck options; `retired` are the names of all cards it ever had (see Entry) and
    that are asked no more.
    """

    deck: str
    title: str
    about: str
    language: str
    as_of: dt.date
    updated: dt.date
    entries: tuple[Entry, ...]
    seed: int = 0
    paper: str = "letter"
    name: str = ""
    license: str = ""
    halves: str = TOGETHER
    preset: bool = False
    retired: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Its items, in order."""
        return tuple(entry.item for entry in self.entries)
