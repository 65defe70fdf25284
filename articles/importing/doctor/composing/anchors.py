"""Links to places of the same page: they lead to the headings that stayed, by the names that these have here."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from urllib.parse import unquote

from articles.document import Document
from articles.document.layout import Outline
from articles.document.linked_documents import rewritten
from articles.importing.doctor.composing.parts import level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece
from articles.importing.posts import Post

LINK = re.compile(r'<a href="(?P<path>[^"#]*)#(?P<place>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)


def named_places(pieces: Sequence[Piece]) -> dict[str, str]:
    """The words of each heading by the names that the source had for its place."""
    return {name: words(piece) for piece in pieces if level(piece) for name in piece.attributes.get("id", "").split()}  # type: ignore[union-attr]


def with_places(document: Document, named: Mapping[str, str], post: Post, notes: Notes) -> Document:
    """A link to a place that nothing here has stays as its words, and is told."""
    anchors = {heading.words: heading.anchor for heading in reversed(Outline(document).headings())}

    def led(link: re.Match[str]) -> str:
        path, place = unescape(link["path"]), unquote(unescape(link["place"]))
        if path and path.split("?")[0] not in post.addresses:
            return link[0]
        if anchor := anchors.get(named.get(place, "")):
            return f'<a href="#{anchor}">{link["words"]}</a>'
        notes.left_out(f"A link led to “#{place}” of the page, which is no heading here; its words stay.")
        return link["words"]

    return rewritten(document, lambda html: LINK.sub(led, html) if "#" in html else html)
