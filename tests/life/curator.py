"""A curator who releases decks, in our program or in a later one."""

import contextlib
import datetime as dt
import shutil
from unittest.mock import patch

from quiz import api, resources
from quiz.formats.anki import notes, types

# Our programs, of then and now, make the same of an item that did not change.
EVER = dt.date(2020, 1, 1)


class Curator:
    """One who keeps decks in a folder, with their ledger."""

    def __init__(self, home):
        self.home = home
        self.count = 0
        (home / "decks").mkdir(parents=True)

    def release(self, decks, now, as_of=None, **how):
        """Release decks (YAML by name) as of a day, at a moment; a deck that is left out is gone.

        It gives the folder with a package for each deck.
        """
        self.count += 1
        for file in (self.home / "decks").glob("*.yaml"):
            file.unlink()
        for name, text in decks.items():
            (self.home / f"decks/{name}.yaml").write_text(text, "utf-8")
        found = api.load(cwd=self.home)
        forms = api.forms(found, as_of=as_of or now.date())
        out = self.home / f"release {self.count}"
        with patch.object(notes, "RENDERED", EVER):
            api.release(found, forms, out, ["anki"], now=now, **how)
        return out


@contextlib.contextmanager
def restyled(folder, day):
    """Give the cards another look, as a later program would, from a day on."""
    templates = folder / "templates"
    shutil.copytree(resources.folder("templates"), templates)
    style = templates / "anki/style.css"
    style.write_text(style.read_text("utf-8") + "/* restyled */\n", "utf-8")
    old = resources.folder

    def found(name):
        return templates if name == "templates" else old(name)

    with (
        patch.object(resources, "folder", found),
        patch.object(types, "TEMPLATES_CHANGED", day),
    ):
        yield
