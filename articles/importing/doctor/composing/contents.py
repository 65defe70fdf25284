"""Contents lists that a plug-in or an author put into the text: our pages make their own."""

import re
from collections.abc import Sequence

from articles.document.tree import Element
from articles.importing.doctor.composing.parts import folded, is_list, is_paragraph, level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

TITLE = re.compile(
    r"(?:table of )?contents?:?|(?:in|on) this (?:article|guide|post|page|blog)[:,]?(?: you.*)?|(?:jump|skip) to:?(?: section)?|"
    r"quick links:?|what(?:’|')?s (?:inside|in this (?:guide|article))\??|overview of contents|page contents",
    re.IGNORECASE,
)  # fmt: skip
LEADING_NUMBER = re.compile(r"^[\d.]+\s+")
FEWEST = 2


def without_contents(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    left: list[Piece] = []
    headings = {_unnumbered(words(piece)) for piece in pieces if level(piece)}
    for piece in pieces:
        is_titled = bool(left and isinstance(left[-1], Element) and TITLE.fullmatch(words(left[-1])))
        if not _is_contents(piece, headings, is_titled=is_titled):
            left.append(piece)
            continue
        title = words(left.pop()) if is_titled else ""
        notes.left_out(
            "A contents list is left out: the page makes its own from the headings.", f"{title} {words(piece)}".strip()
        )
    return left


def _is_contents(piece: Piece, headings: set[str], *, is_titled: bool) -> bool:
    """Whether it is nothing but links to places of the same page.

    A link with a whole address may lead to another page, so without a title over the list it must say what a heading says.
    """
    if (
        not isinstance(piece, Element)
        or level(piece)
        or not (is_list(piece) or is_paragraph(piece) or piece.tag == "table")
    ):
        return False
    links = list(piece.all("a"))
    within = [link for link in links if _leads_to_place(link) and (is_titled or _is_here(link, headings))]
    said = re.sub(r"\W+|\d+(?=\W|$)", "", "".join(link.words() for link in links))
    return len(links) >= FEWEST and len(within) == len(links) and said == re.sub(r"\W+|\d+(?=\W|$)", "", words(piece))


def _leads_to_place(link: Element) -> bool:
    return "#" in link.attributes["href"] and not link.attributes["href"].startswith("mailto:")


def _is_here(link: Element, headings: set[str]) -> bool:
    return link.attributes["href"].startswith("#") or _unnumbered(link.words()) in headings


def _unnumbered(text: str) -> str:
    return folded(LEADING_NUMBER.sub("", text))
