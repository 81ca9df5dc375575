"""A life with a deck: learn, edit, take the next release, and lose nothing."""

import datetime as dt

HEAD = """\
deck: life
title: Life
license: MIT
sources: {s: {publisher: P, date: 2022-11-10, url: "https://example.org/p"}}
facts:
"""
MEETING = "- {id: talk, kind: meeting, who: [Joe Biden, Xi Jinping], where: 'Bali, Indonesia', when: 2022-11-14, source: s}\n"
FIRST = f"""{HEAD}{MEETING}\
- {{id: capital, kind: qa, ask: What is teh capital of France?, answer: Paris, source: s}}
- {{id: wrong, kind: qa, ask: How many senators are there?, answer: '99', source: s}}
- {{id: old-name, kind: qa, ask: Who makes federal laws?, answer: Congress, source: s}}
- {{id: over, kind: qa, ask: Which pact is in force?, answer: The old one, source: s}}
- {{id: same, kind: qa, ask: What is the highest court?, answer: the Supreme Court, source: s}}
- {{id: house, kind: claim, claim: "The House has {{435|100|50}} voting members.", source: s}}
- {{id: branches, kind: qa, ask: Name the branches., answer: [legislative, executive, judicial], need: 3, source: s}}
- {{id: bill, kind: steps, ask: How does a bill become law?, steps: [It is introduced, A comittee reads it, Both houses pass it, The President signs it], source: s}}
- {{id: plain-1, kind: qa, ask: Who is one?, answer: Ann, source: s}}
- {{id: plain-2, kind: qa, ask: Who is two?, answer: Bob, source: s}}
- {{id: plain-3, kind: qa, ask: Who is three?, answer: Cid, source: s}}
"""
SECOND = (
    FIRST.replace("teh capital", "the capital")
    .replace("A comittee", "A committee")
    .replace("'99'", "'100'")
    .replace("{id: old-name,", "{id: new-name, formerly: [old-name],")
    .replace(
        "The old one,",
        "The old one, retired: {on: 2022-12-01, why: It ended., instead: pact},",
    )
    + "- {id: pact, kind: qa, ask: Which pact is in force now?, answer: The new one, source: s}\n"
    + "- {id: more, kind: qa, ask: Who leads the Senate?, answer: the Vice President, source: s}\n"
)
# Of these the second release says the same as the first.
SAME = [f"life/{name}" for name in ("same/ask", "house/complete", "plain-1/ask")]
CHANGED = ["capital/ask", "wrong/ask", "talk/where-when", "talk/who", "bill/order"]
PLACES = 4  # a card for each place of the list


def live(learner):
    """Study for days, and do to a deck whatever learners do; give the deck's new name."""
    for _ in range(4):
        learner.study("Civics::Life", 7)
        learner.sleep()
    learner.study("Civics::Life", 3)
    anki = learner.anki
    learner.edit("life/same/ask", "mine", Note="my own <b>words</b>")
    learner.edit("life/house/complete", "leech")
    anki.set_user_flag_for_cards(3, learner.cards("life/wrong/ask"))
    anki.sched.suspend_cards(learner.cards("life/plain-1/ask"))
    anki.sched.bury_cards(learner.cards("life/plain-2/ask"))
    anki.set_deck(learner.cards("life/capital/ask"), anki.decks.id("Elsewhere"))
    anki.decks.rename(anki.decks.id("Civics::Life"), "My civics")
    assert learner.is_sound()


def test_a_release_changes_what_was_corrected_and_nothing_else(
    learners, curator, long_ago, just_now, restyled
):
    """With the options a real user has; then the old release again, and the new one again."""
    learner = learners()
    first = curator({"life": FIRST}, long_ago) / "life.apkg"
    count = learner.take(first).new
    assert learner.is_sound()
    live(learner)
    cards, reviews = learner.schedules()
    before = {name: learner.note(name).fields for name in SAME}
    assert len(reviews) > 20
    assert any(row[3] == -1 for row in cards.values())  # suspended
    assert len({row[1] for row in cards.values()}) == 2  # in two decks

    later = just_now()
    restyled(later.date())
    second = curator({"life": SECOND}, later) / "life.apkg"
    # The talk is over, three items are corrected, the renamed one is as it was.
    counts = learner.take(second)
    assert (2, len(CHANGED), 0) == (counts.new, counts.updated, counts.refused)
    after, log = learner.schedules()
    assert reviews == log
    assert cards == {ident: after[ident] for ident in cards}
    assert count + 2 == learner.anki.note_count()
    assert count + 2 + PLACES - 1 == learner.anki.card_count()
    assert before == {name: learner.note(name).fields for name in SAME}
    assert "mine" in learner.note("life/same/ask").tags
    assert "leech" in learner.note("life/house/complete").tags
    told = {name: learner.note(f"life/{name}") for name in CHANGED}
    assert told["capital/ask"]["Question"] == "What is the capital of France?"
    assert told["wrong/ask"]["Answer"] == "100"
    assert " did " in told["talk/where-when"]["Question"]
    assert "A committee reads it" in told["bill/order"]["List"]
    assert "restyled" in told["wrong/ask"].note_type()["css"]
    assert len(learner.anki.find_cards('deck:"My civics"')) == count - 1 + PLACES - 1
    assert len(learner.anki.find_cards("deck:Civics::Life")) == 2
    assert learner.is_sound()

    texts, schedules = learner.texts(), learner.schedules()
    for package in (first, second):
        counts = learner.take(package)
        assert (counts.new, counts.updated, counts.refused) == (0, 0, 0)
        assert (texts, schedules) == (learner.texts(), learner.schedules())
    assert learner.is_sound()


def test_always_is_as_safe(learners, curator, long_ago, just_now, restyled):
    """Who lets Anki update always loses the own edits to the release, and no schedule."""
    learner = learners()
    learner.take(curator({"life": FIRST}, long_ago) / "life.apkg")
    live(learner)
    cards, reviews = learner.schedules()
    later = just_now()
    restyled(later.date())
    counts = learner.take(curator({"life": SECOND}, later) / "life.apkg", always=True)
    assert (counts.new, counts.refused) == (2, 0)
    after, log = learner.schedules()
    assert reviews == log
    assert cards == {ident: after[ident] for ident in cards}
    assert learner.note("life/wrong/ask")["Answer"] == "100"
    assert learner.is_sound()


def steps():
    """Give five releases: the first and four more, each a change after the one before."""
    second = FIRST.replace("teh capital", "the capital")
    third = second.replace("'99'", "'98'")
    fourth = SECOND.replace("'100'", "'101'").replace("- {id: more", "- {id: added")
    fifth = SECOND.replace("- {id: more", "- {id: more, formerly: [added]")
    return [FIRST, second, third, fourth, fifth]


def test_who_skips_three_releases_ends_where_one_who_took_each_does(
    learners, curator, long_ago, just_now
):
    """The same notes, the same cards; and what one learned meanwhile stays."""
    releases = [
        curator({"life": text}, long_ago + number * dt.timedelta(1), long_ago.date())
        / "life.apkg"
        for number, text in enumerate(steps()[:-1])
    ]
    releases.append(curator({"life": steps()[-1]}, just_now()) / "life.apkg")
    each, skipping = learners(), learners()
    for number, release in enumerate(releases):
        counts = each.take(release)
        assert counts.refused == 0
        cards, reviews = each.schedules()
        each.study("Civics::Life", 3)
        each.sleep()
        if number in (0, 4):
            skipping.take(release)
            skipping.study("Civics::Life", 5)
    assert each.texts() == skipping.texts()
    assert set(cards) == set(each.schedules()[0])
    assert reviews
    assert each.is_sound()
    assert skipping.is_sound()


def test_decks_that_share_a_fact_share_its_schedule(
    learners, curator, long_ago, just_now
):
    """An item met in two decks is learned once, and a correction comes with either."""
    choice = "deck: choice\ntitle: Choice\nselect: [life/wrong, life/same]\n"
    out = curator({"life": FIRST, "choice": choice}, long_ago)
    learner = learners()
    count = learner.take(out / "life.apkg").new
    learner.study("Civics::Life", 8)
    learner.sleep()
    before = learner.schedules()
    assert learner.take(out / "choice.apkg").new == 0
    assert before == learner.schedules()
    out = curator({"life": SECOND, "choice": choice}, just_now())
    counts = learner.take(out / "choice.apkg")
    assert (counts.new, counts.updated, counts.refused) == (0, 1, 0)
    assert learner.note("life/wrong/ask")["Answer"] == "100"
    assert before == learner.schedules()
    assert count == learner.anki.note_count()
    assert learner.is_sound()


def test_an_edit_after_the_correction_was_made_stays(learners, curator, long_ago):
    """Anki keeps the later of two, and a leech is an edit; "Always" brings the correction."""
    learner = learners()
    learner.take(curator({"life": FIRST}, long_ago) / "life.apkg")
    text = FIRST.replace("'99'", "'100'")
    second = curator({"life": text}, long_ago + dt.timedelta(hours=1)) / "life.apkg"
    learner.edit("life/wrong/ask", "leech")
    before = learner.schedules()
    counts = learner.take(second)
    assert (counts.new, counts.updated, counts.refused) == (0, 0, 0)
    assert learner.note("life/wrong/ask")["Answer"] == "99"
    learner.take(second, always=True)
    assert learner.note("life/wrong/ask")["Answer"] == "100"
    assert before == learner.schedules()
