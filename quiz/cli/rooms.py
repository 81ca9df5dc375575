"""Where a session is held: a terminal or a script's pipe, and the store of a learner."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.cli import results
from quiz.cli.dialogue import Dialogue
from quiz.cli.keeping import data_folder
from quiz.cli.terminal import Para, Terminal, standard
from quiz.errors import QuizError
from quiz.study.states import read_state
from quiz.study.store import Store, open_store
from quiz.study.store.profiles import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quiz.study.session import Session, Turn


@dataclass(frozen=True, slots=True)
class Room:
    """Where a session is held, and whether its responses are `kept`."""

    terminal: Terminal
    store: Store
    attending: bool
    kept: bool
    as_json: bool

    @property
    def silent(self) -> bool:
        """Whether nothing is shown but JSON."""
        return self.as_json and not self.attending

    def show(self, paragraphs: Iterable[Para]) -> None:
        """Show paragraphs, unless nobody reads them."""
        if not self.silent:
            self.terminal.show(paragraphs)

    def hold(self, session: Session, numbers: Mapping[str, int]) -> Session:
        """Hold a session; `numbers` are those of an exam's list, by item."""

        def done(turn: Turn) -> None:
            number = numbers.get(turn.entry.item.id)
            self.tell(results.response_object(turn, number))

        def undone(turn: Turn) -> None:
            self.tell({"type": "undo", "card": turn.entry.name})

        talk = Dialogue(
            *(self.terminal, self.store.record, done, undone),
            *(self.attending, self.silent),
        )
        return talk.hold(session)

    def ask_state(self) -> str | None:
        """Ask a learner for the state they live in; None if nobody says."""
        while self.attending:
            try:
                typed = self.terminal.ask(results.WHICH_STATE)
            except KeyboardInterrupt:
                typed = None
            if typed is None:
                self.terminal.echo("")
                return None
            try:
                return read_state(typed)
            except QuizError as error:
                (problem,) = error.problems
                said = f"{problem.what}; {problem.fix}"
                self.show([Para(said[0].upper() + said[1:])])
        return None

    def tell(self, made: dict[str, Any]) -> None:
        """Give an object as JSON, if that is wanted."""
        if self.as_json:
            sys.stdout.flush()
            sys.stdout.buffer.write(results.json_line(made))
            sys.stdout.buffer.flush()


@contextmanager
def room(
    responses: Path | None, profile: str | None, *, as_json: bool
) -> Iterator[Room]:
    """Open the place of a session: a learner's at a terminal, or that of a script.

    A script's responses are kept only in a profile that is named.
    """
    attending = responses is None and sys.stdin is not None and sys.stdin.isatty()
    kept = attending or profile is not None
    terminal = standard(os.environ, error=as_json)
    with ExitStack() as opened:
        if responses and responses != Path("-"):
            data = opened.enter_context(responses.open("rb"))
            lines = io.TextIOWrapper(data, "utf-8", "surrogateescape")
            terminal = replace(terminal, source=lines)
        folder = data_folder()
        if not kept:
            folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        store = opened.enter_context(open_store(folder, profile or DEFAULT))
        yield Room(terminal, store, attending, kept, as_json)
