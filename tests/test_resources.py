"""The shipped folders are found, or the installation is said to be broken."""

import pytest

from quiz import resources


@pytest.mark.parametrize(
    ("name", "file"), [("decks", "names"), ("templates", "kinds/qa.yaml")]
)
def test_shipped_folders_are_found(name, file):
    """The decks and the templates that everyone has are where the package says."""
    folder = resources.folder(name)
    assert name == folder.name
    assert (folder / file).exists()


def test_a_broken_installation_is_said():
    """A folder that was not installed is named, with what to do about it."""
    message = "the installation is broken: it has no maps/ folder; reinstall"
    with pytest.raises(FileNotFoundError, match=message):
        resources.folder("maps")
