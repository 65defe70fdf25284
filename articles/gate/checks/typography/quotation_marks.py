"""Straight and curly quotation marks and apostrophes in one guide."""

import re
from collections.abc import Iterator
from html import unescape

from articles.document import Document
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.fixes import with_content
from articles.gate.prose.own_passages import content_of, own_passages
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

CURLY = re.compile("[“”‘’]")
STRAIGHT = filtered("[\"']")
# Feet, inches, minutes and seconds; code.
MEASURE = re.compile(r"(?<=\d)[\"']|(?<=\d\")")
CODE = filtered(r"[{}<>=]|\w\(|\w\[")
# A tag with what is marked as code, another tag, or a text.
PIECE = re.compile(r"<code>[^<]*</code>|<[^>]*>|[^<]+")
AROUND = 30

MIXED = Rule(
    check="quotation-marks-mixed",
    level=Level.WARNS,
    why="Straight and curly marks side by side show that the text was put together from several places.",
    advice="Use curly marks throughout: ‘ ’ and “ ”.",
)


def quotation_marks_mixed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the whole guide, where a passage has both kinds; the repair turns all straight marks that stand in it.

    Passages that keep to one kind each are no reason: not many readers compare paragraphs.
    """
    straight: list[tuple[Place, str]] = []
    is_mixed = False
    for passage in own_passages(guide):
        if not CODE.search(passage.wording) and (found := STRAIGHT.search(MEASURE.sub("", passage.wording))):
            straight.append((passage.place, passage.text[max(0, found.start() - AROUND) :]))
            is_mixed = is_mixed or CURLY.search(passage.wording) is not None
    if is_mixed:
        place, excerpt = straight[0]
        what = "Some quotation marks or apostrophes are straight, others curly."
        yield MIXED.found(place, what, excerpt=cut(excerpt), fix=_with_curly(guide, [place for place, _ in straight]))


def _with_curly(guide: DocumentText, places: list[Place]) -> Fix | None:
    """The repair of all these places, unless the direction of a mark is anybody's guess."""
    chosen = list(dict.fromkeys(places))
    if any(not _is_certain(text) for place in chosen for text in content_of(guide, place)):
        return None

    def fixed(document: Document) -> Document:
        for place in chosen:
            document = with_content(place, curly)(document)
        return document

    return fixed


def _is_certain(text: str) -> bool:
    """Whether each mark stands at one side of a word: double ones in pairs, none after a digit or before a number of years."""
    words = "".join(piece for piece in PIECE.findall(text) if not piece.startswith("<"))
    return words.count('"') % 2 == 0 and not re.search(r"\d[\"']|(?<!\w)'(?:\d|tis\b|twas\b|em\b)", unescape(words))


def curly(text: str) -> str:
    """The text, or HTML, with curly marks for the straight ones; code and tags stay as they are."""
    before = " "
    pieces = []
    for piece in PIECE.findall(text):
        if not piece.startswith("<"):
            piece = _turned(piece, before)
            before = piece[-1]
        elif not re.match(r"</?(?:strong|em|a|s|sup|sub)\b", piece):
            before = "x" if piece.startswith("<code>") else " "
        pieces.append(piece)
    return "".join(pieces)


def _turned(text: str, before: str) -> str:
    """The words of one piece; a mark opens after white space, a bracket or a dash, and closes elsewhere."""
    signs = []
    for sign in text:
        if sign in "\"'":
            opens = before.isspace() or before in "([–—“‘-/"
            sign = {'"': "“" if opens else "”", "'": "‘" if opens else "’"}[sign]
        signs.append(sign)
        before = sign
    return "".join(signs)


CHECKS = (quotation_marks_mixed,)
