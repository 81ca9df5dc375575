"""The code on a paper says all that it follows from, and forgives whoever types it."""

import datetime as dt
import string
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.exam.codes import CONTENT, DECKS, Recipe, code, digest, recipe, told
from quiz.keys import Answer
from quiz.model import Source
from quiz.papers import TYPES, Row, Section, Task

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LANGUAGES = st.sampled_from(["", "en", "es", "pt-BR", "zh-Hant-TW"])
WHAT = {
    "seed": st.integers(0, 10**12),
    "versions": st.integers(1, 10),
    "day": st.dates(),
    "decks": st.integers(0, 2**DECKS - 1),
    "content": st.integers(0, 2**CONTENT - 1),
    "language": LANGUAGES,
}
CHOSEN = st.sets(st.sampled_from(TYPES), min_size=1).map(
    lambda names: tuple(name for name in TYPES if name in names)
)
BY_TYPES = st.builds(Recipe, **WHAT, number=st.integers(0, 999), types=CHOSEN)
BY_PLAN = st.builds(Recipe, **WHAT, blueprint=st.integers(1, 2**DECKS - 1))
RECIPES = BY_TYPES | BY_PLAN
PLAIN = Recipe(4711, 3, dt.date(2026, 11, 24), 77, 1234, 20, ("mc", "open"))


def read(text):
    """Read a code, or give None if it is none."""
    try:
        return recipe(text)
    except QuizError:
        return None


@given(RECIPES)
def test_a_code_says_what_a_form_follows_from(made):
    """Whatever it is; in groups of four letters and digits that are not taken for others."""
    text = code(made)
    assert recipe(text) == made
    *groups, last = text.split("-")
    assert {*"".join(groups), *last} <= {*DIGITS}
    assert {len(group) for group in groups} == {4}
    assert 1 <= len(last) <= 4


def test_a_code_is_short_enough_to_be_typed():
    """That of a quiz of twenty, with a seed of four digits, has twenty signs."""
    plain = replace(PLAIN, seed=9999)
    assert len(code(plain).replace("-", "")) <= 20
    assert len(code(replace(plain, language="es")).replace("-", "")) <= 23


@given(RECIPES, st.data())
def test_one_wrong_sign_is_found(made, data):
    """Wherever it is and whatever stands there instead."""
    text = code(made)
    places = [place for place, sign in enumerate(text) if sign != "-"]
    place = data.draw(st.sampled_from(places))
    for other in {*DIGITS} - {text[place]}:
        assert read(text[:place] + other + text[place + 1 :]) is None


@given(RECIPES)
def test_neighbours_that_changed_places_are_found(made):
    """All pairs of signs but 0 and Z, which weigh the same in either order."""
    text = code(made).replace("-", "")
    for place, (one, other) in enumerate(pairwise(text)):
        if one != other and {one, other} != {"0", "Z"}:
            changed = text[:place] + other + one + text[place + 2 :]
            assert read(changed) is None


@given(RECIPES, st.randoms(use_true_random=False))
def test_a_code_is_read_as_people_type(made, drawn):
    """In capitals or not, grouped as one likes, with O for 0 and I or L for 1."""
    signs = {"0": "0oO", "1": "1iIlL", "-": ["-", " ", "", "–", "—", " - "]}
    typed = "".join(
        drawn.choice(signs.get(sign, [sign, sign.lower()])) for sign in code(made)
    )
    assert recipe(f" {typed} ") == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "0",
        "00",
        "U",
        "what is this",
        "№ 7",
        "7K3M-Q2PX-9D4T-8ABC-1F",
        code(PLAIN)[:-1],
        code(PLAIN)[1:],
        f"{code(PLAIN)}0",
        f"{code(PLAIN)} again",
    ],
)
def test_what_is_no_code_is_refused(text, refused):
    """As it was typed, with where to find one that is."""
    what = f"bad-code: '{text}' is not the code of a paper"
    fix = "copy every letter and digit of it, as it stands at the foot of each page"
    assert refused(recipe, text) == [f"0:1 {what} ({fix})"]


def checked(digits):
    """Give digits the sign that checks them: the only one with which they may be read."""
    found = [f"{digits}{sign}" for sign in DIGITS]
    return [text for text in found if read(text) is not None]


@given(st.text(DIGITS, min_size=1, max_size=40))
def test_signs_at_random_are_a_code_or_refused(digits):
    """Never another error; what is read has types or a blueprint, and then a code of its own."""
    for text in checked(digits):
        made = recipe(text)
        assert bool(made.types) != bool(made.blueprint)
        assert recipe(code(made)) == made


@given(RECIPES)
def test_nothing_may_stand_after_what_a_code_says(made):
    """Neither one more sign, nor anything in the bits that only fill the last."""
    digits = code(made).replace("-", "")[:-1]
    assert checked(f"{digits}0") == []
    for other in {*DIGITS} - {digits[-1]}:
        assert made not in map(recipe, checked(digits[:-1] + other))


@given(st.text(max_size=30) | st.text(string.printable, max_size=60))
def test_any_text_is_a_code_or_refused(text):
    """Whatever is pasted there."""
    made = read(text)
    assert made is None or recipe(code(made)) == made


@pytest.mark.parametrize(
    "other", [replace(PLAIN, types=()), replace(PLAIN, number=1000)]
)
def test_a_code_that_no_paper_has_is_refused(other):
    """One of neither types nor a blueprint, or of more questions than can be asked for."""
    assert read(code(other)) is None


def test_a_code_of_a_later_program_is_refused():
    """The first three bits say how it is to be read: by this program only if they are 0."""
    assert code(PLAIN)[0] in "0123"
    assert checked("4" + code(PLAIN).replace("-", "")[1:-1]) == []


def test_a_day_out_of_the_calendar_is_refused():
    """A number of days of any size may stand there, of which few are days."""
    bits = "00000000000001" + "0" * (DECKS + CONTENT) + "111111" * 8 + "011111"
    bits += "000000000001000000"
    bits += "0" * (-len(bits) % 5)
    digits = "".join(DIGITS[int(bits[n : n + 5], 2)] for n in range(0, len(bits), 5))
    assert checked(digits) == []


@given(st.lists(st.text()), st.lists(st.text()), st.integers(8, 64))
def test_a_digest_tells_texts_apart(some, others, bits):
    """It fits its bits; where they are many, the same is of the same texts in the same order."""
    assert 0 <= digest(some, bits) < 2**bits
    assert digest(some, bits) == digest(iter(some), bits)
    assert (digest(some, 64) == digest(others, 64)) == (some == others)


def test_a_digest_is_the_same_on_every_machine():
    """Codes that stand on paper cannot change: this one is what the first program gave."""
    assert digest(["us-amendments"], DECKS) == 1606


def test_what_is_told_is_all_that_papers_and_keys_show(item):
    """A change of any of it is another content: texts, points, keys, options, sources."""
    base = item("a", "Q?", "A", wrong=["B"], beside=(Answer("C"),), note="n")
    task = Task("mc", "Q?", (Row(base, 0, "t", 0, 0),), 1, ("A", "B"), heads=("h",))
    section = Section("mc", (task,), "T", "I")

    def content(*sections):
        return digest(told(sections), 64)

    def of_task(**more):
        return content(replace(section, tasks=(replace(task, **more),)))

    def of_row(**more):
        return of_task(rows=(replace(task.rows[0], **more),))

    def of_item(**more):
        return of_row(item=replace(base, **more))

    made = [
        content(),
        content(section),
        content(section, section),
        content(replace(section, type="tf")),
        content(replace(section, title="U")),
        content(replace(section, instructions="J")),
        *(of_task(type="tf"), of_task(stem="R?"), of_task(points=2)),
        *(of_task(options=("B", "A")), of_task(heads=("i",))),
        *(of_row(text="u"), of_row(right=1), of_row(column=1)),
        *(of_item(id="d/b/q"), of_item(stem="R?"), of_item(note="m")),
        *(of_item(distractors=()), of_item(beside=())),
        of_item(key=replace(base.key, need=2)),
        of_item(sources=(Source("s", "The Press"),)),
    ]
    assert len(set(made)) == len(made)
    assert content(section) == content(replace(section))
