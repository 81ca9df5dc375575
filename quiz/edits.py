"""Two wordings of one text, shown as one: what stayed, what went and what came, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# With fewer common words than this, the two read better one after the other.
_ALIKE = 0.4
# A word and the signs around it, which may be common where the words are not: "15," and "16,".
_SIGNS = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


def marked(
    old: str,
    new: str,
    change: Callable[[str, str], str],
    same: Callable[[str], str] = str,
    around: int | None = None,
    between: str = " ",
) -> str:
    """Write both wordings as one text.

    `change` writes what went and what came, either of which may be empty; `same` the rest, of
    which only so many words `around` each change are written, if that is given. Of a list, what
    stands `between` its members is told, and whole members are compared.
    """
    written = []
    runs = _runs(old, new, between)
    for number, (gone, come) in enumerate(runs):
        if gone == come:
            before, after = number > 0, number < len(runs) - 1
            written.append(same(_cut(gone, around, before=before, after=after)))
        else:
            head, one, two, tail = _bare(gone, come)
            written.append(f"{same(head)}{change(one, two)}{same(tail)}")
    return between.join(written)


def changes(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Give what went and what came at each place, without what stayed."""
    return tuple(_bare(*run)[1:3] for run in _runs(old, new) if run[0] != run[1])


def _runs(old: str, new: str, between: str = " ") -> list[tuple[str, str]]:
    """Give the runs of words that differ, and between them those that are the same."""
    before, after = old.split(between), new.split(between)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [(old, new)]
    codes = matcher.get_opcodes()
    return [
        (between.join(before[a:b]), between.join(after[c:d])) for _, a, b, c, d in codes
    ]


def _cut(text: str, around: int | None, *, before: bool, after: bool) -> str:
    """Leave out the words of a text that are far from the changes before and after it."""
    words = text.split()
    if around is None or len(words) <= around * (before + after) + 1:
        return text
    head = words[:around] if before else []
    tail = words[-around:] if after else []
    return " ".join([*head, "…", *tail])


def _bare(old: str, new: str) -> tuple[str, str, str, str]:
    """Part a change from the signs before and behind it that did not change."""
    one, two = _SIGNS.fullmatch(old), _SIGNS.fullmatch(new)
    if not (one and two and one[2] and two[2]):
        return "", old, new, ""
    head = one[1] if one[1] == two[1] else ""
    tail = one[3] if one[3] == two[3] else ""
    gone, come = (text[len(head) : len(text) - len(tail)] for text in (old, new))
    return head, gone, come, tail


def as_text(old: str, new: str) -> str:
    """Give `[-what went-]` and `{+what came+}`."""
    pair = (f"[-{old}-]" if old else "", f"{{+{new}+}}" if new else "")
    return " ".join(filter(None, pair))


def as_markdown(old: str, new: str) -> str:
    """Give what went struck out and what came in bold."""
    pair = (f"~~{escaped(old)}~~" if old else "", f"**{escaped(new)}**" if new else "")
    return " ".join(filter(None, pair))


def escaped(text: str) -> str:
    """Escape what Markdown, and GitHub's, would read as more than text.

    A colon before slashes and the dot of `www.` would make a link, a dollar sign mathematics.
    """
    safe = re.sub(r"[\\`*_{}\[\]<>#|~&$]", r"\\\g<0>", text)
    safe = re.sub(r":(?=//)", r"\\:", safe)
    safe = re.sub(r"(www)\.", r"\1\\.", safe, flags=re.IGNORECASE)
    safe = re.sub(r"^[-+=!]", r"\\\g<0>", safe)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", safe)
