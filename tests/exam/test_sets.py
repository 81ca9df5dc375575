"""Several items become one task only where its form tells no answer."""

import pytest

from quiz.chance import chance
from quiz.exam.cues import Company
from quiz.exam.sets import chronology, is_dated, matching
from quiz.exam.tasks import single
from quiz.keys import Answer

SEEDS = range(12)


@pytest.fixture(scope="module")
def posts(item):
    """Who held each of some posts: like questions with answers of one type."""
    people = ("Ann", "Bob", "Cid", "Dan", "Eve")
    return [
        item(f"p{n}", f"Who was the first chief of {n}?", Answer(who, "person"))
        for n, who in enumerate(people)
    ]


@pytest.fixture(scope="module")
def years(item, year):
    """When each of some laws was made."""
    return [
        item(f"y{n}", f"In which year was law {name} made?", year(1800 + 10 * n))
        for n, name in enumerate("abcdef")
    ]


def test_a_matching_set_has_its_rows_and_spare_choices(posts, pool):
    """Each row has what differs, under what all share; two choices are for none of them."""
    task = matching(pool(posts, chance(1)), 3)
    assert (task.type, task.stem) == ("match", "Who was the first chief of …")
    assert [row.item for row in task.rows] == posts[:3]
    assert [row.text for row in task.rows] == ["0?", "1?", "2?"]
    assert [task.options[row.right] for row in task.rows] == ["Ann", "Bob", "Cid"]
    assert set(task.options) == {"Ann", "Bob", "Cid", "Dan", "Eve"}
    assert not task.ordered


def test_choices_that_lie_on_a_line_stand_in_order(years, pool):
    """Years do, whatever the order of the rows."""
    task = matching(pool(years[::-1], chance(1)), 4)
    assert task.ordered
    assert list(task.options) == sorted(task.options)
    assert len(task.options) == 6
    assert [task.options[row.right] for row in task.rows] == [
        "1850",
        "1840",
        "1830",
        "1820",
    ]


@pytest.mark.parametrize(("rows", "spare"), [(3, 2), (4, 1), (5, None), (6, None)])
def test_without_a_spare_choice_there_is_no_set(rows, spare, posts, pool):
    """The last row would be told by what is left; nor is there one of fewer rows."""
    task = matching(pool(posts, chance(1)), rows)
    assert (len(task.options) - rows if task else None) == spare


def test_wrong_options_of_its_rows_are_spare_choices(posts, item, pool):
    """Where no like question is left; of the type of the others, and none twice."""
    wrong = [Answer("Fay", "person"), Answer("Gus"), Answer("Bob", "person")]
    more = item(
        "p9", "Who was the first chief of 9?", Answer("Zoe", "person"), wrong=wrong
    )
    task = matching(pool([more, *posts[:2]], chance(1)), 3)
    assert sorted(task.options) == ["Ann", "Bob", "Fay", "Zoe"]


def test_what_is_right_for_a_row_is_no_spare_choice(posts, item, pool):
    """Even if another fact makes it so."""
    more = item(
        "p9",
        "Who was the first chief of 9?",
        Answer("Zoe", "person"),
        wrong=[Answer("Fay", "person"), Answer("Gus", "person")],
    )
    right = lambda asked, answer: (asked.fact, answer.text) == ("p0", "Fay")  # noqa: E731
    task = matching(pool([more, *posts[:2]], chance(1), right), 3)
    assert set(task.options) == {"Zoe", "Ann", "Bob", "Gus"}


def test_no_choice_is_right_for_two_rows(posts, item, pool):
    """An item whose answer is another's, in full, in part or by another fact, is passed over."""
    twin = item("t", "Who was the first chief of t?", Answer("Bob", "person"))
    task = matching(pool([posts[0], posts[1], twin, *posts[2:]], chance(1)), 3)
    assert [row.item.fact for row in task.rows] == ["p0", "p1", "p2"]
    for one, other in (("p0", "Bob"), ("p1", "Ann")):
        right = lambda asked, answer, w=(one, other): (asked.fact, answer.text) == w  # noqa: E731
        task = matching(pool(posts, chance(1), right), 3)
        assert [row.item.fact for row in task.rows] == ["p0", "p2", "p3"]


def test_a_question_twice_is_one_row(posts, item, pool):
    """Two facts may have the same question, with two answers; it would be known as a pair."""
    twin = item("t", posts[0].stem, Answer("Zoe", "person"))
    task = matching(pool([posts[0], twin, *posts[1:]], chance(1)), 3)
    assert [row.item.fact for row in task.rows] == ["p0", "p1", "p2"]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "other"},
        {"question": "other"},
        {"language": "es"},
        {"type": "cloze"},
        {"type": "parts"},
        {"right": [Answer("Zoe", "place")]},
        {"right": [Answer("Zoe", "person"), Answer("Yan", "person")]},
    ],
)
def test_rows_are_alike(changes, posts, item, pool):
    """Of one kind, question, language and type of answer, each with one answer."""
    right = changes.get("right", [Answer("Zoe", "person")])
    more = {key: value for key, value in changes.items() if key != "right"}
    odd = item("odd", "Who was the first chief of x?", *right, **more)
    for seed in SEEDS:
        task = matching(pool([odd, *posts], chance(seed)), 3)
        assert odd not in task.items
    assert matching(pool([odd, *posts[:2]], chance(1)), 3) is None


def test_numbers_of_different_things_are_no_set(item, pool):
    """Members and years would tell by their words where they belong."""

    def figures(*texts):
        return [
            item(
                f"n{n}",
                f"How many of {n} are there?",
                Answer(text, "number", span=(n, n)),
            )
            for n, text in enumerate(texts)
        ]

    alike = figures("1,000 members", "200 members", "30 members", "4.5 members")
    assert matching(pool(alike, chance(1)), 3)
    other = figures("1,000 members", "200 members", "30 years", "4 years")
    assert matching(pool(other, chance(1)), 3) is None


@pytest.mark.parametrize(
    ("stem", "found"),
    [("What does the {} do?", True), ("What is {}?", False), ("{} does what?", False)],
)
def test_questions_answered_in_words_begin_alike(stem, found, item, pool):
    """Three words at least: else what is asked differs, and the answer's form tells it."""
    texts = ("make laws", "judge them", "carry them out", "veto one")
    some = [item(f"w{n}", stem.format(n), text) for n, text in enumerate(texts)]
    assert (matching(pool(some, chance(1)), 3) is not None) is found


def test_a_set_tells_nothing_and_is_told_nothing(posts, item, pool):
    """Neither a row of it another, nor what stands on the paper, nor a fact asked there."""
    tells = item("t", "Who was the first chief of Bob?", Answer("Zoe", "person"))
    task = matching(pool([posts[0], posts[1], tells, *posts[2:]], chance(1)), 3)
    assert [row.item.fact for row in task.rows] == ["p0", "p1", "p2"]
    company = Company()
    company.add(single(item("q", "What did Ann do?", "it"), "open", chance(1)))
    company.add(single(posts[2], "open", chance(1)))
    task = matching(pool(posts, chance(1), company=company), 3)
    assert [row.item.fact for row in task.rows] == ["p1", "p3", "p4"]


def test_a_pool_decides_by_chance_which_group_is_asked(posts, years, pool):
    """And by its order which items of that; its company is as it was."""
    company = Company()
    made = [
        matching(pool([*posts, *years], chance(n), company=company), 3) for n in SEEDS
    ]
    assert {task.rows[0].item.fact for task in made} == {"p0", "y0"}
    assert not any(company.knows(each) for each in (*posts, *years))


@pytest.mark.parametrize(
    ("answer", "dated"),
    [
        (Answer("1787", "year", span=(1, 2)), True),
        (Answer("May 1", "date", span=(1, 1)), True),
        (Answer("1787", "year"), False),
        (Answer("1787", "number", span=(1787, 1787)), False),
        (Answer("1787/1789", "interval", span=(1, 3)), False),
    ],
)
def test_what_has_a_time_is_dated(answer, dated, item):
    """A day or a year; what lasts may overlap with what comes after."""
    assert is_dated(item("a", "When?", answer)) is dated


def test_a_chronology_is_four_events_in_the_order_of_their_time(years, pool):
    """Whatever their order in the pool; for a point each, under what they share."""
    for seed in SEEDS:
        drawn = chance(seed)
        task = chronology(pool(drawn.sample(years, 6), drawn))
        assert (task.type, task.stem, task.points) == (
            "order",
            "In order of time: In which year was law … made?",
            4,
        )
        facts = [row.item.fact for row in task.rows]
        assert facts == sorted(facts)
        assert [row.right for row in task.rows] == [0, 1, 2, 3]
        assert [row.text for row in task.rows] == ["abcdef"[int(f[1:])] for f in facts]


def test_events_whose_numbers_tell_their_order_are_no_task(item, year, pool):
    """As those of amendments do: no one needs to know their years."""
    laws = [
        item(f"y{n}", f"In which year was law {n} made?", year(1800 + n))
        for n in range(4)
    ]
    assert chronology(pool(laws, chance(1))) is None


def test_events_of_a_chronology_do_not_share_a_time(years, item, year, pool):
    """Then their order would not be one; with three left there is none."""
    twin = item("t", "In which year was law t made?", year(1810))
    task = chronology(pool([years[0], twin, *years[1:]], chance(1)))
    assert [row.item.fact for row in task.rows] == ["y0", "t", "y2", "y3"]
    assert (
        chronology(
            pool(
                [*years[:3], item("t", "In which year was law t made?", year(1810))],
                chance(1),
            )
        )
        is None
    )
    assert chronology(pool(years[:3], chance(1))) is None


def test_what_has_no_time_is_in_no_chronology(posts, years, item, pool):
    """Nor a question of another kind."""
    blank = item("b", "In which year was law b made?", Answer("some year", "year"))
    assert chronology(pool([blank, *years[:3]], chance(1))) is None
    assert chronology(pool(posts, chance(1))) is None
