"""One learner's life with a deck, whoever made it."""

import html
import re

from content import DECK, FIRST
from learner import Learner

OWN = "my own words"
ELSEWHERE = "Elsewhere"
# What the learner does to which fact; of these, three will be corrected.
EDITED, EDITED_AND_CORRECTED, TAGGED = "court", "term", "stars"
FLAGGED, SUSPENDED, BURIED, MOVED = "count", "house", "terms", "typo"


def words(text):
    """Give the words of a field, whatever its markup."""
    return re.findall(r"\w+", html.unescape(re.sub("<[^>]+>", " ", text)))


class Life:
    """A learner, and the note that each fact of the first release became."""

    def __init__(self, contender, folder):
        self.contender = contender
        self.notes = {}
        folder.mkdir()
        self.learner = Learner(folder)

    @property
    def anki(self):
        """The collection, as it is open now."""
        return self.learner.anki

    def note(self, name):
        """Give the note that a fact became."""
        return self.anki.get_note(self.notes[name])

    def cards(self, name):
        """Give the cards that a fact became."""
        return self.note(name).card_ids()

    def holding(self, fact):
        """Find the notes that ask a fact's question and tell its answer."""
        found = []
        for ident in self.anki.find_notes(""):
            note = self.anki.get_note(ident)
            asks = words(note[self.contender.question]) == words(fact.question)
            told = set(words(note[self.contender.answer]))
            if asks and told >= set(words(fact.answer)):
                found.append(ident)
        return found

    def edit(self, name):
        """Add words of one's own to an answer."""
        note = self.note(name)
        note[self.contender.answer] += f" ({OWN})"
        self.anki.update_note(note)

    def is_edited(self, ident):
        """Tell whether a note has the learner's own words."""
        return OWN in self.anki.get_note(ident)[self.contender.answer]

    def tag(self, name, tag):
        """Give a note a tag of one's own."""
        note = self.note(name)
        note.add_tag(tag)
        self.anki.update_note(note)

    def live(self):
        """Study for days, and do to a deck whatever learners do."""
        for name, fact in FIRST.facts.items():
            (self.notes[name],) = self.holding(fact)
        for count in (30, 10, 10, 10):
            self.learner.study(DECK, count)
            self.learner.sleep()
        if new := self.anki.find_cards("is:new"):
            raise RuntimeError(f"{len(new)} cards were never reviewed")
        self.edit(EDITED)
        self.edit(EDITED_AND_CORRECTED)
        self.tag(TAGGED, "mine")
        anki = self.anki
        anki.set_user_flag_for_cards(3, self.cards(FLAGGED))
        anki.sched.suspend_cards(self.cards(SUSPENDED))
        anki.sched.bury_cards(self.cards(BURIED))
        anki.set_deck(self.cards(MOVED), anki.decks.id(ELSEWHERE))
        anki.decks.rename(anki.decks.id(DECK), "My civics")
