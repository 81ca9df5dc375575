"""The choices of a card are shuffled at each review and stay put on its back, in any Anki.

A page here is what Anki's programs make of the two sides that its real engine renders: one
page whose inside is replaced (computers, iPhones), a page a side (Android), a page that may
store nothing, and one without scripts.
"""

import json
import re

import pytest

from quiz import resources

REVIEWS = 24
# Show both sides of the card many times and write down what stood on them.
HARNESS = """
<script>
var FRONT = %s, BACK = %s, CSS = %s, REVIEWS = %d, said = [];
function look(doc) {
  return [].map.call(doc.querySelectorAll("#choices li"), function (row) {
    var mark = (doc.defaultView || window).getComputedStyle(row, "::after").content;
    return [row.textContent, /\\u2713/.test(mark)];
  });
}
function done() { document.getElementById("said").textContent = JSON.stringify(said); }
%s
</script>
"""
# Anki on computers: the inside of one page is replaced, then its scripts are run.
ONE_PAGE = """
var style = document.createElement("style"), qa = document.createElement("div");
style.textContent = CSS; document.head.append(style); document.body.append(qa);
function show(side) {
  qa.innerHTML = side;
  qa.querySelectorAll("script").forEach(function (old) {
    var fresh = document.createElement("script");
    fresh.textContent = old.textContent; old.replaceWith(fresh);
  });
  said.push(look(document));
}
for (var i = 0; i < REVIEWS; i += 1) { show(FRONT); show(BACK); }
done();
"""
# The same where the page may store nothing.
NO_STORE = """
Object.defineProperty(window, "sessionStorage", { get: function () { throw new Error("no"); } });
"""
# Each side is a page of its own: in a frame that shares storage, may not, or runs no script.
FRAMES = """
var sides = [], day = %d;
for (var i = 0; i < REVIEWS; i += 1) { sides.push(FRONT, BACK); }
var clock = "<script>var Real = Date; Date = function (t) {" +
  "return t === undefined ? new Real(day) : new Real(t); };<\\/script>";
function page(side) {
  return "<style>" + CSS + "</style>" + clock.replace("day", day) + side + "<script>" + look +
    "parent.postMessage(look(document), '*');<\\/script>";
}
function next() {
  if (!sides.length) { done(); return; }
  var frame = document.createElement("iframe");
  frame.srcdoc = page(sides.shift());
  %s
  document.body.append(frame);
}
function heard(rows, frame) { said.push(rows); frame.remove(); next(); }
next();
"""
SHARED = """
window.onmessage = function (event) { heard(event.data, document.querySelector("iframe")); };
"""
FENCED = SHARED + 'frame.sandbox = "allow-scripts";'
SILENT = """
frame.sandbox = "allow-same-origin";
frame.onload = function () { heard(look(frame.contentDocument), frame); };
"""
NOON, NEXT_NOON = 1795608000000, 1795694400000
CHOICES = ("a < b", "b", "c", "d")


@pytest.fixture
def reviewed(item, form, sides, style, browse):
    """A function that reviews a card many times: what its fronts and its backs show."""

    def reviews(script, options=CHOICES, *, right=1, ordered=False):
        card = (item(answers=[options[right]]), options, right, ordered)
        ((front, back),) = sides(form(card)).values()
        texts = [json.dumps(t).replace("</", "<\\/") for t in (front, back, style)]
        said = browse(HARNESS % (*texts, REVIEWS, script))
        assert len(said) == REVIEWS * 2
        return said[::2], said[1::2]

    return reviews


WAYS = {
    "one page": ONE_PAGE,
    "one page, no storage": NO_STORE + ONE_PAGE,
    "a page a side": FRAMES % (NOON, SHARED),
    "no storage": FRAMES % (NOON, FENCED),
    "no scripts": FRAMES % (NOON, SILENT),
}


@pytest.mark.parametrize("way", WAYS)
def test_choices_stay_where_they_were(way, reviewed):
    """Both sides hold all choices in one order, and only the back marks the right one."""
    fronts, backs = reviewed(WAYS[way])
    for front, back in zip(fronts, backs, strict=True):
        assert [text for text, _ in front] == [text for text, _ in back]
        assert sorted(CHOICES) == sorted(text for text, _ in front)
        assert not any(marked for _, marked in front)
        assert [text for text, marked in back if marked] == ["b"]


@pytest.mark.parametrize("way", ["one page", "one page, no storage", "a page a side"])
def test_choices_are_shuffled_at_each_review(way, reviewed):
    """Where the order can be kept, a day has many, and each choice is first now and then."""
    fronts, _ = reviewed(WAYS[way])
    orders = {tuple(text for text, _ in front) for front in fronts}
    assert len(orders) > 6
    assert len({order[0] for order in orders}) > 2


def test_choices_have_an_order_a_day_where_nothing_is_kept(reviewed):
    """Without storage a day has one order, drawn from the card, and most days another."""
    orders = set()
    for day in range(4):
        fronts, _ = reviewed(FRAMES % (NOON + day * (NEXT_NOON - NOON), FENCED))
        (order,) = {tuple(text for text, _ in front) for front in fronts}
        orders.add(order)
    assert len(orders) > 1


def test_choices_stand_as_stored_without_scripts(reviewed):
    """A card reads well where no script runs: its choices stand in the order of its form."""
    fronts, backs = reviewed(WAYS["no scripts"])
    assert [list(CHOICES)] * REVIEWS * 2 == [
        [text for text, _ in side] for side in fronts + backs
    ]


@pytest.mark.parametrize("way", WAYS)
def test_choices_that_have_an_order_keep_it(way, reviewed):
    """Years and numbers are not shuffled: finding one's answer should cost no time."""
    years = ("1776", "1787", "1791", "1804")
    fronts, backs = reviewed(WAYS[way], years, right=2, ordered=True)
    for side in fronts + backs:
        assert list(years) == [text for text, _ in side]
    assert all(back[2] == ["1791", True] for back in backs)


def test_the_script_runs_in_old_browsers():
    """It keeps to the language of 2009, and has nothing that Anki would take for a field."""
    code = (resources.folder("templates") / "anki" / "choices.js").read_text("utf-8")
    new = r"=>|`|\b(?:let|const|class|async|await|of)\b|\.\.\.|\?\.|\?\?|{{|}}|</"
    plain = re.sub(r"//.*", "", code)
    assert re.findall(new, plain) == []
    assert re.findall(r"{{|}}|</", code) == []


def test_a_back_that_repeats_the_front_repeats_its_order(reviewed):
    """A learner's own template may show the front on the back, whose script then runs again."""
    own = ONE_PAGE.replace("show(BACK)", "show(FRONT + '<hr id=answer>')")
    fronts, backs = reviewed(own)
    assert fronts == backs
    assert len({json.dumps(front) for front in fronts}) > 6
