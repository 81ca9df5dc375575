"""What was answered in real Anki is known to the self-test."""

import pytest
from test_life import FIRST

from quiz.formats.anki import history
from quiz.study import anki
from quiz.study.store import open_store

DECK = "Civics::Life"


@pytest.fixture
def learner(learners, curator, long_ago):
    """A learner who has studied our deck for some days, and another's."""
    made = learners()
    made.take(curator({"life": FIRST}, long_ago) / "life.apkg")
    note = made.anki.new_note(made.anki.models.by_name("Basic"))
    note["Front"], note["Back"] = "another's", "life/capital/ask"
    made.anki.add_note(note, made.anki.decks.id(DECK))
    for _ in range(4):
        made.study(DECK, 9)
        made.sleep()
    made.study(DECK, 5)
    return made


def expected(learner):
    """Give what Anki itself has of our notes of one card: id, number, button, milliseconds."""
    rows = learner.anki.db.all(
        "select cid, id, ease, time from revlog where ease > 0 order by id"
    )
    found = []
    for card, number, button, elapsed in rows:
        note = learner.anki.get_card(card).note()
        if "Id" in note and len(note.card_ids()) == 1:
            found.append((note["Id"], number, button, elapsed))
    return found


def closed(learner):
    """Close Anki, and give the bytes of its collection."""
    learner.reopen()
    learner.anki.close()
    with open(learner.path, "rb") as file:  # noqa: PTH123 - Anki's paths are text
        data = file.read()
    learner.anki.reopen()
    return data


def told(data):
    """Give what was read, in the same way."""
    return [
        (each.card, each.number, each.button, each.elapsed)
        for each in history.read(data, "c")
    ]


def test_every_answer_is_read_as_anki_has_it(learner, tmp_path):
    """From the collection itself and from each kind of package that holds it."""
    right = expected(learner)
    assert len({name for name, *_ in right}) > 8
    assert len(right) > 15
    assert "life/bill/order" not in {name for name, *_ in right}
    answers = [closed(learner)]
    for legacy in (True, False):
        path = tmp_path / f"{legacy}.colpkg"
        learner.anki.export_collection_package(
            str(path), include_media=False, legacy=legacy
        )
        learner.reopen()
        answers.append(path.read_bytes())
    assert [told(data) for data in answers] == [right] * 3
    at = history.read(answers[0], "c")[0].at
    assert at.timestamp() * 1000 == pytest.approx(right[0][1])


def test_what_was_answered_in_anki_is_known_here(learner, tmp_path):
    """Once: a second time only what was answered since is added."""
    every = anki.read(closed(learner), "c")
    with open_store(tmp_path) as store:
        assert anki.merge(store, every[:-3]) == len(every) - 3
        assert anki.merge(store, every) == 3
        assert anki.merge(store, every) == 0
        assert store.events() == every
        assert {each.card for each in every} == set(store.memories())


def test_a_stability_is_near_that_of_anki(learner, tmp_path):
    """Both follow FSRS with the same parameters; Anki keeps four digits."""
    with open_store(tmp_path) as store:
        anki.merge(store, anki.read(closed(learner), "c"))
        memories = store.memories()
    pairs = []
    for name, memory in memories.items():
        (card,) = learner.cards(name)
        state = learner.anki.get_card(card).memory_state
        pairs.append((memory.stability, state.stability))
    assert [ours for ours, _ in pairs] == pytest.approx(
        [theirs for _, theirs in pairs], rel=0.001
    )


def test_a_card_that_was_reset_is_new_here_too(learner):
    """Only what was answered since counts; a day that was set by hand is no answer."""
    cards = learner.cards("life/capital/ask")
    learner.anki.sched.set_due_date(cards, "3")
    before = told(closed(learner))
    assert before == expected(learner)
    learner.anki.sched.schedule_cards_as_new(cards)
    after = told(closed(learner))
    assert after == [row for row in before if row[0] != "life/capital/ask"]
    assert len(after) < len(before)


def test_practice_in_a_filtered_deck_is_practice_here(learner):
    """If Anki did not reschedule by it; else it is study."""
    for reschedule in (False, True):
        deck = learner.anki.sched.get_or_create_filtered_deck(0)
        deck.name = f"Practice {reschedule}"
        deck.config.reschedule = reschedule
        deck.config.search_terms[0].search = '"Id:life/*/ask" is:review -is:learn'
        deck.config.search_terms[0].limit = 1
        del deck.config.search_terms[1:]
        learner.anki.sched.add_or_update_filtered_deck(deck)
        before = len(history.read(closed(learner), "c"))
        learner.study(deck.name, 1)
        *_, last = found = history.read(closed(learner), "c")
        assert (len(found) - before, last.practice) == (1, not reschedule)


def test_a_collection_that_anki_has_open_is_refused(learner, quiz, tmp_path):
    """Part of it is not in the file then; when Anki is closed it is read, and left as it was."""
    command = ("study", "import", learner.path)
    where = {"CIVICS_QUIZ_DATA": str(tmp_path / "profiles")}
    learner.study(DECK, 1)
    ran = quiz(*command, cwd=tmp_path, **where)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert f"{learner.path}: error[open-collection]: Anki has" in ran.stderr
    assert not (tmp_path / "profiles").exists()
    count = len(expected(learner))
    before = closed(learner)
    learner.anki.close()
    ran = quiz(*command, cwd=tmp_path, **where)
    assert ran.stdout == f"default: {count} entries added, 0 were there already\n"
    with open(learner.path, "rb") as file:  # noqa: PTH123
        assert before == file.read()
    learner.anki.reopen()
