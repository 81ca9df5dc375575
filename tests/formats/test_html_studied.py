"""A study page in a browser: answers on request, a self-check, by mouse, keys and no scripts."""

import pages
import pytest

from quiz.formats.html import FORMAT
from quiz.keys import Answer

LOOKS = [(1200, False), (1200, True), (390, False), (390, True)]
NAMES = ["light", "dark", "narrow", "dark-narrow"]
# Whether what is of a class, or has an id, has the focus.
FOCUS = "() => document.activeElement.className + '#' + document.activeElement.id"


@pytest.fixture
def deck(item, form):
    """A page of two topics: one has two open questions, the other one with options."""
    two = [
        Answer("Bali", "place", "where", ("Bali, Indonesia",)),
        Answer("2022", "year", "when"),
    ]
    items = [
        item(1, stem="Who?", topic="One", note="She is.", hint="A woman."),
        item(2, stem="Where and when?", answers=two, need=2, topic="One"),
        (item(3, stem="Which?", answers=["b"], topic="Two"), ("a", "b", "c"), 1),
    ]
    return lambda **more: FORMAT.render(form(*items, **more)).decode()


@pytest.fixture
def check(deck, visit):
    """A function that opens the page and starts the self-check, in the page's order."""

    def started(topic="", html="", **more):
        page = visit(html or deck(), **more)
        page.uncheck("#shuffle")
        if topic:
            page.select_option("#topic", topic)
        page.click("#start")
        return page

    return started


def seen(page, what):
    """Give the text of each element that a reader can see now."""
    return [each.inner_text() for each in page.locator(what).all() if each.is_visible()]


def test_an_answer_shows_on_request(deck, visit):
    """Answers, notes, hints and sources are hidden until they are asked for, one or all."""
    page = visit(deck())
    assert seen(page, ".back, .paper") == []
    page.click("#q1 .hint summary")
    assert seen(page, ".back") == ["A woman."]
    page.click("#q2 .answer summary")
    shown = page.inner_text("#q2 .back").split("\n")
    assert shown[:4] == ["Where", "Bali", "(also: Bali, Indonesia)", "When"]
    page.click("#all")
    assert len(seen(page, ".answer .back")) == 3
    assert page.get_attribute("#all", "aria-pressed") == "true"
    page.click("#all")
    assert seen(page, ".answer .back") == []


def test_without_scripts_answers_show_and_print(deck, visit):
    """Nothing is offered that cannot work; every answer opens, and the key is printed."""
    page = visit(deck(), scripts=False)
    assert seen(page, "button, select, input, .result, .bar") == []
    page.click("#q3 .answer summary")
    assert seen(page, ".right-answer") == ["B b"]
    page.emulate_media(media="print")
    assert seen(page, ".screen") == []
    assert seen(page, ".answers li")[2].startswith("B b")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_in_the_midst_of_a_check_the_whole_paper_prints(dark, check):
    """Black on white: all questions, no buttons or marks, and the key."""
    page = check("Two", dark=dark)
    page.click(".in .options button >> nth=0")
    page.emulate_media(media="print")
    assert len(seen(page, ".stem")) == len(seen(page, ".answers li")) == 3
    assert seen(page, ".screen, .back") == []
    look = "part => getComputedStyle(document.body)[part]"
    assert page.evaluate(look, "backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(look, "color") == "rgb(22, 25, 31)"
    styles = (
        "nodes => new Set(nodes.map(li => getComputedStyle(li).backgroundColor)).size"
    )
    assert page.eval_on_selector_all("#q3 li", styles) == 1


def test_a_check_goes_by_keys_alone(deck, visit):
    """Enter shows, arrows judge, letters choose; the focus is where the reader goes on."""
    page = visit(deck())
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "shuffle":
            page.keyboard.press("Space")
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Shift+Tab")
            break
    assert page.evaluate(FOCUS) == "main#start"
    page.keyboard.press("Enter")
    assert seen(page, ".stem") == ["Who?"]
    assert page.evaluate(FOCUS) == "stem#"
    assert seen(page, ".back") == []
    page.keyboard.press("ArrowRight")  # judges nothing yet
    page.keyboard.press("Enter")
    page.wait_for_selector("#knew")
    assert seen(page, ".right-answer") == ["Ann"]
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#score") == "Right: 1 of 1"
    assert seen(page, ".stem") == ["Where and when?"]
    assert page.evaluate(FOCUS) == "stem#"
    page.keyboard.press("Tab")  # to the answer itself
    page.keyboard.press("Space")
    page.wait_for_selector("#knew")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#score") == "Right: 1 of 2"
    page.keyboard.press("d")  # there is no such option
    page.keyboard.press("b")
    assert page.inner_text("#verdict") == "Right."
    assert page.evaluate(FOCUS) == "main#next"
    page.keyboard.press("Enter")
    assert page.inner_text("#result") == "Right: 2 of 3"
    assert page.evaluate(FOCUS) == "#result"
    assert seen(page, ".stem") == ["Where and when?"]


def test_letters_are_keys_of_the_question_only(check):
    """Who dictates or types elsewhere chooses nothing (WCAG 2.1.4)."""
    page = check("Two")
    page.focus("#stop")
    page.keyboard.press("b")
    assert page.text_content("#verdict") == ""
    page.focus(".in .options button >> nth=0")
    page.keyboard.press("Control+b")
    assert seen(page, "#next") == []
    page.keyboard.press("b")
    assert page.inner_text("#verdict") == "Right."


def test_what_is_missed_is_shown_and_asked_again(check):
    """A wrong choice names the right one; the result lists what was missed, hidden again."""
    page = check()
    page.click(".in .answer summary")
    page.click("#knew")
    page.click(".in .answer summary")
    page.click("#not")
    page.click(".in .options button >> nth=2")
    assert page.inner_text("#verdict") == "Not right. The answer: b"
    assert [each[0] for each in seen(page, ".in li.right, .in li.wrong")] == ["B", "C"]
    page.click("#next")
    assert page.inner_text("#result") == "Right: 1 of 3"
    assert seen(page, ".stem") == ["Where and when?", "Which?"]
    assert seen(page, ".back") == []
    page.click("#again")
    assert page.inner_text("#progress") == "Question 1 of 2"
    page.click("#stop")
    assert len(seen(page, ".stem")) == 3  # nothing was answered, so there is no result
    assert page.evaluate(FOCUS) == "main#start"


def test_all_right_leaves_nothing_to_repeat(check):
    """The result of a check without a mistake offers all again, or the way back."""
    page = check("Two")
    page.click(".in .options button >> nth=1")
    page.click("#next")
    assert seen(page, ".result button") == ["Repeat all", "Back to the questions"]
    assert seen(page, "#those, .stem") == []
    page.click("#over")
    assert page.inner_text("#progress") == "Question 1 of 1"
    assert seen(page, ".in .right, .in .wrong, .in .back") == []


def test_a_mixed_check_asks_each_once(deck, visit):
    """Mixed order is another order, of the same questions."""
    page = visit(deck())
    orders = set()
    for _ in range(8):
        page.click("#start")
        order = []
        for _ in range(3):
            order += seen(page, ".stem")
            page.focus(".in .stem")
            page.keyboard.press(
                "b" if page.locator(".in .options").count() else "Enter"
            )
            page.wait_for_selector("#knew:visible, #next:visible")
            page.click("#next" if page.locator("#next").is_visible() else "#knew")
        assert sorted(order) == ["Where and when?", "Which?", "Who?"]
        orders.add(tuple(order))
        page.click("#leave")
    assert len(orders) > 1


def test_what_happens_is_announced(check):
    """A status that is there from the start says what was shown, and whether it was right."""
    page = check()
    live = page.get_by_role("status")
    assert live.count() == 1
    assert live.inner_text() == ""
    page.click(".in .answer summary")
    page.wait_for_selector("#knew")
    assert live.text_content().startswith("Answer: ")
    page.click("#knew")
    assert live.text_content() == ""


@pytest.mark.parametrize(("width", "dark"), LOOKS, ids=NAMES)
def test_anyone_can_use_each_state(width, dark, deck, visit):
    """axe-core finds nothing as it opens, with answers, asked, judged, right, wrong, at the end."""
    page = visit(deck(about="About it."), width, dark=dark)
    found = {"start": pages.axe(page)}
    page.click("#all")
    page.click("#q1 .hint summary")
    found["answers shown"] = pages.axe(page)
    page.uncheck("#shuffle")
    page.click("#start")
    found["asked"] = pages.axe(page)
    page.click(".in .answer summary")
    page.wait_for_selector("#knew")
    found["judged"] = pages.axe(page)
    page.click("#not")
    page.click(".in .answer summary")
    page.click("#knew")
    found["options"] = pages.axe(page)
    page.click(".in .options button >> nth=0")
    found["wrong"] = pages.axe(page)
    page.click("#next")
    found["result"] = pages.axe(page)
    page.click("#over")
    page.click("#stop")
    page.select_option("#topic", "Two")
    page.click("#start")
    page.click(".in .options button >> nth=1")
    found["right"] = pages.axe(page)
    page.click("#next")
    found["all right"] = pages.axe(page)
    assert {state: lines for state, lines in found.items() if lines} == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_kept_and_nothing_is_sent(check):
    """From its opening to the result there is no request, cookie or storage; a policy forbids them."""
    page = check("Two")
    page.click(".in .options button >> nth=1")
    page.click("#next")
    kept = "[document.cookie, localStorage.length, sessionStorage.length]"
    assert page.evaluate(kept) == ["", 0, 0]
    assert page.context.cookies() == []
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0
    policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed.pop("default-src") == "'none'"
    inline = {name for name, where in allowed.items() if where == "'unsafe-inline'"}
    assert inline == {"style-src", "script-src"}
    assert {where for name, where in allowed.items() if name not in inline} == {
        "'none'"
    }


def test_a_check_names_the_topic_of_each_question(item, form, check):
    """A deck of one topic names none, and a question without one has not that of another."""
    alone = check(
        html=FORMAT.render(form(item(1, topic="One"), item(2, topic="One"))).decode()
    )
    assert alone.inner_text("#of-topic") == "Self-check"
    page = check(html=FORMAT.render(form(item(1, topic="One"), item(2))).decode())
    assert page.inner_text("#of-topic") == "One"
    page.click(".in .answer summary")
    page.click("#knew")
    assert page.inner_text("#of-topic") == "Self-check"


def test_a_blank_is_seen_and_is_said(item, form, visit):
    """Who sees the page sees a line, and who hears it hears that words are missing."""
    page = visit(
        FORMAT.render(form(item(1, stem="The _____ has 100 members."))).decode()
    )
    page.get_by_role("heading", name="1. The blank has 100 members.").wait_for()
    page.emulate_media(media="print")
    assert page.inner_text(".stem").endswith("The _____ has 100 members.")
