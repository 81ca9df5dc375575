"""Release notes, in words for learners."""

from markdown_it import MarkdownIt

from quiz.cli.announcing import markdown
from quiz.diff import compare


def test_they_read_as_they_did(everything, golden):
    """Any change to what learners read is seen in the golden file."""
    golden("release-notes.md", markdown(everything))


def test_each_deck_has_sections_and_the_search_is_a_block_of_code(everything):
    """What Markdown makes of it: headings, and the line to paste unchanged."""
    tokens = MarkdownIt("commonmark").parse(markdown(everything))
    headings = [
        (token.tag, tokens[at + 1].content)
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert headings == [
        ("h1", "What is new"),
        ("h2", r"Rights \& duties"),
        ("h3", "Corrected"),
        ("h3", "Other answers count as right"),
        ("h3", "New"),
        ("h3", "In another deck (cards you have stay where they are)"),
        ("h3", "Removed"),
        ("h2", "Names"),
        ("h2", "New name"),
        ("h2", "Removed cards"),
    ]
    fences = [token.content.strip() for token in tokens if token.type == "fence"]
    assert fences == list(everything.searches)


def test_a_long_search_is_several_blocks(packed):
    """And the reader is told to paste each."""
    gone = packed(*((f"{'long-' * 20}{n}", "D", {}) for n in range(200)))
    found = compare([gone], [packed(("a", "D", {}))])
    made = markdown(found)
    assert len(found.searches) > 1
    assert made.count("```\nnote:") == len(found.searches)
    assert "paste one after the other" in made


def test_nothing_new_is_said_in_a_line(packed):
    """Without a word on how to update."""
    same = packed(("a", "D", {}))
    made = markdown(compare([same], [same]))
    assert made == "# What is new\n\nNothing that a learner sees.\n"


def test_a_deck_that_only_changed_its_name_is_told_of(packed):
    """There is no card to count."""
    made = markdown(compare([packed(("a", "D", {}))], [packed(("a", "E", {}))]))
    assert "A deck has another name.\n" in made
    assert "The deck D is called E now." in made
