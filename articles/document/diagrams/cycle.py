"""Parts on a ring."""

from collections.abc import Iterator, Sequence

from articles.document.blocks import Part
from articles.document.diagrams.boxes import PADDING, box, overlong, tops_of
from articles.document.diagrams.drawing import DOWN, LEFTWARDS, RIGHTWARDS, UP, WIDTH, Drawing, Piece, words_of

BOX, GAP = 142, 40
LEFT, RIGHT, MIDDLE = 0, WIDTH - BOX, (WIDTH - BOX) // 2  # where boxes begin
WEST, EAST = 44, WIDTH - 44  # the sides of the ring
BEND, CLEAR = 22, 5


def cycle(parts: Sequence[Part]) -> Drawing:
    """Clockwise from the top: one box there, pairs at the sides, and one at the foot of an even number."""
    words = [words_of(part, BOX - 2 * PADDING) for part in parts]
    rows = list(_rows(len(parts)))
    heights = [max(words[number].height for number, _left in row) + 2 * PADDING for row in rows]
    tops = tops_of(heights, GAP)
    boxes = {
        number: box(words[number], top, left, BOX, height)
        for row, top, height in zip(rows, tops, heights, strict=False)
        for number, left in row
    }
    pieces = tuple(boxes[number] for number in range(len(parts)))
    return Drawing(
        height=tops[-1] - GAP,
        pieces=pieces,
        strokes=_ring(pieces) + "".join(_tip(piece, tops[-2]) for piece in pieces),
        is_centred=True,
        overlong=overlong(words),
    )


def _rows(count: int) -> Iterator[list[tuple[int, int]]]:
    """The numbers of the parts in each row, and where their boxes begin."""
    yield [(0, MIDDLE)]
    for number in range(1, (count + 1) // 2):
        yield [(number, RIGHT), (count - number, LEFT)]
    if count % 2 == 0:
        yield [(count // 2, MIDDLE)]


def _ring(pieces: Sequence[Piece]) -> str:
    """Behind the boxes, through the middle of the first and of the last row."""
    first, last = pieces[0].y + pieces[0].height // 2, max(piece.y + piece.height // 2 for piece in pieces)
    across, down, bend = EAST - WEST - 2 * BEND, last - first - 2 * BEND, BEND
    return (
        f"M{WEST + bend} {first}h{across}q{bend} 0 {bend} {bend}v{down}q0 {bend}-{bend} {bend}"
        f"h-{across}q-{bend} 0-{bend}-{bend}v-{down}q0-{bend} {bend}-{bend}"
    )


def _tip(piece: Piece, foot: int) -> str:
    """Where the ring comes to a box: from the left at the top, else from above, from the right at the foot, from below."""
    middle = piece.y + piece.height // 2
    if piece.y == 0:
        return f"M{piece.x - CLEAR} {middle}{RIGHTWARDS}"
    if piece.x == RIGHT:
        return f"M{EAST} {piece.y - CLEAR}{DOWN}"
    if piece.y == foot:
        return f"M{piece.x + BOX + CLEAR} {middle}{LEFTWARDS}"
    return f"M{WEST} {piece.y + piece.height + CLEAR}{UP}"
