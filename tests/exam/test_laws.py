"""A thousand forms of the shipped decks keep every law of a fair paper."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise, permutations

from quiz.difficulty import difficulty
from quiz.exam.blueprints import Blueprint
from quiz.exam.filling import fill
from quiz.likeness import overlap, same
from quiz.papers import FALSE, TRUE
from quiz.sentences import said


@cache
def words(text):
    """Spell a text in small letters without accents, each word between spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’")
    spelt = " ".join(re.findall(r"[^\W_]+", plain))
    return f" {spelt} "


@cache
def ways(key):
    """Give every way to answer, as words without an article in front."""
    forms = (form for answer in key.answers for form in answer.forms)
    return {re.sub("^ (the|an?) (?=.)", " ", words(form)) for form in forms}


def speakers(form):
    """Give each item of a form, with all that is shown of it, its options left out."""
    for task in form.tasks:
        if len(task.items) > 1:
            yield from ((item, words(item.stem)) for item in task.items)
        else:
            texts = (row.text for row in task.rows)
            yield task.items[0], words(" | ".join((task.stem, *texts)))


def telling(form):
    """Give each item that shows an answer of another: what it shows, that, and the answer."""
    for (one, text), (other, _) in permutations(speakers(form), 2):
        yield from ((one, text, other, way) for way in ways(other.key) if way in text)


def fits(item, part):
    """Tell whether an item is of what a section is to be filled with."""
    wanted = (
        (part.topics, {item.topic}),
        (part.kinds, {item.kind}),
        (part.decks, {item.deck}),
        (part.levels, {difficulty(item)}),
        (part.tags, {*item.tags}),
    )
    return all(not names or names_of & {*names} for names, names_of in wanted)


def test_a_blueprint_is_met(forms):
    """Each section has as many numbers as it is to have, of items that it may have.

    Sections that share a number have it together, or as many as there are if that is no more
    than a wish.
    """
    met = [form for form in forms if form.versions]
    assert len(met) * 2 > len(forms)
    for form in met:
        numbers = {
            each.type: sum(task.places for task in each.tasks) for each in form.sections
        }
        assert list(numbers) == [
            name for name in (part.type for part in form.plan.parts) if name in numbers
        ]
        if form.plan.parts[0].elastic:
            assert form.plan.number <= sum(numbers.values()) <= 24
        else:
            assert numbers == {part.type: part.count for part in form.plan.parts}
        for each in form.sections:
            (part,) = (p for p in form.plan.parts if p.type == each.type)
            assert all(fits(item, part) for task in each.tasks for item in task.items)


SHORT = re.compile(
    r"asked for (\d+) (.+), "
    r"(the decks have (\d+)|and of the (\d+) that fit (\d+) can stand on one paper)"
)


def test_a_blueprint_that_is_not_met_says_what_is_missing(forms, catalogue):
    """At its section: how many were wanted, fit and can be had; with so many there is a form."""
    problems = [
        (form, problem)
        for form in forms
        for problem in form.problems
        if not form.plan.parts[0].elastic
    ]
    assert len(problems) > 50
    for place, (form, problem) in enumerate(problems):
        (part,) = (p for p in form.plan.parts if p.at == problem.location)
        assert problem.code == "too-few"
        wanted, named, _, *rest = SHORT.fullmatch(problem.what).groups()
        have, fit, stand = (int(n) if n else None for n in rest)
        assert (int(wanted), named.split()[0]) == (part.count, part.type)
        found = have if stand is None else stand
        assert found < part.count
        assert fit is None or fit > stand
        if part.type == "mc":
            there = [each for each in form.items if each.distractors]
            assert sum(fits(item, part) for item in there) == (fit or found)
        assert problem.fix.startswith(
            f"ask for {found} with --seed {form.seed}, or "
            if found
            else "ask for another type, or "
        )
        if found and len(form.problems) == 1 and place % 5 == 0:
            parts = (
                p if p != part else replace(p, count=found) for p in form.plan.parts
            )
            plan = Blueprint(tuple(parts))
            fill(form.items, plan, form.seed, catalogue.is_right)


def test_no_item_comes_twice_and_no_part_of_a_fact(forms):
    """What a fact teaches is asked once on a paper, whatever the question; and no question twice."""
    for form in forms:
        asked = [
            (item.deck, item.fact, part)
            for task in form.tasks
            for item in task.items
            for part in item.key.parts
        ]
        assert len(asked) == len(set(asked))
        stems = [words(item.stem) for task in form.tasks for item in task.items]
        assert len(stems) == len(set(stems))


def test_versions_hold_the_same_and_number_it_anew(forms):
    """The same items in each section, the same rows and points; from 1 on without a gap."""

    def held(section):
        rows = Counter(
            (task.type, task.points, row.item.id, row.text)
            for task in section.tasks
            for row in task.rows
        )
        return section.type, section.title, section.instructions, rows

    orders = []
    for form in forms:
        for sections in form.versions.values():
            assert list(map(held, sections)) == list(map(held, form.sections))
            tasks = [task for section in sections for task in section.tasks]
            numbers = [number for task in tasks for number in task.numbers]
            assert numbers == list(range(1, len(numbers) + 1))
        made = [
            tuple(task.rows[0].item.id for each in sections for task in each.tasks)
            for sections in form.versions.values()
        ]
        if len(form.tasks) > 3 + len(form.sections):
            orders.append(len(made) - len(set(made)))
    assert len(orders) * 3 > len(forms)
    assert not any(orders)


def test_no_question_tells_another_s_answer(forms):
    """No form of an answer stands word by word in what any other question shows.

    That holds strictly for 39 forms in 40. Where a paper is short of it, it may stand there
    only without a longer word of its question; and never in a question of the same fact.
    """
    met = [form for form in forms if form.versions]
    loose = [form for form in met if any(True for _ in telling(form))]
    assert len(loose) * 40 < len(met)
    for one, text, other, way in (each for form in loose for each in telling(form)):
        assert (one.deck, one.fact) != (other.deck, other.fact)
        about = {word for word in words(other.stem).split() if len(word) > 5}
        shared = {*about} & {*text.split()} - {*way.split()} - {"before", "during"}
        assert shared == set(), (text, other.stem, way)


def test_wrong_options_are_wrong(forms, catalogue):
    """Options are unlike each other, one is right, and no fact of the library makes another so.

    Options that a curator wrote may be a part of what is right.
    """
    seen = Counter()
    for task in (
        t for form in forms for each in form.papers for t in each if t.options
    ):
        if task.type != "mc":
            continue
        (row,) = task.rows
        item, draft = row.item, catalogue.drafts[row.item.id]
        by_text = {each.text: each for each in (*item.distractors, *item.beside)}
        texts = list(task.options)
        right = next(a for a in item.key.answers if a.text == texts[row.right])
        assert len(texts) == len(item.distractors) + 1
        assert len({words(text) for text in texts}) == len(texts)
        curated = {*draft.wrong, *(w for a in item.key.answers for w in a.wrong)}
        for text in texts[: row.right] + texts[row.right + 1 :]:
            wrong = by_text[text]
            assert not any(same(wrong, each) for each in item.key.answers)
            assert text in curated or not catalogue.is_right(item, wrong)
            seen[text in curated] += 1
        if task.ordered:
            lines = [{**by_text, right.text: right}[text].span for text in texts]
            assert lines == sorted(lines)
    assert min(seen[True], seen[False]) > 500


def test_statements_are_as_true_as_the_key_says(forms, catalogue):
    """True and false are balanced within one; what is false is true of nothing in the library."""
    true = {
        said(item.says, answer)
        for item in catalogue.items.values()
        if item.says
        for answer in item.key.answers
    }
    more = Counter()
    for form in forms:
        for section in form.sections:
            if section.type != "tf":
                continue
            rights = [task.rows[0].right for task in section.tasks]
            assert all(
                (task.stem in true) == (task.rows[0].right == TRUE)
                for task in section.tasks
            )
            more[rights.count(TRUE) - rights.count(FALSE)] += 1
    assert set(more) == {-1, 0, 1}
    assert abs(more[1] - more[-1]) < 4 * (more[1] + more[-1]) ** 0.5


def test_a_set_matches_in_one_way_only(forms, catalogue):
    """Each row has one right choice, no choice is right for two, and one at least for none."""
    known = {}
    for item in catalogue.items.values():
        for each in (*item.key.answers, *item.distractors):
            known.setdefault(each.text, []).append(each)
    sets = [task for form in forms for task in form.tasks if task.type == "match"]
    assert len(sets) > 100
    for task in sets:
        assert len(task.options) > len(task.rows)
        assert len({row.right for row in task.rows}) == len(task.rows)
        for row in task.rows:
            (own,) = row.item.key.answers
            assert task.options[row.right] == own.text
            for place, text in enumerate(task.options):
                if place != row.right:
                    assert not overlap(own, known[text][0])
                    assert not catalogue.is_right(row.item, known[text][0])


def test_lists_are_mixed_and_have_one_order(forms):
    """No version has one in its right order; events of a list do not touch in time."""
    lists = [
        task
        for form in forms
        for tasks in form.papers
        for task in tasks
        if task.type == "order"
    ]
    assert len(lists) > 100
    for task in lists:
        places = [row.right for row in task.rows]
        assert sorted(places) == list(range(len(task.items))) != places
        rows = sorted(task.rows, key=lambda row: row.right)
        spans = [row.item.key.answers[0].span for row in rows]
        assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_a_table_shows_what_its_questions_ask(forms):
    """Head and row make the question of each cell; every row but the last is full."""
    tables = [
        task
        for form in forms
        for tasks in form.papers
        for task in tasks
        if task.type == "table"
    ]
    assert len(tables) > 50
    for task in tables:
        sizes = [
            len(list(row)) for _, row in groupby(task.rows, key=lambda row: row.text)
        ]
        assert {*sizes[:-1]} <= {2}
        assert len({row.text for row in task.rows}) == len(sizes)
        for row in task.rows:
            assert row.item.stem == task.heads[row.column].replace("…", row.text)
