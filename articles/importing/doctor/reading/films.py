"""Films, sounds and whatever else other pages were shown in a frame."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from articles.document import film_hosts
from articles.document.blocks import File, Video
from articles.importing.doctor.naming import PENDING
from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.flow import Inline, Reader
from articles.importing.doctor.reading.visible import words_of

SOURCES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data", "data-video-url")
# What players call themselves, and no film is called.
NAMELESS = re.compile(r"(?:youtube|vimeo)?\s*(?:video\s*player|embed(?:ded)?(?: video)?|video|player)?", re.IGNORECASE)


def film_at(address: str, title: str = "") -> Video | None:
    """The film at an address of a host that we know; `title` unless it only names a player."""
    found = film_hosts.find(address.removeprefix("//") if address.startswith("//") else address)
    return Video(address=found.page, title="" if NAMELESS.fullmatch(title.strip()) else title) if found else None


def frame(reader: Reader, element: HtmlElement) -> Sequence[Inline]:
    """A film; any other page in a frame is named and left out."""
    address = _address(element)
    if film := film_at(address, element.get("title", "")):
        return [film]
    if address or words_of(element):
        where = addresses.host_of(address) or address
        reader.notes.left_out(
            f"What {where or 'another page'} showed in a frame is left out: {address}", words_of(element)
        )
    return []


def film(reader: Reader, element: HtmlElement) -> Sequence[Inline]:
    """A film of the source's own, to be stored; its words for browsers without films are left out."""
    address = _address(element)
    words = words_of(element)
    if words:
        reader.notes.left_out("Words for browsers that show no films are left out.", words)
    if not address:
        return []
    return [film_at(address) or Video(film=File(name=PENDING + address, size=0), title=element.get("title", ""))]


def sound(reader: Reader, element: HtmlElement) -> Sequence[Inline]:
    reader.notes.left_out(f"A sound is left out, since guides have none: {_address(element)}", words_of(element))
    return []


def lazy(reader: Reader, element: HtmlElement) -> Sequence[Inline] | None:
    """A film for which a plug-in or an element of its own holds the place; None for anything else."""
    known = (element.get("videoid"), element.get("data-youtube-id"), element.get("data-ytid"))
    address = next((f"https://youtu.be/{name}" for name in known if name), element.get("data-src", ""))
    found = film_at(address, element.get("playlabel") or element.get("title") or "")
    return [found] if found else None


def _address(element: HtmlElement) -> str:
    own = [element.get(name, "").strip() for name in SOURCES]
    inner = [source.get("src", "").strip() for source in element.iter("source", "embed")]
    return next((one for one in [*own, *inner] if one and not one.startswith("about:")), "")
