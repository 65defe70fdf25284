"""Two circles that overlap."""

from collections.abc import Sequence

from articles.document.blocks import Part
from articles.document.diagrams.boxes import overlong
from articles.document.diagrams.drawing import WIDTH, Drawing, Piece, words_of

RADIUS, APART = 128, 140  # of each circle, and from the middle of one to that of the other
MIDDLE = WIDTH // 2
TOP, LENS = 1, 2 * RADIUS - APART  # where the first circle begins, and how tall the overlap is
ALONE, SHARED = 190, 150  # how wide words may be in a circle, and where both are
MOST_ALONE, MOST_SHARED = 5, 4


def overlap(parts: Sequence[Part]) -> Drawing:
    """One circle above the other, and what they share where they overlap: the third part."""
    widths = (ALONE, ALONE, SHARED)
    words = [words_of(part, width) for part, width in zip(parts, widths, strict=True)]
    free = APART  # of each circle that is its own
    middles = (TOP + free // 2 + 8, TOP + APART + LENS + free // 2 - 8, TOP + APART + LENS // 2)
    runs = [one.at(MIDDLE, middle - one.height // 2) for one, middle in zip(words, middles, strict=True)]
    circles = tuple(
        Piece(x=MIDDLE - RADIUS, y=top, width=2 * RADIUS, height=2 * RADIUS, radius=RADIUS, runs=mine)
        for top, mine in zip((TOP, TOP + APART), runs, strict=False)
    )
    return Drawing(
        height=2 * (RADIUS + TOP) + APART,
        pieces=(*circles, Piece(outline=_lens(), runs=runs[2])),
        is_centred=True,
        overlong=tuple(sorted({*overlong(words[:2], MOST_ALONE), *(2 for _ in overlong(words[2:], MOST_SHARED))})),
    )


def _lens() -> str:
    half = round((RADIUS**2 - (APART / 2) ** 2) ** 0.5)
    y, arc = TOP + RADIUS + APART // 2, f"A{RADIUS} {RADIUS} 0 0 1 "
    return f"M{MIDDLE - half} {y}{arc}{MIDDLE + half} {y}{arc}{MIDDLE - half} {y}"
