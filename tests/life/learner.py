"""A learner in real Anki, who reviews, edits and imports."""

import json
import time
from dataclasses import dataclass

from anki import import_export_pb2
from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.scheduler.v3 import CardAnswer

DAY = 86_400
ALWAYS = import_export_pb2.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
RATINGS = (CardAnswer.GOOD, CardAnswer.EASY, CardAnswer.GOOD, CardAnswer.AGAIN)


@dataclass(frozen=True)
class Counts:
    """How many notes an import said were new, updated, known already and refused."""

    new: int
    updated: int
    known: int
    refused: int


class Learner:
    """One profile with FSRS on."""

    def __init__(self, folder):
        self.path = str(folder / "collection.anki2")
        self.anki = Collection(self.path)
        self.anki.set_config("fsrs", val=True)

    def take(self, package, *, always=False):
        """Import a package with the options a real user has, or with "Always"."""
        options = self.anki._backend.get_import_anki_package_presets()  # noqa: SLF001 - has no other door
        if always:
            options = ImportAnkiPackageOptions(
                update_notes=ALWAYS, update_notetypes=ALWAYS
            )
        request = ImportAnkiPackageRequest(package_path=str(package), options=options)
        log = self.anki.import_anki_package(request).log
        self.reopen()  # Anki's window forgets what it knew of note types, too
        return Counts(*map(len, (log.new, log.updated, log.duplicate, log.conflicting)))

    def study(self, deck, count):
        """Answer the next cards of a deck, some of them wrong."""
        self.anki.decks.select(self.anki.decks.id(deck))
        for number in range(count):
            queue = self.anki.sched.get_queued_cards(fetch_limit=1).cards
            if not queue:
                return
            card = self.anki.get_card(queue[0].card.id)
            card.start_timer()
            rating = RATINGS[number % len(RATINGS)]
            answer = self.anki.sched.build_answer(
                card=card, states=queue[0].states, rating=rating
            )
            self.anki.sched.answer_card(answer)
            time.sleep(0.002)  # a review is known by its millisecond

    def sleep(self, days=1):
        """Let days pass: all that was, was so many days earlier."""
        db, past = self.anki.db, days * DAY
        db.execute("update col set crt = crt - ?", past)
        db.execute("update revlog set id = id - ?", past * 1000)
        db.execute("update cards set due = due - ? where due > 1000000000", past)
        for ident, data in db.all("select id, data from cards where data != ''"):
            known = json.loads(data)
            if "lrt" in known:
                known["lrt"] -= past
                text = json.dumps(known, separators=(",", ":"))
                db.execute("update cards set data = ? where id = ?", text, ident)
        self.reopen()

    def reopen(self):
        """Close Anki and start it again."""
        self.anki.close()
        self.anki = Collection(self.path)

    def note(self, ident):
        """Find an item's note by its id."""
        (found,) = self.anki.find_notes(f'"Id:{ident}"')
        return self.anki.get_note(found)

    def cards(self, ident):
        """Give an item's cards."""
        return self.note(ident).card_ids()

    def edit(self, ident, *tags, **fields):
        """Change a note as a learner does."""
        note = self.note(ident)
        for field, text in fields.items():
            note[field] = text
        note.tags += tags
        self.anki.update_note(note)

    def schedules(self):
        """Give all that a card's schedule is made of, by card, and every review."""
        cards = self.anki.db.all(
            "select id, nid, did, type, queue, due, ivl, factor, reps, lapses, left, odue,"
            " odid, flags, data from cards order by id"
        )
        return (
            {row[0]: tuple(row[1:]) for row in cards},
            self.anki.db.all("select * from revlog order by id"),
        )

    def texts(self):
        """Give every note by its guid: type, fields and tags."""
        found = {}
        for ident in self.anki.find_notes(""):
            note = self.anki.get_note(ident)
            kind = note.note_type()["name"]
            assert note.guid not in found
            found[note.guid] = (kind, tuple(note.fields), tuple(sorted(note.tags)))
        return found

    def is_sound(self):
        """Tell whether Anki finds nothing to mend, no empty card and no missing media."""
        problems, fine = self.anki.fix_integrity()
        empty = self.anki.get_empty_cards()
        media = self.anki.media.check()
        return (
            fine
            and not empty.notes
            and not (media.missing or media.unused)
            and "optimized" in problems
        )
