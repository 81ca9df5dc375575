"""The types a field may have: what each reads, shows and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.fields import names, numbers, times, words
from quiz.fields.names import NAME_TYPES, NameField, PeopleField, answer_of, names_in
from quiz.fields.spec import Scope, Spec
from quiz.fields.times import DateField, IntervalField, YearField, read_date
from quiz.fields.words import BLANK, ListField, plain

if TYPE_CHECKING:
    from quiz.reader import Node
    from quiz.values import Value

__all__ = [
    "BLANK",
    "FILTERS",
    "NAME_TYPES",
    "TYPES",
    "DateField",
    "IntervalField",
    "ListField",
    "NameField",
    "PeopleField",
    "Scope",
    "Spec",
    "YearField",
    "answer_of",
    "names_in",
    "plain",
    "read",
    "read_date",
]

_CLASSES = (
    words.TextField,
    ListField,
    words.SentenceField,
    words.StatementField,
    words.QuoteField,
    names.NameField,
    names.PersonField,
    names.PlaceField,
    names.BodyField,
    names.DocumentField,
    names.EventField,
    names.OfficeField,
    names.TermField,
    names.PeopleField,
    times.DateField,
    times.YearField,
    times.IntervalField,
    numbers.NumberField,
    numbers.OrdinalField,
)
TYPES = {cls.type: cls for cls in _CLASSES}

# Which field types each filter of a stem makes sense for.
_ANY_NAME = frozenset({"name", "people", *NAME_TYPES})
FILTERS = {
    "short": _ANY_NAME,
    "the": _ANY_NAME,
    "possessive": _ANY_NAME,
    "on": frozenset({"date", "year"}),
    "inside": frozenset({"date", "year"}),
    "year": frozenset({"date", "year"}),
    "or": frozenset({"list", "people"}),
    "speaker": frozenset({"quote"}),
    "true": frozenset({"statement"}),
}


def read(node: Node, spec: Spec, scope: Scope) -> Value:
    """Read a value as its field's type says; raises QuizError with the place."""
    return TYPES[spec.type].read(node, spec, scope)
