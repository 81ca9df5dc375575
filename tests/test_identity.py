"""What a learner's card is known by stays, whatever a curator renames, moves or ends."""

import datetime as dt

from quiz import api
from quiz.formats.anki import notes

DAY = dt.date(2026, 11, 24)
FACT = "kind: river, name: Po, ends: Adriatic Sea, source: s"
OLD = f"  - {{id: po, {FACT}}}\n"


def made(tmp_path, deck, head, facts, question="mouth", more=""):
    """Write a deck and its kind, and make its items."""
    (tmp_path / "kinds").mkdir(exist_ok=True)
    (tmp_path / "kinds" / "river.yaml").write_text(
        "kind: river\nabout: A river.\nfields: {name: {type: place}, ends: {type: place}}\n"
        f"questions: {{{question}: {{stem: 'Where does the {{{{ name }}}} end?', answer: ends{more}}}}}\n",
        "utf-8",
    )
    (tmp_path / f"{deck}.yaml").write_text(
        f"deck: {deck}\n{head}title: T\nsources: {{s: {{publisher: P}}}}\nfacts:\n{facts}",
        "utf-8",
    )
    return api.items(api.load(f"{deck}.yaml", cwd=tmp_path), as_of=DAY)


def guid(item):
    """As real Anki knows the note."""
    return notes.guid(item.origin)


def test_a_card_keeps_its_identity_through_every_renaming(tmp_path):
    """Of fact, deck and question, alone or all together, and through a move."""
    (first,) = made(tmp_path, "rivers", "", OLD)
    renamed = f"  - {{id: po-river, formerly: [po], {FACT}}}\n"
    moved = f"  - {{id: po-river, formerly: [rivers/po], {FACT}}}\n"
    later = [
        made(tmp_path, "rivers", "", renamed),
        made(tmp_path, "waters", "formerly: [rivers]\n", renamed),
        made(tmp_path, "other", "", moved),
        made(tmp_path, "rivers", "", OLD, "end", ", formerly: [mouth]"),
        made(
            tmp_path,
            "waters",
            "formerly: [rivers]\n",
            renamed,
            "end",
            ", formerly: [mouth]",
        ),
    ]
    assert {item.origin for (item,) in later} == {first.id}
    assert {guid(item) for (item,) in later} == {guid(first)}
    assert later[-1][0].id == "waters/po-river/end"


def test_another_fact_is_another_card(tmp_path):
    """An id without its former one starts anew."""
    (first,) = made(tmp_path, "rivers", "", OLD)
    (other,) = made(tmp_path, "rivers", "", OLD.replace("id: po", "id: po-river"))
    assert guid(first) != guid(other)


def test_a_fact_moved_from_a_renamed_deck_is_the_same_card(tmp_path):
    """Said by the id the deck had when it moved, its first id still counts."""
    (first,) = made(tmp_path, "rivers", "", OLD)
    (tmp_path / "rivers.yaml").unlink()
    stays = OLD.replace("id: po", "id: stays")
    made(tmp_path, "waters", "formerly: [rivers]\n", stays)
    moved = OLD.replace("id: po", "id: po, formerly: [waters/po]")
    made(tmp_path, "lakes", "", moved)
    found = api.load("lakes.yaml", "waters.yaml", cwd=tmp_path)
    (item, _) = api.items(found, as_of=DAY)
    assert (item.id, guid(item)) == ("lakes/po/mouth", guid(first))


def test_a_choice_may_name_a_fact_as_it_was_called(tmp_path):
    """A teacher's own deck lives on after ours is renamed."""
    made(
        tmp_path,
        "waters",
        "formerly: [rivers]\n",
        OLD.replace("id: po", "id: po-river, formerly: [po]"),
    )
    (tmp_path / "mine.yaml").write_text(
        "deck: mine\ntitle: M\nselect: [rivers/po]\n", "utf-8"
    )
    found = api.load("mine.yaml", "waters.yaml", cwd=tmp_path)
    assert [item.id for item in api.items(found, as_of=DAY)] == [
        "waters/po-river/mouth"
    ]


def test_a_retired_fact_is_asked_until_its_day(tmp_path):
    """And said why not, from then on."""
    ended = OLD.replace(
        "source: s", "source: s, retired: {on: 2026-11-24, why: It dried up.}"
    )
    more = "  - {id: q, kind: qa, ask: Who?, answer: Bob, source: s}\n"
    assert [item.fact for item in made(tmp_path, "rivers", "", ended + more)] == ["q"]
    found = api.load("rivers.yaml", cwd=tmp_path)
    before = api.items(found, as_of=DAY - dt.timedelta(1))
    assert [item.fact for item in before] == ["po", "q"]
    held = api.catalogue(found, as_of=DAY).withheld["rivers/po/mouth"]
    assert held.reason == "it was retired on 2026-11-24"
