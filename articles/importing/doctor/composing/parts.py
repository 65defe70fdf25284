"""What the modules here ask of pieces: whether one is a heading, what it says, where its section ends."""

import re
from collections.abc import Iterable, Sequence

from articles.document import richtext, tree
from articles.document.blocks import Block
from articles.document.conversion.parts import simple
from articles.document.tree import Element
from articles.importing.doctor.reading.elements.tables import CAPTION
from articles.importing.doctor.reading.lines import STANDING, Piece, Standing

HEADING = re.compile(r"h([1-6])")
LONGEST_HEADING = 90  # signs; a bold line of more is a sentence that matters
SIGNS = re.compile(r"[^\w£$€%]+")


def level(piece: Piece) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    found = HEADING.fullmatch(piece.tag) if isinstance(piece, Element) else None
    return int(found[1]) if found else 0


def words(piece: Piece) -> str:
    """What an element says as one line; a block says nothing here."""
    return richtext.one_line(_text(piece)) if isinstance(piece, Element) else ""


def _text(piece: Element | str) -> str:
    if isinstance(piece, str):
        return piece
    inner = "".join(map(_text, piece.children))
    return f" {inner} " if piece.tag in ("p", "br", "ul", "ol", "li", "table", "tr", "td", "th") else inner


def html(pieces: Iterable[Piece]) -> str:
    return "".join(tree.serialise(piece) for piece in pieces if isinstance(piece, Element))


def in_simple_html(pieces: Iterable[Piece]) -> str:
    """The elements as HTML for where no heading and no table can stand."""
    return "".join(simple(piece) for piece in pieces if isinstance(piece, Element))


def is_paragraph(piece: Piece) -> bool:
    return isinstance(piece, Element) and piece.tag == "p"


def is_heading(piece: Piece) -> bool:
    """Whether it is a heading, or a bold line that looks like one."""
    if isinstance(piece, Element) and piece.attributes.get("class") == CAPTION:
        return False
    return bool(level(piece)) or (is_paragraph(piece) and is_bold(piece) and len(words(piece)) <= LONGEST_HEADING)


def is_bold(piece: Piece) -> bool:
    """Whether all its words are bold."""
    if not isinstance(piece, Element):
        return False
    bold = folded("".join(one.words() for one in piece.all("strong")))
    return bold != "" and bold == folded(words(piece))


def is_list(piece: Piece) -> bool:
    return isinstance(piece, Element) and piece.tag in ("ul", "ol")


def section_end(pieces: Sequence[Piece], at: int) -> int:
    """Where the section ends that the heading at this place begins: at the next of its level or above."""
    own = level(pieces[at])
    return next((place for place in range(at + 1, len(pieces)) if 0 < level(pieces[place]) <= own), len(pieces))


def same(first: str, second: str) -> bool:
    """Whether two texts say the same, whatever their signs and capitals."""
    return bool(folded(first)) and folded(first) == folded(second)


def folded(text: str) -> str:
    return SIGNS.sub(" ", text.casefold()).strip()


def blocks_of(pieces: Iterable[Piece]) -> list[Block]:
    return [piece for piece in pieces if isinstance(piece, Block)]


def standing_of(pieces: Iterable[Piece]) -> list[Standing]:
    """What is no text: blocks, and boxes that become some."""
    return [piece for piece in pieces if isinstance(piece, STANDING)]


def elements_of(pieces: Iterable[Piece]) -> list[Element]:
    return [piece for piece in pieces if isinstance(piece, Element)]
