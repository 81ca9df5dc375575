import json

from quiz import formats
from quiz.formats.json import as_dict, line

FORMAT = formats.named("json")


def test_a_form_is_a_line_an_item_in_its_order(tiny_form):
    """As UTF-8, nothing escaped that need not be, so that forms may follow each other."""
    data = FORMAT.render(tiny_form)
    lines = data.decode("utf-8").splitlines()
    assert [json.loads(each)["id"] for each in lines] == [i.id for i in tiny_form.items]
    assert "שלום 🇺🇸" in data.decode("utf-8")
    assert data.endswith(b"\n")
    assert FORMAT.joins


def test_an_item_arrives_whole(tiny_form):
    """Each part under its name, with the parts of the key apart."""
    item = tiny_form.items[0]
    told = json.loads(line(item))
    assert told == as_dict(item)
    assert told["id"] == f"{told['deck']}/{told['fact']}/{told['question']}"
    assert told["stem"] == "Where and when did Biden and Xi meet?"
    assert [part["answer"] for part in told["key"]] == [
        "Bali, Indonesia",
        "November 14, 2022",
    ]
    assert [part["type"] for part in told["key"]] == ["place", "date"]
    assert "Bali" in told["key"][0]["accept"]
    assert (told["as_of"], told["phase"], told["stale"]) == ("2026-11-24", "past", None)
    assert told["sources"] == [
        {
            "title": "",
            "publisher": "The White House",
            "date": "2022-11-10",
            "url": "https://example.org/a?b=1&c=2",
        }
    ]


def test_keys_are_never_renamed(tiny_form):
    """Programs read them; a new one may be added here."""
    assert " ".join(as_dict(tiny_form.items[0])) == (
        "id deck fact kind question language type stem key need distractors no_options"
        " note topic sources tags as_of phase stale"
    )
