"""The screens in docs/self-test.md are those that the program shows."""

import dialogues


def test_the_screens_are_current():
    """If not, run `python tests/dialogues.py`, and read what changed."""
    text = dialogues.DOC.read_text("utf-8")
    assert text.count("<!-- ") == text.count("```text\n") == 4
    assert dialogues.screens(text) == text
