"""A terminal of any kind, line by line: text wrapped by cells, in colours where they are wanted."""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Lines are no longer than can be read with ease, and no shorter than a word needs.
_NARROWEST, _WIDEST = 20, 100
_TONES = {"good": "32", "almost": "33", "bad": "31", "strong": "1"}  # SGR, ECMA-48
_KEYS = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?")
# What has a plain twin where a terminal cannot show it.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ", "'"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("‐‑–—−", "-"),
        "…": "...",
        "\xa0": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: `lead` is its first word, coloured by `tone`; `first` and `rest` indent it."""

    text: str = ""
    lead: str = ""
    tone: str = ""
    first: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where paragraphs are shown and lines are read: `width` in cells."""

    out: TextIO
    source: TextIO | None
    width: int = 80
    colours: bool = False

    def show(self, paragraphs: Iterable[Para]) -> None:
        """Show paragraphs, each on lines of its own."""
        for each in paragraphs:
            for line in self.lines(each):
                self.out.write(f"{line}\n")
        self.out.flush()

    def lines(self, each: Para) -> list[str]:
        """Break a paragraph into lines; an empty one is an empty line."""
        import wcwidth  # noqa: PLC0415 - its tables cost time where nothing is wrapped

        text = shown(" ".join(filter(None, (each.lead, each.text))), self.out.encoding)
        lines = wcwidth.wrap(
            text,
            self.width,
            initial_indent=each.first,
            subsequent_indent=each.rest,
            break_on_hyphens=False,
        ) or [""]
        if self.colours and each.tone and each.lead:
            code, lead = _TONES[each.tone], f"{each.first}{each.lead}"
            lines[0] = lines[0].replace(lead, f"\x1b[{code}m{lead}\x1b[0m", 1)
        return lines

    def ask(self, prompt: str) -> str | None:
        """Read a line, without what is no text; None if there is none any more."""
        *before, last = self.lines(Para(prompt))
        self.out.write("\n".join((*before, f"{last} ")))
        self.out.flush()
        return self.next_line()

    def echo(self, text: str) -> None:
        """Show a line that nobody types, or end one that somebody began."""
        self.out.write(f"{shown(text, self.out.encoding)}\n")
        self.out.flush()

    def next_line(self) -> str | None:
        """Read a line without a prompt; None if there is none any more."""
        line = self.source.readline() if self.source else ""
        return read(line, self.source.encoding) if self.source and line else None


def open_terminal(
    out: TextIO, source: TextIO | None, environment: Mapping[str, str]
) -> Terminal:
    """Find how wide a terminal is, and whether it shows colours (NO_COLOR: no-color.org)."""
    columns = shutil.get_terminal_size().columns
    dumb = environment.get("TERM", "") in ("", "dumb")
    colours = out.isatty() and not dumb and not environment.get("NO_COLOR")
    width = min(max(columns, _NARROWEST), _WIDEST)
    return Terminal(out, source, width, colours)


def shown(text: str, encoding: str) -> str:
    """Give text as an encoding can show it: without accents, or with marks, where it must."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        letters = "".join(char for char in plain if not unicodedata.combining(char))
        return letters.encode(encoding, "replace").decode(encoding)
    return text


def read(line: str, encoding: str) -> str:
    """Give a line as text, which is UTF-8 if it can be.

    Keys that move, which some terminals send as letters, and a byte order mark are nothing.
    """
    data = line.encode(encoding, "surrogateescape")
    try:
        line = data.decode("utf-8")
    except UnicodeDecodeError:
        line = data.decode(encoding, "replace")
    line = _KEYS.sub("", line.removeprefix("\ufeff").replace("\t", " "))
    return "".join(char for char in line if unicodedata.category(char) != "Cc").strip()


def standard(environment: Mapping[str, str], *, error: bool = False) -> Terminal:
    """Give the terminal that the program was started from."""
    return open_terminal(sys.stderr if error else sys.stdout, sys.stdin, environment)
