import datetime as dt
import html
import subprocess
import sys

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest

from quiz import api
from quiz.formats.anki import FIELDS, FORMAT, NOTE_TYPES, fields_of, guid


@pytest.fixture
def collection(tmp_path):
    """An empty collection of real Anki's engine."""
    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def take(collection, path):
    """Import a package as a user with Anki's defaults does."""
    options = collection._backend.get_import_anki_package_presets()  # noqa: SLF001
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    return collection.import_anki_package(request).log


def test_real_anki_imports_every_item_once(tiny_form, tmp_path, collection):
    """Notes equal items, a second import changes nothing, and the collection is sound."""
    path = tmp_path / "tiny.apkg"
    path.write_bytes(FORMAT.render(tiny_form))
    first, second = take(collection, path), take(collection, path)
    assert len(tiny_form.items) == len(first.new)
    assert (len(first.conflicting), len(second.new) + len(second.updated)) == (0, 0)
    assert len(tiny_form.items) == len(collection.find_cards(""))
    assert collection.fix_integrity()[1]


def test_every_card_renders_its_stem_and_answer_unchanged(
    tiny_form, tmp_path, collection
):
    """What was typed arrives, whatever characters it holds, on both sides of each card."""
    path = tmp_path / "tiny.apkg"
    path.write_bytes(FORMAT.render(tiny_form))
    take(collection, path)
    by_id = {item.id: item for item in tiny_form.items}
    for card_id in collection.find_cards(""):
        card = collection.get_card(card_id)
        item = by_id[html.unescape(card.note()["Id"])]
        shown = card.render_output()
        if item.type != "cloze":
            assert item.stem in html.unescape(shown.question_text)
        for answer in item.key.answers:
            assert answer.text in html.unescape(shown.answer_text)
        assert not shown.question_av_tags


def test_real_anki_takes_every_shipped_deck(tmp_path, collection):
    """Each deck's notes are new once, known the second time, and sound."""
    found = api.load(cwd=tmp_path)
    known: set[str] = set()
    for form in api.forms(found, as_of=dt.date(2026, 11, 24)):
        path = tmp_path / f"{form.deck}.apkg"
        path.write_bytes(FORMAT.render(form))
        fresh = {item.id for item in form.items} - known
        first, second = take(collection, path), take(collection, path)
        known |= fresh
        assert (len(fresh), 0) == (len(first.new), len(second.new)), form.deck
        assert not first.conflicting
    assert len(known) == len(collection.find_cards(""))
    assert collection.fix_integrity()[1]


def test_a_cloze_hides_its_answer_on_the_front(tiny_form, tmp_path, collection):
    """The front of a sentence with a blank does not hold the right words."""
    path = tmp_path / "tiny.apkg"
    path.write_bytes(FORMAT.render(tiny_form))
    take(collection, path)
    (card_id,) = collection.find_cards('note:"Civics Cloze"')
    assert "435" not in html.unescape(
        collection.get_card(card_id)
        .render_output()
        .question_text.split("data-cloze")[0]
    )


def test_identity_is_frozen():
    """Changing any of these splits learners' notes from their schedules: do not."""
    assert guid("tiny/talk/where-when") == guid("tiny/talk/where-when")
    assert guid("us-amendments/first/number") == "nvT2Ty4aQdjn"
    expected = [
        "Question",
        "Answer",
        "Also",
        "Note",
        "AsOf",
        "Source",
        "Hint",
        "Topic",
        "Lang",
        "Dir",
        "Id",
    ]
    assert expected == list(FIELDS)
    ids = {kind: values[0] for kind, values in NOTE_TYPES.items()}
    assert ids == {
        "open": 1763990100001,
        "parts": 1763990100002,
        "cloze": 1763990100003,
    }


def test_parts_are_told_apart_on_the_back(tiny_form):
    """A combined question's back labels each part."""
    item = next(item for item in tiny_form.items if item.type == "parts")
    assert "<dt>where</dt><dd>Bali, Indonesia</dd>" in fields_of(item)["Answer"]


def test_two_builds_are_the_same_bytes(tiny, tmp_path):
    """Neither hash seed nor time zone nor folder changes a byte."""
    made = []
    for number, zone in enumerate(("Asia/Tokyo", "America/Los_Angeles")):
        out = tmp_path / f"out {number}"
        environment = {"TZ": zone, "PYTHONHASHSEED": str(number), "PATH": ""}
        command = [sys.executable, "-m", "quiz", "build", "tiny.yaml", "-o", str(out)]
        command += ["--as-of", "2026-11-24"]
        subprocess.run(command, check=True, cwd=tiny.parent, env=environment)
        made.append([path.read_bytes() for path in sorted(out.iterdir())])
    assert made[0] == made[1]


def test_the_notes_read_as_they_did(tiny_form, tmp_path, collection, golden):
    """Any change to what a learner gets is seen in the golden file."""
    path = tmp_path / "tiny.apkg"
    path.write_bytes(FORMAT.render(tiny_form))
    take(collection, path)
    lines = []
    for card_id in collection.find_cards("", order="c.due"):
        card = collection.get_card(card_id)
        note = card.note()
        lines.append(f"{collection.decks.name(card.did)} | {note.note_type()['name']}")
        lines.append(
            f"  guid: {note.guid}, due: {card.due}, tags: {' '.join(note.tags)}"
        )
        lines += [f"  {name}: {value}" for name, value in note.items()]
    golden("tiny.anki.txt", "\n".join([*lines, ""]))
