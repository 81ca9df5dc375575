"""A deck's description is found in the message that real Anki keeps of it."""

import pytest
from anki.decks_pb2 import Deck as Message
from hypothesis import given
from hypothesis import strategies as st

from quiz.formats.anki.blobs import description


@given(st.text(), st.integers(0, 2**31), st.binary(max_size=9))
def test_a_description_is_the_one_that_was_written(text, number, other):
    """Whatever else the message holds before and behind it."""
    kind = Message.KindContainer()
    kind.normal.description = text
    kind.normal.config_id = number
    kind.normal.markdown_description = True
    kind.normal.review_limit = number
    kind.normal.desired_retention = 0.9
    unknown = b"\x09" + bytes(8) + b"\x72" + bytes([len(other)]) + other
    assert description(unknown + kind.SerializeToString()) == text


def test_a_filtered_deck_has_none():
    """Nor does a deck of which nothing is said."""
    kind = Message.KindContainer()
    assert description(kind.SerializeToString()) == ""
    kind.filtered.reschedule = True
    kind.filtered.search_terms.add(search="deck:x", limit=5)
    assert description(kind.SerializeToString()) == ""


@pytest.mark.parametrize(
    "damaged", [b"\x0a", b"\x0a\x05ab", b"\x80\x80", b"\x0b", b"\x0a\x03\x22\x01\xff"]
)
def test_a_damaged_message_is_a_value_error(damaged):
    """Cut short, of an unknown wire type, or not UTF-8."""
    with pytest.raises(ValueError, match=r".*"):
        description(damaged)
