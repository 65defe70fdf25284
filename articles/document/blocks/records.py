"""What blocks are made of: pictures, files, people, salary figures."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from django.core.files.storage import default_storage

from articles.document.blocks.base import Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Image(Value):
    """An uploaded picture: its name in the media storage and its size in pixels.

    The focus is the point that stays in sight where the picture is cropped, in percent from the left and from the top.
    """

    name: str
    width: int
    height: int
    focus_x: int = 50
    focus_y: int = 50

    @property
    def url(self) -> str:
        """Where the site shows the whole picture."""
        return default_storage.url(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class File(Value):
    """An uploaded file that readers get as it is: its name in the media storage and its size in bytes."""

    name: str
    size: int

    @property
    def url(self) -> str:
        """Where the site hands it out."""
        return default_storage.url(self.name)

    @property
    def ending(self) -> str:
        """Without its dot, in small letters."""
        return PurePosixPath(self.name).suffix.lower().removeprefix(".")


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker(Value):
    """The named person or desk that says something, as they were called when they said it."""

    slug: str
    name: str
    role: str = ""
    portrait: Image | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryFigure(Value):
    """What one level of a role earns in a year; `low` and `high` in whole units of the ISO 4217 `currency`."""

    level: str
    region: str
    currency: str
    low: int
    high: int
    open_ended: bool = False
    basis: str
    source: str = ""
    as_of: date
