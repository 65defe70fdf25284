"""Headings: those typed as bold lines, and the levels of all."""

from collections.abc import Sequence

from articles.document import heading_levels
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import is_heading, is_paragraph, level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

ENDS = (".", ",", ";", ":", "…")
DEEPEST = 6


def with_typed_headings(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    """Bold lines that stand over something become headings, a level below those there are; without any, or before the
    first of them, of their level.
    """
    typed = [at for at, piece in enumerate(pieces) if _is_typed(piece) and _heads(pieces, at)]
    levels = [found for piece in pieces if (found := level(piece))]
    first = next((at for at, piece in enumerate(pieces) if level(piece)), len(pieces))
    is_too_deep = len(set(levels)) > 1 and bool(typed) and typed[0] > first
    if not typed or is_too_deep:
        return list(pieces)
    own = min(levels, default=2) if typed[0] < first else min(max(levels, default=1) + 1, DEEPEST)
    notes.repaired(
        "Bold lines became the headings that they look like: "
        + "; ".join(f"“{words(pieces[at])}”" for at in typed)
        + "."
    )
    made = {at: _heading(pieces[at], own) for at in typed}
    return [made.get(at, piece) for at, piece in enumerate(pieces)]


def _is_typed(piece: Piece) -> bool:
    if not isinstance(piece, Element) or level(piece) or not is_heading(piece):
        return False
    text = words(piece)
    return not text.endswith(ENDS) and any(map(str.isalpha, text)) and not any(piece.all("br"))


def _heads(pieces: Sequence[Piece], at: int) -> bool:
    """Whether something follows that it can stand over: no second bold line, no heading, and not the end."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return after is not None and not level(after) and not (is_paragraph(after) and _is_typed(after))


def _heading(piece: Piece, own: int) -> Piece:
    children = piece.children if isinstance(piece, Element) else []
    return Element(f"h{own}", {}, [_plain(child) for child in children])


def _plain(child: Element | str) -> Element | str:
    if isinstance(child, str):
        return child
    return Element(
        "" if child.tag == "strong" else child.tag, child.attributes, [_plain(one) for one in child.children]
    )


def levelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The headings at the two levels of a guide; deeper ones are bold paragraphs, as wherever text is pasted."""
    headings = [piece for piece in pieces if level(piece)]
    told = heading_levels.as_guide_headings("".join(f"<h{level(piece)}>-</h{level(piece)}>" for piece in headings))
    tags = iter(told.replace("<p><strong>-</strong></p>", "<p>-</p>").split("</")[:-1])
    return [
        _at(piece, next(tags).rpartition("<")[2][:2].rstrip(">"))
        if isinstance(piece, Element) and level(piece)
        else piece
        for piece in pieces
    ]


def _at(piece: Element, tag: str) -> Piece:
    if tag == "p":
        return Element("p", {}, [Element("strong", {}, piece.children)])
    return Element(tag, piece.attributes, piece.children)
