"""Every template runs in one environment, which keeps it from Python."""

import pytest
from jinja2.exceptions import SecurityError

from quiz import templating


def test_a_page_cannot_reach_python(tmp_path):
    """Not even a page of ours gets at the classes behind its values."""
    (tmp_path / "page.html").write_text("{{ word.__class__.__mro__ }}", "utf-8")
    with pytest.raises(SecurityError):
        templating.page(tmp_path, "page.html", word="x")
