"""The one Jinja environment, strict and sandboxed: stems of questions, and pages."""

from quiz.templating.pages import HelperError, page
from quiz.templating.stems import FILTERS, MAX_LENGTH, PHASE_WORDS, Stem, compile_stem

__all__ = [
    "FILTERS",
    "MAX_LENGTH",
    "PHASE_WORDS",
    "HelperError",
    "Stem",
    "compile_stem",
    "page",
]
