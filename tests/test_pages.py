"""Those who judge our pages see what is wrong with one."""

import pages

GOOD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title></head>
<body><main><h1>T</h1><p id="said">x</p></main></body></html>"""


def test_axe_sees_what_is_wrong(visit):
    """A good page has no fault; pale text, a small target and no main part are each one."""
    assert pages.axe(visit(GOOD)) == []
    bad = GOOD.replace("main", "div").replace(
        "x</p>",
        '<b style="color: #aaa">pale</b></p>'
        '<button style="width: 9px; height: 9px; padding: 0" aria-label="a"></button>'
        '<button style="width: 9px; height: 9px; padding: 0" aria-label="b"></button>',
    )
    rules = {line.partition(":")[0] for line in pages.axe(visit(bad))}
    assert rules >= {"color-contrast", "target-size", "landmark-one-main"}


def test_the_checker_sees_what_is_not_valid():
    """A valid page has no line; of others each fault has one, with the number of its page."""
    bad = GOOD.replace("<p id", '<p style="colour: red" id="said"><div></p><p id')
    found = pages.invalid(GOOD, bad, GOOD)
    assert found
    assert all(line.startswith("1:") for line in found)
    assert any("Duplicate ID" in line for line in found)
    assert any("colour" in line for line in found)
    (warning,) = pages.invalid(GOOD.replace("<main>", "<main><h2></h2>"))
    assert "warning: Empty heading" in warning


def test_a_visit_is_as_wide_and_dark_as_asked_for(visit):
    """A page knows its reader's settings, and has no scripts where they are off."""
    said = "() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"
    assert visit(GOOD, 360, dark=True).evaluate(said) == [360, True]
    assert visit(GOOD).evaluate(said) == [1200, False]
    scripted = GOOD.replace("</main>", "</main><script>said.textContent = 'y'</script>")
    assert visit(scripted).inner_text("#said") == "y"
    assert visit(scripted, scripts=False).inner_text("#said") == "x"
