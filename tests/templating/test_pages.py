"""A page escapes; one of a school goes instead of ours, and its faults are told with their place."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from quiz.errors import QuizError
from quiz.templating import HelperError, page

OURS = """\
<title>{{ title }}</title>
{% block head %}
<h1>{{ title }}</h1>
{% endblock %}
{% block body %}
{% for row in rows %}
<p>{% block row scoped %}{{ row }}{% endblock %}</p>
{% endfor %}
{% endblock %}
"""
VALUES = {"title": "A & B", "rows": ("1", "2")}


@pytest.fixture
def ours(tmp_path: Path):
    """A folder as ours: a page, and one made from it."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "page.html").write_text(OURS, "utf-8")
    (folder / "key.html").write_text(
        '{% extends "page.html" %}{% block head %}{{ super() }}key{% endblock %}',
        "utf-8",
    )
    return folder


@pytest.fixture
def own(tmp_path: Path):
    """A function that writes a school's templates; gives their folder."""

    def write(**files):
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / f"{name}.html").write_bytes(data)
        return folder

    return write


def helper(name):
    """A helper that refuses whatever it is asked for."""
    raise HelperError(name, "bad-picture", f"no picture '{name}'", "draw one")


def test_a_page_escapes_every_value(tmp_path: Path):
    """What is filled in is text, whatever it looks like; blocks leave no empty lines."""
    (tmp_path / "inner.html").write_text("<i>{{ word }}</i>", "utf-8")
    (tmp_path / "page.html").write_text(
        "<p title=\"{{ word }}\">\n  {% if word %}\n{% include 'inner.html' %}\n  {% endif %}\n</p>",
        "utf-8",
    )
    safe = "&lt;b&gt; &amp; &#34;x&#34;"
    expected = f'<p title="{safe}">\n<i>{safe}</i></p>'
    assert expected == page(tmp_path, "page.html", word='<b> & "x"')


def test_a_page_fails_where_a_value_is_missing(tmp_path: Path):
    """A page that names what it was not given is a fault of ours, and loud."""
    (tmp_path / "page.html").write_text("{{ nothing }}", "utf-8")
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        page(tmp_path, "page.html")


def test_a_page_of_a_school_extends_ours(ours, own):
    """It replaces blocks, and shows what ours shows; our key is then made from it."""
    school = own(
        page='{% extends "ours/page.html" %}{% block head %}<i>{{ title }}</i>{% endblock %}'
    )
    made = page(ours, "page.html", school, **VALUES)
    assert "<i>A &amp; B</i>" in made
    assert "<h1>" not in made
    assert "<p>1</p>" in made
    assert "<i>A &amp; B</i>key" in page(ours, "key.html", school, **VALUES)
    assert "<h1>" in page(ours, "page.html", **VALUES)


EXTENDS = '{% extends "ours/page.html" %}\n'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "<p>\n{{ title",
            "2:1 template-syntax: this template cannot be read: unexpected end of template, expected 'end of print statement' (check its braces, quotes and words)",
        ),
        (
            b"<p>\n<b>\xff</b>",
            "2:1 template-syntax: this template cannot be read: it is not UTF-8 (check its braces, quotes and words)",
        ),
        (
            "{{ 1 }}\n{{ titel }}",
            "2:4 unknown-variable: there is no 'titel' to be shown here (did you mean 'title'?)",
        ),
        (
            "{% for row in rows %}\n {{ row.shape.x }}{% endfor %}",
            "2:9 unknown-variable: there is no 'shape' to be shown here (use what the template it extends uses)",
        ),
        (
            f"{EXTENDS}{{% block heda %}}{{% endblock %}}",
            "2:10 unknown-block: there is no block 'heda' to go instead of (did you mean 'head'?)",
        ),
        (
            f"{EXTENDS}\n <p>Lost</p>",
            "3:2 template-outside: this stands outside of every block, so it is shown nowhere (put it into a block: body, head, row)",
        ),
        (
            '{% extends "ours/pag.html" %}',
            "1:13 template-missing: there is no template 'ours/pag.html' (did you mean 'ours/page.html'?)",
        ),
        (
            '\n{% include "x.html" %}',
            "2:13 template-missing: there is no template 'x.html' (use one of: key.html, ours/key.html, ours/page.html, page.html)",
        ),
        (
            '{% extends "page.html" %}',
            "1:1 template-recursion: it extends 'page.html', which extends it: there is no end to it (write {% extends 'ours/page.html' %})",
        ),
        (
            '<p>\n{% include "page.html" %}',
            "2:1 template-recursion: it includes itself: there is no end to it (include the shipped one by its name 'ours/…')",
        ),
        (
            "{{ title.__class__.__mro__ }}",
            "1:1 template-refused: a page may not do this: access to attribute '__class__' of 'str' object is unsafe. (show values, and use 'if' and 'for', and nothing else)",
        ),
        (
            "{{ 1 / 0 }}",
            "1:1 template-error: this template cannot be filled in: division by zero (compare it with the one that it extends)",
        ),
        (
            "<img src=\"{{ picture('x.png') }}\">",
            "1:23 bad-picture: no picture 'x.png' (draw one)",
        ),
    ],
)
def test_a_fault_of_a_school_is_told_with_its_place(text, problem, ours, own, refused):
    """Whatever is wrong in its template is a problem at its line, not a traceback."""
    school = own(page=text)
    values = {**VALUES, "picture": helper}
    assert refused(page, ours, "page.html", school, **values) == [problem]
    with pytest.raises(QuizError) as caught:
        page(ours, "page.html", school, **values)
    assert caught.value.problems[0].location.file == str(school / "page.html")


def test_a_fault_of_ours_is_no_problem_of_a_school(ours, own):
    """What we break is loud, and not said of a template that has no part in it."""
    school = own(other=EXTENDS)
    with pytest.raises(UndefinedError):
        page(ours, "page.html", school, title="T")
