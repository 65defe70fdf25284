"""Blocks of files."""

from dataclasses import dataclass

from articles.document.blocks.base import Block
from articles.document.blocks.records import Image


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
