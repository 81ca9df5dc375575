"""Whatever happens to a deck from release to release, who takes each and who takes the last are one."""

import datetime as dt
import itertools
from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.formats.anki.searching import search

NUMBERS = itertools.count(1)
PLACE = st.integers(0, 9)
WORD = st.sampled_from(["Ann", "Bob", "Cid"])
CHANGES = st.one_of(
    st.tuples(st.just("add"), WORD),
    st.tuples(st.just("edit"), PLACE, WORD),
    st.tuples(st.just("rename"), PLACE),
    st.tuples(st.just("retire"), PLACE),
    st.tuples(st.just("revert"), PLACE),
    st.tuples(st.just("reorder"), PLACE),
)
HISTORIES = st.lists(st.lists(CHANGES, max_size=4), min_size=2, max_size=5)


@dataclass(frozen=True)
class Fact:
    """A fact as its curator has it; `was` are its former ids, `first` its first answer."""

    id: str
    answer: str
    first: str
    was: tuple[str, ...] = ()
    retired: str = ""

    def text(self):
        """Write it as YAML."""
        end = f", retired: {{on: {self.retired}, why: Over.}}" if self.retired else ""
        return (
            f"- {{id: {self.id}, formerly: [{', '.join(self.was)}], kind: qa,"
            f" ask: 'Who is {(*self.was, self.id)[0]}?', answer: {self.answer}, source: s{end}}}\n"
        )


@dataclass
class Curated:
    """A deck that changes."""

    facts: list[Fact] = field(default_factory=lambda: [Fact("a", "Ann", "Ann")])
    count: int = 0

    def change(self, day, what, *how):
        """Apply a change; of a place only the remainder counts."""
        if what == "add":
            self.facts.append(Fact(self._id(), how[0], how[0]))
            return
        place = how[0] % len(self.facts)
        fact = self.facts[place]
        match what:
            case "edit":
                self.facts[place] = replace(fact, answer=how[1])
            case "rename":
                changed = replace(fact, id=self._id(), was=(*fact.was, fact.id))
                self.facts[place] = changed
            case "retire":
                self.facts[place] = replace(fact, retired=fact.retired or str(day))
            case "revert":
                self.facts[place] = replace(fact, answer=fact.first, retired="")
            case "reorder":
                self.facts = self.facts[place:] + self.facts[:place]

    def _id(self):
        self.count += 1
        return f"new-{self.count}"

    def text(self, name):
        """Write the deck; one item is always in it."""
        head = (
            f"deck: {name}\ntitle: {name}\nsources: {{s: {{publisher: P}}}}\nfacts:\n"
        )
        stays = "- {id: stays, kind: qa, ask: Who stays?, answer: Zoe, source: s}\n"
        return head + stays + "".join(fact.text() for fact in self.facts)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(history=HISTORIES)
def test_each_release_or_only_the_last(history, learners, curator, long_ago):
    """They have the same notes once what was retired is found and removed; no schedule is lost."""
    name = f"d{next(NUMBERS)}"
    each, skipping, deck = learners(), learners(), Curated()
    for number, changes in enumerate(history):
        now = long_ago + dt.timedelta(number)
        for what, *how in changes:
            deck.change(now.date(), what, *how)
        out = curator({name: deck.text(name)}, now)
        cards, reviews = each.schedules()
        counts = each.take(out / f"{name}.apkg")
        after, log = each.schedules()
        assert counts.refused == 0
        assert reviews == log
        assert cards == {ident: after[ident] for ident in cards}
        each.study(f"Civics::{name}", 2)
    skipping.take(out / f"{name}.apkg")
    lines = (out.parent / "decks/ledger.tsv").read_text("utf-8").splitlines()
    gone = [row[1] for row in (line.split("\t") for line in lines) if len(row) == 8]
    for line in search(gone):
        found = each.anki.find_notes(line)
        each.anki.remove_notes(found)
    assert skipping.texts() == each.texts()
    assert each.is_sound()
    for learner in (each, skipping):
        learner.anki.close()
