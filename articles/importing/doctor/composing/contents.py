"""Contents lists that a plug-in or an author put into the text: our pages make their own."""

import re
from collections.abc import Sequence

from articles.document.tree import Element
from articles.importing.doctor.composing.parts import is_list, is_paragraph, level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

TITLE = re.compile(
    r"(?:table of )?contents?:?|(?:in|on) this (?:article|guide|post|page|blog)[:,]?(?: you.*)?|(?:jump|skip) to:?(?: section)?|"
    r"quick links:?|what(?:’|')?s (?:inside|in this (?:guide|article))\??|overview of contents|page contents",
    re.IGNORECASE,
)  # fmt: skip
FEWEST = 2


def without_contents(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    left: list[Piece] = []
    for piece in pieces:
        if not _is_contents(piece):
            left.append(piece)
            continue
        titled = left and isinstance(left[-1], Element) and bool(TITLE.fullmatch(words(left[-1])))
        title = words(left.pop()) if titled else ""
        notes.left_out(
            "A contents list is left out: the page makes its own from the headings.", f"{title} {words(piece)}".strip()
        )
    return left


def _is_contents(piece: Piece) -> bool:
    """Whether it is nothing but links to places of the same page."""
    if (
        not isinstance(piece, Element)
        or level(piece)
        or not (is_list(piece) or is_paragraph(piece) or piece.tag == "table")
    ):
        return False
    links = list(piece.all("a"))
    within = [
        link for link in links if "#" in link.attributes["href"] and not link.attributes["href"].startswith("mailto:")
    ]
    said = re.sub(r"\W+|\d+(?=\W|$)", "", "".join(link.words() for link in links))
    return len(links) >= FEWEST and len(within) == len(links) and said == re.sub(r"\W+|\d+(?=\W|$)", "", words(piece))
