"""Any terminal is written to and read from, whatever it can show and send."""

import io

import pytest

from quiz.cli.terminal import Para, Terminal, open_terminal, read, shown, standard


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


def test_paragraphs_are_wrapped_and_indented():
    """The first line by `first`, the others by `rest`; words are not cut while they fit."""
    screen = Screen()
    paras = [Para("one two three", first="a) ", rest="   "), Para(), Para("x" * 12)]
    Terminal(screen, None, 10).show(paras)
    assert screen.getvalue() == "a) one two\n   three\n\nxxxxxxxxxx\nxx\n"


def test_a_lead_is_coloured_alone():
    """Whatever follows on its line."""
    screen = Screen()
    Terminal(screen, None, 20, colours=True).show(
        [Para("yes Right.", "Right.", "good")]
    )
    assert screen.getvalue() == "\x1b[32mRight.\x1b[0m yes Right.\n"


@pytest.mark.parametrize(
    ("term", "no_color", "colours"),
    [("xterm", "", True), ("xterm", "1", False), ("dumb", "", False), ("", "", False)],
)
def test_colours_are_for_those_who_want_them(term, no_color, colours):
    """And for terminals only."""
    environment = {"TERM": term, "NO_COLOR": no_color}
    assert open_terminal(Screen(), None, environment).colours is colours
    assert not open_terminal(io.StringIO(), None, environment).colours


@pytest.mark.parametrize(("columns", "width"), [("10", 20), ("40", 40), ("200", 100)])
def test_width_has_bounds(columns, width, monkeypatch):
    """Of what can be shown and of what can be read."""
    monkeypatch.setenv("COLUMNS", columns)
    assert open_terminal(Screen(), None, {}).width == width


@pytest.mark.parametrize(
    ("text", "encoding", "says"),
    [
        ("“Peña” — it’s…", "utf-8", "“Peña” — it’s…"),
        ("“Peña” — it’s…", "ascii", '"Pena" - it\'s...'),
        ("Peña — 国", "latin-1", "Pena - ?"),
        ("Peña", "latin-1", "Peña"),
    ],
)
def test_text_is_shown_as_well_as_it_can_be(text, encoding, says):
    """Without accents, or with marks, rather than not at all."""
    assert shown(text, encoding) == says


@pytest.mark.parametrize(
    ("data", "encoding", "says"),
    [
        (b" two \n", "utf-8", "two"),
        ("Peña\n".encode(), "ascii", "Peña"),
        ("Peña\n".encode("latin-1"), "latin-1", "Peña"),
        (b"\xff\n", "ascii", "\ufffd"),
        ("\ufefftwo\n".encode(), "utf-8", "two"),
        (b"tw\x1b[Do\x1bOA\x7f\x00\tx\r\n", "utf-8", "two x"),
    ],
)
def test_lines_are_read_as_text(data, encoding, says):
    """Bytes of another encoding and keys that move do no harm."""
    assert read(data.decode(encoding, "surrogateescape"), encoding) == says


def test_a_prompt_stands_on_the_line_that_is_typed():
    """The end of the input is no line."""
    screen = Screen()
    source = io.TextIOWrapper(io.BytesIO(b"yes\n"), "utf-8")
    terminal = Terminal(screen, source, 20)
    assert terminal.ask("What do you say to that?") == "yes"
    assert screen.getvalue() == "What do you say to\nthat? "
    assert terminal.next_line() is None
    assert Terminal(screen, None).next_line() is None


def test_the_standard_terminal_is_that_of_the_program(capsys):
    """What is not to be mixed with results goes to the other stream."""
    standard({}).echo("out")
    standard({}, error=True).echo("err")
    assert capsys.readouterr() == ("out\n", "err\n")
