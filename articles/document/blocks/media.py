"""Blocks of files."""

import re
from dataclasses import dataclass
from datetime import date

from articles.document import film_hosts
from articles.document.blocks.base import Block
from articles.document.blocks.records import File, Image
from articles.document.film_hosts import HostedFilm

LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure(Block):
    """A picture with its alternative text, or marked as decorative."""

    kind = "figure"
    verbose_name = "figure"
    prose = ("caption", "credit")
    unsearched = ("credit",)
    needs = ("image",)
    image: Image | None = None
    alt: str = ""
    decorative: bool = False
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Video(Block):
    """A film, ours (`film`, with its `captions`) or at a host that `film_hosts` knows: a still that leads to it.

    `length` is as clocks show it, `3:45`; `shown_since` the day on which it was first to be seen anywhere.
    """

    kind = "video"
    verbose_name = "video"
    rich = ("transcript",)
    prose = ("title", "transcript")
    points = ("title",)
    needs = ("title", "source")
    links = (("title", "address"),)
    image: Image | None = None
    title: str = ""
    address: str = ""
    film: File | None = None
    captions: File | None = None
    length: str = ""
    shown_since: date | None = None
    transcript: str = ""

    @property
    def source(self) -> File | str:
        """Our own film, or else the address of one."""
        return self.film or self.address

    @property
    def hosted(self) -> HostedFilm | None:
        """The film at its host, unless we have it ourselves."""
        return None if self.film else film_hosts.find(self.address)

    @property
    def lasts(self) -> str:
        """Its length by ISO 8601, `PT3M45S`; empty where none is known."""
        if found := LENGTH.fullmatch(self.length):
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            return f"PT{f'{hours}H' if hours else ''}{minutes}M{seconds}S"
        return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Download(Block):
    """A file to keep, such as a salary survey, and what is in it."""

    kind = "download"
    verbose_name = "download"
    prose = ("title", "text")
    points = ("title",)
    needs = ("title", "file")
    title: str = ""
    text: str = ""
    file: File | None = None
