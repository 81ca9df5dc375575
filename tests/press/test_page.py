"""A paper is one file that has every task and no answer."""

from quiz.papers import Layout
from quiz.press.looks import Look
from quiz.press.page import paper as printed


def test_a_paper_asks_no_network(paper):
    """Nothing is loaded from anywhere, and nothing runs."""
    page = printed(paper, Layout(), Look())
    signs = ("<script", "<img", "<link", "url(", "@import", "src=", "href=")
    assert [sign for sign in signs if sign in page] == []
