"""What is released, twice: the same facts for every contender.

A fact is known here by a name that is nobody's but the measurer's.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Fact:
    """A question and its answer, by the id its curator gave it."""

    id: str
    question: str
    answer: str
    formerly: str = ""
    retired: bool = False


@dataclass(frozen=True)
class Release:
    """Facts by name, and the look of their cards."""

    facts: dict[str, Fact]
    restyled: bool = False

    def asked(self):
        """Give the facts that this release asks."""
        return {name: fact for name, fact in self.facts.items() if not fact.retired}


DECK = "Civics::Life"  # the name of every contender's deck in Anki
MARK = "restyled"  # what the later look is known by
_FACTS = {
    "when": (
        "Where and when do Biden and Xi meet?",
        "Bali, Indonesia; November 14, 2022",
    ),
    "who": (
        "On November 14, 2022, who will meet in Bali, Indonesia?",
        "Joe Biden; Xi Jinping",
    ),
    "typo": ("What is teh capital of France?", "Paris"),
    "count": ("How many senators are there?", "99"),
    "term": ("How long is a senator's term?", "five years"),
    "laws": ("Who makes federal laws?", "Congress"),
    "pact": ("Which pact is in force?", "The old one"),
    "court": ("What is the highest court?", "the Supreme Court"),
    "stars": ("How many stars does the flag have?", "50"),
    "house": ("How many voting members does the House have?", "435"),
    "terms": ("How long is a president's term?", "four years"),
    "anthem": ("What is the national anthem?", "The Star-Spangled Banner"),
}
_OLD = {name: Fact(name, *said) for name, said in _FACTS.items()}
# The meeting of the first two is over: its cards ask in another tense.
CORRECTED = {
    "when": replace(_OLD["when"], question="Where and when did Biden and Xi meet?"),
    "who": replace(
        _OLD["who"], question="On November 14, 2022, who met in Bali, Indonesia?"
    ),
    "typo": replace(_OLD["typo"], question="What is the capital of France?"),
    "count": replace(_OLD["count"], answer="100"),
    "term": replace(_OLD["term"], answer="six years"),
}
NEW = {
    "vice": Fact("vice", "Who leads the Senate?", "the Vice President"),
    "flag": Fact("flag", "How many stripes does the flag have?", "13"),
}
RENAMED = "laws"
RETIRED = "pact"
FIRST = Release(_OLD)
SECOND = Release(
    {
        **_OLD,
        **CORRECTED,
        RENAMED: replace(_OLD[RENAMED], id="lawmaker", formerly="laws"),
        RETIRED: replace(_OLD[RETIRED], retired=True),
        **NEW,
    },
    restyled=True,
)
