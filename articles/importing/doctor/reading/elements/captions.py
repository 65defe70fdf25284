"""Figures as HTML has them: what they show, and what is said of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch

from lxml.html import HtmlElement

from articles.document.blocks import Block, Figure, Quote, Video
from articles.document.tree import Element
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.elements.films import film_at
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import Around, Piece

CAPTION = re.compile(r"(?:wp-|gallery-|image-|photo-|img-)?caption(?:-text)?", re.IGNORECASE)
CREDIT = re.compile(
    r"\s*[(\[]?(?:(?:photo(?:graph)?|image|picture|illustration)(?: credit)?s?(?: by|:)|credits?:|©)\s*.+?[)\]]?$",
    re.IGNORECASE,
)


def give_captions(root: HtmlElement) -> None:
    """Makes figures of boxes with one picture and what is named its caption."""
    for caption in root.xpath(".//*[contains(@class, 'caption')][not(self::figcaption)]"):
        holder = caption.getparent()
        is_named = any(CAPTION.fullmatch(name) for name in caption.get("class", "").split())
        if (
            is_named
            and len(holder.xpath(".//img")) == 1
            and not caption.xpath(".//img")
            and holder.tag in ("div", "dl", "p")
        ):
            holder.tag, caption.tag = "figure", "figcaption"


def figure(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """What the figure shows, with its caption; in a gallery each picture has its own."""
    captions = [one for one in element.iter("figcaption") if _holder(one) is element]
    said = [piece for caption in captions for piece in reader.pieces(caption, around)]
    for caption in captions:
        caption.drop_tree()
    inner = [_film(piece, reader.notes) for piece in reader.pieces(element, around)]
    shown = [piece for piece in inner if isinstance(piece, Figure | Video | Quote)]
    words = " ".join(piece.words() for piece in said if isinstance(piece, Element))
    if len(shown) != 1 or not words or not all(isinstance(piece, Element) for piece in said):
        yield from [*inner, *said]
        return
    made = captioned(shown[0], words)
    if made is shown[0]:
        yield from [*inner, *said]
    else:
        _tell_of_links(reader, said)
        yield from (made if piece is shown[0] else piece for piece in inner)


def _film(piece: Piece, notes: Notes) -> Piece:
    """The film at an address that stands alone in a figure."""
    address = piece.words().strip() if isinstance(piece, Element) and piece.tag == "p" else ""
    film = film_at(address) if address else None
    if film:
        notes.kept("An address by itself became the film that it leads to.", address)
    return film or piece


@singledispatch
def captioned(shown: Block, words: str) -> Block:
    """The block with its caption; unchanged where it has one."""
    return shown


@captioned.register
def _(shown: Video, words: str) -> Block:
    return shown if shown.title else replace(shown, title=words)


@captioned.register
def _(shown: Quote, words: str) -> Block:
    return shown if shown.source else replace(shown, source=words.lstrip("—–-― "))


@captioned.register
def _(shown: Figure, words: str) -> Block:
    """Its credit stands apart where the caption names one at its end."""
    found = CREDIT.search(words)
    caption, credit = (words[: found.start()], found[0].strip(" ()[]")) if found else (words, "")
    return replace(shown, caption=caption, credit=credit)


def _tell_of_links(reader: Reader, said: list[Piece]) -> None:
    for piece in said:
        for one in piece.all("a") if isinstance(piece, Element) else ():
            reader.notes.left_out(f"A caption holds no links: “{one.words()}” led to {one.attributes['href']}.")


def _holder(caption: HtmlElement) -> HtmlElement | None:
    return next(caption.iterancestors("figure"), None)
