"""Where the parts of each shape stand."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from articles.document.blocks import Diagram, Part
from articles.document.blocks.diagrams import shares
from articles.document.diagrams.boxes import PADDING, box, overlong, tops_of
from articles.document.diagrams.cycle import cycle
from articles.document.diagrams.drawing import DOWN, WIDTH, Drawing, Piece, words_of
from articles.document.diagrams.overlap import overlap

# How many parts a shape can show, and which shapes show how large they are.
COUNTS = {"steps": (2, 8), "cycle": (3, 6), "overlap": (3, 3), "layers": (2, 8), "spans": (2, 6)}
SIZED = frozenset({"layers", "spans"})

INSET = 16


def draw(block: Diagram) -> Drawing:
    """The drawing of the block; stages where its shape cannot show so many parts."""
    fewest, most = COUNTS[block.shape]
    return (DRAW[block.shape] if fewest <= len(block.parts) <= most else steps)(block.parts)


def steps(parts: Sequence[Part]) -> Drawing:
    """Boxes below one another, with an arrow from each to the next."""
    gap, clear = 28, 5
    words = [words_of(part, WIDTH - 2 * INSET) for part in parts]
    heights = [one.height + 2 * PADDING for one in words]
    tops = tops_of(heights, gap)
    boxes = tuple(
        box(one, top, 0, WIDTH, height, inset=INSET) for one, top, height in zip(words, tops, heights, strict=False)
    )
    arrows = "".join(f"M{WIDTH // 2} {top - gap + clear}v{gap - 2 * clear}{DOWN}" for top in tops[1:-1])
    return Drawing(height=tops[-1] - gap, pieces=boxes, strokes=arrows, overlong=overlong(words))


def layers(parts: Sequence[Part]) -> Drawing:
    """Bands within a frame, taller the larger they are."""
    margin, gap, growth, tallest = 12, 8, 20, 160
    words = [words_of(part, WIDTH - 2 * (margin + INSET)) for part in parts]
    least = min(shares(parts))
    extra = [round(min(growth * (share / least - 1), tallest)) for share in shares(parts)]
    heights = [one.height + 2 * PADDING + more for one, more in zip(words, extra, strict=True)]
    tops = [top + margin for top in tops_of(heights, gap)]
    bands = tuple(
        box(one, top, margin, WIDTH - 2 * margin, height, inset=INSET)
        for one, top, height in zip(words, tops, heights, strict=False)
    )
    bottom = tops[-1] - gap + margin
    return Drawing(height=bottom, pieces=bands, strokes=f"M1 1h{WIDTH - 2}v{bottom - 2}H1z", overlong=overlong(words))


def spans(parts: Sequence[Part]) -> Drawing:
    """Bars on one scale, each beginning where the one before it ends, beneath their words."""
    thick, above, gap = 20, 8, 22
    words = [words_of(part, WIDTH) for part in parts]
    tops = tops_of([one.height + above + thick for one in words], gap)
    scale = WIDTH / sum(shares(parts))
    ends = [round(end * scale) for end in accumulate(shares(parts), initial=0)]
    bars = tuple(
        Piece(
            x=start,
            y=top + one.height + above,
            width=max(end - start, 2),
            height=thick,
            radius=thick // 2,
            runs=one.at(0, top),
        )
        for one, top, start, end in zip(words, tops, ends, ends[1:], strict=False)
    )
    tracks = "".join(f"M0 {bar.y + thick // 2}h{WIDTH}" for bar in bars)
    return Drawing(height=tops[-1] - gap, pieces=bars, strokes=tracks, overlong=overlong(words))


DRAW: dict[str, Callable[[Sequence[Part]], Drawing]] = {
    "steps": steps,
    "cycle": cycle,
    "overlap": overlap,
    "layers": layers,
    "spans": spans,
}
