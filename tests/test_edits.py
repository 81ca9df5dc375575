"""Two wordings as one text: what stayed, what went, what came."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quiz.edits import as_markdown, as_text, changes, escaped, marked

WORDS = st.lists(
    st.sampled_from(["a", "b", "(c", "d,", "e.", "—", '"f"', "15,"]), max_size=9
)
MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])


def leaves(text):
    """Give the text tokens of Markdown, each with the marks it stands in."""
    marks, found = [], []
    for token in MARKDOWN.parse(f"- {text}"):
        for child in token.children or []:
            if child.type.endswith("_open"):
                marks.append(child.tag)
            elif child.type.endswith("_close"):
                marks.pop()
            elif child.content:
                assert child.type in {"text", "text_special"}, child
                found.append((child.content, *marks))
    return found


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("on December 16, 1791", "on December 15, 1791", "on December [-16-]{+15+}, 1791"),
        ("a b c d", "a c d", "a [-b-] c d"),
        ("a c d", "a b c d", "a {+b+} c d"),
        ("a (b) c d", "a (x) c d", "a ([-b-]{+x+}) c d"),
        ("a (b, c d", "a x. c d", "a [-(b,-]{+x.+} c d"),
        ("one two three", "quite another thing", "[-one two three-]{+quite another thing+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)  # fmt: skip
def test_a_text_shows_what_changed(old, new, shown):
    """Word by word; signs that stayed are no part of it; two that share little stand whole."""
    assert marked(old, new, as_text) == shown.replace("-]{+", "-] {+")


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_it(before, after):
    """Without what came it is the old text, without what went the new one."""
    old, new = " ".join(before), " ".join(after)
    made = marked(old, new, lambda one, two: f"⟦{one}⟧⟪{two}⟫")
    assert " ".join(re.sub(r"⟦(.*?)⟧⟪.*?⟫", r"\1", made).split()) == old
    assert " ".join(re.sub(r"⟦.*?⟧⟪(.*?)⟫", r"\1", made).split()) == new
    told = [pair for pair in changes(old, new) if pair[0] != pair[1]]
    assert told == [
        pair for pair in re.findall(r"⟦(.*?)⟧⟪(.*?)⟫", made) if pair[0] != pair[1]
    ]


def test_a_list_changes_by_its_members():
    """A member that went is not mixed with words of its neighbours."""
    shown = marked("a b; the b; c", "a b; c; b d", as_text, between="; ")
    assert shown == "a b; [-the b-]; c; {+b d+}"


def test_of_a_long_text_the_words_around_the_changes_are_shown():
    """Before the first, between two and after the last; a single word is not left out."""
    words = [str(n) for n in range(30)]
    changed = [{"10": "x", "15": "y"}.get(word, word) for word in words]
    shown = marked(" ".join(words), " ".join(changed), as_text, around=2)
    assert shown == "… 8 9 [-10-] {+x+} 11 12 13 14 [-15-] {+y+} 16 17 …"
    shown = marked(" ".join(words), " ".join(changed), as_text, around=1)
    assert shown == "… 9 [-10-] {+x+} 11 … 14 [-15-] {+y+} 16 …"


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_markdown_shows_an_escaped_text_as_it_is(text):
    """No sign of it means anything: no emphasis, link, list, heading, HTML or entity."""
    line = " ".join(text.split())
    assert "".join(text for text, *_ in leaves(escaped(line))) == line


@given(WORDS, WORDS)
def test_markdown_marks_each_change(before, after):
    """What went is struck out and what came is bold, whatever signs stand around."""
    old, new = " ".join(before), " ".join(after)
    pairs = []

    def change(one, two):
        pairs.append((one, two))
        return as_markdown(one, two)

    found = leaves(marked(old, new, change, escaped))
    by = {
        mark: "|".join(text for text, *marks in found if marks == [mark])
        for mark in ("s", "strong")
    }
    for mark, index in (("s", 0), ("strong", 1)):
        assert by[mark].replace("|", "") == "".join(pair[index] for pair in pairs)
    assert {len(marks) for _, *marks in found} <= {0, 1}


@pytest.mark.parametrize(
    "text", ["https://x.y/a_b", "see www.x.y", "WWW.x.y", "$a$ and $b$"]
)
def test_what_github_reads_besides_is_escaped(text):
    """Its Markdown makes links of bare addresses and mathematics of dollars."""
    made = escaped(text)
    assert not re.search(r"https?://|www\.|(?<!\\)\$", made, re.IGNORECASE)
    assert "".join(text for text, *_ in leaves(made)) == text
