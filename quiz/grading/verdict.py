"""What the grader says of a response."""

from __future__ import annotations

from dataclasses import dataclass

RESULTS = (CORRECT := "correct", CLOSE := "close", WRONG := "wrong")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict and its reasons.

    `result` is `correct`, `close` (evidently meant, but incomplete or badly misspelt: the
    learner decides) or `wrong`; `matched` are the right answers that the response gives, as
    the key writes them; `missing` says what it lacks, if anything; `why` is one plain
    sentence in the language of the response.
    """

    result: str
    why: str
    matched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
