"""Films, sounds and whatever else other pages were shown in a frame."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from articles.document import film_hosts
from articles.document.blocks import File, Video
from articles.importing.doctor.naming import PENDING
from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import Inline
from articles.importing.doctor.reading.visible import words_of

SOURCES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data")
# Where those keep an address that wait for a click.
HOLDERS = ("data-src", "data-video-url", "data-video", "data-url", "data-embed-url", "data-youtube-url")
PLAYER = re.compile(r"youtube|vimeo|video-player|lyte", re.IGNORECASE)
PLAYERS = frozenset({"iframe", "embed", "object", "video", "img", "source", "a", "body", "html"})
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


def show(root: HtmlElement) -> None:
    """Frames of the films for which a plug-in, or an element of its own, only holds the place."""
    for element in list(root.iter()):
        if isinstance(element.tag, str) and element.tag not in PLAYERS and (address := _held(element)):
            title = element.get("playlabel") or element.get("title") or element.get("data-title") or ""
            element.tag = "iframe"
            element.set("src", address)
            element.set("title", title)


def _held(element: HtmlElement) -> str:
    """The address of the film that an element holds the place for; empty for any other."""
    host = "https://vimeo.com/" if "vimeo" in f"{element.tag} {element.get('class', '')}" else "https://youtu.be/"
    names = [element.get(name) for name in ("videoid", "data-youtube-id", "data-ytid", "data-vimeo-id")]
    names += [element.get("data-id")] if PLAYER.search(element.get("class", "")) else []
    held = [element.get(name, "") for name in HOLDERS] + [host + name for name in names if name]
    return next((one for one in held if one and film_at(one)), "")


def _address(element: HtmlElement) -> str:
    own = [element.get(name, "").strip() for name in SOURCES]
    inner = [source.get("src", "").strip() for source in element.iter("source", "embed")]
    return next((one for one in [*own, *inner] if one and not one.startswith("about:")), "")
