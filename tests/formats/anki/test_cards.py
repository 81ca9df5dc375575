"""Cards are read by anyone: on a phone, at night, in large type, from right to left."""

import html
import json
import re

import pytest

from quiz.dates import Date
from quiz.formats.anki.types import NOTE_TYPES
from quiz.keys import Answer, Key
from quiz.model import Entry, Source

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte"
# What is written on what, by the names of the colours.
INKS = {
    "--paper": ("--ink", "--soft", "--mark"),
    **dict.fromkeys(("--good", "--bad", "--missed"), ("--ink",)),
}
MEASURE = """
<script>
var cards = %s, said = {};
function next() {
  var name = Object.keys(cards)[0], frame = document.createElement("iframe");
  if (!name) { document.getElementById("said").textContent = JSON.stringify(said); return; }
  frame.style.cssText = "border: 0; width: 360px; height: 640px";
  frame.srcdoc = cards[name]; delete cards[name];
  frame.onload = function () {
    var doc = frame.contentDocument, root = doc.documentElement;
    said[name] = {
      over: Math.max(root.scrollWidth, doc.body.scrollWidth) - root.clientWidth,
      shown: [].filter.call(doc.querySelectorAll(".cloze, .cloze-inactive"), function (row) {
        return row.offsetHeight > 0;
      }).map(function (row) { return row.textContent; }),
      size: parseFloat(frame.contentWindow.getComputedStyle(doc.querySelector(".question")).fontSize),
      text: doc.body.innerText
    };
    frame.remove(); next();
  };
  document.body.append(frame);
}
next();
</script>
"""


def page(side, style, *, root="", classes="card"):
    """Make the page Anki makes of a side, with a field to type into and what it compared."""
    typed = '<center><input type=text id=typeans style="font-size: 20px"></center>'
    typed += f"<code id=typeans><span class=typeBad>{LONG}</span></code>"
    side = re.sub(r"\[\[type:.*?\]\]", typed, side)
    head = f'<!doctype html><meta charset="utf-8"><style>{root}{style}</style>'
    return f'{head}<body class="{classes}">{side}'


@pytest.fixture
def measured(sides, style, browse):
    """A function that opens both sides of a form's cards in a phone's width and measures them."""

    def measure(form, **how):
        pages = {
            f"{name} {which}": page(side, style, **how)
            for name, both in sides(form).items()
            for which, side in zip(("front", "back"), both, strict=True)
        }
        return browse(MEASURE % json.dumps(pages).replace("</", "<\\/"))

    return measure


@pytest.fixture
def everything(item, form):
    """A form of an entry of every type whose words are all long and cannot be broken."""
    source = Source("s", LONG, LONG, None, "https://example.org")
    common = {"topic": LONG, "note": LONG, "hint": LONG, "sources": (source,)}
    common |= {"stale": Date(2020), "language": "de"}
    made = []
    for number, how in enumerate(NOTE_TYPES, 1):
        parts = ("where", "when-it-was") if how == "parts" else ("", "")
        texts = [f"{LONG}{end}" for end in "xyz"]
        answers = [Answer(texts[0], name=parts[0], accept=(LONG,))]
        if how in ("parts", "order"):
            answers.append(Answer(texts[1], name=parts[1]))
        key = Key(tuple(answers), len(answers), ordered=how == "order")
        type_ = how if how in ("parts", "order", "cloze") else "open"
        entry = item(number, stem=f"Is _____ {LONG}?", key=key, type=type_, **common)
        options = (tuple(texts), 0) if how == "choice" else ((), None)
        made.append(Entry(number, entry, *options, typed=how == "typed"))
    return form(*made)


@pytest.mark.parametrize("root", ["", "html { font-size: 150%; }"])
def test_nothing_is_wider_than_a_phone(root, everything, measured):
    """A word of sixty letters is broken on either side of every card, also in large type."""
    found = measured(everything, root=root)
    assert len(found) == 2 * (len(NOTE_TYPES) + 1)
    assert {name: it["over"] for name, it in found.items() if it["over"]} == {}


def test_type_grows_with_the_readers(everything, measured):
    """Who has set larger type has it on cards as well."""
    small, large = (
        measured(everything, root=f"html {{ font-size: {size}px; }}")
        for size in (16, 24)
    )
    for name, found in small.items():
        assert large[name]["size"] == pytest.approx(1.5 * found["size"])


def test_a_list_in_order_shows_what_goes_before(item, form, measured):
    """Of a place the card shows all before it and its gap, and nothing that comes after."""
    key = Key(tuple(map(Answer, ("one", "two", "three"))), 3, ordered=True)
    found = measured(form(item(type="order", key=key)))
    fronts = [found[f"d/f0/q#{place} front"]["shown"] for place in (1, 2, 3)]
    assert fronts == [["[...]"], ["one", "[...]"], ["one", "two", "[...]"]]
    backs = [found[f"d/f0/q#{place} back"]["shown"] for place in (1, 2, 3)]
    assert backs == [["one", "two", "three"]] * 3


def test_a_back_reads_question_first_then_answer(item, form, measured):
    """What is read aloud follows the eye: question, answer, other forms, context, day, source."""
    made = item(
        stem="Who?",
        answers=[Answer("Ann", "person", accept=("Annie",))],
        note="Context.",
        stale=Date(2020),
        hint="A woman.",
        sources=(Source("s", "The Press", "Paper", None, "https://example.org"),),
    )
    back = measured(form(made))["d/f0/q#1 back"]["text"]
    words = ("Who?", "Ann", "Annie", "Context.", "As of 2020", "Paper", "d/f0/q")
    places = [back.index(word) for word in words]
    assert places == sorted(places)
    assert "A woman." not in back


def themes(style):
    """Give the colours by name, by day and by night."""
    day, night = re.findall(r"\{([^{}]*color-scheme[^{}]*)\}", style)
    return [dict(re.findall(r"(--\w+): (#[0-9a-f]{6})", each)) for each in (day, night)]


def luminance(colour):
    """Measure a colour's light as the Web Content Accessibility Guidelines do."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Measure how well one colour is told from another, from 1 to 21."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_their_ground_by_day_and_night(style):
    """Every ink has a contrast of 4.5 at least to every ground it is used on."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    for theme in themes(style):
        assert theme.keys() >= {*INKS, *(ink for inks in INKS.values() for ink in inks)}
        low = [
            (ink, ground, contrast(theme[ink], theme[ground]))
            for ground, inks in INKS.items()
            for ink in inks
            if contrast(theme[ink], theme[ground]) < 4.5
        ]
        assert low == []


def test_every_colour_is_one_of_the_theme(style):
    """No rule has a colour of its own, which one of the two themes would not know."""
    rules = style.replace("transparent", "")
    used = re.findall(r"[ ;{](?:color|background|border-color): ([^;}]+)", rules)
    named = {"var(--ink)", "var(--soft)", "var(--mark)", "var(--paper)", "inherit"}
    assert set(used) <= named | {f"var({ground})" for ground in INKS}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style):
        grounds = re.findall(r"background: var\((--\w+)\)", body)
        inks = re.findall(r"[ ;{]color: var\((--\w+)\)", body)
        for ground in grounds:
            assert set(inks) <= set(INKS[ground]), selector
    assert len(re.findall("#[0-9a-f]{3,8}", style)) == sum(map(len, themes(style)))


@pytest.mark.parametrize(
    "classes", ["card nightMode", "card night_mode", "nightMode", "night_mode"]
)
def test_night_is_known_by_all_its_names(classes, style):
    """Old and new programs name the night otherwise, on the card or around it."""
    name = classes.split()[-1]
    wanted = f".card.{name}" if "card" in classes else f".{name} .card"
    (selectors,) = re.findall(r"\}\s*([^{}]*nightMode[^{}]*)\{", style)
    assert wanted in [each.strip() for each in selectors.split(",")]


def test_lengths_are_relative_and_sides_logical(style):
    """Nothing but a hair line is measured in pixels; start and end follow the script."""
    pixels = set(re.findall(r"[\d.]+(?:px|pt|mm|cm)", style))
    assert pixels <= {"1px"}
    assert not re.findall(r"(?:margin|padding|border|inset)-(?:left|right)", style)
    assert not re.findall(r"(?:text-align|float): (?:left|right)", style)
    assert not re.findall(r"[;{ ](?:left|right|width|height|max-width):", style)
    # Four lengths in a row are sides by their place, the left one last.
    assert not re.findall(r"(?:margin|padding):(?: [\d.]+\w*){4}", style)


def test_cards_ask_nothing_of_the_network(style, sides, everything):
    """No script, font, picture or style sheet is loaded; a source is a link to follow."""
    whole = style + "".join(map("".join, sides(everything).values()))
    loads = ("src=", "<link", "url(", "@import", "@font-face", "fetch", "XMLHttp")
    assert [mark for mark in loads if mark in whole] == []
    assert html.escape('href="https://example.org"', quote=False) in whole
