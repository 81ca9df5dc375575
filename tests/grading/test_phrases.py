import pytest


@pytest.mark.parametrize(
    ("typed", "answer", "kind", "result"),
    [
        ("State Department", "Department of State", "body", "correct"),
        ("the U.S. Senate", "Senate", "body", "correct"),
        ("the state senate", "Senate", "body", "wrong"),
        ("White House", "House (of Representatives)", "body", "wrong"),
        ("ICJ", "International Court of Justice", "body", "correct"),
        ("Virginia", "West Virginia", "place", "wrong"),
        ("Bali, Indonesia", "Bali", "place", "correct"),
        ("Indonesia", "Bali, Indonesia", "place", "close"),
        ("Albany, NY", "Albany", "place", "correct"),
        ("Albany, Georgia", "Albany", "place", "wrong"),
        ("Rode Island", "Rhode Island", "place", "correct"),
        ("Vice President", "President", "office", "wrong"),
        ("President", "Vice President", "office", "wrong"),
        ("Second World War", "World War II", "event", "correct"),
        ("World War I", "World War II", "event", "wrong"),
        ("world war", "World War II", "event", "close"),
        ("Viet Nam war", "Vietnam War", "event", "correct"),
        ("Declaration", "Declaration of Independence", "document", "close"),
        (
            "declaring independence from England",
            "Declared independence (from Great Britain)",
            "text",
            "correct",
        ),
        ("ambiguity", "strategic ambiguity", "text", "close"),
        ("strategic clarity", "strategic ambiguity", "text", "wrong"),
        ("ships attacked Germany", "Germany attacked ships", "text", "wrong"),
        ("everyone is above the law", "No one is above the law", "text", "wrong"),
        ("obey the law only sometimes", "Obey the law", "text", "wrong"),
    ],
)
def test_every_word_of_a_phrase_must_be_explained(judged, typed, answer, kind, result):
    """By the answer, its other names, the question, or talk; the rest contradicts."""
    assert judged(typed, [answer], kind).result == result


def test_the_question_may_give_the_noun_of_sort(judged):
    """`Which amendment` and `Which war` need no second one."""
    stem = "Which amendment ended slavery?"
    assert (
        judged("thirteenth", ["13th Amendment"], "document", stem=stem).result
        == "correct"
    )
    assert (
        judged("Civil", ["Civil War"], "event", stem="Which war was it?").result
        == "correct"
    )
