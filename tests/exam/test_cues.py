"""No question repeats what a paper asks, or tells what another asks for."""

import pytest

from quiz.chance import chance
from quiz.exam.cues import Company, common, told
from quiz.exam.tasks import single
from quiz.keys import Answer
from quiz.papers import FALSE, Row, Task


@pytest.fixture(scope="module")
def task():
    """A function that makes a task of one item, of a type."""
    return lambda item, form="open", **more: single(item, form, chance(1), **more)


@pytest.fixture(scope="module")
def barred(task):
    """A function that tells whether of two items either bars the other; both must agree."""

    def bars(one, other, form="open", *, strict=True):
        found = set()
        for first, second in ((one, other), (other, one)):
            company = Company(strict=strict)
            assert not company.bars(task(first, form))
            company.add(task(first, form))
            found.add(company.bars(task(second, form)))
        (verdict,) = found
        return verdict

    return bars


@pytest.mark.parametrize(
    ("answer", "stem", "verdict"),
    [
        ("Bali", "Who came to Bali?", True),
        ("the Senate", "What does the SENATE's clerk do? The Senate!", True),
        ("Cote d'Or", "Where is Côte d’Or?", True),
        ("G20 summit", "Who led the G20 summit of 2022?", True),
        ("G20 summit", "Who led the G20, and which summit?", False),
        ("law", "Who wrote the laws?", False),
        ("7", "Who was born in 1787?", False),
        (Answer("Bali, Indonesia", accept=("Bali",)), "Who came to Bali?", True),
        (Answer("Bali, Indonesia"), "Who came to Bali?", False),
        (Answer("Bali", wrong=("Java",)), "Who came to Java?", False),
    ],
)
@pytest.mark.parametrize("form", ["open", "cloze"])
def test_a_question_that_shows_a_form_of_an_answer_is_barred(
    form, answer, stem, verdict, item, barred
):
    """Word by word, in any case and without accents, whichever of the two comes first."""
    asks = item("a", "Where was it?", answer)
    shows = item("b", stem, "nobody")
    assert verdict is barred(asks, shows, form)


def test_each_of_several_answers_may_not_be_told(item, barred):
    """Nor shown beside others in one question."""
    asks = item("a", "Name two.", "red", "white", need=2)
    assert barred(asks, item("b", "What is white?", "snow"))
    assert not barred(asks, item("b", "What is blue?", "sky"))


def test_words_of_two_texts_make_no_answer(item, task):
    """The end of one row and the start of the next say nothing together."""
    steps = item("a", "In which order?", "the bill", "law", "vote", ordered=True)
    company = Company()
    company.add(task(steps, "order"))
    assert company.bars(task(item("b", "What is it?", "law")))
    assert not company.bars(task(item("c", "What is it?", "bill law")))


def test_a_statement_shows_what_it_says(item, task):
    """A true one its own answer, a false one what is wrong: neither may be asked elsewhere."""
    states = item("a", "Where?", "Bali", wrong=["Java"], says="They met in _____.")
    asks = {name: item(name, "Which island?", name) for name in ("Bali", "Java")}
    for truth, told_ in ((0, "Bali"), (FALSE, "Java")):
        company = Company()
        company.add(task(states, "tf", truth=truth))
        assert {n for n, i in asks.items() if company.bars(task(i))} == {told_}


def test_options_tell_nothing(item, task):
    """They do not say what they answer; else no two questions of a kind could meet."""
    company = Company()
    company.add(task(item("a", "Where?", "Bali", wrong=["Java"]), "mc"))
    assert not company.bars(task(item("b", "Which island?", "Java")))


def test_what_a_fact_teaches_is_asked_once(item, barred):
    """Two questions of a fact can meet if they ask for other parts of it."""
    where = item("a/where", "Where?", Answer("Bali", name="where"))
    when = item("a/when", "When?", Answer("2022", name="when"))
    both = item(
        "a/both", "Where, when?", Answer("B", name="where"), Answer("C", name="when")
    )
    assert not barred(where, when)
    assert barred(where, both)
    assert barred(when, both)
    assert not barred(
        where, item("b/where", "Where else?", Answer("Rome", name="where"))
    )


@pytest.mark.parametrize("strict", [True, False])
def test_one_question_of_two_facts_is_asked_once(strict, item, barred):
    """In the same words but for case and marks, as in two decks; whatever is right in each."""
    one = item("a", "Who was the first?", "Ann", deck="x")
    assert barred(one, item("b", "Who was the First", "Bob", deck="y"), strict=strict)
    assert not barred(one, item("b", "Who was first?", "Bob", deck="y"), strict=strict)


def test_a_set_speaks_with_each_of_its_questions(item, task):
    """Each item of it is asked, and none may be told; its answers are among many."""
    years = [item(f"y{n}", f"When was the {n}th one?", str(1790 + n)) for n in (3, 4)]
    company = Company()
    rows = tuple(Row(each, 0, each.stem, n) for n, each in enumerate(years))
    company.add(Task("match", "When was the … one?", rows, options=("1793", "1794")))
    assert company.bars(task(years[0]))
    assert company.bars(task(item("b", "What was there in 1794?", "it")))
    assert company.bars(task(item("c", "Which comes last?", "4th one")))
    assert not company.bars(task(item("d", "Which comes last?", "5th")))
    assert not company.bars(task(item("e", "What was there in 1795?", "it")))


def test_a_set_whose_questions_tell_each_other_is_barred(item):
    """As two rows of a set, or two cells of a table."""
    asks, shows = item("a", "Where?", "Bali"), item("b", "Who came to Bali?", "Biden")
    other = item("c", "Who came to Java?", "Biden")
    for pair, verdict in (
        ((asks, shows), True),
        ((shows, asks), True),
        ((asks, other), False),
    ):
        rows = tuple(Row(each, 0, each.stem) for each in pair)
        assert Company().bars(Task("table", "", rows)) is verdict


@pytest.mark.parametrize(
    ("stem", "verdict"),
    [
        ("Who left Bali?", False),
        ("Which leaders came to Bali?", True),
        ("Which leader came to Bali?", True),
        ("Who came to Bali with that?", False),
        ("Which leaders came to Java?", False),
    ],
)
def test_if_not_strict_an_answer_tells_beside_what_it_is_of(
    stem, verdict, item, barred
):
    """That is a telling word of its question, with any ending, that the answer itself has not."""
    asks = item("a", "Where did the leaders with that Bali idea meet?", "Bali")
    assert verdict is barred(asks, item("b", stem, "nobody"), strict=False)


def test_if_not_strict_a_fact_tells_its_own_answers_still(item, barred):
    """Its other question speaks of the same thing, whatever its words."""
    asks = item("a/where", "Where?", Answer("Bali", name="where"))
    other = item("a/who", "Who left Bali?", Answer("Biden", name="who"))
    assert barred(asks, other, strict=False)
    assert not barred(asks, item("b", "Who left Bali?", "Biden"), strict=False)


def test_a_company_knows_facts(item, task):
    """A fact of which any question stands there; not one of the same id in another deck."""
    company = Company()
    company.add(task(item("a/x", "Where?", "Bali")))
    assert company.knows(item("a/y", "When?", "2022"))
    assert not company.knows(item("b/x", "When?", "2022"))
    assert not company.knows(item("a/y", "When?", "2022", deck="e"))


@pytest.mark.parametrize("strict", [True, False])
def test_a_copy_is_joined_by_others(strict, item, task):
    """It holds what the first holds, as strictly; what joins it does not join the first."""
    company = Company(strict=strict)
    company.add(task(item("a", "Where did the leaders meet?", "Bali")))
    copy = company.copy()
    tells = task(item("b", "Who left Bali?", "Biden"))
    assert copy.bars(tells) is company.bars(tells) is strict
    assert copy.bars(task(item("c", "Which leaders left Bali?", "Biden")))
    more = item("d", "Which water is it?", "Black")
    copy.add(task(more))
    assert copy.knows(more)
    assert copy.bars(task(item("e", "Which water is black?", "Ink")))
    assert not company.knows(more)
    assert not company.bars(task(item("e", "Which water is black?", "Ink")))
    assert not company.bars(task(more))


def test_who_tells_and_is_told_is_counted(item):
    """By id, once for each that shows a form of an answer, and for each to whom it is shown."""
    items = [
        item("a", "Where?", "Bali"),
        item("b", "Who came to Bali?", "Biden"),
        item("c", "What did Biden do in Bali?", "speak"),
        item("d", "Who led Java?", "Java"),
    ]
    assert told(items) == {"d/a/q": 2, "d/b/q": 2, "d/c/q": 2, "d/d/q": 0}


def test_rows_of_a_set_speak_each_for_itself(item, task):
    """What one shows is not beside what another is about, if it is not strict."""
    rows = [
        item("a", "Who left Bali?", "Xi"),
        item("b", "Which leaders left Rome?", "Ed"),
    ]
    asks = task(item("c", "Where did the leaders meet?", "Bali"))
    for strict in (True, False):
        company = Company(strict=strict)
        company.add(
            Task("match", "…?", tuple(Row(each, 0, each.stem) for each in rows))
        )
        assert company.bars(asks) is strict


ABOUT_7TH = "What is the 7th Amendment about?"


@pytest.mark.parametrize(
    ("stem", "answer", "barred"),
    [
        ("What protects trials by jury in civil cases, as the 7th does?", "a", True),
        ("Who may ask for a jury under the 7th Amendment?", "a", False),
        ("What protects trials by jury in civil cases?", "a", False),
        ("What does the 7th keep?", "trial by jury in civil cases", True),
    ],
)
def test_most_of_an_answer_beside_its_subject_tells_it(stem, answer, barred, item):
    """Half of its words, or the same answer; not without what the question is about."""
    asked = item("a", ABOUT_7TH, "Trial by jury in civil cases")
    company = Company(common=frozenset({"amendment"}))
    company.add(single(asked, "open", chance(1)))
    task = single(item("b", stem, answer), "open", chance(1))
    assert company.bars(task) is barred


def test_an_option_beside_its_subject_tells_an_answer(item):
    """As one of a question about the same."""
    asked = item("a", "What does the 14th protect?", "equal laws")
    choice = item("b", "What is the 14th about?", "equal laws for all", wrong=["x"])
    other = item("c", "What is the 15th about?", "equal laws for all", wrong=["x"])
    company = Company()
    company.add(single(asked, "open", chance(1)))
    assert company.bars(single(choice, "mc", chance(1)))
    assert not company.bars(single(other, "mc", chance(1)))


def test_a_month_beside_its_subject_tells_a_day(item):
    """As where a visit is said to have been in August."""
    visit = item("a", "When did Pelosi visit?", Answer("August 2, 2022", "date"))
    company = Company()
    company.add(single(visit, "open", chance(1)))
    for stem, barred in (
        ("What did China say of Pelosi in August 2022?", True),
        ("What did China say of chips in August 2022?", False),
    ):
        task = single(item("b", stem, "nothing"), "open", chance(1))
        assert company.bars(task) is barred


def test_words_of_many_questions_are_no_subject(item):
    """More than four, and more than a tenth of them."""
    items = [item(f"i{n}", f"What is treaty {n} about?", f"x{n}") for n in range(5)]
    assert common(items) == {"treaty"}
    assert common(items[:4]) == frozenset()
