"""Pages are shipped templates, or those of a school that go instead of them.

A page of a school is checked where it can be and runs in the same sandbox; whatever is
wrong in it is told with its file and line.
"""

from __future__ import annotations

import re
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quiz.errors import Location, Problem, QuizError, choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

    _Found = tuple[str, str, Callable[[], bool]]

OURS = "ours"


class HelperError(Exception):
    """What a function that a page calls cannot do: a word of it, a code, what and a fix."""

    def __init__(self, word: str, code: str, what: str, fix: str) -> None:
        super().__init__(what)
        self.word, self.code, self.what, self.fix = word, code, what, fix


def environment(**options: Any) -> ImmutableSandboxedEnvironment:
    """Make an environment: strict, sandboxed, and without empty lines left by blocks."""
    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, **options
    )


class _Owned(FileSystemLoader):
    """Finds templates in a school's folder; one that is no text is told as unreadable."""

    def get_source(self, environment: Environment, template: str) -> _Found:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            path = str(Path(self.searchpath[0]) / template)
            raise TemplateSyntaxError("it is not UTF-8", line, template, path) from None


@cache
def _pages(folder: Path, own: Path | None) -> ImmutableSandboxedEnvironment:
    shipped = FileSystemLoader(folder)
    owned = [_Owned(own)] if own else []
    loader = ChoiceLoader([PrefixLoader({OURS: shipped}), *owned, shipped])
    return environment(loader=loader, autoescape=True)


def page(folder: Path, name: str, own: Path | None = None, /, **values: Any) -> str:
    """Render a page template of a shipped folder; every value is escaped.

    A template of the same name in the folder `own` goes instead of it, and may extend it as
    `ours/<name>`. Raises QuizError for whatever is wrong in a template of `own`.
    """
    pages = _pages(folder, own)
    if own is None:
        return pages.get_template(name).render(**values)
    try:
        _check(pages, name, own)
        return pages.get_template(name).render(**values)
    except QuizError:
        raise
    except Exception as error:
        at = _where(error, own)
        if at is None:
            raise
        raise QuizError(_told(error, *at, {*values}, pages.list_templates())) from None


def _check(pages: ImmutableSandboxedEnvironment, name: str, own: Path) -> None:
    """Find what would be shown nowhere, in a template and in those it extends."""
    chain = [*_chain(pages, name)]
    problems: list[Problem] = []
    for n, (path, tree) in enumerate(chain[:-1]):
        if path.is_relative_to(own):
            parents = [each for _, parent in chain[n + 1 :] for each in _blocks(parent)]
            problems += _lost(path, tree, {block.name for block in parents})
    if problems:
        raise QuizError(*problems)


def _chain(
    pages: ImmutableSandboxedEnvironment, name: str
) -> Iterator[tuple[Path, nodes.Template]]:
    """Give a template and those it extends, as far as they are named and there are any."""
    seen: set[str] = set()
    while name and pages.loader:
        try:
            text, file, _ = pages.loader.get_source(pages, name)
        except TemplateNotFound:
            return  # told when the page is made, with the line that asks for it
        tree = pages.parse(text, name, file)
        path = Path(file or "")
        yield path, tree
        seen.add(name)
        parent = tree.find(nodes.Extends)
        given = parent.template if parent else None
        name = str(given.value) if isinstance(given, nodes.Const) else ""
        if parent and name in seen:
            what = f"it extends '{name}', which extends it: there is no end to it"
            fix = f"write {{% extends '{OURS}/{path.name}' %}}"
            at = _place(path, parent.lineno)
            raise QuizError(Problem(at, "template-recursion", what, fix))


def _blocks(tree: nodes.Template) -> Iterator[nodes.Block]:
    return tree.find_all(nodes.Block)


def _lost(path: Path, tree: nodes.Template, known: set[str]) -> Iterator[Problem]:
    """Report what stands at the top of a template that extends another, and is not shown."""
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in known:
            what = f"there is no block '{node.name}' to go instead of"
            at = _place(path, node.lineno, node.name)
            yield Problem(at, "unknown-block", what, choose(node.name, known))
        elif isinstance(node, nodes.Output):
            data = [n.data for n in node.nodes if isinstance(n, nodes.TemplateData)]
            if len(data) < len(node.nodes) or "".join(data).strip():
                text = "".join(data)
                line = node.lineno + text[: len(text) - len(text.lstrip())].count("\n")
                what = "this stands outside of every block, so it is shown nowhere"
                fix = f"put it into a block: {', '.join(sorted(known))}"
                yield Problem(_place(path, line), "template-outside", what, fix)


def _place(path: Path, line: int, word: str = "") -> Location:
    """Give a place on a line of a template: a word, or all that stands there."""
    lines = path.read_text("utf-8", "replace").splitlines()
    text = lines[line - 1] if line <= len(lines) else ""
    word = word if word and word in text else text.strip()
    return Location(str(path), line, text.find(word) + 1, max(1, len(word)), text)


def _where(error: Exception, own: Path) -> tuple[Path, int] | None:
    """Give the file and line of the last template of a school that an error went through."""
    if isinstance(error, TemplateSyntaxError):
        places = [(error.filename or "", error.lineno)]
    else:
        frames = traceback.walk_tb(error.__traceback__)
        places = [(frame.f_code.co_filename, line) for frame, line in frames]
    own_places = [at for at in places if Path(at[0]).is_relative_to(own)]
    return (Path(own_places[-1][0]), own_places[-1][1]) if own_places else None


def _told(
    error: Exception, path: Path, line: int, known: set[str], names: list[str]
) -> Problem:
    """Say what is wrong in a template of a school, in words of the template."""
    code, word = "template-error", ""
    what = f"this template cannot be filled in: {error}"
    fix = "compare it with the one that it extends"
    if isinstance(error, TemplateSyntaxError):
        reason = (error.message or "").rstrip(".")
        code, what = "template-syntax", f"this template cannot be read: {reason}"
        fix = "check its braces, quotes and words"
    elif isinstance(error, UndefinedError):
        found = re.search(r"'([^']+)'$|^'([^']+)' is undefined", str(error))
        word = next(filter(None, found.groups()), "") if found else ""
        code, what = "unknown-variable", f"there is no '{word}' to be shown here"
        plain = str(error).endswith("undefined")
        fix = choose(word, known) if plain else "use what the template it extends uses"
    elif isinstance(error, TemplateNotFound):
        word = str(error.name)
        code, what = "template-missing", f"there is no template '{word}'"
        fix = choose(word, names)
    elif isinstance(error, SecurityError):
        code, what = "template-refused", f"a page may not do this: {error}"
        fix = "show values, and use 'if' and 'for', and nothing else"
    elif isinstance(error, RecursionError):
        code, what = "template-recursion", "it includes itself: there is no end to it"
        fix = f"include the shipped one by its name '{OURS}/…'"
    elif isinstance(error, HelperError):
        code, what, fix, word = error.code, error.what, error.fix, error.word
    return Problem(_place(path, line, word), code, what, fix)
