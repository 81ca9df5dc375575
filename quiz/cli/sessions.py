"""Sessions as they are asked for on the command line: what is due and new, or a mock exam."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quiz import api, resources
from quiz.api import Collection
from quiz.chance import chance
from quiz.cli import results
from quiz.errors import COMMAND, Problem, QuizError, choose
from quiz.grading.grade import grade
from quiz.model import Entry
from quiz.study import queue, rules, settings, sitting
from quiz.study.model import CRAM, EXAM, STUDY
from quiz.study.moves import start
from quiz.study.session import Rules
from quiz.study.states import read_state

if TYPE_CHECKING:
    from quiz.cli.rooms import Room
    from quiz.cli.stock import Stock
    from quiz.grading.verdict import Verdict
    from quiz.keys import Key
    from quiz.model import Item
    from quiz.study.exams import Exam
    from quiz.study.judging import Judge
    from quiz.study.store import Store

NUMBER = 10  # questions, where no number is asked for
_SEEDS = 9999  # drawn ones are short enough to be read out


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    as_of: dt.date
    language: str | None = None
    kind: str = "open"
    number: int | None = None
    topic: str = ""
    cram: bool = False
    wrong: bool = False
    seed: int | None = None


def study(stock: Stock, wish: Wish, at: Room) -> None:
    """Ask what is due and new, or what else was wished for, and sum it up."""
    pairs = stock.pairs
    _check_topic(wish.topic, [item for _, items in pairs for item in items])
    seed = _drawn() if wish.seed is None else wish.seed
    of_chance = wish.seed is not None or wish.cram or wish.kind == "mc"
    day, kind, topic = wish.as_of, wish.kind, wish.topic
    cards = queue.cards(pairs, as_of=day, kind=kind, seed=seed, topic=topic)
    began = queue.dawn(_now())
    past = queue.Past(at.store.memories(), at.store.reviews(began), at.store.marked())
    asked = _asked(cards, past, wish, at.store, seed)[: wish.number or NUMBER]
    at.show(results.opening(asked, past, cram=wish.cram, wrong=wish.wrong))
    if at.attending and asked:
        _warm(stock, asked[0].item)
    mode = CRAM if wish.cram else STUDY
    how = Rules(_judge(stock), mode, past.memories, again=at.attending)
    session = at.hold(start(how, asked), {})
    ahead = results.Ahead(seed=seed if of_chance else None, kept=at.kept)
    if at.kept:
        memories, now = at.store.memories(), _now()
        tomorrow = queue.dawn(now) + dt.timedelta(days=2)
        due, later = (queue.due_by(cards, memories, when) for when in (now, tomorrow))
        ahead = replace(ahead, now=due, tomorrow=later)
    at.show(results.summary(session, ahead))
    at.tell(results.summary_object(session, ahead, None))


def sit(stock: Stock, wish: Wish, at: Room, name: str, state: str | None) -> None:
    """Hold a mock exam from the deck that is called as its list, or from the decks named."""
    found = stock.found
    exam = rules.load(name, _folders(), Path.cwd())
    deck = found.library.decks.get(exam.list)
    if deck and not found.named:
        found = Collection(found.library, (deck,))
    made = api.catalogue(found, as_of=wish.as_of, language=wish.language)
    pairs = api.chosen(found, made, wish.as_of, wish.language)
    items = tuple({i.id: i for _, items in pairs for i in items}.values())
    seed = _drawn() if wish.seed is None else wish.seed
    lives = _state(exam, items, at, state)
    sat = sitting.begin(exam, items, lives, chance(seed, exam.name))
    kind = "open" if exam.oral else "mc"
    known = queue.cards(pairs, as_of=wish.as_of, kind=kind, seed=seed)
    cards = {card.item.id: card for card in known}
    asked = tuple(
        cards.get(each.item.id, Entry(n, each.item))
        for n, each in enumerate(sat.drawn, 1)
    )
    at.show(results.invited(sat, wish.language))
    how = Rules(
        *(_judge(stock), EXAM, at.store.memories(), False),
        sitting.settles,
        lambda marks: replace(sat, marks=marks).outcome is not None,
    )
    numbers = {each.item.id: each.number for each in sat.drawn}
    session = at.hold(start(how, asked), numbers)
    sat = replace(sat, marks=session.marks, left=session.left)
    ahead = results.Ahead(seed=seed, kept=at.kept)
    at.show(results.result(sat, session, ahead))
    at.tell(results.summary_object(session, ahead, sat))


def _asked(
    cards: tuple[Entry, ...], past: queue.Past, wish: Wish, store: Store, seed: int
) -> tuple[Entry, ...]:
    drawn = chance(seed, "new")
    if wish.wrong:
        return queue.wrong_before(cards, store.reviews(), past.marked)
    if wish.cram:
        some = [card for card in cards if card.name not in past.marked]
        drawn.shuffle(some)
        return tuple(some)
    mixed = drawn if wish.seed is not None else None
    return queue.queue(cards, past, _now(), _limits(store), mixed)


def _limits(store: Store) -> queue.Limits:
    """Give the limits that a learner set, else the usual ones."""
    usual = queue.Limits()
    return queue.Limits(
        _setting(store, "new-per-day", usual.new),
        _setting(store, "reviews-per-day", usual.reviews),
    )


def _setting(store: Store, name: str, usual: int) -> int:
    text = store.setting(name)
    return usual if text is None else int(settings.read(name, text))


def _check_topic(topic: str, items: list[Item]) -> None:
    known = {item.topic for item in items} - {""}
    if topic and topic.casefold() not in map(str.casefold, known):
        what = f"there is no topic '{topic}'"
        raise QuizError(Problem(COMMAND, "unknown-topic", what, choose(topic, known)))


def _judge(stock: Stock) -> Judge:
    def judge(response: str, key: Key, item: Item) -> Verdict:
        names, language = stock.names, item.language
        return grade(response, key, stem=item.stem, language=language, names=names)

    return judge


def _warm(stock: Stock, item: Item) -> None:
    """Load what grading needs while the first question is read: it takes half a second."""
    judge = _judge(stock)
    threading.Thread(target=judge, args=("", item.key, item), daemon=True).start()


def _state(
    exam: Exam, items: tuple[Item, ...], at: Room, given: str | None
) -> str | None:
    """Give the learner's state, by code: as said now, or once; ask if it must be known."""
    if given is not None:
        code = read_state(given)
    elif (kept := at.store.setting("state")) or not sitting.varies(exam, items):
        return kept
    elif (asked := at.ask_state()) is not None:
        code = asked
    elif at.attending:
        raise typer.Exit
    else:
        return None
    at.store.set("state", code)
    return code


def _folders() -> tuple[Path, ...]:
    """Give the folders of exams: those that came with the program, and one's own."""
    shipped = resources.folder("templates")
    return shipped / "exams", Path.cwd() / "templates" / "exams"


def _drawn() -> int:
    return secrets.randbelow(_SEEDS) + 1


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
