"""Build a package as genanki's README does; run by an interpreter that has genanki.

It takes the path to write, and on standard input what is to be in it.
"""

import json
import sys

import genanki


class MyNote(genanki.Note):
    """The README's way to a guid that outlives a correction: hash what identifies the note."""

    @property
    def guid(self):
        """Hash the field that identifies the note."""
        return genanki.guid_for(self.fields[0])


def main(package, said):
    """Write the package."""
    fields = ["Id"] * said["best"] + ["Question", "Answer"]
    sides = {
        "qfmt": "{{Question}}",
        "afmt": '{{FrontSide}}<hr id="answer">{{Answer}}',
    }
    my_model = genanki.Model(
        1607392319,
        "Simple Model",
        fields=[{"name": name} for name in fields],
        templates=[{"name": "Card 1", **sides}],
        css=said["css"],
    )
    my_deck = genanki.Deck(2059400110, said["deck"])
    note = MyNote if said["best"] else genanki.Note
    for fact in said["notes"]:
        texts = [fact[name.lower()] for name in fields]
        my_deck.add_note(note(model=my_model, fields=texts))
    when = {"timestamp": said["timestamp"]} if said["best"] else {}
    genanki.Package(my_deck).write_to_file(package, **when)


if __name__ == "__main__":
    main(sys.argv[1], json.load(sys.stdin))
