"""The dialogue of a session: it shows what is asked, reads lines, and records what they say."""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Callable  # noqa: TC003 - dataclass fields
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.cli import asking
from quiz.study import session as of
from quiz.study.moves import leave, take

if TYPE_CHECKING:
    from quiz.cli.terminal import Terminal
    from quiz.study.session import Session, Turn

# What is said for a learner who is not there: what is close does not count, and on it goes.
_UNATTENDED = {of.SETTLING: "n", of.TOLD: ""}
_TICK = 1_000_000  # nanoseconds in a millisecond


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a session is held.

    `record` keeps events before anything of them is shown; `done` is told each response
    when it is final, and `undone` each that was and is taken back. If nobody is `attending`,
    each line is a response, and shown as one; with `silent` nothing is shown.
    """

    terminal: Terminal
    record: Callable[..., object]
    done: Callable[[Turn], None]
    undone: Callable[[Turn], None]
    attending: bool = True
    silent: bool = False

    def hold(self, session: Session) -> Session:
        """Hold a session to its end, or until there are no more lines (Ctrl-D) or Ctrl-C."""
        final: tuple[Turn, ...] = ()
        began = 0
        while session.phase != of.OVER:
            if session.phase == of.ASKING and session.notice in ("", of.UNDONE):
                began = time.monotonic_ns()
            try:
                session = self._step(session, began)
            except KeyboardInterrupt:
                self._end_line()
                session = leave(session)
            final = self._tell(final, session)
        return session

    def _step(self, session: Session, began: int) -> Session:
        if not self.silent:
            self.terminal.show(asking.screen(session))
        typed = self._line(session)
        if typed is None:
            return leave(session)
        elapsed = (time.monotonic_ns() - began) // _TICK if self.attending else 0
        now = dt.datetime.now(dt.UTC)
        at = now.replace(microsecond=now.microsecond // 1000 * 1000)
        after, events = take(session, of.Line(typed, at, _uid, elapsed))
        if events:
            self.record(*events)
        return after

    def _line(self, session: Session) -> str | None:
        if not self.attending and session.phase in _UNATTENDED:
            return _UNATTENDED[session.phase]
        if self.silent:
            return self.terminal.next_line()
        typed = self.terminal.ask(asking.prompt(session))
        if typed is None:
            self._end_line()
        elif not self.attending:
            self.terminal.echo(typed)
        return typed

    def _end_line(self) -> None:
        if not self.silent:
            self.terminal.echo("")

    def _tell(self, final: tuple[Turn, ...], session: Session) -> tuple[Turn, ...]:
        """Tell of the responses that became final, or ceased to be."""
        open_ = session.phase in (of.SETTLING, of.TOLD)
        now = session.turns[: len(session.turns) - open_]
        for turn in reversed(final[len(now) :]):
            self.undone(turn)
        for turn in now[len(final) :]:
            self.done(turn)
        return now


def _uid() -> str:
    return uuid.uuid4().hex
