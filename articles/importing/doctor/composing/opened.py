"""What opened when it was pressed: a question, or a section of its own."""

from collections.abc import Sequence

from articles.document.blocks import QuestionAnswer
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import elements_of, in_simple_html, level, standing_of
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Box, Piece


def opened(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    """What opened when it was pressed: a question, or a section of its own."""
    made: list[Piece] = []
    deepest = 2
    for piece in pieces:
        deepest = level(piece) or deepest
        made += _unboxed(piece, deepest, notes) if isinstance(piece, Box) and piece.meaning == "opens" else [piece]
    return made


def _unboxed(box: Box, around: int, notes: Notes) -> list[Piece]:
    inner = opened(box.pieces, notes)
    made = QuestionAnswer(question=box.title, answer=in_simple_html(map(_plain, elements_of(inner))))
    if box.title.endswith("?") and made.is_shown():
        return [made, *standing_of(inner)]
    heading = [Element(f"h{min(around + 1, 6)}", {}, [box.title])] if box.title else []
    return [*heading, *inner]


def _plain(piece: Element) -> Element:
    return Element("h3", {}, piece.children) if level(piece) else piece
