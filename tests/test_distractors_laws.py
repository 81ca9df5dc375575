"""Laws of wrong options, for any library: none is right, none stands twice, few ever move."""

import datetime as dt
import json
from dataclasses import replace

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.generate import generate
from quiz.likeness import in_order, is_above, overlap, same

TODAY = dt.date(2026, 11, 24)
KIND = """\
kind: k
about: K.
fields: {what: {type: text}, part: {type: %s}}
questions: {q: {stem: 'Which one {{ what }}?', answer: part}}
"""


def check(items):
    """Assert that no wrong option is in part right, or says in part what another does."""
    for item in items.values():
        curated = {text for right in item.key.answers for text in right.wrong}
        own = item.kind in ("qa", "members", "claim") or bool(curated)
        alike = same if own else overlap
        every = (*item.distractors, *item.beside)
        for place, wrong in enumerate(every):
            others = (*item.key.answers, *every[:place])
            assert [other for other in others if alike(wrong, other)] == [], item.id


def test_no_shipped_option_is_right_or_stands_twice(shipped):
    """Every option of every shipped item is another thing, and only one of them is right."""
    items = generate(shipped, TODAY).items
    check(items)
    assert {True} == {bool(i.distractors) != bool(i.no_options) for i in items.values()}


def test_a_shipped_answer_that_stands_in_order_can_stand_at_any_place(shipped):
    """With what is beside it, three options or all there could be lie on each of its sides."""
    items = generate(shipped, TODAY).items.values()
    ordered = [
        item
        for item in items
        if item.distractors and in_order((*item.key.answers, *item.distractors))
    ]
    assert all(in_order(item.beside) for item in ordered if item.beside)
    assert not any(item.beside for item in items if item not in ordered)
    above = [
        [
            is_above(item.key.answers[0], each)
            for each in (*item.distractors, *item.beside)
        ]
        for item in ordered
    ]
    free = [each for each in above if each.count(True) == each.count(False) == 3]
    assert len(free) > 0.9 * len(above) > 50
    assert all(max(each.count(True), each.count(False)) == 3 for each in above)


WORDS = st.lists(
    st.sampled_from(["law", "war", "art", "of", "the", "end"]), min_size=1, max_size=3
)
TEXT = WORDS.map(" ".join)
FACTS = st.one_of(
    st.fixed_dictionaries({"kind": st.just("term"), "term": TEXT, "meaning": TEXT}),
    st.fixed_dictionaries({"kind": st.just("k"), "what": TEXT, "part": TEXT}),
    st.fixed_dictionaries(
        {"kind": st.just("figure"), "ask": TEXT, "number": st.integers(0, 30).map(str)}
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("qa"),
            "ask": TEXT,
            "answer": TEXT,
            "wrong": st.lists(TEXT, min_size=1),
        }
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    facts=st.lists(FACTS, min_size=4, max_size=12),
    kind=st.sampled_from(["place", "text", "body"]),
)
def test_no_option_of_any_deck_is_right_or_stands_twice(facts, kind, library):
    """Whatever facts a library holds, options never overlap with the key or one another."""
    rows = [fact | {"id": f"f{n}", "source": "s"} for n, fact in enumerate(facts)]
    deck = {
        "deck": "d",
        "title": "T",
        "sources": {"s": {"publisher": "P"}},
        "facts": rows,
    }
    try:
        made = library(json.dumps(deck), k=KIND % kind)
        check(generate(made, TODAY).items)
    except QuizError:
        reject()


def test_a_fact_more_changes_the_options_of_few_items(shipped):
    """One fact of the shipped decks moves the options of 5% of the others at most, 2% on average."""
    whole = generate(shipped, TODAY).items
    facts = list(dict.fromkeys(shipped.facts.values()))
    changed = []
    for fact in facts[:: len(facts) // 10]:
        rest = {ref: each for ref, each in shipped.facts.items() if each is not fact}
        items = generate(replace(shipped, facts=rest), TODAY).items
        before = ((whole[name], item) for name, item in items.items() if name in whole)
        changed.append(sum(a.distractors != b.distractors for a, b in before))
    assert max(changed) <= len(whole) * 0.05
    assert sum(changed) / len(changed) <= len(whole) * 0.02
