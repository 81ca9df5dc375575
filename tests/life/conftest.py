import contextlib
import datetime as dt
import time

import pytest
from curator import Curator
from curator import restyled as restyling
from learner import Learner


@pytest.fixture
def learners(tmp_path):
    """A function that makes a learner with an empty collection."""
    made = []

    def new():
        folder = tmp_path / f"learner {len(made)}"
        folder.mkdir()
        made.append(Learner(folder))
        return made[-1]

    yield new
    for learner in made:
        learner.anki.close()


@pytest.fixture
def curator(tmp_path):
    """A function that releases decks (YAML by name) as of a day, at a moment.

    It gives the folder with a package for each deck. A deck that is left out is gone.
    """
    return Curator(tmp_path / "curator").release


@pytest.fixture
def restyled(tmp_path):
    """A function that gives the cards another look, as a later program would."""
    with contextlib.ExitStack() as stack:
        yield lambda day: stack.enter_context(restyling(tmp_path, day))


@pytest.fixture
def long_ago():
    """When the first release was: before the meeting that it tells of."""
    return dt.datetime(2022, 11, 10, 9, tzinfo=dt.UTC)


@pytest.fixture
def just_now():
    """A function that gives this moment, in a later second than all that was done."""

    def later():
        time.sleep(1.1)
        return dt.datetime.now(dt.UTC)

    return later
