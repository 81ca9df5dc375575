"""A list in order is asked whole, each thing in its place, on paper, on cards and in files."""

import datetime as dt

import pytest

from quiz import api
from quiz.cli import screens
from quiz.errors import QuizError
from quiz.fields import Spec
from quiz.formats.html import FORMAT
from quiz.formats.json import as_dict
from quiz.generate import generate

DAY = dt.date(2026, 11, 24)
STEPS = "- {id: a, kind: steps, ask: 'In what order?', steps: %s, source: s%s}\n"
KIND = """\
kind: k
about: K.
fields: {what: {type: list, ordered: true, of: year}, day: {type: date, optional: true}}
questions: {q: {stem: 'Q?', answer: %s}}
"""


@pytest.fixture
def form(tmp_path):
    """A form of one list in order, as the shipped kind asks it."""
    head = "deck: d\ntitle: T\nsources: {s: {publisher: P, date: 2000}}\nfacts:\n"
    (tmp_path / "d.yaml").write_text(head + STEPS % ("[bill, vote, law]", ""), "utf-8")
    found = api.load("d.yaml", cwd=tmp_path)
    return api.forms(found, as_of=DAY, kind="mc")[0]


def test_every_place_is_wanted(asked):
    """The key has all in order; the item's type says so, also to other programs."""
    ((draft, item),) = asked(STEPS % ("[c, a, b]", ""), "").values()
    assert (item.type, as_dict(item)["type"]) == ("order", "order")
    assert [answer.text for answer in item.key.answers] == ["c", "a", "b"]
    assert (item.key.need, item.key.ordered) == (3, True)
    assert draft.key == item.key


def test_need_all_says_what_holds_anyhow(asked):
    """To write it is no mistake."""
    ((_, item),) = asked(STEPS % ("[c, a]", ", need: all"), "").values()
    assert item.key.need == 2


def test_options_are_never_offered(form):
    """A list in order cannot be one of several options."""
    (item,) = form.items
    assert (item.distractors, item.no_options) == ((), "its answer is a list in order")
    assert form.entries[0].options == ()


def test_its_members_may_be_of_any_type(library, drafts):
    """Years in order are years."""
    shelf = library(
        "- {id: a, kind: k, what: [1787, 1776], source: s}", k=KIND % "what"
    )
    ((_, item),) = drafts(shelf).values()
    assert [answer.type for answer in item.key.answers] == ["year", "year"]
    assert item.type == "order"


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        ("[a]", "5:54: error[too-few]: 'steps' has 1 of at least 2 values"),
        ("a", "5:54: error[too-few]: 'steps' has 1 of at least 2 values"),
        ("[a, b, A]", "5:61: error[duplicate-answer]: 'A' stands twice in this list"),
    ],
)
def test_a_list_that_has_no_order_is_refused(steps, problem, library):
    """One thing alone is in no order, and what stands twice cannot be told by its place."""
    with pytest.raises(QuizError) as caught:
        library(STEPS % (steps, ""))
    assert [f"decks/1.yaml:{problem}"] == list(map(str, caught.value.problems))


def test_what_stands_twice_needs_words_that_set_it_apart(library):
    """Unlike in other lists, both are meant: they are to be told apart, not to be dropped."""
    with pytest.raises(QuizError) as caught:
        library(STEPS % ("[a, b, a]", ""))
    assert caught.value.problems[0].fix == "say in each what sets it apart"


def test_part_of_it_is_not_asked(asked):
    """A fact that wants some of the places is told so."""
    with pytest.raises(QuizError) as caught:
        asked(STEPS % ("[a, b]", ", need: 1"), "")
    what = "'order' asks for a list in order, which is asked whole"
    assert [f"decks/1.yaml:5:8: error[ordered-list]: {what}"] == [
        str(problem) for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("what, need: 2", "which is asked whole"),
        ("[what, day]", "which is asked alone"),
    ],
)
def test_a_kind_asks_for_it_whole_and_alone(answer, what, library):
    """A question cannot want some of its places or something beside it."""
    fact = "- {id: a, kind: k, what: [1787, 1776], source: s}"
    with pytest.raises(QuizError) as caught:
        library(fact, k=KIND % answer)
    (problem,) = caught.value.problems
    assert problem.code == "ordered-list"
    assert problem.what == f"'what' is a list in order, {what}"


@pytest.mark.parametrize(
    ("need", "codes"), [("all", []), ("0", ["bad-number"]), ("2", ["ordered-list"])]
)
def test_a_need_of_a_list_in_order_is_told_once(need, codes, library):
    """What is no count is no second problem, and `all` is none."""
    fact = "- {id: a, kind: k, what: [1787, 1776], source: s}"
    found = []
    try:
        library(fact, k=KIND % f"what, need: {need}")
    except QuizError as error:
        found = [problem.code for problem in error.problems]
    assert found == codes


def test_a_page_has_a_numbered_line_for_each_place(form):
    """The paper numbers the lines, the key the answers; each place is a point."""
    page = FORMAT.render(form).decode()
    lines = [f'<span class="label place">{n}.</span>' for n in (1, 2, 3)]
    assert [page.count(line) for line in lines] == [1, 1, 1]
    assert "<bdi>(1) bill; (2) vote; (3) law</bdi>" in page
    assert "/ 3</td>" in page


def test_a_terminal_numbers_the_places(form):
    """In a line, and where all there is to it is shown."""
    (item,) = form.items
    assert screens.answers(item.key) == "1. bill; 2. vote; 3. law"


def test_a_terminal_shows_each_place(tmp_path):
    """One below the other, under its number."""
    (tmp_path / "d.yaml").write_text(
        "deck: d\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
        + STEPS % ("[bill, law]", ", hint: Read it.")
    )
    found = api.load("d.yaml", cwd=tmp_path)
    made = api.catalogue(found, as_of=DAY)
    text = screens.everything("d/a/order", found.library, made)
    assert "  1.        bill\n  2.        law\n" in text
    assert "not offered as multiple choice: its answer is a list in order" in text
    assert "  hint      Read it.\n" in text


def test_a_field_says_that_its_order_matters(library):
    """Only a list can, and it then has two members at least."""
    shelf = library(STEPS % ("[a, b]", ""))
    spec = shelf.kinds["d", "steps"].fields["steps"]
    assert spec == Spec("steps", "list", min=2, ordered=True, at=spec.at)


ORDERS = ["[a, b, c]", "[a, c, b]"]


def test_another_order_is_another_answer(library):
    """Two facts of a deck that put one list in two orders contradict each other."""
    facts = [
        STEPS.replace("id: a", f"id: f{n}") % (order, "")
        for n, order in enumerate(ORDERS)
    ]
    with pytest.raises(QuizError) as caught:
        generate(library("".join(facts)), DAY)
    assert [problem.code for problem in caught.value.problems] == ["same-stem"]


def test_another_order_in_another_deck_is_a_finding(tmp_path):
    """Across decks it is told, too; the same order is not."""

    def told(other):
        for name, order in (("x", ORDERS[0]), ("y", other)):
            head = f"deck: {name}\ntitle: T\nsources: {{s: {{publisher: P}}}}\nfacts:\n"
            (tmp_path / f"{name}.yaml").write_text(head + STEPS % (order, ""), "utf-8")
        found = api.load("x.yaml", "y.yaml", cwd=tmp_path)
        return [problem.code for problem in api.check(found, as_of=DAY)]

    assert told(ORDERS[1]) == ["other-answer"] * 2
    assert told(ORDERS[0]) == []
