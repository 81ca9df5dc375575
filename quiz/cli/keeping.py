"""Where the self-test keeps what it knows of a learner, and what it can make again."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "CIVICS_QUIZ_DATA"


def data_folder() -> Path:
    """Give the folder of profiles: the one that CIVICS_QUIZ_DATA names, else the user's own."""
    import platformdirs  # noqa: PLC0415 - of use to few commands

    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("civics-quiz")


def cache_folder() -> Path:
    """Give the folder of what can be made again: beside the profiles, if a variable names that."""
    import platformdirs  # noqa: PLC0415 - of use to few commands

    named = os.environ.get(VARIABLE)
    return (
        Path(named, "cache") if named else platformdirs.user_cache_path("civics-quiz")
    )
