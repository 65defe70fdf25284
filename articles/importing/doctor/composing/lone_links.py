"""A link that stands on a line of its own: a film, a file to keep, an invitation, or just a link."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from articles.document.blocks import CallToAction, Download, File
from articles.document.tree import Element
from articles.importing.doctor.composing.parts import is_paragraph, same, words
from articles.importing.doctor.naming import PENDING
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.elements.films import film_at
from articles.importing.doctor.reading.lines import Piece

DOWNLOADED = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".ods", ".csv", ".zip")
OURS = re.compile(
    r"^/(?!/)|^(?!\w+:)[^#?]|/(?:uploads?|files?|media|downloads?|documents?|assets|wp-content)/", re.IGNORECASE
)
# A part of the path of a page where people write to the agency.
CONTACT = re.compile(
    r"contact(?:-(?:us|me|form|page|details))?|(?:make-an?-|send-an?-|new-)?(?:enquir(?:y|ies)|inquir(?:y|ies))(?:-form)?|get-in-touch|"
    r"(?:request|book|arrange|schedule)-(?:a-)?(?:call|call-?back|meeting|consultation|demo|chat|quote)|call-?back|"
    r"(?:register|submit|send|upload|post|add)-(?:us-)?(?:an?-|your-)?(?:cv|vacancy|job|brief|role|details|interest)|registration|"
    r"(?:hire|talk-to|speak-to|speak-with|work-with|brief|join)(?:-(?:us|now|talent|staff|an?-(?:consultant|recruiter)|our-team|the-team))|apply(?:-now)?|"
    r"for-(?:employers|clients|candidates)|looking-to-hire",
    re.IGNORECASE,
)
HIRES = re.compile(
    r"\b(?:hir(?:e|ing)|vacanc|employer|client|talent|recruit(?:ing)? for|brief|staff|build your team|find (?:a )?candidates?)",
    re.IGNORECASE,
)
SEEKS = re.compile(r"\b(?:cv|job|career|role|candidate|work|apply|register)", re.IGNORECASE)
BARE = re.compile(r"(?:https?://|www\.)\S+")


def with_lone_links(pieces: Iterable[Piece], notes: Notes) -> Iterator[Piece]:
    for piece in pieces:
        yield _read(piece, notes) if is_paragraph(piece) and isinstance(piece, Element) else piece


def _read(piece: Element, notes: Notes) -> Piece:
    text = words(piece)
    links = list(piece.all("a"))
    address = links[0].attributes["href"] if len(links) == 1 and same(links[0].words(), text) else ""
    address = address or (text if not links and BARE.fullmatch(text) else "")
    if not address:
        _tell_of_files(links, notes)
        return piece
    if film := film_at(address, "" if BARE.fullmatch(text) else text):
        if BARE.fullmatch(text):
            notes.kept("An address by itself became the film that it leads to.", text)
        return film
    return _download(address, text, notes) or _call(address, text, notes) or piece


def _download(address: str, text: str, notes: Notes) -> Download | None:
    if not _is_file(address):
        return None
    name = unquote(PurePosixPath(addresses.path_of(address)).name)
    if BARE.fullmatch(text):
        notes.kept("An address by itself became the file that it leads to.", text)
    notes.proposed(f"The link to “{name}” became a file to keep: say what is in it.")
    return Download(title=name if BARE.fullmatch(text) else text, file=File(name=PENDING + address, size=0))


def _tell_of_files(links: list[Element], notes: Notes) -> None:
    for link in links:
        address = link.attributes["href"]
        if _is_file(address):
            notes.proposed(
                f"“{words(link)}” links to a file of the old site, {address}: a file to keep can stand beside it."
            )


def _is_file(address: str) -> bool:
    return addresses.path_of(address).lower().endswith(DOWNLOADED) and OURS.search(address) is not None


def _call(address: str, text: str, notes: Notes) -> CallToAction | None:
    """An invitation that leads to a page where people write to the agency."""
    path = addresses.path_of(address)
    if not any(CONTACT.fullmatch(PurePosixPath(part).stem) for part in path.split("/") if part):
        return None
    role = "client" if HIRES.search(text) else "candidate" if SEEKS.search(text) else "other"
    notes.proposed(f"“{text}” led to {address}: it became a call to action. Say whom it invites and to what.")
    return CallToAction(role=role, heading=text, label=text)
