"""What is graded: the question's words, and what the grader knows around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.grading.lexicon import Lexicon, lexicon
from quiz.grading.tokens import MARK, WORD
from quiz.grading.verdict import CLOSE, CORRECT, WRONG
from quiz.grading.words import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.grading.known import Known
    from quiz.grading.tokens import Word
    from quiz.keys import Answer

_RANK = {CORRECT: 3, CLOSE: 2, "neutral": 1, WRONG: 0}
NEUTRAL = "neutral"
_ASKING = ("which", "what", "name", "whose")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A question as the grader sees it.

    `near` gives for each typed word the words of the key that it may be (see `nearness`),
    `telling` the words of each answer of the key that are not light, `judged` what stretches of
    the response were found to be, so that none is judged twice.
    """

    stem: str
    code: str
    known: Known
    near: Mapping[str, frozenset[str]]
    telling: tuple[frozenset[str], ...]
    judged: dict[tuple[str, ...], Hit] = field(default_factory=dict)

    @property
    def asked(self) -> frozenset[str]:
        """The words of the question that an answer may repeat."""
        return asked(self.stem, self.code)

    @property
    def words(self) -> Lexicon:
        """What is known of the language."""
        return lexicon(self.code)

    def talk(self, word: Word) -> bool:
        """Tell whether a word adds nothing: light, or talk around an answer."""
        if word.kind == MARK:
            return True
        if self.words.has("polar", word.text):
            return False
        return self.words.has("light", word.text) or self.words.has("filler", word.text)

    def echoed(self, word: Word) -> bool:
        """Tell whether a word only repeats the question."""
        if self.words.has("negative", word.text) or self.words.has(
            "unechoed", word.text
        ):
            return False
        if word.text in self.asked or (word.lemma or word.text) in self.asked:
            return True
        return any(each <= self.asked for each in self.known.spelled(word.text))


@lru_cache(maxsize=1024)
def asked(stem: str, code: str) -> frozenset[str]:
    """Give the words of a question that an answer may repeat, as written and without endings."""
    known = lexicon(code)
    words = [
        word
        for word in read(stem, code)
        if word.kind != MARK and not known.has("light", word.text)
    ]
    return frozenset(
        {word.text for word in words}
        | {word.lemma for word in words if word.kind == WORD}
    )


@lru_cache(maxsize=1024)
def sort_asked(stem: str, code: str) -> frozenset[str]:
    """Give the words that say of what sort the answer is: `Which amendment`, `Name one war`.

    An answer need not repeat them.
    """
    known = lexicon(code)
    found: set[str] = set()
    reading = False
    for word in read(stem, code):
        if word.text in _ASKING:
            reading = True
        elif known.has("light", word.text) or word.kind == MARK:
            reading = False
        elif reading and word.kind == WORD:
            found |= {word.text, word.lemma}
    return frozenset(found)


@lru_cache(maxsize=1024)
def verb_asked(stem: str, code: str) -> frozenset[str]:
    """Give what the question asks somebody does, without its ending: `Who signs bills`."""
    known = lexicon(code)
    texts = [word for word in read(stem, code) if word.kind != MARK]
    who = next((n for n, word in enumerate(texts) if word.text == "who"), len(texts))
    heavy = (w for w in texts[who + 1 :] if not known.has("light", w.text))
    first = next(heavy, None)
    return frozenset({first.lemma or first.text} if first else ())


@lru_cache(maxsize=1024)
def subjects(stem: str, code: str) -> frozenset[str]:
    """Give the words of a question that may be the subject of an answer: not `than senators`."""
    known = lexicon(code)
    found: set[str] = set()
    aside = False
    for word in read(stem, code):
        if (
            word.kind == MARK
            or known.has("verbs", word.text)
            or known.has("asking", word.text)
        ):
            aside = False
        elif known.has("prepositions", word.text):
            aside = True
        elif not aside and not known.has("light", word.text):
            found |= {word.text, word.lemma}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Hit:
    """What one stretch of a response is: which answer, how well, and why.

    `answer` is its place in the key, None if it is none of them; `errors` counts what was
    forgiven; `values` fill the reason's sentence.
    """

    result: str
    why: str
    answer: int | None = None
    errors: int = 0
    values: tuple[tuple[str, str], ...] = ()

    @property
    def rank(self) -> tuple[int, int]:
        """How good it is: the result, then the fewest errors."""
        return _RANK[self.result], -self.errors


def hit(
    result: str, why: str, answer: Answer | None = None, errors: int = 0, **values: str
) -> Hit:
    """Make a hit whose reason may name the answer."""
    if answer is not None:
        values.setdefault("answer", answer.text)
    return Hit(result, why, None, errors, tuple(values.items()))
