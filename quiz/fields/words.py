"""Fields that are words: text, list, sentence, statement and quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from quiz import language as lang
from quiz.dates import Date
from quiz.errors import Location  # noqa: TC001 - dataclass fields
from quiz.fields.spec import Scope, Spec, refuse_twins
from quiz.keys import Answer
from quiz.likeness import normalised
from quiz.model import Text
from quiz.reader import Mapping, Node, Sequence
from quiz.shape import fail, read_text, scalar
from quiz.values import Value

BLANK = "_____"
_GROUP = re.compile(r"\{([^{}]*)\}")


def plain(
    text: str, accept: tuple[str, ...] = (), wrong: tuple[str, ...] = ()
) -> Answer:
    """Make an answer of words; bare figures count as a number or a year."""
    kind, span = "text", None
    if re.fullmatch(r"\d[\d,]*(\.\d+)?", text):
        number = float(Decimal(text.replace(",", "")))
        kind, span = "number", (number, number)
        if re.fullmatch(r"1\d{3}|20\d{2}", text):
            year = Date(int(text))
            kind = "year"
            span = (float(year.first.toordinal()), float(year.last.toordinal()))
    return Answer(text, kind, accept=accept, wrong=wrong, span=span)


@dataclass(frozen=True, slots=True)
class TextField(Value):
    """Words, with other words a fair teacher accepts and curated wrong options."""

    type: ClassVar[str] = "text"
    text: Text
    accept: tuple[Text, ...]
    wrong: tuple[Text, ...]
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> TextField:
        """Read `words`, a map by language, or `{text, accept, wrong}`."""
        del spec
        if not isinstance(node, Mapping) or node.get("text") is None:
            return cls(read_text(node, scope.language), (), (), node.at)
        parts: dict[str, tuple[Text, ...]] = {"accept": (), "wrong": ()}
        words = Text({})
        for key, value in node:
            if key.text == "text":
                words = read_text(value, scope.language)
            elif key.text in parts:
                parts[key.text] = _texts(value, scope)
            else:
                what = f"'{key.text}' is no key of a text"
                fix = "use text, accept and wrong; put quotes around words with a comma"
                fail(key.at, "unknown-key", what, fix)
        return cls(words, parts["accept"], parts["wrong"], node.at)

    def show(self, language: str) -> str | None:
        return self.text.get(language)

    def answers(self, language: str) -> tuple[Answer, ...]:
        words = self.text.get(language)
        if words is None:
            return ()
        return (plain(words, _in(self.accept, language), _in(self.wrong, language)),)


def _texts(node: Node, scope: Scope) -> tuple[Text, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(read_text(item, scope.language) for item in items)


def _in(texts: tuple[Text, ...], language: str) -> tuple[str, ...]:
    return tuple(words for text in texts if (words := text.get(language)))


@dataclass(frozen=True, slots=True)
class ListField(Value):
    """Several answers, each of the type in `of`; if `ordered`, in the order that is asked."""

    type: ClassVar[str] = "list"
    members: tuple[Value, ...]
    ordered: bool
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> ListField:
        """Read a list, or a single value as a list of one."""
        inner = Spec(spec.name, spec.of[0] if spec.of else "text", unit=spec.unit)
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) < spec.min:
            what = f"'{spec.name}' has {len(items)} of at least {spec.min} values"
            fail(node.at, "too-few", what, "add the missing ones")
        members = tuple(scope.read(item, inner, scope) for item in items)
        # What stands at two places could not be asked by what goes before or after it.
        fix = "say in each what sets it apart" if spec.ordered else "keep one of them"
        refuse_twins(members, scope.language, fix)
        return cls(members, spec.ordered, node.at)

    def _join(self, language: str, style: Literal["standard", "or"]) -> str | None:
        shown = [member.show(language) for member in self.members]
        words = [word for word in shown if word is not None]
        return lang.join(words, language, style) if len(words) == len(shown) else None

    def show(self, language: str) -> str | None:
        return self._join(language, "standard")

    def form(self, name: str, language: str) -> str | None:
        return self._join(language, "or" if name == "or" else "standard")

    def inner(self) -> tuple[Value, ...]:
        return self.members

    def answers(self, language: str) -> tuple[Answer, ...]:
        found = [member.answers(language) for member in self.members]
        return sum(found, ()) if all(found) else ()


@dataclass(frozen=True, slots=True)
class SentenceField(Value):
    """What a fact teaches, as a sentence with a blank where the answer stands."""

    type: ClassVar[str] = "sentence"
    sentence: Text
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> SentenceField:
        """Read `Congress has _____ houses.`, or a map of such by language."""
        del spec
        sentence = read_text(node, scope.language)
        for words in sentence.languages.values():
            blanks = re.findall("__+", words)
            if blanks != [BLANK]:
                what = f"a sentence has one blank of five '_'; this has {len(blanks)}"
                if len(blanks) == 1:
                    what = f"a blank is five '_', not {len(blanks[0])}"
                fix = f"write it like: Congress has {BLANK} houses."
                fail(node.at, "bad-sentence", what, fix)
        return cls(sentence, node.at)

    def show(self, language: str) -> str | None:
        return self.sentence.get(language)

    def answers(self, language: str) -> tuple[Answer, ...]:
        """Give nothing: it shows a blank."""
        del language
        return ()


@dataclass(frozen=True, slots=True)
class StatementField(Value):
    """A sentence with one part in braces: the right words first, then false variants."""

    type: ClassVar[str] = "statement"
    sentence: Text
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> StatementField:
        """Read `The House has {435|100} voting members.`, or a map of such by language."""
        del spec
        sentence = read_text(node, scope.language)
        for words in sentence.languages.values():
            groups = _GROUP.findall(words)
            choices = [choice.strip() for choice in "|".join(groups).split("|")]
            if len(groups) != 1 or words.count("{") != 1 or words.count("}") != 1:
                what = f"a statement has one part in braces; this has {len(groups)}"
            elif len(choices) < 2 or not all(choices):  # noqa: PLR2004
                what = "the braces hold no false variant beside the true one"
            elif len(set(map(normalised, choices))) < len(choices):
                what = "two variants in the braces are the same"
            elif BLANK in words:
                what = "a statement has its blank where the braces are"
            else:
                continue
            fix = "write it like: The House has {435|100|50} voting members."
            fail(node.at, "bad-statement", what, fix)
        return cls(sentence, node.at)

    def _split(self, language: str) -> tuple[str, list[str]] | None:
        words = self.sentence.get(language)
        if words is None:
            return None
        choices = [choice.strip() for choice in _GROUP.findall(words)[0].split("|")]
        return words, choices

    def show(self, language: str) -> str | None:
        split = self._split(language)
        return _GROUP.sub(BLANK, split[0]) if split else None

    def form(self, name: str, language: str) -> str | None:
        split = self._split(language)
        if split is None or name != "true":
            return self.show(language)
        right = split[1][0]
        return _GROUP.sub(lambda _: right, split[0])

    def answers(self, language: str) -> tuple[Answer, ...]:
        split = self._split(language)
        return (plain(split[1][0], (), tuple(split[1][1:])),) if split else ()

    def given(self, language: str) -> tuple[Answer, ...]:
        """Give nothing: the sentence shows a blank."""
        del language
        return ()


@dataclass(frozen=True, slots=True)
class QuoteField(Value):
    """Words and who said them; as an answer it is the speaker."""

    type: ClassVar[str] = "quote"
    words: Text
    speaker: Value
    at: Location

    @classmethod
    def read(cls, node: Node, spec: Spec, scope: Scope) -> QuoteField:
        """Read `{text: ..., speaker: ...}`."""
        fix = "write it like: {text: the words, speaker: the person}"
        if not isinstance(node, Mapping):
            scalar(node, fix.removeprefix("write "))
            fail(node.at, "wrong-type", "this quote names no speaker", fix)
        for key, _ in node:
            if key.text not in ("text", "speaker"):
                what = f"'{key.text}' is no key of a quote"
                fail(key.at, "unknown-key", what, fix)
        words, speaker = node.get("text"), node.get("speaker")
        if words is None or speaker is None:
            missing = "text" if words is None else "speaker"
            fail(node.at, "missing-field", f"this quote has no '{missing}'", fix)
        person = scope.read(speaker, Spec(spec.name, "person"), scope)
        return cls(read_text(words, scope.language), person, node.at)

    def show(self, language: str) -> str | None:
        words = self.words.get(language)
        return lang.quoted(words, language) if words else None

    def form(self, name: str, language: str) -> str | None:
        return (self.speaker if name == "speaker" else self).show(language)

    def inner(self) -> tuple[Value, ...]:
        return (self.speaker,)

    def answers(self, language: str) -> tuple[Answer, ...]:
        return self.speaker.answers(language)

    def given(self, language: str) -> tuple[Answer, ...]:
        """Give the words, which only themselves match."""
        return (Answer(self.show(language) or ""),)
