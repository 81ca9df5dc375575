"""A dialogue shows, reads and records; what it ends by is never lost."""

import io

import pytest

from quiz.cli.dialogue import Dialogue
from quiz.cli.terminal import Terminal
from quiz.grading.verdict import CLOSE, CORRECT, WRONG, Verdict
from quiz.study.model import Review
from quiz.study.moves import start
from quiz.study.session import Rules


class Lines(io.StringIO):
    """A stream of lines, of which one is a key that interrupts."""

    encoding = "utf-8"

    def readline(self):
        line = super().readline()
        if line == "^C\n":
            raise KeyboardInterrupt
        return line


@pytest.fixture
def hold(tiny_form):
    """A function that holds a dialogue; it gives the session, and all that happened in order."""

    def hold(*lines, **more):
        happened = []
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        terminal = Terminal(out, Lines("".join(f"{line}\n" for line in lines)))

        def judge(response, *_):
            results = {"yes": CORRECT, "near": CLOSE}
            return Verdict(results.get(response, WRONG), "")

        talk = Dialogue(
            *(terminal, lambda *events: happened.extend(events)),
            lambda turn: happened.append(("done", turn.response, turn.right)),
            lambda turn: happened.append(("undone", turn.response)),
            **more,
        )
        rules = Rules(judge, again=False)
        session = talk.hold(start(rules, tiny_form.entries[:2]))
        out.seek(0)
        short = [each.rating if isinstance(each, Review) else each for each in happened]
        return session, short, out.read()

    return hold


def test_a_response_is_recorded_before_it_is_final(hold):
    """It is final when the learner goes on."""
    _, happened, shown = hold("yes", "w", "", "yes", "")
    assert happened[0] == 3
    assert happened[2:] == [1, ("done", "yes", False), 3, ("done", "yes", True)]
    assert shown.count("\n> ") == 2


@pytest.mark.parametrize("key", [(), ("^C",)])
def test_the_end_of_lines_and_an_interruption_end_it(key, hold):
    """At any prompt, with what was said so far."""
    for lines, right in (((), 0), (("yes",), 1), (("yes", ""), 1), (("near",), 0)):
        session, _, shown = hold(*lines, *key)
        assert (session.left, len(session.marks)) == (True, right)
        assert shown.endswith("\n")


def test_a_response_that_was_final_can_be_taken_back(hold):
    """That is told, too."""
    _, happened, _ = hold("no", "", ":u", "yes", "", ":q")
    told = [each for each in happened if isinstance(each, tuple)]
    assert told == [("done", "no", False), ("undone", "no"), ("done", "yes", True)]


def test_where_nobody_attends_each_line_is_a_response(hold):
    """It is shown as if it was typed; what is close does not count; no time is measured."""
    session, happened, shown = hold("yes", "near", attending=False)
    assert [turn.right for turn in session.turns] == [True, False]
    assert [turn.elapsed for turn in session.turns] == [0, 0]
    assert happened == [3, ("done", "yes", True), 1, ("done", "near", False)]
    assert "\n> yes\nRight." in shown
    assert not session.left
    assert hold("yes", attending=False, silent=True)[2] == ""
