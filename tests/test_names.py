"""A names file lists names of one type with what each says of itself."""

from dataclasses import replace

import pytest

from quiz.dates import Date
from quiz.model import Name
from quiz.names import completed, read_names
from quiz.reader import parse


def names(text):
    """Read a names file from its text."""
    return read_names(parse(text.encode(), "names/n.yaml"))


def listed(entry, kind="place"):
    """Read one name from what is written for it in a file of its type."""
    return names(f"type: {kind}\nnames:\n  {entry}")


def test_a_name_says_much_or_nothing():
    """A name has all that is written of it; one alone on its line has only its type."""
    text = """\
type: place
names:
  Bali,  Indonesia:
    short: Bali
    aliases: [Pulau Bali, Island of Bali]
    article: the
    sort: summit venue
    within: [Indonesia, Asia]
    at: [-8.4, 115.2]
    when: 1958-08
    languages: {es: Bali (Indonesia)}
  Jakarta:
  Ubud: {}
"""
    bali, jakarta, ubud = names(text)
    assert bali == Name(
        "Bali, Indonesia",
        "place",
        short="Bali",
        aliases=("Pulau Bali", "Island of Bali"),
        article="the",
        sort=("summit venue",),
        within=("Indonesia", "Asia"),
        born=Date(1958, 8),
        point=(-8.4, 115.2),
        translations={"es": "Bali (Indonesia)"},
        at=bali.at,
    )
    assert jakarta == Name("Jakarta", "place", at=jakarta.at)
    assert ubud == Name("Ubud", "place", at=ubud.at)
    places = [(name.at.file, name.at.line, name.at.column) for name in (bali, ubud)]
    assert places == [("names/n.yaml", 3, 3), ("names/n.yaml", 13, 3)]


def test_a_person_is_born():
    """A person's day of birth is as precise as known."""
    (biden,) = listed("Joe Biden: {born: 1942-11-20}", "person")
    assert Date(1942, 11, 20) == biden.born


@pytest.mark.parametrize(
    ("at", "point"),
    [
        ("[90, -180]", (90.0, -180.0)),
        ("['-0.5', 0]", (-0.5, 0.0)),
        ("[1.25, 100]", (1.25, 100.0)),
    ],
)
def test_a_place_lies_at_a_latitude_and_a_longitude(at, point):
    """Degrees up to the poles and the date line are read."""
    (place,) = listed(f"X: {{at: {at}}}")
    assert point == place.point


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "names: {A: }",
            ["1:1 missing-field: a names file has no 'type' (add a line 'type: …')"],
        ),
        (
            "type: place",
            ["1:1 missing-field: a names file has no 'names' (add a line 'names: …')"],
        ),
        (
            "type: plaice\nnames: {A: }",
            ["1:7 unknown-type: there is no type 'plaice' (did you mean 'place'?)"],
        ),
        (
            "type: place\nnames: [A]\nmore: x",
            [
                "2:8 wrong-type: 'names' is not a mapping of names (write them as 'Joe Biden: {short: Biden}', one a line)",
                "3:1 unknown-key: 'more' is no key of a names file (use one of: names, type)",
            ],
        ),
    ],
)
def test_a_names_file_has_a_type_and_names(text, problems, refused):
    """A file without either, or with something else, is refused."""
    assert problems == refused(names, text)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            "X: [1]",
            "3:6 wrong-type: a name is a mapping (write it like 'Joe Biden: {short: Biden}')",
        ),
        (
            "X: short",
            "3:6 wrong-type: a name is a mapping (write it like 'Joe Biden: {short: Biden}')",
        ),
        (
            "X: {shrt: Y}",
            "3:7 unknown-key: 'shrt' is no key of a name (did you mean 'short'?)",
        ),
        ("X: {short: }", "3:14 empty-value: there is no value here (write some words)"),
        (
            "X: {aliases: [[Y]]}",
            "3:17 wrong-type: this is a list, not a single value (write some words)",
        ),
        (
            "X: {when: then}",
            "3:13 bad-date: 'then' is not a date like 2022-11-14, 2022-11 or 2022 (write a date like 2022-11-14, 2022-11 or 2022)",
        ),
        (
            "X: {languages: {xyz: Y}}",
            "3:19 unknown-language: 'xyz' is not a language code (use codes such as en, es or pt-BR as keys, or write plain words)",
        ),
        (
            "X: {at: [91, 0]}",
            "3:12 bad-number: '91' is not a number of degrees from -90 to 90 (write latitude, then longitude)",
        ),
        (
            "X: {at: [0, -180.5]}",
            "3:15 bad-number: '-180.5' is not a number of degrees from -180 to 180 (write latitude, then longitude)",
        ),
        (
            "X: {at: [8 S, 115 E]}",
            "3:12 bad-number: '8 S' is not a number of degrees from -90 to 90 (write latitude, then longitude)",
        ),
        (
            "X: {at: 8}",
            "3:11 bad-number: a place is at a latitude and a longitude (write it like [-8.4, 115.2])",
        ),
        (
            "X: {at: [48.9, 2.4, 35]}",
            "3:11 bad-number: a place is at a latitude and a longitude (write it like [-8.4, 115.2])",
        ),
        (
            "' ': {short: X}",
            "3:3 empty-value: there is no value here (write the name)",
        ),
        (
            "X: {at: []}",
            "3:11 bad-number: a place is at a latitude and a longitude (write it like [-8.4, 115.2])",
        ),
    ],
)
def test_a_bad_name_is_a_located_problem(entry, problem, refused):
    """What is wrong with a name is said with its place and a fix."""
    assert refused(listed, entry) == [problem]


def test_every_slip_in_a_names_file_is_told_at_once(refused):
    """One bad name hides no other."""
    text = "type: person\nnames:\n  A:\n  X: [1]\n  Y: {shrt: Z}\n  W: {at: [99, 0]}\n"
    places = [line.split()[0] for line in refused(names, text)]
    assert places == ["4:6", "5:7", "6:12"]


def test_what_contains_a_container_contains_the_name():
    """A name lies within all that its containers lie within, each once, the nearest first."""
    bali = Name("Bali", "place", within=("indonesia", "Asia"))
    indonesia = Name("Indonesia", "place", within=("ASEAN", "Asia"))
    asean = Name("ASEAN", "body", within=("Asia", "UN"))
    within = [name.within for name in completed([bali, indonesia, asean])]
    assert within == [
        ("indonesia", "Asia", "ASEAN", "UN"),
        ("ASEAN", "Asia", "UN"),
        ("Asia", "UN"),
    ]


def test_containers_in_a_circle_are_given_once():
    """A slip that puts each of two names in the other does no harm."""
    one, two = Name("A", "place", within=("B",)), Name("B", "place", within=("A",))
    assert [name.within for name in completed([one, two])] == [("B", "A"), ("A", "B")]


def test_a_short_form_that_two_names_share_is_only_an_alias():
    """No stem says a short form that could be another's of its type; as an answer it is right."""
    father = Name("George H. W. Bush", "person", "Bush", ("GHWB",))
    son = Name("George W. Bush", "person", "bush")
    shrub = Name("Shrub", "term", "Bush")
    ann = Name("Ann", "person", "A")
    assert completed([father, son, shrub, ann]) == (
        replace(father, short="", aliases=("GHWB", "Bush")),
        replace(son, short="", aliases=("bush",)),
        shrub,
        ann,
    )


def test_names_that_have_no_short_form_share_none():
    """What is not written is not shared: it is no alias."""
    names = [Name(text, "place", within=("Asia",)) for text in ("Bali", "Java")]
    assert completed(names) == tuple(names)


def test_a_container_may_be_a_name_of_two_types():
    """What lies in a house lies in its city, though the house is also an institution."""
    room = Name("Oval Office", "place", within=("White House",))
    house = Name("White House", "place", within=("Washington",))
    body = Name("White House", "body")
    for listed in ([room, house, body], [body, house, room]):
        (done,) = (n for n in completed(listed) if n.text == "Oval Office")
        assert done.within == ("White House", "Washington")
