import pytest

from quiz.grading.forms import forms


def ways(text):
    """Give each form's words, those that must be said in capitals."""
    return {
        " ".join(
            word.text.upper() if must else word.text
            for word, must in zip(form.words, form.required, strict=True)
        )
        for form in forms(text, "en")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(U.S.) Constitution", {"u.s. CONSTITUTION"}),
        ("House (of Representatives)", {"HOUSE of representatives"}),
        (
            "Secretary of War (Defense)",
            {"SECRETARY of WAR defense", "SECRETARY of DEFENSE"},
        ),
        ("Antietam/Sharpsburg", {"ANTIETAM", "SHARPSBURG"}),
        (
            "Boston Tea Party (Tea Act)",
            {"BOSTON TEA PARTY tea act", "BOSTON TEA TEA ACT", "TEA ACT"},
        ),
        ("World War I", {"WORLD WAR I"}),
        ("16th president of the United States", {"16TH PRESIDENT of the u.s."}),
        ("The United States", {"the U.S."}),
        ("We", {"WE"}),
    ],
)
def test_an_answer_says_what_must_be_said(text, expected):
    """Words in parentheses may be left out or stand for others; light words never must be said."""
    assert ways(text) == expected


def test_each_form_counts_what_it_needs():
    """Of three words one is light."""
    assert forms("Bill of Rights", "en")[0].needed == 2
