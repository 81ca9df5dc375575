"""YAML is read as the text that was typed, and every value knows where it stands."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import Location, QuizError
from quiz.reader import MAX_DEPTH, Mapping, Scalar, Sequence, parse, read

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff")
)
PLAIN = st.from_regex(
    r"[a-zA-Z0-9é世😀][a-zA-Z0-9é世😀 .]{0,9}[a-z0-9]", fullmatch=True
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(PLAIN, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def bare(node):
    """Give a value without its places, as Python's own lists, dicts and strings."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [bare(item) for item in node.items]
    return {key.text: bare(value) for key, value in node}


def placed(node):
    """Give each key and text with its line and column, in the order written."""
    if isinstance(node, Scalar):
        return [(node.text, node.at.line, node.at.column)]
    if isinstance(node, Sequence):
        return [found for item in node.items for found in placed(item)]
    return [f for key, value in node for f in (*placed(key), *placed(value))]


def write(value, lines, found, indent=0):
    """Write a value as YAML, a line each, noting where each key and text stands."""
    margin = " " * indent
    pairs = value.items() if isinstance(value, dict) else [(None, v) for v in value]
    for key, inner in pairs:
        head = margin + ("-" if key is None else f"{key}:")
        if key is not None:
            found.append((key, len(lines) + 1, indent + 1))
        if isinstance(inner, str):
            found.append((inner, len(lines) + 1, len(head) + 2))
            lines.append(f"{head} {inner}")
        else:
            lines.append(head)
            write(inner, lines, found, indent + 2)


@given(st.dictionaries(PLAIN, VALUES, min_size=1, max_size=4))
def test_plain_text_reads_back_with_its_line_and_column(value):
    """Whatever is nested, each key and text is what was typed, where it was typed."""
    lines, found = [], []
    write(value, lines, found)
    root = parse("\n".join(lines).encode(), "t.yaml")
    assert value == bare(root)
    assert found == placed(root)


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS), min_size=1, max_size=3))
def test_any_text_that_yaml_can_write_reads_back(value):
    """Quoted, folded or escaped, a text is the one that another program wrote."""
    data = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    assert value == bare(parse(data.encode(), "t.yaml"))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("No", "No"),
        ("007", "007"),
        ("1787-09-17", "1787-09-17"),
        ("~", "~"),
        ("", ""),
        ("''", ""),
        ("' a '", " a "),
        ('"a\\tb"', "a\tb"),
        ("a # comment", "a"),
        ("a\n  b", "a b"),
        ("|\n  a\n  b\n", "a\nb"),
        (">\n  a\n  b\n", "a b"),
        ("|+\n  a\n\n", "a"),
        ("|\n  a\n  \tb\n", "a\n\tb"),
        ("a\t# comment", "a"),
        ("\t'a'\t", "a"),
    ],
)
def test_a_text_stays_as_typed(node, written, text):
    """No text becomes a number, a date or a truth value; style and tabs make no difference."""
    assert text == node(written).text


def test_a_value_knows_its_line():
    """Places have file, width and the whole line, past wide characters and quotes."""
    line = "  - {é😀: 'No', b: [x]}"
    root = parse(f"a:\n{line}\n".encode(), "d.yaml")

    def at(column, width=1):
        return Location("d.yaml", 2, column, width, line)

    inner = (
        (Scalar("é😀", at(6, 2)), Scalar("No", at(10, 4))),
        (Scalar("b", at(16)), Sequence((Scalar("x", at(20)),), at(19))),
    )
    assert Sequence((Mapping(inner, at(5)),), at(3)) == root.get("a")


def test_a_mapping_is_looked_up_and_walked():
    """A mapping gives the value under a key, or nothing, and its pairs as written."""
    root = parse(b"b: 1\na: 2", "t.yaml")
    assert root.get("a").text == "2"
    assert root.get("c") is None
    assert [(key.text, value.text) for key, value in root] == [("b", "1"), ("a", "2")]
    assert root.keys() == ["b", "a"]


def test_a_byte_order_mark_is_no_part_of_the_text(refused):
    """Some editors begin a file with a mark; it takes no column, in text or in problems."""
    assert placed(parse(b"\xef\xbb\xbfa: b", "t.yaml")) == [("a", 1, 1), ("b", 1, 4)]
    problem = "1:5 not-utf8: byte 0xff is not valid UTF-8 (save the file as UTF-8)"
    assert refused(parse, b"\xef\xbb\xbfa: b\xff", "t.yaml") == [problem]


def test_a_file_is_read_by_its_path(tmp_path):
    """A file's name in messages is its path unless another is given."""
    path = tmp_path / "d.yaml"
    path.write_text("a: b", "utf-8")
    assert path.as_posix() == read(path).at.file
    assert read(path, "shown.yaml").at.file == "shown.yaml"


@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_is_read_or_named(character):
    """Any one character reads back, or it is refused by its number."""
    data = f'a: "{character}"'.encode()
    try:
        text = parse(data, "t.yaml").get("a").text
    except QuizError as error:
        (problem,) = error.problems
        assert problem.code in ("control-character", "yaml-syntax")
        if problem.code == "control-character":
            assert f"U+{ord(character):04X} " in problem.what
    else:
        assert text in (character, " ")


@pytest.mark.parametrize("depth", [1, MAX_DEPTH])
def test_nesting_up_to_the_limit_is_read(depth):
    """As many levels as are allowed, the mapping of the file counted, do no harm."""
    data = b"a: " + b"[" * (depth - 1) + b"x" + b"]" * (depth - 1)
    assert [("a", 1, 1), ("x", 1, 3 + depth)] == placed(parse(data, "t.yaml"))
