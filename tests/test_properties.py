"""Laws that hold for any deck: what loads can be built, imported and read back unchanged."""

import datetime as dt
import html
import json
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from quiz.assemble import assemble
from quiz.errors import QuizError
from quiz.fields import BLANK
from quiz.formats import named
from quiz.generate import generate

TODAY = dt.date(2026, 11, 24)
HOSTILE = (
    "<b>",
    "&amp;",
    "{{c1::x}}",
    "{%",
    "[sound:x]",
    '"',
    "'",
    "שלום",
    "🇺🇸",
    "\\",
    "#",
)
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
WORDS = st.lists(st.sampled_from(HOSTILE) | st.text(LETTERS, min_size=1), min_size=1)
TEXT = WORDS.map(" ".join).filter(str.strip)
PLAIN = st.text("abcdefghij", min_size=3, max_size=9)
DAYS = st.dates(dt.date(1700, 1, 1), dt.date(2020, 1, 1)).map(str)
FACTS = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("qa"), "ask": TEXT, "answer": st.lists(TEXT, min_size=1)}
    ),
    st.fixed_dictionaries({"kind": st.just("term"), "term": TEXT, "meaning": TEXT}),
    st.fixed_dictionaries(
        {
            "kind": st.just("meeting"),
            "who": st.lists(TEXT, min_size=2, max_size=4),
            "where": TEXT,
            "when": DAYS,
            "cue": TEXT,
        }
    ),
    st.fixed_dictionaries(
        {"kind": st.just("claim"), "claim": PLAIN.map("It is {{{0}|un{0}}}.".format)}
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("figure"),
            "ask": TEXT,
            "number": st.integers(0, 10**6).map(str),
        }
    ),
)


@st.composite
def decks(draw):
    """Make the text of a deck; JSON is YAML, whatever characters it holds."""
    facts = draw(st.lists(FACTS, min_size=1, max_size=6))
    for number, fact in enumerate(facts):
        fact |= {"id": f"f{number}", "source": "s", "note": draw(TEXT)}
    deck = {"deck": "any", "title": draw(TEXT), "about": draw(TEXT)}
    deck |= {"sources": {"s": {"publisher": draw(TEXT)}}, "facts": facts}
    return json.dumps(deck, ensure_ascii=False)


def form_of(library, text):
    """Assemble a deck from its text, or skip what is no good deck."""
    try:
        found = library(text)
        items = generate(found, TODAY).of(found.decks["any"])
    except QuizError:
        reject()
    assume(items)
    return assemble(found.decks["any"], items, as_of=TODAY)


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
@given(decks())
def test_a_deck_that_loads_reads_back_from_json_and_html(library, text):
    """JSON gives back each stem and key; the page holds them, escaped once, around blanks."""
    form = form_of(library, text)
    lines = named("json").render(form).decode().split("\n")
    back = [json.loads(line) for line in lines if line]
    assert [item.stem for item in form.items] == [line["stem"] for line in back]
    for item, line in zip(form.items, back, strict=True):
        answers = [(answer.text, list(answer.accept)) for answer in item.key.answers]
        assert answers == [(part["answer"], part["accept"]) for part in line["key"]]
    page = html.unescape(named("html").render(form).decode())
    for item in form.items:
        for piece in item.stem.split(BLANK):
            assert html.unescape(piece) in html.unescape(page)


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=30)
@given(decks())
def test_a_deck_that_loads_imports_into_real_anki(library, text):
    """Notes equal items, each with one card that shows its answer; nothing changes twice."""
    form = form_of(library, text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.apkg"
        path.write_bytes(named("anki").render(form))
        collection = Collection(f"{folder}/collection.anki2")
        options = collection._backend.get_import_anki_package_presets()  # noqa: SLF001
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        first = collection.import_anki_package(request).log
        second = collection.import_anki_package(request).log
        assert (len(form.items), 0) == (len(first.new), len(second.new))
        assert len(first.conflicting) + len(second.updated) == 0
        by_id = {item.id: item for item in form.items}
        cards = [collection.get_card(card) for card in collection.find_cards("")]
        assert len(cards) == len(by_id)
        for card in cards:
            item = by_id[html.unescape(card.note()["Id"])]
            shown = html.unescape(card.render_output().answer_text)
            assert all(answer.text in shown for answer in item.key.answers)
        collection.close()
