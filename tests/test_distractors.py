"""Wrong options: of the sort of the key, near it, never right, and each another thing."""

import datetime as dt

import pytest

from quiz.generate import generate

TODAY = dt.date(2026, 11, 24)
QA = "- {id: %s, kind: qa, ask: %s, answer: %s, wrong: %s, source: s}\n"


@pytest.fixture(scope="session")
def options(library):
    """A function that gives the wrong options of an item, or why there are none."""

    def choose(ident, *texts, **more):
        item = generate(library(*texts, **more), TODAY).items[ident]
        return [each.text for each in item.distractors] or item.no_options

    return choose


@pytest.mark.parametrize(
    ("answer", "wrong", "expected"),
    [
        ("peace", "[war]", "the library has 1 good wrong options for it"),
        (
            "peace",
            "[the peace, a peace]",
            "the library has 0 good wrong options for it",
        ),
        ("peace", "[war, love]", {"war", "love"}),
        ("[peace, love]", "[war, hate]", {"war", "hate"}),
        ("[peace, love], need: 2", "[war, hate]", "it asks for 2 answers"),
        ("{text: peace, wrong: [war]}", "[love]", {"war", "love"}),
        (
            "a treaty",
            "[war, a war, the war, wár]",
            "the library has 1 good wrong options for it",
        ),
        (
            "a treaty",
            "[law, a law of treaties, laws]",
            {"law", "a law of treaties", "laws"},
        ),
        (
            "the right to vote",
            "[war, hate]",
            "the right option would stand out by its length",
        ),
        ("constitutional", "[war, hate]", {"war", "hate"}),
        ("435", "[100, '435.0', '0435', 50]", {"100", "50"}),
    ],
)
def test_curated_options_are_offered_unless_they_cannot_be(
    answer, wrong, expected, options
):
    """A curator's wrong options count once each, and are too few below two."""
    found = options("d/a/ask", QA % ("a", "Why?", answer, wrong))
    assert expected == (set(found) if isinstance(expected, set) else found)


def test_of_many_curated_options_three_are_offered(options):
    """Three wrong options stand beside the key, whatever the order they are written in."""
    letters = "bcdefgh"
    found, again = (
        options("d/a/ask", QA % ("a", "Which?", "a", f"[{', '.join(order)}]"))
        for order in (letters, reversed(letters))
    )
    assert (3, found) == (len(set(found)), again)
    other = options("d/x/ask", QA % ("x", "Which?", "a", f"[{', '.join(letters)}]"))
    assert found != other


def test_a_curated_option_that_another_fact_makes_right_is_not_offered(options):
    """What another deck answers to the same question is no wrong option here."""
    head = "deck: %s\ntitle: T\nsources: {s: {publisher: P}}\nfacts:\n"
    row = "- {id: a, kind: members, ask: Name a branch., members: %s, wrong: %s, source: s}\n"
    texts = (
        head % "x" + row % ("[legislative, executive]", "[judicial, clerical, royal]"),
        head % "y" + row % ("[judicial]", "[clerical, royal]"),
    )
    assert {"clerical", "royal"} == set(options("x/a/name", *texts))


KIND = """\
kind: k
about: K.
fields: {what: {type: text}, part: {type: TYPE}, more: {type: text, optional: true}}
questions:
  q: {stem: 'Which one {{ what }}?', answer: part}
  none: {stem: 'Whose {{ what }}?', answer: part, options: none}
  two: {stem: 'Which two {{ what }}?', answer: [part, more]}
"""
ROW = "- {id: f%s, kind: k, what: w%s, part: %s, source: s}\n"


def rows(*parts):
    """Give facts of a kind `k`, of which each part answers one."""
    return "".join(ROW % (n, n, part) for n, part in enumerate(parts))


@pytest.mark.parametrize(
    ("kind", "names", "parts", "expected"),
    [
        # What contains the key, at any distance, is right as well.
        ("place", "{A: {within: B}, B: {within: C}, C: , D: , E: }", "ACDE", "DE"),
        # Listed names stand beside those of their sort only, used in a fact or not.
        ("place", "{A: {sort: x}, B: {sort: [y, x]}, C: {sort: x}, D: }", "AD", "BC"),
        ("person", "{A: {aliases: [B]}, C: , D: }", "ABCD", "CD"),
        ("person", "{}", "ABC", "BC"),
        ("place", "{}", ["Lima", "Lima Bay", "Rome", "Oslo"], ["Rome", "Oslo"]),
        ("text", "{}", ["law", "war", "law and war", "art"], ["war", "art"]),
        # Beside a share of a hundred stand shares of a hundred.
        (
            "number",
            "{}",
            ["99.5 percent"],
            ["79.6 percent", "89.6 percent", "49.8 percent"],
        ),
    ],
)
def test_options_are_of_the_sort_of_the_key(kind, names, parts, expected, options):
    """Beside a name stand names of its sort, beside a day other days, and none that is right."""
    listed = [f"type: {kind}\nnames: {names}"] if names != "{}" else []
    found = options("d/f0/q", rows(*parts), names=listed, k=KIND.replace("TYPE", kind))
    assert set(expected) == set(found)


@pytest.mark.parametrize(
    ("names", "what", "expected"),
    [
        # Who lived in another age, or none knows when, comes after who did not.
        (["born: 1990", "born: 1700", "born: 1980", "born: 1960"], "w", "CD"),
        (["born: 1990", "born: 1990", "born: 1988", "born: 1991", ""], "w", "BCD"),
        (
            ["at: [0, 0]", "at: [0, 170]", "at: [1, 1]", "at: [2, 0]", "at: [0, 3]"],
            "w",
            "CDE",
        ),
        (["at: [0, 0]", "", "at: [1, 1]", "at: [2, 0]", "at: [0, 3]"], "w", "CDE"),
        # The sort that the stem names counts above all, and a rare one above a common one.
        (["sort: [x, mayor]", "sort: x", *["sort: mayor"] * 3], "mayor", "CDE"),
        (["sort: [x, mayor]", *["sort: x"] * 3, *["sort: mayor"] * 8], "w", "BCD"),
    ],
)
def test_the_nearest_names_come_first(names, what, expected, options):
    """Of names of one sort those near in time and place are offered, of several the rarest."""
    lines = ["type: person", "names:"]
    for letter, has in zip("ABCDEFGHIJKL", names, strict=False):
        sort = has if "sort" in has else f"sort: x, {has}"
        lines.append(f"  {letter}: {{{sort}}}")
    facts = rows("A").replace("what: w0", f"what: {what}")
    kind = KIND.replace("TYPE", "person")
    found = options("d/f0/q", facts, names=["\n".join(lines)], k=kind)
    assert set(expected) == set(found)


def test_answers_of_the_same_field_come_before_mere_names(options):
    """A name that answers the same question elsewhere is a better option than one that none asks."""
    names = "type: person\nnames:\n" + "".join(
        f"  {x}: {{sort: x}}\n" for x in "ABCDEFGH"
    )
    kind = KIND.replace("TYPE", "person")
    assert {"F", "G", "H"} == set(
        options("d/f0/q", rows(*"AFGH"), names=[names], k=kind)
    )


def test_like_answers_are_offered_alike(options):
    """Where all are as near, items differ in what they offer: no three are everywhere."""
    kind = KIND.replace("TYPE", "person")
    found = [options(f"d/f{n}/q", rows(*"ABCDEFGHIJ"), k=kind) for n in range(10)]
    assert len({option for each in found for option in each}) > 6


def test_beside_a_day_stand_days_of_its_time(options):
    """A day has days near it as options, never a month, nor a day a century away."""
    facts = rows("2001-05-04", "2001-05", "2001-05-06", "2002-05-04", "1901-05-04")
    found = options("d/f0/q", facts, k=KIND.replace("TYPE", "date"))
    years = {int(option.split(", ")[1]) for option in found}
    assert (len(set(found)), years <= {1999, 2000, 2001, 2002, 2003}) == (3, True)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("q", ["B", "C"]),
        ("none", "its kind never offers options"),
        ("two", "its answer has several parts"),
    ],
)
def test_a_question_says_why_it_offers_none(question, expected, options):
    """Where a kind wants no options, or an answer has parts, that is the reason."""
    facts = rows("A, more: M", "B", "C")
    found = options(f"d/f0/{question}", facts, k=KIND.replace("TYPE", "text"))
    assert expected == (sorted(found) if isinstance(found, list) else found)


def test_what_the_stem_says_is_not_offered(options):
    """A name that stands in the question would be no option at all."""
    facts = rows(*"BCDE").replace("what: w0", "what: gave to C")
    found = options("d/f0/q", facts, k=KIND.replace("TYPE", "person"))
    assert {"D", "E"} == set(found)


def test_the_right_answer_does_not_stand_out_by_its_length(options):
    """None of the answers that may stand among the options is far longer than all others."""
    long = "a winding answer of many words"
    facts = (
        "- {id: a, kind: members, ask: Q, members: [%s], wrong: [war, love], source: s}"
    )
    reason = "the right option would stand out by its length"
    assert [reason, {"war", "love"}] == [
        options("d/a/name", facts % f"peace, {long}"),
        set(options("d/a/name", facts % "peace, calm")),
    ]


def test_a_deck_of_each_language_has_options_of_its_own(library):
    """No item offers words of another language."""
    deck = "deck: %s\ntitle: T\nlanguage: %s\nsources: {s: {publisher: P}}\nfacts:\n%s"
    kind = KIND.replace("TYPE", "text").replace(
        "'Which one {{ what }}?'", "{en: 'What {{ what }}?', es: '¿Qué {{ what }}?'}"
    )
    texts = (
        deck % ("x", "en", rows("war", "law", "art")),
        deck % ("y", "es", rows("paz", "ley", "mar")),
    )
    items = generate(library(*texts, k=kind), TODAY).items
    found = [{each.text for each in items[f"{d}/f0/q"].distractors} for d in "xy"]
    assert [{"law", "art"}, {"ley", "mar"}] == found
