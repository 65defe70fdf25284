"""Pictures, with what says what they show."""

import re
from urllib.parse import unquote

from lxml.html import HtmlElement

from articles.document.blocks import Figure, Image
from articles.importing.doctor.naming import PENDING
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import Inline
from articles.lib.visible import is_blank

# Where plug-ins that load pictures late keep their addresses.
SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src")
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
EMOJI = re.compile(r"(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)|/emoji/", re.IGNORECASE)
TINY = 3  # pixels; what is smaller counts readers
FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)


def picture(reader: Reader, element: HtmlElement) -> list[Inline]:
    """A figure; a sign such as a smile stays a word."""
    alt = element.get("alt")
    if EMOJI.search(f"{element.get('class', '')} {element.get('src', '')}"):
        return [alt or ""]
    address = _address(element)
    if not address or _counts_readers(element):
        if alt and not is_blank(alt):
            reader.notes.left_out("A picture without an address is left out.", alt)
        return []
    return [_figure(reader, element, address)]


def _figure(reader: Reader, element: HtmlElement, address: str) -> Figure:
    alt = element.get("alt")
    name = _name(element)
    if alt is None:
        reader.notes.proposed(f"Say what the picture “{name}” shows: it came without alternative text.")
    elif is_blank(alt):
        reader.notes.proposed(
            f"The picture “{name}” is marked as decorative, since its alternative text was empty: say what it shows if it shows something."
        )
    image = Image(name=PENDING + address, width=_pixels(element, "width"), height=_pixels(element, "height"))
    return Figure(image=image, alt=alt or "", decorative=alt is not None and is_blank(alt))


def _name(element: HtmlElement) -> str:
    return unquote(addresses.path_of(_address(element)).rpartition("/")[2])


def _address(element: HtmlElement) -> str:
    for name in SOURCES:
        address = element.get(name, "").strip()
        if address and not address.startswith("data:"):
            return address
    return next(filter(None, (_widest(element.get(name, "").split(",")) for name in SETS)), "")


def _widest(candidates: list[str]) -> str:
    sized = [one.split() for one in candidates if one.split() and not one.strip().startswith("data:")]
    return max(sized, key=lambda one: int("0" + re.sub(r"\D", "", one[-1])) if len(one) > 1 else 0)[0] if sized else ""


def _pixels(element: HtmlElement, name: str) -> int:
    styled = re.search(rf"(?<![\w-]){name}\s*:\s*(\d{{1,5}})(?:\.\d+)?px", element.get("style", ""))
    found = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", element.get(name, "")) or styled
    return int(found[1]) if found else 0


def _counts_readers(element: HtmlElement) -> bool:
    sizes = [element.get("width", "").strip(), element.get("height", "").strip()]
    return all(size.isdecimal() and int(size[:5]) <= TINY for size in sizes)


def tell_of_links(root: HtmlElement, notes: Notes) -> None:
    """Says where pictures led that were links to more than themselves."""
    for link in root.iter("a"):
        address = addresses.clean(link.get("href", ""))
        pictures = list(link.iter("img"))
        if pictures and address and is_blank("".join(link.itertext())) and not FILE.search(addresses.path_of(address)):
            notes.left_out(f"The picture “{pictures[0].get('alt') or _name(pictures[0])}” was a link to {address}.")
