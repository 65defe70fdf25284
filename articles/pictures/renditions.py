"""The sizes, shapes and formats in which an uploaded picture is served, and the address of each.

An address follows by rule from the name of the picture, which snapshots keep permanently:
`pictures/1a2b.jpg/wide-10-800.avif` is `pictures/1a2b.jpg`, cropped to 16:9 half-way along, 800 pixels wide, as AVIF
or, where that is smaller, as WebP. The name alone is the whole picture in its own format. What was uploaded is never
served as it is.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from django.core.files.storage import default_storage

from articles.document import Image

WIDTHS = (400, 800, 1200, 1600)
PORTRAIT_WIDTHS = (224, 448)
LARGEST = 2400
# A crop slides along the picture in so many steps: fine enough for the eye, and few enough to be counted.
STEPS = 20
# The formats, with the longest side that each can hold: what libavif reads, what WebP's header has room for, and what
# libjpeg writes.
FORMATS = {"avif": 32_768, "webp": 16_383, "jpg": 65_500}
# No column holds a longer name, and no folder a much longer one.
NAME = re.compile(r"pictures/[\w-]{1,100}\.(?:jpe?g|png|webp|avif)", re.ASCII)
PATH = re.compile(
    rf"(?P<name>{NAME.pattern})(?:/(?P<shape>whole|wide|square)-(?P<step>\d{{1,2}})-(?P<width>\d{{1,4}})"
    rf"\.(?P<format>{'|'.join(FORMATS)}))?",
    re.ASCII,
)

type Size = tuple[int, int]


class Shape(StrEnum):
    """How a picture is cut: not at all, as a hero and card, or as a portrait."""

    WHOLE = "whole"
    WIDE = "wide"
    SQUARE = "square"


RATIOS = {Shape.WIDE: 16 / 9, Shape.SQUARE: 1.0}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendition:
    """One file that is made of a picture; without a width it is the whole picture in its own format."""

    name: str
    shape: Shape = Shape.WHOLE
    step: int = 0
    width: int = 0
    format: str = ""

    @property
    def path(self) -> str:
        """The end of its address."""
        return f"{self.name}/{self.shape}-{self.step}-{self.width}.{self.format}" if self.width else self.name

    @property
    def url(self) -> str:
        """Its whole address on this site."""
        return default_storage.url(self.path)

    @property
    def file_format(self) -> str:
        """`jpg`, `png`, `webp` or `avif`."""
        return self.format or PurePosixPath(self.name).suffix.lower().lstrip(".").replace("jpeg", "jpg")

    def fits(self, picture: Size) -> bool:
        """Whether a page can ask for it of a picture of this size."""
        return not self.width or (
            self.width in widths(self.shape, picture)
            and self.step <= steps(self.shape, picture)
            and holds(self.format, self.shape, self.width, picture)
        )


def parse(path: str) -> Rendition | None:
    """The rendition at the end of an address; None where that is no name for one."""
    match = PATH.fullmatch(path)
    if match is None or match["shape"] is None:
        return match and Rendition(name=match["name"])
    rendition = Rendition(
        name=match["name"],
        shape=Shape(match["shape"]),
        step=int(match["step"]),
        width=int(match["width"]),
        format=match["format"],
    )
    return rendition if rendition.path == path else None  # 007 is 7


def cropped(shape: Shape, picture: Size) -> Size:
    """The size of the largest part of this shape."""
    width, height = picture
    ratio = RATIOS.get(shape)
    if ratio is None:
        return picture
    return min(width, round(height * ratio)), min(height, round(width / ratio))


def steps(shape: Shape, picture: Size) -> int:
    """How far the crop can slide; not at all where nothing is cut off."""
    return STEPS if cropped(shape, picture) != picture else 0


def step_to(shape: Shape, image: Image) -> int:
    """Where along the picture the crop must be for the focus to be in its middle, or as near as the edge allows."""
    size = image.width, image.height
    part = cropped(shape, size)
    for whole, kept, focus in zip(size, part, (image.focus_x, image.focus_y), strict=True):
        if slack := whole - kept:
            start = whole * focus / 100 - kept / 2
            return round(min(max(start / slack, 0), 1) * STEPS)
    return 0


def box(shape: Shape, step: int, picture: Size) -> tuple[float, float, float, float]:
    """The part of the picture that a crop shows: left, top, right, bottom."""
    (width, height), (part_width, part_height) = picture, cropped(shape, picture)
    left, top = (width - part_width) * step / STEPS, (height - part_height) * step / STEPS
    return left, top, left + part_width, top + part_height


def widths(shape: Shape, picture: Size) -> list[int]:
    """The widths in which a picture is offered, ascending; never more than it has, nor than a JPEG can hold."""
    available = cropped(shape, picture)[0]
    offered = PORTRAIT_WIDTHS if shape is Shape.SQUARE else WIDTHS
    narrower = [width for width in offered if width < available]
    whole = [available] if 0 < available <= offered[-1] else []
    return [width for width in narrower + whole if holds("jpg", shape, width, picture)]


def holds(file_format: str, shape: Shape, width: int, picture: Size) -> bool:
    """Whether a file of this format can be as wide, and as high as that makes it."""
    return max(width, height(shape, width, picture)) <= FORMATS[file_format]


def height(shape: Shape, width: int, picture: Size) -> int:
    """The height of a rendition of this width."""
    part_width, part_height = cropped(shape, picture)
    return max(1, round(width * part_height / part_width))
