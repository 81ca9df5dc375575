"""Whoever lacks a tool of the tests is told the one line that installs it."""

import sys

import pytest
import tools


@pytest.mark.parametrize(
    ("platform", "line"),
    [
        (
            "linux",
            "sudo apt-get install chromium poppler-utils libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ),
        (
            "darwin",
            "brew install --cask chromium && brew install poppler && brew install pango",
        ),
    ],
)
def test_what_is_missing_is_one_line(platform, line, monkeypatch, capsys):
    """Where nothing can be installed for the user."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(tools.shutil, "which", lambda _: None)
    monkeypatch.setattr(tools, "pango", lambda: False)
    assert tools.main() == 1
    assert capsys.readouterr().err.endswith(f"Run: {line}\n")


def test_weasyprint_finds_its_libraries():
    """On the machine the tests run on."""
    assert tools.pango()
