import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import strategies as st

from quiz.generate import generate
from quiz.grading.verdict import CLOSE, CORRECT, WRONG, Verdict
from quiz.keys import Answer, Key
from quiz.model import Entry, Item
from quiz.study.exams import Exam
from quiz.study.model import CRAM, RATINGS, STUDY, Mark, Memory, Review, Undo

START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def review():
    """A function that makes a review `after` so many hours of the year."""

    def make(uid, card="d/f/q", rating=3, after=0.0, **more):
        at = START + dt.timedelta(hours=after)
        return Review(uid, at, card, rating, more.pop("result", "correct"), **more)

    return make


@pytest.fixture(scope="session")
def logs():
    """A strategy for logs as they may come: some moments the same, in no order, some undone."""
    moments = st.integers(0, 40_000).map(lambda n: START + dt.timedelta(minutes=n * 13))
    moments |= st.datetimes(
        dt.datetime(2026, 1, 1),  # noqa: DTZ001 - given its zone below
        dt.datetime(2028, 1, 1),  # noqa: DTZ001
        timezones=st.just(dt.UTC),
    )
    cards = st.sampled_from(["d/a/q", "d/b/q", "d/b/q#choice"])

    def events(number):
        uid = st.just(f"u{number}")
        return st.one_of(
            st.builds(
                Review,
                uid,
                moments,
                cards,
                st.sampled_from(RATINGS),
                st.just("wrong"),
                st.text(max_size=5),
                st.booleans(),
                st.integers(0, 10_000),
                st.sampled_from([STUDY, STUDY, STUDY, CRAM]),
            ),
            st.builds(Undo, uid, moments, st.integers(0, 20).map("u{}".format)),
            st.builds(Mark, uid, moments, cards, st.booleans(), st.text(max_size=5)),
        )

    return st.integers(0, 20).flatmap(
        lambda count: st.tuples(*map(events, range(count))).flatmap(st.permutations)
    )


@pytest.fixture(scope="session")
def harbor(library):
    """The items of a small official list; see harbor.yaml."""
    text = (Path(__file__).parent / "harbor.yaml").read_text("utf-8")
    made = generate(library(text), dt.date(2026, 11, 24))
    return tuple(made.items.values())


@pytest.fixture(scope="session")
def exam():
    """A function that makes an exam on that list: 5 asked, 3 to pass, asked to the end."""

    def make(**rules):
        made = Exam("harbor", "The harbor test", "harbor", 7, 5, 3)
        return replace(made, **rules)

    return make


@pytest.fixture(scope="session")
def card():
    """A function that makes a card: open, or with `options` (the first is right), or a list."""

    def make(name="a", answer="yes", *, options=(), ordered=False, **more):
        texts = (answer,) if isinstance(answer, str) else tuple(answer)
        need = more.pop("need", len(texts) if ordered else 1)
        key = Key(tuple(map(Answer, texts)), need, ordered)
        stem = more.pop("stem", f"{name}?")
        head = (f"d/{name}/q", "d", name, "qa", "q", "en", stem, key)
        item = Item(*head, START.date(), "timeless", origin=f"d/{name}/q", **more)
        return Entry(1, item, tuple(options), 0 if options else None)

    return make


@pytest.fixture(scope="session")
def judge():
    """A judge for tests: the answer itself is right, what it begins with is close."""

    def judge(response, key, _):
        said = response.strip().casefold()
        forms = [answer.text.casefold() for answer in key.answers]
        if said in forms:
            return Verdict(CORRECT, "", (said,))
        near = said and any(form.startswith(said) for form in forms)
        return Verdict(CLOSE if near else WRONG, "Not quite.")

    return judge


@pytest.fixture(scope="session")
def memory():
    """A function that makes what is remembered of a card, due `after` so many hours."""

    def make(name="a", after=0.0, state="review", reviews=1, stability=1.0):
        due = START + dt.timedelta(hours=after)
        return Memory(
            f"d/{name}/q", state, None, stability, 5.0, due, START, reviews, 0
        )

    return make
