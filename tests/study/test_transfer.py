import datetime as dt
import json

import pytest
from hypothesis import given

from quiz.errors import QuizError
from quiz.study.model import Mark
from quiz.study.store import open_store
from quiz.study.transfer import merge, read, show

HEAD = '{"civics-quiz": "study", "version": 1}\n'
LINE = '{"type": "undo", "uid": "%s", "at": "2026-01-01T00:00:00Z", "review": "r"}\n'


@pytest.fixture
def stores(tmp_path_factory):
    """A function that opens an empty store."""
    opened = []

    def make():
        opened.append(open_store(tmp_path_factory.mktemp("s")))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def exported(store):
    """Export a store."""
    return show(store.settings(), store.events())


def problems(data):
    """Give what is wrong with an export, a line each."""
    with pytest.raises(QuizError) as caught:
        read(data.encode("utf-8", "surrogateescape"), "a.jsonl")
    return [f"{p.location}: {p.code}: {p.what}" for p in caught.value.problems]


def test_an_export_is_lossless(logs, stores):
    """Taken into an empty profile it gives the same profile, and the same bytes again."""

    @given(logs)
    def check(log):
        one, other = stores(), stores()
        one.record(*log)
        one.set("state", "CA")
        data = exported(one)
        assert merge(other, read(data, "f")) == len(log)
        assert data == exported(other)
        assert one.memories() == other.memories()
        assert {*one.events()} == {*other.events()}

    check()


def test_an_export_is_taken_in_once(stores, review):
    """Again it adds nothing, and a setting that was made since stays."""
    store = stores()
    store.record(review("a"), Mark("b", review("a").at, "c", why="é\u2028\n"))
    store.set("state", "CA")
    data = exported(store)
    store.set("state", "NY")
    before = exported(store)
    assert merge(store, read(data, "f")) == 0
    assert before == exported(store)


def test_two_machines_come_to_the_same(stores, review):
    """Each takes in what the other has, and their exports are the same bytes."""
    one, other = stores(), stores()
    one.record(*(review(f"a{n}", after=n * 30) for n in range(5)))
    other.record(*(review(f"b{n}", after=n * 20, rating=1) for n in range(5)))
    (first, second) = (exported(one), exported(other))
    assert (merge(one, read(second, "f")), merge(other, read(first, "f"))) == (5, 5)
    assert exported(one) == exported(other)
    assert one.memories() == other.memories()


def test_a_line_is_one_object_that_any_program_reads(review):
    """The first says what the file is; text is UTF-8."""
    data = show({"state": "CA"}, [review("b", after=1, response="¿?"), review("a")])
    first, *lines = data.decode().splitlines()
    assert f"{first}\n" == HEAD
    told = [json.loads(line) for line in lines]
    assert [line["type"] for line in told] == ["setting", "review", "review"]
    assert [line.get("uid") for line in told[1:]] == ["a", "b"]
    assert '"response": "¿?"' in lines[2]


def test_line_ends_marks_and_empty_lines_are_nothing():
    """Editors leave such."""
    text = "\ufeff" + (HEAD + LINE % "a" + "\n" + LINE % "a").replace("\n", "\r\n")
    assert [*read(text.encode(), "f").events] == [2, 4]
    assert read(HEAD.strip().encode(), "f").events == {}


def test_every_bad_line_is_told():
    """With its place, all at once."""
    lines = [
        HEAD.strip(),
        (LINE % "a").strip(),
        (LINE % "a").replace('"r"', '"s"').strip(),
        "no",
        '{"type": "setting", "name": "state"}',
        (LINE % "b").replace('"r"', '"\udce9"').strip(),
    ]
    assert problems("\n".join(lines)) == [
        "a.jsonl:3:18: bad-record: another event above has this uid",
        "a.jsonl:4:1: bad-record: this line is no JSON object",
        "a.jsonl:5:1: bad-record: 'value' is missing",
        "a.jsonl:6:60: bad-record: 'review' is not a name",
    ]


@pytest.mark.parametrize(
    "text", ["", "deck: d\ntitle: T\n", "{}\n", "\x00\n" * 9, LINE]
)
def test_another_file_is_one_problem(text):
    """Not one for each of its lines."""
    (told,) = problems(text)
    assert told.startswith("a.jsonl:1:1: bad-record: this ")


def test_an_export_of_a_later_program_is_told():
    """It may say what this one would lose."""
    assert problems(HEAD.replace("1", "2")) == [
        "a.jsonl:1:26: bad-record: this export is of a version that is not known here"
    ]


def test_nothing_is_taken_in_if_another_event_has_a_uid(stores, review):
    """The lines are named, and the store is as it was."""
    store = stores()
    store.record(review("a"))
    before = exported(store)
    data = show({"state": "CA"}, [review("a", rating=1), review("b", after=-1)])
    with pytest.raises(QuizError) as caught:
        merge(store, read(data, "a.jsonl"))
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.location)) == ("taken-uid", "a.jsonl:4:1")
    assert before == exported(store)


def test_a_year_is_taken_in_while_one_waits(stores, review):
    """Twenty thousand reviews, last ones first, in less than ten seconds."""
    start = dt.datetime.now(dt.UTC)
    log = [review(f"u{n}", f"c{n % 1000}", after=n / 3) for n in range(20_000)]
    assert merge(stores(), read(show({}, log), "f")) == len(log)
    assert dt.datetime.now(dt.UTC) - start < dt.timedelta(seconds=10)
