"""How a page looks: our templates, or those in a school's own folder that go instead of them."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - dataclass fields
from typing import Any

from quiz import resources
from quiz.errors import Location, Problem, QuizError
from quiz.templating import HelperError, page

PICTURES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
# A picture stands in every file that is written, and is read by every printer.
MAX_PICTURE = 500_000


def _ours() -> Path:
    return resources.folder("templates") / "paper"


@dataclass(frozen=True, slots=True)
class Look:
    """The templates pages are made with: those of a folder, if given, before ours.

    Raises QuizError if the folder is not there or holds no template of a name we have.
    """

    folder: Path | None = None

    def __post_init__(self) -> None:
        if self.folder is None:
            return
        at = Location(str(self.folder), line=0)
        names = sorted(path.name for path in _ours().iterdir())
        if not self.folder.is_dir():
            what, fix = "there is no such folder of templates", "check its name"
            raise QuizError(Problem(at, "no-look", what, fix))
        if not any((self.folder / name).is_file() for name in names):
            what = "this folder has no template that goes instead of one of ours"
            fix = f"name it as one of: {', '.join(names)}"
            raise QuizError(Problem(at, "no-look", what, fix))

    def render(self, name: str, /, **values: Any) -> str:
        """Fill in a template by its file name; every value is escaped.

        Templates can show a picture of the folder: `<img src="{{ picture('logo.svg') }}">`.
        Raises QuizError for what is wrong in a template of the folder.
        """
        return page(_ours(), name, self.folder, picture=self._picture, **values)

    def _picture(self, name: str) -> str:
        """Give a picture of the folder as a `data:` address, so that a page stays one file."""
        folder = (self.folder or _ours()).resolve()
        path = (folder / name).resolve()
        kind = PICTURES.get(path.suffix.lower())
        if kind is None:
            fix = f"give one that ends in {', '.join(PICTURES)}"
            raise HelperError(name, "bad-picture", f"'{name}' is no picture", fix)
        if not path.is_relative_to(folder) or not path.is_file():
            what = f"there is no picture '{name}' in the folder of templates"
            fix = "put it beside this template, and give its name"
            raise HelperError(name, "bad-picture", what, fix)
        data = path.read_bytes()
        if len(data) > MAX_PICTURE:
            what = f"'{name}' has {len(data):,} bytes; the limit is {MAX_PICTURE:,}"
            fix = "make it smaller: it stands in every file that is written"
            raise HelperError(name, "bad-picture", what, fix)
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"
