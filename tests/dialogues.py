"""Talk with the self-test in a real terminal; and write the screens that docs/self-test.md shows.

`python tests/dialogues.py` writes them anew. Each stands below a comment that says how wide the
terminal is, what is run, and which lines are typed (`^C` and `^D` are those keys).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[1]
DOC = ROOT / "docs" / "self-test.md"
HARBOR = ROOT / "tests" / "study"
_PROMPT = r"(?:^|\n)> $|\[y/n\] $|quit: $|California\? $"
_SCREEN = re.compile(
    r"(<!-- (?P<width>\d+): quiz (?P<command>.+?) <- (?P<lines>.*?) -->\n```text\n).*?(?=```)",
    re.DOTALL,
)


class Talk:
    """A program in a terminal of some width, and all that it showed."""

    def __init__(self, *words, cwd, width=80, **environment):
        told = ("NO_COLOR", "COLUMNS", "LINES")
        plain = {name: text for name, text in os.environ.items() if name not in told}
        env = {"TERM": "dumb", "CIVICS_QUIZ_DATA": str(cwd / "data"), **environment}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "quiz", *words],
            dimensions=(50, width),
            cwd=str(cwd),
            env={**plain, "PYTHONPATH": str(ROOT), **env},
            encoding="utf-8",
            codec_errors="replace",
            timeout=20,
        )
        self.child.delaybeforesend = None
        self.shown = ""

    def say(self, *lines):
        """Type lines, each once it is asked for; give what was shown since the last call."""
        before = len(self.shown)
        for line in lines:
            self._wait(_PROMPT)
            if line == "^C":
                self.child.sendintr()
            elif line == "^D":
                self.child.sendeof()
            else:
                self.child.sendline(line)
        return self.shown[before:]

    def wait(self):
        """Wait for the next prompt; give all that was shown."""
        self._wait(_PROMPT)
        return self.shown

    def end(self):
        """Wait for the end; give the exit code and all that was shown."""
        self._wait(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, self.shown

    def _wait(self, what):
        self.child.expect(what)
        after = self.child.after if isinstance(self.child.after, str) else ""
        self.shown += (self.child.before + after).replace("\r", "")


def screens(text):
    """Run what each comment of a text says, and give the text with what was shown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "templates" / "exams").mkdir(parents=True)
        shutil.copy(HARBOR / "harbor.yaml", folder)
        shutil.copy(HARBOR / "exams" / "harbor.yaml", folder / "templates" / "exams")

        def show(found):
            words, lines = found["command"].split(), found["lines"].split(" | ")
            talk = Talk(*words, cwd=folder, width=int(found["width"]))
            talk.say(*lines)
            said = talk.end()[1].strip("\n")
            lines = [line.rstrip() for line in said.splitlines()]
            return found[1] + "\n".join(lines) + "\n"

        return _SCREEN.sub(show, text)


if __name__ == "__main__":
    DOC.write_text(screens(DOC.read_text("utf-8")), "utf-8")
