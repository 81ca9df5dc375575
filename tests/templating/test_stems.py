"""Stems can show words, filter them and choose, and nothing else."""

import pytest

from quiz.errors import Location
from quiz.templating import MAX_LENGTH, PHASE_WORDS, compile_stem

AT = Location("kind.yaml", 3, 9)
KNOWN = frozenset({"who", "when", "past", "tense"})


class Word:
    """A word as stems know it: text that has forms."""

    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def form(self, name):
        return f"{name}({self.text})"


def render(text):
    """Fill in a stem about Ann, on a day in 1990, which is past."""
    words = {"who": Word("Ann"), "when": Word("1990"), "past": True}
    return compile_stem(text, AT, KNOWN).render(
        {**words, "tense": lambda *forms: forms[-1]}
    )


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Who is {{ who }}?", "Who is Ann?"),
        ("{{ who | short }}, {{ when|on }}", "short(Ann), on(1990)"),
        ("{{ who | possessive }} <b> & {{ '<' }}", "possessive(Ann) <b> & <"),
        ("{{ tense('meets', 'met') }}", "met"),
        ("{{ tense('a', 'b', 'c') }}", "c"),
        ("{% if past and not when %}a{% elif who or past %}b{% endif %}", "b"),
        ("{{ 'was' if past else 'is' }}", "was"),
        ("  a \n\n {# aside #} {% if past %}\n b {% endif %}", "a b"),
        ("Qu’est-ce\u00a0? 10\u202f000", "Qu’est-ce\u00a0? 10\u202f000"),
        ("", ""),
    ],
)
def test_a_stem_shows_filters_and_chooses(text, stem):
    """Names, filters, tense and conditions are filled in; white space is folded, unless it is no-break."""
    assert stem == render(text)


@pytest.mark.parametrize(
    ("text", "needs", "may_use", "filters"),
    [
        ("What?", "", "", ()),
        ("{{ who }} {{ who | short }}", "who", "", (("who", "short"),)),
        ("{% if who %}{{ when }}{% endif %}", "", "who when", ()),
        ("{% if who %}x{% endif %} {{ who }}", "who", "", ()),
        ("{{ who if past else when | on }}", "", "who when past", (("when", "on"),)),
        ("{{ who or when }}", "who when", "", ()),
        ("{{ tense('a', 'b') }}", "tense", "", ()),
    ],
)
def test_a_stem_knows_what_it_needs(text, needs, may_use, filters):
    """What is shown whatever holds is needed; what a condition tests or guards is not."""
    stem = compile_stem(text, AT, KNOWN)
    assert set(needs.split()) == stem.needs
    assert set(may_use.split()) == stem.may_use
    assert filters == stem.filters


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("{{ who.__class__ }}", "."),
        ("{{ who[0] }}", "[…]"),
        ("{{ 10**10**10 }}", "**"),
        ("{{ 'a' * 999999999 }}", "*"),
        ("{{ who + when }}", "+"),
        ("{{ who ~ when }}", "concat"),
        ("{% for who in when %}{% endfor %}", "for"),
        ("{% set who = 1 %}", "assign"),
        ("{% include 'x' %}", "include"),
        ("{{ who == when }}", "compare"),
        ("{{ [who] }}", "list"),
        ("{% autoescape true %}{{ who }}{% endautoescape %}", "keyword"),
    ],
)
def test_a_stem_cannot_loop_compute_or_reach_python(text, used, refused):
    """Whatever is not a word, a filter or an if is refused by its sign or name."""
    fix = "use the fields, the words and filters for stems, and 'if'"
    problem = f"3:9 template-not-allowed: a stem cannot use '{used}' ({fix})"
    assert problem in refused(compile_stem, text, AT, KNOWN)


@pytest.mark.parametrize(
    "call",
    [
        "who()",
        "who.upper()",
        "tense('a')",
        "tense('a', 'b', 'c', 'd')",
        "tense('a', who)",
        "tense('a', 1)",
        "tense('a', 'b', c='d')",
        "tense('a', 'b', *who)",
        "tense('a', 'b', **who)",
    ],
)
def test_a_stem_can_only_call_tense(call, refused):
    """A call of anything else, or of tense with other than two or three texts, is refused."""
    fix = "use the fields, the words and filters for stems, and 'if'"
    what = "a stem can only call tense('now', 'past')"
    problem = f"3:9 template-not-allowed: {what} ({fix})"
    assert problem in refused(compile_stem, f"{{{{ {call} }}}}", AT, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "{{ who | short | the }}",
        "{{ 'x' | the }}",
        "{{ tense('a', 'b') | the }}",
        "{{ who | the('x') }}",
        "{{ who | the(*who) }}",
        "{{ who | the(**who) }}",
    ],
)
def test_a_filter_stands_once_after_a_field(text, refused):
    """What a filter gives, a text or a call has no forms that another filter could ask for."""
    fix = "use the fields, the words and filters for stems, and 'if'"
    what = "the filter 'the' stands once, right after a field"
    problem = f"3:9 template-not-allowed: {what} ({fix})"
    assert refused(compile_stem, text, AT, KNOWN) == [problem]


def test_tense_is_not_shown_but_called(refused):
    """Without its words, tense says nothing."""
    fix = "use the fields, the words and filters for stems, and 'if'"
    what = "'tense' needs its words, as in tense('now', 'past')"
    problem = f"3:9 template-not-allowed: {what} ({fix})"
    text = "{{ tense('a', 'b') }} {{ tense }}"
    assert refused(compile_stem, text, AT, KNOWN) == [problem]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ past }}", "past"),
        ("{{ who or past }}", "past"),
        ("{{ current and who }}", "current"),
        ("{{ past if who else upcoming }}", "past upcoming"),
        ("{{ not who }}", "not"),
        ("{% if past %}{{ past }}{% endif %}", "past"),
    ],
)
def test_what_is_true_or_false_is_not_shown(text, words, refused):
    """A phase or a condition is for tests; shown, it would be a word of Python's."""
    fix = "use the fields, the words and filters for stems, and 'if'"
    assert refused(compile_stem, text, AT, KNOWN | PHASE_WORDS) == [
        f"3:9 template-not-allowed: '{word}' is true or false: a stem can test it, not show it ({fix})"
        for word in words.split()
    ]


@pytest.mark.parametrize("value", ["none", "true", "1", "1.5"])
@pytest.mark.parametrize("text", ["{{ %s }}", "{{ who or %s }}"])
def test_a_stem_shows_no_values_but_text(value, text, refused):
    """Numbers, truth and nothing are no words."""
    fix = "use the fields, the words and filters for stems, and 'if'"
    problem = f"3:9 template-not-allowed: a stem cannot show '{value}' ({fix})"
    assert refused(compile_stem, text % value, AT, KNOWN) == [problem]


def test_every_unknown_word_and_filter_is_said(refused):
    """Each name and filter that there is not is told, with those that there are."""
    assert refused(compile_stem, "{{ whom }} {{ who | upper }}", AT, KNOWN) == [
        "3:9 unknown-filter: this template uses the filter 'upper', which there is not (use one of: inside, on, or, possessive, short, speaker, the, true, year)",
        "3:9 unknown-variable: this template uses 'whom', which is no field or word for stems (did you mean 'who'?)",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ who", "unexpected end of template, expected 'end of print statement'"),
        ("{% if %}", "Expected an expression, got 'end of statement block'"),
        ("{% nothing %}", "Encountered unknown tag 'nothing'"),
        ("{{ " + "(" * 900 + " }}", "it is nested too deep"),
        ("{%if who%}" * 105 + "{%endif%}" * 105, "it is nested too deep"),
        ("{{ " + "who or " * 200 + "who }}", "it is nested too deep"),
        ("{%if " + "not " * 200 + "who%}x{%endif%}", "it is nested too deep"),
    ],
)
def test_a_stem_that_cannot_be_read_is_said(text, reason, refused):
    """A slip in braces or words is a problem with its reason."""
    what = f"this template cannot be read: {reason}"
    problem = f"3:9 template-syntax: {what} (check its braces, quotes and words)"
    assert refused(compile_stem, text, AT, KNOWN) == [problem]


def test_a_stem_has_a_limit(refused):
    """A stem may be as long as the limit and no longer."""
    text = "x" * MAX_LENGTH
    assert text == render(text)
    problem = "3:9 template-too-long: this template has 2,001 characters; the limit is 2,000 (shorten it)"
    assert refused(compile_stem, f"{text}x", AT, KNOWN) == [problem]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("", {0}),
        ("{{ who }}", {1}),
        ("{{ who | short }} and {{ who }}, {{ who }}", {2}),
        ("{% if who %}x{% endif %}", {0}),
        ("{% if past %}{{ who }}{% endif %}", {0, 1}),
        ("{% if past %}{{ who }}{% else %}of {{ who }}{% endif %}", {1}),
        (
            "{% if past %}{{ who }}{% elif when %}{{ who }}{% else %}x{% endif %}",
            {0, 1},
        ),
        ("{{ who if past else when }}", {0, 1}),
        ("{{ who if past }}", {0, 1}),
        ("{{ who or when }} {{ who }}", {1, 2}),
        ("{{ tense('a', 'b') }} {{ when }}", {0}),
    ],
)
def test_a_stem_knows_how_often_it_can_show_a_name(text, times):
    """Each branch counts; what is only tested does not."""
    assert compile_stem(text, AT, KNOWN).times({"who"}) == times
