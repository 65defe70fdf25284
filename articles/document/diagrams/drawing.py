"""What a drawing is made of, and words that are set in a place of their own by their measured width.

The width is that of a small phone: nothing is scaled down there, and larger screens make it a little larger.
"""

from dataclasses import dataclass
from math import ceil

from articles.artwork import typesetting
from articles.document.blocks import Part

WIDTH = 320
SIZE, LEADING, RISE = 16, 20, 15  # of the letters, from line to line, and from the top of a line to its foot
FINE = 8  # small letters are measured large: at their size widths are rounded to whole pixels
SLACK = 1.03  # of the widths, for a font that stands in until ours arrives
LABEL, NOTE = 600, 400


# The tip of an arrow that has come to where it points: from there to one side, and back over it to the other.
DOWN, UP, LEFTWARDS, RIGHTWARDS = "m-6-6 6 6 6-6", "m-6 6 6-6 6 6", "m6-6-6 6 6 6", "m-6-6 6 6-6 6"


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Lines that begin, or have their middle, at `x`; `y` is the foot of the first."""

    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """One part as it is drawn: a box, or `outline` where it is something else, and its words."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    radius: int = 0
    outline: str = ""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """The parts in their order over `strokes`, the path of arrows, frames and tracks.

    `overlong` are the numbers of the parts, from 0, whose words take more lines than their place has.
    """

    height: int
    pieces: tuple[Piece, ...]
    strokes: str = ""
    is_centred: bool = False
    overlong: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The words of a part in lines of a width."""

    label: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.label) + len(self.note)

    @property
    def height(self) -> int:
        return LEADING * self.count

    def at(self, x: int, top: int) -> tuple[Run, ...]:
        """Set below one another from `top`."""
        foot = top + RISE
        runs = (Run(x=x, y=foot, lines=self.label), Run(x=x, y=foot + LEADING * len(self.label), lines=self.note))
        return tuple(run for run in runs if run.lines)


def words_of(part: Part, width: int) -> Words:
    """What a part says, in lines of this width."""
    return Words(label=_lines(part.label, LABEL, width), note=_lines(part.note, NOTE, width))


def _lines(text: str, weight: int, width: int) -> tuple[str, ...]:
    face = typesetting.font(typesetting.SANS, SIZE * FINE, weight)
    return typesetting.in_lines(text, face, ceil(width * FINE / SLACK))
