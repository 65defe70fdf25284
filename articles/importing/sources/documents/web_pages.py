"""A web page as somebody saved it, or Google Docs or Word wrote it.

What it shows is for the doctor to read, who knows the article of a page from what stands around it.
"""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement, tostring

from articles.importing.doctor.reading import head, parsing
from articles.importing.posts import Person, PictureNote, Post, Status
from articles.importing.report import Line
from articles.importing.sources import archives
from articles.importing.sources.archives import Shelf
from articles.importing.sources.documents import fields, front_matter, hosts, liquid, naming, places
from articles.importing.sources.documents.decoding import decoded

LARGEST = 50 * 2**20
LED = ("href", "src", "poster", "data-src", "data-lazy-src", "data-original", "data-orig-file")
DOCUMENT = re.compile(r"\.do[ct][xm]$", re.IGNORECASE)
SETS = ("srcset", "data-srcset", "data-lazy-srcset")


def post(shelf: Shelf, path: str) -> Post:
    """The page as a post. Raises `Unreadable`."""
    given, text = front_matter.parted(decoded(archives.content(shelf, path, LARGEST)))
    lines: tuple[Line, ...] = ()
    if given.are_given:
        text, lines = liquid.without(text, path, shelf)
    root = parsing.parse(text)
    with_full_addresses(root, path, shelf)
    said = head.read(root)
    page = Post(
        key=path,
        title=said.title,
        html=tostring(root, encoding="unicode") if parsing.is_page(text) else _inner(root),
        addresses=_addresses(text, path),
        slug=_slug(hosts.canonical(text), path),
        description=said.description,
        author=Person(name=said.author) if said.author else None,
        published_at=said.published_at,
        hero=_hero(root, path),
        status=Status.LIVE if hosts.canonical(text) else Status.DRAFT,
        lines=lines,
    )
    return naming.named(fields.put_on(page, given) if given.are_given else page, root)


def with_full_addresses(root: HtmlElement, path: str, shelf: Shelf) -> None:
    """Has every link and picture lead to a path of the folder, whichever page shows it.

    A Word document of the folder is a page, so a link to it has no ending that says it were a file to keep.
    """
    for element in root.iter():
        for name in LED:
            if element.get(name):
                element.set(name, places.absolute(element.get(name), path))
        for name in SETS:
            if element.get(name):
                element.set(name, ", ".join(_full(one, path) for one in element.get(name).split(", ")))
    for link in root.iter("a"):
        address, sign, place = link.get("href", "").partition("#")
        if address.startswith("/") and DOCUMENT.search(address) and unquote(address[1:]) in shelf:
            link.set("href", DOCUMENT.sub("", address) + sign + place)


def _full(candidate: str, path: str) -> str:
    address, *size = candidate.split()[:2] or [""]
    return " ".join([places.absolute(address, path), *size])


def _inner(root: HtmlElement) -> str:
    body = root.find("body")
    return "".join(tostring(one, encoding="unicode") for one in body) if body is not None else ""


def _addresses(text: str, path: str) -> tuple[str, ...]:
    """The one that it says, and where it lies; `index.html` is its folder too."""
    canonical = hosts.canonical(text)
    own = [f"/{path}"]
    if PurePosixPath(path).stem.casefold() == "index":
        own.append(f"/{path.rpartition('/')[0]}/".replace("//", "/"))
    try:
        parts = urlsplit(canonical)
    except ValueError:
        return tuple(own)
    named = parts.path + (f"?{parts.query}" if parts.query else "")
    return tuple(dict.fromkeys([*([named] if named.strip("/") else []), *own]))


def _slug(canonical: str, path: str) -> str:
    """The last part of the address that readers knew."""
    try:
        name = PurePosixPath(urlsplit(canonical).path).stem
    except ValueError:
        name = ""
    return name if name not in ("", "index") else ""


def _hero(root: HtmlElement, path: str) -> PictureNote | None:
    """The picture that the page gives to those who share it."""
    named = {one.get("property") or one.get("name"): one.get("content", "") for one in root.iter("meta")}
    address = named.get("og:image") or named.get("twitter:image") or ""
    alt = named.get("og:image:alt") or named.get("twitter:image:alt") or ""
    return PictureNote(address=places.absolute(address, path), alt=alt) if address.strip() else None
