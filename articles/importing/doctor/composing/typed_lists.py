"""Lists typed by hand: the grammar is that of the check that finds them in a guide."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.document import tree
from articles.document.tree import Element
from articles.gate.checks.structure.typed_lists import MARKED, typed_kind, with_lists
from articles.importing.doctor.composing.parts import html, is_paragraph, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

# Bold or in another font, as some programs have it.
SIGN = re.compile(r"[-–—*•·▪◦‣●○■□o>✓✔]|\(?(?:\d{1,2}|[a-z])[.)]")


def with_typed_lists(pieces: Iterable[Piece], notes: Notes) -> Iterator[Piece]:
    """Paragraphs, and lines of paragraphs, that begin with bullets, dashes or numbers become the lists that they look like."""
    for are_paragraphs, run in groupby(pieces, key=is_paragraph):
        lines = [line for piece in run for line in (_lines(piece) if are_paragraphs else [piece])]
        yield from _listed([line for line in lines if isinstance(line, Element)], notes) if are_paragraphs else lines


def _lines(piece: Piece) -> list[Piece]:
    """A paragraph line by line where two lines or more begin like items; else as it is."""
    if not isinstance(piece, Element) or not any(child.tag == "br" for child in piece.elements()):
        return [piece]
    lines: list[list[Element | str]] = [[]]
    for child in piece.children:
        if isinstance(child, Element) and child.tag == "br":
            lines.append([])
        else:
            lines[-1].append(child)
    parts = [Element("p", {}, line) for line in lines if words(Element("p", {}, line))]
    if sum(1 for part in parts if typed_kind(_begun(part))) < 2:
        return [piece]
    return [
        part
        for kind, run in groupby(parts, key=lambda part: typed_kind(_begun(part)))
        for part in _together(kind, list(run))
    ]


def _together(kind: str, run: list[Element]) -> list[Piece]:
    """Lines that are no items stay one paragraph."""
    if kind:
        return list(run)
    children = [node for at, part in enumerate(run) for node in ([Element("br")] if at else []) + part.children]
    return [Element("p", {}, children)]


def _begun(part: Element) -> Element:
    """The paragraph beginning with text, however its sign was dressed."""
    children = part.children
    while children and isinstance(children[0], str) and not children[0].strip():
        children.pop(0)
    if children and isinstance(children[0], Element) and SIGN.fullmatch(words(children[0])):
        children[0] = f"{words(children[0])} "
        children[1:2] = [child.lstrip() if isinstance(child, str) else child for child in children[1:2]]
    if len(children) > 1 and isinstance(children[0], str) and isinstance(children[1], str):
        children[:2] = [children[0] + children[1]]
    return part


def _listed(run: list[Element], notes: Notes) -> Iterator[Piece]:
    before = html(map(_begun, run))
    after = with_lists(before)
    if after == before:
        yield from run
        return
    signs = " ".join(found[0].strip() for piece in run if typed_kind(piece) and (found := MARKED.match(words(piece))))
    notes.repaired("Lines that were typed like the items of a list became one.", signs)
    yield from tree.parse(after).elements()
