"""Responses that name, or are nearer to, something else than the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from quiz.grading.case import hit
from quiz.grading.known import joined, rivals_of, signature
from quiz.grading.lacking import FREE
from quiz.grading.slips import DOUBTFUL
from quiz.grading.tokens import MARK
from quiz.grading.verdict import CLOSE, CORRECT, WRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.grading.case import Case, Hit
    from quiz.grading.tokens import Word
    from quiz.grading.ways import Ways
    from quiz.keys import Answer
    from quiz.model import Name

# A name may be mistyped in one letter of so many and still be taken for another.
_LETTERS = 4


def rival(
    words: Sequence[Word],
    answer: Answer,
    name: Name | None,
    way: Ways,
    best: Hit,
    case: Case,
) -> Hit | None:
    """Judge a response that is, or is nearer to, another name than the answer."""
    if best.result == CORRECT and not best.errors:
        return None
    content = [w for w in words if w.kind != MARK and not case.talk(w)]
    part = best.why == "missing"
    if (
        not (part and answer.type in FREE)
        and signature(content, case.code) not in way.signatures
    ):
        for other in case.known.called(content, rivals_of(answer.type)):
            # A common noun that the answer has in it, `bill` of `Bill of Rights`, is its half.
            if other is not name and not (part and other.text.islower()):
                return hit(WRONG, "rival", answer, other=other.show(case.code))
    if part or not best.errors or best.result == WRONG:
        return None
    limit = max(1, len(joined(content)) // _LETTERS)
    near = case.known.nearest(content, answer.type, limit)
    ours = min(
        (distance for distance, _, other in near if other is name), default=limit + 1
    )
    ours = min(ours, _distance(content, way))
    for distance, text, other in near:
        if other is name or text in way.texts:
            continue
        if distance < ours:
            return hit(WRONG, "nearer", answer, other=other.show(case.code))
        if distance == ours and best.result == CORRECT:
            return hit(CLOSE, "doubtful", answer, best.errors + DOUBTFUL)
    return None


def _distance(content: Sequence[Word], way: Ways) -> int:
    """Count the typing errors between a response and the nearest form of an answer."""
    said = joined(content)
    return min(
        OSA.distance(
            said,
            " ".join(
                w.text
                for w, must in zip(form.words, form.required, strict=True)
                if must
            ),
        )
        for form in way.forms
    )
