import subprocess
import sys
from pathlib import Path

import platformdirs

from quiz.cli.keeping import VARIABLE, data_folder


def test_profiles_are_where_the_system_keeps_such(monkeypatch):
    """Unless the variable names another folder; an empty one names none."""
    monkeypatch.setenv(VARIABLE, "/somewhere")
    assert data_folder() == Path("/somewhere")
    for change in (monkeypatch.delenv, lambda name: monkeypatch.setenv(name, "")):
        change(VARIABLE)
        assert data_folder() == platformdirs.user_data_path("civics-quiz")


def test_asking_for_the_folder_makes_none(tmp_path):
    """Only what is kept makes it."""
    code = "from quiz.cli.keeping import data_folder; print(data_folder())"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    ).stdout
    assert told.strip()
    assert [*tmp_path.iterdir()] == []
