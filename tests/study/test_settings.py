import pytest

from quiz.errors import QuizError
from quiz.study import settings


@pytest.mark.parametrize(
    ("name", "told", "kept"),
    [
        *(("state", "CA", "CA"), ("state", "new york", "NY"), ("state", "d.c.", "DC")),
        *(("new-per-day", "0", "0"), ("reviews-per-day", "0200", "200")),
        ("new-per-day", "٣", "3"),
    ],
)
def test_a_setting_is_kept_in_one_way(name, told, kept):
    """However it was typed."""
    assert kept == settings.read(name, told)


@pytest.mark.parametrize(
    ("name", "told", "says"),
    [
        ("stat", "CA", "did you mean 'state'?"),
        ("colour", "red", "use one of: new-per-day, reviews-per-day, state"),
        ("state", "Californa", "did you mean 'California'?"),
        *(
            ("new-per-day", bad, "write a number")
            for bad in ("", "-1", "many", "2.5", "9" * 5000)
        ),
        ("new-per-day", "10000", "write a number up to 9999"),
    ],
)
def test_what_is_no_setting_is_told(name, told, says):
    """With what would be one."""
    with pytest.raises(QuizError) as caught:
        settings.read(name, told)
    assert says in caught.value.problems[0].fix
