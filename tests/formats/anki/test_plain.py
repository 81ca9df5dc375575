"""What a learner reads of a note, without markup."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.formats.anki import FORMAT
from quiz.formats.anki.fields import escape
from quiz.formats.anki.plain import is_ours, one_line, parts, plain
from quiz.formats.anki.reading import Note, read
from quiz.keys import Answer
from quiz.model import Source


def note(kind, **fields):
    """Give a note of a type."""
    return Note("g", kind, fields, (), dt.datetime.now(dt.UTC), ("D",), 1)


@given(st.text())
def test_what_was_typed_is_read_again(text):
    """Whatever signs it holds, our escapes are undone; only spaces and controls are tidied."""
    assert plain(escape(text)) == one_line(text)


@given(st.text(alphabet="<>!-[]/&;#ab=\"' {}c1:x?\n", max_size=40))
def test_any_markup_is_read_without_a_traceback(text):
    """Foreign notes hold what no parser expects."""
    read = plain(text)
    assert read == one_line(read)


@pytest.mark.parametrize(
    "text",
    [
        "a <b>b</b> &amp; c&lt;d",
        "<div>one</div>",
        "<style>b {}</style>a<script>1 < 2</script>",
        "<!-- no -->yes",
        "<i>half <b>open",
        "&nbsp;a&#58;b&eacute;",
        '<a title="x">no target</a>',
    ],
)
def test_a_line_reads_as_in_ankis_browser(text, anki):
    """Real Anki's own way from HTML to a line of text gives the same."""
    backend = anki._backend  # noqa: SLF001 - has no other door
    theirs = backend.html_to_text_line(text=text, preserve_media_filenames=False)
    assert plain(text) == one_line(theirs)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("a<br>b<div>c</div><div><br></div>d", "a; b; c; d"),
        ("<ul><li>a</li><li>b</li></ul>", "a; b"),
        ("<dl><div><dt>where</dt><dd>Bali</dd></div><div><dt>when</dt><dd>1</dd></div></dl>", "where: Bali; when: 1"),
        ('<a href="https://x.y/?a&amp;b">T</a>, P', "T (https://x.y/?a&b), P"),
        ('see <img src="a b.png"> [sound:x.mp3]', "see [a b.png] [sound:x.mp3]"),
        ("{{c1::Rome}} in {{c2::1900::year}}", "[Rome] in [1900]"),
        ("{{c1::a {{c2::b}} c}}", "[a [b] c]"),
        ("<![x[y]]>&lt;", "<"),
        ("x < y && y > z", "x < y && y > z"),
        ("\x1b[31mred\x07\u202f!", "[31mred !"),
    ],
)  # fmt: skip
def test_each_kind_of_markup_reads_as_text(text, reads):
    """Lines are parted, links and pictures named, clozes shown; nothing steers a terminal."""
    assert plain(text) == reads


def test_a_gap_shows_no_more_than_its_card():
    """Dots, or the hint."""
    assert plain("{{c1::Rome}} in {{c1::1900::year}}", hide=True) == "[...] in [year]"


def test_our_notes_are_read_by_part(item, form):
    """What is wanted and what is right as well stand apart from the answer."""
    source = Source("s", "P & Q", "T", url="https://x.y/")
    made = [
        item(1, answers=["a", "b"], note="N", topic="To", sources=(source,)),
        item(2, answers=[Answer("a", accept=("b", "c"))], sources=()),
        item(3, stem="Is _____ it?", answers=["x: y"], type="cloze", sources=()),
    ]
    packed = read(FORMAT.render(form(*made)), "x").notes
    assert all(map(is_ours, packed))
    assert [parts(each) for each in packed] == [
        {
            "topic": "To",
            "question": "Who?",
            "wanted": "Any one of these",
            "answer": "a; b",
            "note": "N",
            "source": "T (https://x.y/), P & Q",
        },
        {"question": "Who?", "answer": "a", "also": "b; c"},
        {"question": "Is [...] it?", "answer": "x: y"},
    ]
    assert parts(packed[0], links=False)["source"] == "T, P & Q"


def test_a_foreign_note_is_read_by_field():
    """Fields without words are left out; a field of ours in a foreign type makes it none of ours."""
    foreign = note("Basic", Question="q", Answer="<b>a</b>", Id="", **{"x\ny": "z"})
    assert not is_ours(foreign)
    assert parts(foreign) == {"Question": "q", "Answer": "a", "x y": "z"}
    assert not is_ours(note("Civics of mine", Question="q"))
    assert is_ours(note("Civics Question+", Question="q", Answer="", Id=""))
