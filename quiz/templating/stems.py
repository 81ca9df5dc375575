"""A stem is checked against a list of allowed constructs before it is compiled.

So no stem can loop, compute, call or reach into Python.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import TemplateSyntaxError, nodes

from quiz.errors import Location, Problem, QuizError, choose
from quiz.templating.pages import environment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from jinja2 import Template

MAX_LENGTH = 2000
FILTERS = (
    "short",
    "the",
    "possessive",
    "on",
    "inside",
    "year",
    "or",
    "speaker",
    "true",
)
PHASE_WORDS = frozenset({"upcoming", "current", "past"})
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_INSTEAD = "use the fields, the words and filters for stems, and 'if'"


class Word(Protocol):
    """What a stem's variable is: text that also has the forms filters ask for."""

    def form(self, name: str) -> str:
        """Give the form a filter names."""
        ...


def _form(name: str) -> Any:
    def apply(word: Word) -> str:
        return word.form(name)

    return apply


_stems = environment(autoescape=False)
_stems.filters = {name: _form(name) for name in FILTERS}
_stems.tests = {}
_stems.globals = {}


@dataclass(frozen=True, slots=True)
class Stem:
    """A checked template: the names it needs, those it may do without, and its filters.

    `source` is the template as written, `tree` as parsed.
    """

    needs: frozenset[str]
    may_use: frozenset[str]
    filters: tuple[tuple[str, str], ...]
    template: Template
    source: str
    tree: nodes.Template

    def times(self, names: Collection[str]) -> frozenset[int]:
        """Give how often it can show any of these names: 0, 1, or 2 for more than once."""
        return _times(self.tree, names)

    def render(self, words: Mapping[str, Any]) -> str:
        """Fill in the words; white space is folded."""
        return re.sub(r"[ \t\r\n]+", " ", self.template.render(words)).strip(" ")


def compile_stem(text: str, at: Location, known: frozenset[str]) -> Stem:
    """Check and compile a stem that may use the `known` variables.

    Raises QuizError with every problem: syntax, what is not allowed, unknown names.
    """
    if len(text) > MAX_LENGTH:
        what = (
            f"this template has {len(text):,} characters; the limit is {MAX_LENGTH:,}"
        )
        raise QuizError(Problem(at, "template-too-long", what, "shorten it"))
    try:
        return _checked(text, at, known)
    except (TemplateSyntaxError, RecursionError, SyntaxError) as error:
        reason = getattr(error, "message", "it is nested too deep")
        what = f"this template cannot be read: {reason.rstrip('.')}"
        fix = "check its braces, quotes and words"
        raise QuizError(Problem(at, "template-syntax", what, fix)) from None


def _checked(text: str, at: Location, known: frozenset[str]) -> Stem:
    tree = _stems.parse(text)
    problems = [
        *_not_allowed(tree, at),
        *_not_words(tree, at),
        *_unknown(tree, at, known),
    ]
    if problems:
        raise QuizError(*problems)
    used = {node.name for node in tree.find_all(nodes.Name)}
    needs = {node.name for node in _always(tree)}
    pairs = tuple(
        (node.node.name, node.name)
        for node in tree.find_all(nodes.Filter)
        if isinstance(node.node, nodes.Name)
    )
    return Stem(
        frozenset(needs),
        frozenset(used - needs),
        pairs,
        _stems.from_string(tree),
        text,
        tree,
    )


def _always(node: nodes.Node) -> Iterator[nodes.Name]:
    """Give the names a template shows whatever holds; a test or a branch may do without."""
    if isinstance(node, nodes.Name):
        yield node
    elif not isinstance(node, (nodes.If, nodes.CondExpr)):
        for child in node.iter_child_nodes():
            yield from _always(child)


def _times(node: nodes.Node, names: Collection[str]) -> frozenset[int]:
    if isinstance(node, nodes.Name):
        return frozenset({int(node.name in names)})
    if isinstance(node, nodes.If):
        branches = [node.body, *(each.body for each in node.elif_), node.else_]
    elif isinstance(node, nodes.CondExpr):
        branches = [[node.expr1], [node.expr2] if node.expr2 else []]
    elif isinstance(node, (nodes.And, nodes.Or)):
        branches = [[node.left], [node.right]]
    else:
        branches = [[*node.iter_child_nodes()]]
    return frozenset().union(*(_in_turn(branch, names) for branch in branches))


def _in_turn(row: Iterable[nodes.Node], names: Collection[str]) -> frozenset[int]:
    total = frozenset({0})
    for node in row:
        found = _times(node, names)
        total = frozenset(min(one + more, 2) for one in total for more in found)
    return total


def _not_allowed(tree: nodes.Template, at: Location) -> Iterator[Problem]:
    called = [call.node for call in tree.find_all(nodes.Call)]
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Filter):
            if not isinstance(node.node, nodes.Name) or node.args or _starred(node):
                what = f"the filter '{node.name}' stands once, right after a field"
                yield Problem(at, "template-not-allowed", what, _INSTEAD)
        elif isinstance(node, nodes.Name):
            if node.name == "tense" and not any(node is each for each in called):
                what = "'tense' needs its words, as in tense('now', 'past')"
                yield Problem(at, "template-not-allowed", what, _INSTEAD)
        elif isinstance(node, nodes.Call):
            plain = isinstance(node.node, nodes.Name) and node.node.name == "tense"
            texts = all(map(_is_text, node.args))
            right = plain and texts and len(node.args) in (2, 3)
            if not right or node.kwargs or _starred(node):
                what = "a stem can only call tense('now', 'past')"
                yield Problem(at, "template-not-allowed", what, _INSTEAD)
        elif not isinstance(node, _ALLOWED) and not isinstance(
            node, nodes.EvalContextModifier
        ):
            what = f"a stem cannot use '{_spoken(node)}'"
            yield Problem(at, "template-not-allowed", what, _INSTEAD)


def _not_words(tree: nodes.Template, at: Location) -> Iterator[Problem]:
    """Report what would show as Python writes it: phases and values that are no text."""
    for output in tree.find_all(nodes.Output):
        for node in (shown for part in output.nodes for shown in _shown(part)):
            word = node.name if isinstance(node, nodes.Name) else ""
            word = "not" if isinstance(node, nodes.Not) else word
            if word in {"not", *PHASE_WORDS}:
                what = f"'{word}' is true or false: a stem can test it, not show it"
                yield Problem(at, "template-not-allowed", what, _INSTEAD)
            elif isinstance(node, nodes.Const) and not _is_text(node):
                what = f"a stem cannot show '{str(node.value).lower()}'"
                yield Problem(at, "template-not-allowed", what, _INSTEAD)


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _shown(node: nodes.Node) -> Iterator[nodes.Node]:
    """Give what a template may show of an expression, without what it only tests."""
    if isinstance(node, nodes.CondExpr):
        branches = [node.expr1, node.expr2]
    elif isinstance(node, (nodes.And, nodes.Or)):
        branches = [node.left, node.right]
    else:
        branches = []
        yield node
    for branch in filter(None, branches):
        yield from _shown(branch)


def _starred(node: nodes.Filter | nodes.Call) -> bool:
    return node.dyn_args is not None or node.dyn_kwargs is not None


def _spoken(node: nodes.Node) -> str:
    signs = {"Getattr": ".", "Getitem": "[…]", "Pow": "**", "Mul": "*", "Add": "+"}
    kind = type(node).__name__
    return signs.get(kind, kind.lower())


def _unknown(
    tree: nodes.Template, at: Location, known: frozenset[str]
) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Name):
        if node.name not in known:
            what = (
                f"this template uses '{node.name}', which is no field or word for stems"
            )
            yield Problem(at, "unknown-variable", what, choose(node.name, known))
    for used in tree.find_all(nodes.Filter):
        if used.name not in FILTERS:
            what = f"this template uses the filter '{used.name}', which there is not"
            yield Problem(at, "unknown-filter", what, choose(used.name, FILTERS))
