"""Compare what learners lose in an update, by the program that made their deck.

It prints the table that is in README.md beside it; `--write` puts it there. The peers are
installed from PyPI into an environment that is thrown away, or taken from `--python PATH`.
"""

import argparse
import datetime as dt
import platform
import subprocess
import sys
import tempfile
import venv
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "life"))

from contenders import OURS, peers
from measures import ROWS, measure

HERE = Path(__file__).parent
PINNED = {"anki-yaml-tool": "0.4.0", "genanki": "0.13.1"}
README = HERE / "README.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


def environment(folder):
    """Make a virtual environment with the peers; give its interpreter."""
    venv.create(folder, with_pip=True)
    bin_ = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = bin_ / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    pins = [f"{name}=={number}" for name, number in PINNED.items()]
    constraints = HERE.parents[1] / "constraints.txt"
    subprocess.run([*pip, "--constraint", constraints, *pins], check=True)
    return python


def versions(python):
    """Tell what was measured, when and with what."""
    code = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    numbers = subprocess.check_output([python, "-c", code, *PINNED], text=True).split()
    found = {
        "civics-quiz": version("civics-quiz"),
        **dict(zip(PINNED, numbers, strict=True)),
    }
    listed = ", ".join(f"{name} {number}" for name, number in found.items())
    day = dt.datetime.now(dt.UTC).date()
    where = f"Anki {version('anki')}, Python {platform.python_version()}"
    return f"Measured on {day} with {where}: {listed}.\n"


def table(columns):
    """Give the table in Markdown; what is lost is bold."""
    lines = ["| |" + "".join(f" {name} |" for name in columns)]
    lines.append("|---|" + "---|" * len(columns))
    for label, best in ROWS.items():
        values = [column[label] for column in columns.values()]
        cells = [value if value == best else f"**{value}**" for value in values]
        lines.append(f"| {label} |" + "".join(f" {cell} |" for cell in cells))
    return "".join(f"{line}\n" for line in lines)


def columns_of(text):
    """Read the columns of a table again, by their names."""
    rows = [
        [cell.strip().strip("*") for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|") and not line.startswith("|---")
    ]
    head, *body = rows
    return {
        name: {row[0]: row[place] for row in body}
        for place, name in enumerate(head)
        if name
    }


def measured(text):
    """Give what is between the README's marks, with what comes before and after."""
    before, rest = text.split(BEGIN)
    inside, after = rest.split(END)
    return before, inside, after


def main():
    """Measure every contender, print the table and, with `--write`, put it into the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", help="an interpreter that has the peers")
    parser.add_argument("--write", action="store_true", help="update README.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = asked.python and Path(asked.python).absolute()
        python = given or environment(folder / "peers")
        columns = {}
        for contender in (OURS, *peers(python)):
            sys.stderr.write(f"{contender.name} …\n")
            columns[contender.name] = measure(contender, folder / contender.name)
        text = f"{versions(python)}\n{table(columns)}"
    sys.stdout.write(text)
    if asked.write:
        before, _, after = measured(README.read_text("utf-8"))
        README.write_text(f"{before}{BEGIN}{text}{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
