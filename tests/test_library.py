"""What kinds, decks and distractors promise together, from file to item."""

import datetime as dt

import pytest

from quiz import api
from quiz.errors import QuizError
from quiz.likeness import normalised

TODAY = dt.date(2026, 11, 24)
HEAD = "deck: d\ntitle: T\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"


def test_a_new_kind_is_one_file(tmp_path):
    """An extra kind needs a YAML file beside the deck and no Python."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "river.yaml").write_text(
        "kind: river\nabout: A river.\nfields: {name: {type: place}, ends: {type: place}}\n"
        "questions: {mouth: {stem: 'Where does the {{ name }} end?', answer: ends}}\n"
    )
    (tmp_path / "rivers.yaml").write_text(
        "deck: rivers\ntitle: Rivers\nsources: {s: {publisher: P}}\nfacts:\n"
        "- {id: po, kind: river, name: Po, ends: Adriatic Sea, source: s}\n"
    )
    (item,) = api.items(api.load("rivers.yaml", cwd=tmp_path), as_of=TODAY)
    assert item.stem == "Where does the Po end?"


def test_selected_items_keep_their_ids(tmp_path):
    """A deck of choices gives the very items of their home decks."""
    chosen = api.items(api.load("first-look", cwd=tmp_path), as_of=TODAY)
    homes = api.load("news-biden-xi-bali", "us-amendments", cwd=tmp_path)
    known = {item.id: item for item in api.items(homes, as_of=TODAY)}
    assert chosen
    assert all(known[item.id] == item for item in chosen)


def test_no_distractor_is_in_its_key(tmp_path):
    """No wrong option of a shipped item is also an accepted answer."""
    for item in api.items(api.load(cwd=tmp_path), as_of=TODAY):
        right = {normalised(form) for a in item.key.answers for form in a.forms}
        wrong = {normalised(answer.text) for answer in item.distractors}
        assert not right & wrong, item.id
        assert bool(item.distractors) != bool(item.no_options), item.id


def test_a_folder_of_decks_and_its_selections(tmp_path):
    """A folder is a library: selections by time, tag and question, and duplicates found."""
    head = "title: T\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"
    fact = "- {id: %s, kind: claim, claim: '%s {x|y}.', when: %s, source: s, tags: [old]}\n"
    home = tmp_path / "decks"
    home.mkdir()
    facts = fact % ("b", "Beta", "2001-01-02") + fact % ("a", "Alpha", "2001-01-03")
    (home / "one.yaml").write_text(f"deck: one\n{head}{facts}")
    (home / "two.yaml").write_text(
        "deck: two\ntitle: T\nselect: [{tag: old, question: complete, sort: when}, one/a/complete]\n"
    )
    found = api.load(cwd=tmp_path)
    assert [deck.id for deck in found.decks] == ["one", "two"]
    chosen = [item.id for item in api.items(api.load("two", cwd=tmp_path), as_of=TODAY)]
    assert chosen == ["one/b/complete", "one/a/complete"]
    (home / "three.yaml").write_text(f"deck: one\n{head}{facts}")
    with pytest.raises(QuizError, match="duplicate-deck"):
        api.load("decks", cwd=tmp_path)
    with pytest.raises(QuizError, match="unreadable-file"):
        api.load("decks/none.yaml", cwd=tmp_path)


def test_only_unique_stems_are_asked_where_a_kind_says_so(tmp_path):
    """Where two facts give one stem, a question marked unique is asked of neither."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "law.yaml").write_text(
        "kind: law\nabout: A law.\nfields: {name: {type: document}, year: {type: year}}\n"
        "questions: {y: {stem: 'Which law is of {{ year }}?', answer: name, unique: true},\n"
        "  n: {stem: 'Of which year is {{ name }}?', answer: year, options: none}}\n"
    )
    (tmp_path / "laws.yaml").write_text(
        "deck: laws\ntitle: Laws\nsources: {s: {publisher: P}}\nfacts:\n"
        "- {id: a, kind: law, name: Law A, year: 1900, source: s}\n"
        "- {id: b, kind: law, name: Law B, year: 1900, source: s}\n"
    )
    made = api.catalogue(api.load("laws.yaml", cwd=tmp_path), as_of=TODAY)
    reasons = [w.reason for w in made.withheld.values() if w.fact.deck == "laws"]
    assert reasons == ["another fact gives the same question another answer"] * 2
    assert made.items["laws/a/n"].no_options == "its kind never offers options"


def test_a_kind_of_ones_own_leaves_the_shipped_decks_alone(tmp_path):
    """Of the same name: one's own decks use it, the shipped ones keep theirs."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "qa.yaml").write_text(
        "kind: qa\nabout: Mine.\nfields: {ask: {type: text}, answer: {type: text}}\n"
        "questions: {mine: {stem: '{{ ask }} Say it!', answer: answer}}\n"
    )
    (tmp_path / "own.yaml").write_text(
        "deck: own\ntitle: Own\nsources: {s: {publisher: P}}\nselect: [{deck: us-amendments, kind: qa}]\n"
        "facts:\n- {id: a, kind: qa, ask: Who?, answer: Bob, source: s}\n"
    )
    mine, *shipped = api.items(api.load("own.yaml", cwd=tmp_path), as_of=TODAY)
    assert (mine.id, mine.stem) == ("own/a/mine", "Who? Say it!")
    assert len(shipped) > 10
    assert {item.question for item in shipped} == {"ask"}


def test_a_deck_may_be_in_the_english_of_a_region(tmp_path):
    """It is asked in the words of the kinds, which are in English."""
    (tmp_path / "own.yaml").write_text(
        "deck: own\ntitle: Own\nlanguage: en-GB\nsources: {s: {publisher: P}}\nfacts:\n"
        "- {id: a, kind: meeting, who: [Joe Biden, Xi Jinping], where: 'Bali, Indonesia', when: 2015-09-25, source: s}\n"
    )
    first, *_ = api.items(api.load("own.yaml", cwd=tmp_path), as_of=TODAY)
    assert first.stem == "Where and when did Biden and Xi meet?"
    assert [answer.text for answer in first.key.answers] == [
        "Bali, Indonesia",
        "25 September 2015",
    ]


def load(folder, fact, kind):
    """Load a deck of one fact, beside which a kind may lie."""
    (folder / "kinds").mkdir()
    (folder / "kinds" / "k.yaml").write_text(f"kind: k\nabout: A.\n{kind}")
    (folder / "d.yaml").write_text(f"{HEAD}- {{id: a, kind: k, {fact}, source: s}}\n")
    return api.load("d.yaml", cwd=folder)


@pytest.mark.parametrize(
    ("only", "when", "codes"),
    [
        ("[current, past]", "2027", []),
        ("past", "2026-11-24", []),
        ("[upcoming, past]", "2026-11-24", []),
        ("upcoming", "2020", ["not-asked"]),
        ("current", "2020", ["not-asked"]),
        ("timeless", "2027", ["not-asked"]),
    ],
)
def test_what_a_later_day_asks_is_not_missed(only, when, codes, tmp_path):
    """A fact of which nothing is asked is a finding, unless a later day asks it."""
    kind = (
        "fields: {what: {type: text}, when: {type: date}}\n"
        f"questions: {{q: {{stem: 'What?', answer: what, only: {only}}}}}\n"
    )
    found = api.check(load(tmp_path, f"what: it, when: {when}", kind), as_of=TODAY)
    assert codes == [problem.code for problem in found]


@pytest.mark.parametrize(
    ("need", "needs"), [("1", [1, 1, 2]), ("2", [2, 1, 2]), ("all", [3, 1, 2])]
)
def test_a_need_is_of_questions_with_several_answers(need, needs, tmp_path):
    """How many answers a fact wants says nothing of questions with one, or of parts."""
    kind = (
        "fields: {parts: {type: list}, name: {type: text}, day: {type: date}}\n"
        "questions: {parts: {stem: 'Which?', answer: parts}, one: {stem: 'What?', answer: name},\n"
        "  both: {stem: 'What and when?', answer: [name, day]}}\n"
    )
    fact = f"parts: [x, y, z], name: it, day: 2020, need: {need}"
    items = api.items(load(tmp_path, fact, kind), as_of=TODAY)
    assert needs == [item.key.need for item in items]
