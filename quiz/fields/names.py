"""Fields that are names: a person, place, body, document, event, office or term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quiz import language as lang
from quiz.errors import Location  # noqa: TC001 - dataclass fields
from quiz.fields.spec import Scope, Spec, refuse_twins
from quiz.keys import Answer
from quiz.model import Name
from quiz.reader import Node, Sequence
from quiz.shape import fail, scalar
from quiz.values import Value

NAME_TYPES = ("person", "place", "body", "document", "event", "office", "term")


def answer_of(name: Name, language: str) -> Answer:
    """Give a name as an answer; its short form and aliases are accepted."""
    shown = name.show(language)
    others = dict.fromkeys((name.text, name.short, *name.aliases))
    span = None
    if name.born:
        span = (
            float(name.born.first.toordinal()),
            float(name.born.last.toordinal()),
        )
    return Answer(
        shown,
        name.type,
        accept=tuple(other for other in others if other and other != shown),
        sort=name.sort,
        span=span,
        point=name.point,
        broader=name.within,
        article=name.article if lang.base(language) == "en" else "",
    )


@dataclass(frozen=True, slots=True)
class NameField(Value):
    """A name, looked up in the names files; taken as written when none holds it."""

    type: ClassVar[str] = "name"
    name: Name
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> NameField:
        """Read a name of the field's type (of the types in `of` for `name`)."""
        text = scalar(node, "a name")
        types = spec.of or (NAME_TYPES if cls.type == "name" else (cls.type,))
        found = scope.names.find(text, types)
        if len(found) > 1:
            what = f"'{text}' can be {lang.join([n.text for n in found], 'en', 'or')}"
            fail(node.at, "ambiguous-name", what, "write the name in full")
        name = found[0] if found else Name(text, types[0], listed=False, at=node.at)
        return cls(name, node.at)

    def show(self, language: str) -> str | None:
        return self.name.show(language)

    def form(self, name: str, language: str) -> str | None:
        shown = self.name.show(language)
        if name == "short":
            return (self.name.short if lang.base(language) == "en" else "") or shown
        if name == "the" and lang.base(language) == "en":
            return f"{self.name.article} {shown}".strip()
        if name == "possessive":
            return lang.possessive(self.form("short", language) or shown, language)
        return shown

    def answers(self, language: str) -> tuple[Answer, ...]:
        return (answer_of(self.name, language),)


class PersonField(NameField):
    """A person."""

    __slots__ = ()
    type: ClassVar[str] = "person"


class PlaceField(NameField):
    """A place."""

    __slots__ = ()
    type: ClassVar[str] = "place"


class BodyField(NameField):
    """An institution, party or other body."""

    __slots__ = ()
    type: ClassVar[str] = "body"


class DocumentField(NameField):
    """A law, treaty or other text."""

    __slots__ = ()
    type: ClassVar[str] = "document"


class EventField(NameField):
    """Something that happened and has a name."""

    __slots__ = ()
    type: ClassVar[str] = "event"


class OfficeField(NameField):
    """A post that persons hold in turn."""

    __slots__ = ()
    type: ClassVar[str] = "office"


class TermField(NameField):
    """A word or phrase with a meaning of its own."""

    __slots__ = ()
    type: ClassVar[str] = "term"


@dataclass(frozen=True, slots=True)
class PeopleField(Value):
    """Several persons, all of whom belong to the answer."""

    type: ClassVar[str] = "people"
    persons: tuple[NameField, ...]
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> PeopleField:
        """Read a list of names of persons."""
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) < spec.min:
            what = f"'{spec.name}' has {len(items)} of at least {spec.min} persons"
            fail(node.at, "too-few", what, "add the missing ones as [A, B]")
        inner = Spec(spec.name, "person")
        people = tuple(PersonField.read(item, inner, scope) for item in items)
        refuse_twins(people, scope.language)
        return cls(people, node.at)

    def show(self, language: str) -> str | None:
        return lang.join(
            [person.name.show(language) for person in self.persons], language
        )

    def form(self, name: str, language: str) -> str | None:
        inner = "short" if name == "possessive" else name
        words = [person.form(inner, language) or "" for person in self.persons]
        joined = lang.join(words, language, "or" if name == "or" else "standard")
        return lang.possessive(joined, language) if name == "possessive" else joined

    def inner(self) -> tuple[Value, ...]:
        return self.persons

    def answers(self, language: str) -> tuple[Answer, ...]:
        return tuple(answer_of(person.name, language) for person in self.persons)


def names_in(value: Value) -> tuple[Name, ...]:
    """Give every name a value holds, at any depth."""
    if isinstance(value, NameField):
        return (value.name,)
    return tuple(name for inner in value.inner() for name in names_in(inner))
