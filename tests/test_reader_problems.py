"""What a file may not hold is told where it stands."""

import pytest

from quiz.reader import MAX_BYTES, MAX_DEPTH, parse, read


def test_a_file_that_cannot_be_read_is_said(tmp_path, refused):
    """A missing file is a problem, not a traceback."""
    message = (
        "1:1 unreadable-file: this file cannot be read: no such file or directory "
        "(check that it exists and that you may read it)"
    )
    assert refused(read, tmp_path / "none.yaml") == [message]


FIRST_LINE = "(begin it with a line such as 'deck: my-deck')"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"# only a comment", f"1:1 not-a-mapping: this file is empty {FIRST_LINE}"),
        (b"''", f"1:1 not-a-mapping: this file is empty {FIRST_LINE}"),
        (
            b"words",
            "1:1 not-a-mapping: this file does not hold a mapping of keys and values "
            + FIRST_LINE,
        ),
        (
            b"\xff\xfea\0",
            "1:1 not-utf8: this file is UTF-16 or UTF-32 (save it as UTF-8)",
        ),
        (
            b"\xfe\xff\0a",
            "1:1 not-utf8: this file is UTF-16 or UTF-32 (save it as UTF-8)",
        ),
    ],
)
def test_a_file_that_holds_no_mapping_is_said(data, problem, refused):
    """A file that is empty, not a mapping or of another encoding is refused as a whole."""
    assert refused(parse, data, "t.yaml") == [problem]


def test_a_file_of_more_than_five_megabytes_is_refused(refused):
    """The limit keeps a slip of the shell from filling memory."""
    what = "this file has 5,000,001 bytes; the limit is 5,000,000"
    found = refused(parse, b"x" * (MAX_BYTES + 1), "t.yaml")
    assert found == [f"1:1 file-too-large: {what} (split it into several decks)"]
    assert parse(b"a: b" + b" " * (MAX_BYTES - 4), "t.yaml").keys() == ["a"]


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"a: b\nc: \xc3\xa9\xe9", ["2:5 not-utf8"]),
        (b"a: b\rc: d\re: \xff", ["3:4 not-utf8"]),
        (b"a:\n\tb: c\n \td: [", ["2:1 tab"]),
        (b"a:\n - b\n \t- c", ["3:2 tab"]),
        (b"a: b\rc: \x07", ["2:4 control-character"]),
        (b"a: &x b\nc: !y d\ne: *x", ["1:4 anchor", "2:4 tag", "3:4 alias"]),
        (b"a: &x !y b", ["1:4 tag", "1:4 anchor"]),
        (
            b"a: 1\nb: {c: d, c: e}\na: 2\n[f]: g",
            ["2:11 duplicate-key", "3:1 duplicate-key", "4:1 key-not-text"],
        ),
        (b"a: &x b\n---\nc: &y d", ["1:4 anchor", "2:1 several-documents"]),
        (b"a: &x b\nc: d: e", ["1:4 anchor", "2:5 yaml-syntax"]),
        (b"a: b\nc: d\x07\n\x07", ["2:5 control-character"]),
        ("a: é\ufeff\nb: \a".encode(), ["2:4 control-character"]),
        (
            b'a: ["b\\a", "\\t"]\n"\\x1f": c',
            ["1:5 control-character", "2:1 control-character"],
        ),
        (b"a: " + b"[" * (MAX_DEPTH + 5), ["1:23 too-deep"]),
    ],
)
def test_what_a_deck_may_not_hold_has_its_place(data, problems, refused):
    """Each thing that would make a deck ambiguous or unreadable is told where it stands."""
    found = [line.partition(": ")[0] for line in refused(parse, data, "t.yaml")]
    assert problems == found


@pytest.mark.parametrize("end", ["", "\n", " \n\n"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: b\ntitle: "never\nc: d', "2:8"),
        ("a: 'never", "1:4"),
        ("a: ['b', \"never", "1:10"),
        ('"a": [b, "c"', "1:6"),
        ("a: [[b], {c: [d,", "1:14"),
        ("a:\n- {", "2:3"),
    ],
)
def test_what_is_never_closed_is_told_where_it_is_opened(text, place, end, refused):
    """A quote or bracket without its end is said at its beginning, not at the end of the file."""
    what = "what begins here is never closed (close the quote or bracket)"
    problem = f"{place} yaml-syntax: {what}"
    assert refused(parse, (text + end).encode(), "t.yaml") == [problem]


@pytest.mark.parametrize("text", ["a: b\nc", '"a": b\nc\n', "a:\n- b\nc"])
def test_a_last_line_without_a_colon_is_told_where_it_stands(text, refused):
    """What is no key is not taken for a quote that is never closed."""
    what = "while scanning a simple key could not find expected ':'"
    fix = "check the indentation, colons, brackets and quotes up to here"
    problem = f"{len(text.splitlines())}:1 yaml-syntax: {what} ({fix})"
    assert refused(parse, text.encode(), "t.yaml") == [problem]
