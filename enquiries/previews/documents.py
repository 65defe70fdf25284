"""The words of a DOCX, ODT or RTF, for people to read in the browser."""

import logging
import zipfile
from collections.abc import Callable
from itertools import groupby
from threading import Lock
from typing import NamedTuple
from xml.parsers.expat import ExpatError

from enquiries.intake.active_content import packages
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES, Kind
from enquiries.previews import office, open_documents, rich_texts
from enquiries.previews.blocks import Enough, Paragraph, Writer
from enquiries.previews.pdfs import BROKEN, TOO_MUCH, NoPreview

SECONDS_TO_WAIT = 10
EMPTY = "There are no words in it; perhaps it is a picture."
_one_at_a_time = Lock()  # a part may take 60 MB while it is read
log = logging.getLogger(__name__)


class Words(NamedTuple):
    """The paragraphs, and whether they are only the first of many."""

    blocks: list[Paragraph]
    are_cut: bool

    def by_style(self) -> list[tuple[str, list[Paragraph]]]:
        """Neighbours of one style together, as the items of a list are."""
        return [(style, list(blocks)) for style, blocks in groupby(self.blocks, key=lambda block: block.style)]


def read(content: bytes, kind: Kind) -> Words:
    """The words of a document of a kind in `READERS`. Raises `NoPreview`, whatever the bytes are."""
    if not _one_at_a_time.acquire(timeout=SECONDS_TO_WAIT):
        raise NoPreview(TOO_MUCH)
    writer = Writer()
    try:
        are_cut = _read_into(writer, content, kind)
    finally:
        _one_at_a_time.release()
    if not writer.blocks:
        raise NoPreview(EMPTY)
    return Words(writer.blocks, are_cut)


def _read_into(writer: Writer, content: bytes, kind: Kind) -> bool:
    try:
        READERS[kind](content, writer)
    except Enough:
        writer.close()
        return True
    except packages.TooMuch:
        raise NoPreview(TOO_MUCH) from None
    except (ExpatError, zipfile.BadZipFile):
        raise NoPreview(BROKEN) from None
    except Exception as error:  # what a damaged file raises depends on where it is damaged; its words may be personal
        log.warning("a document could not be shown: %s", type(error).__name__)
        raise NoPreview(BROKEN) from None
    return False


def _office(content: bytes, writer: Writer) -> None:
    _parts(content, writer, office.Words, office.ROOTS)


def _open_document(content: bytes, writer: Writer) -> None:
    _parts(content, writer, open_documents.Words, open_documents.ROOTS)


def _parts(
    content: bytes,
    writer: Writer,
    words: type[office.Words] | type[open_documents.Words],
    roots: tuple[str, ...],
) -> None:
    """Each part with words once, in the order of the roots: three heads of pages that say the same are one."""
    reader = packages.Reader()
    found: dict[tuple[int, bytes], None] = {}
    for name, part in reader.parts(content):
        if packages.is_xml(name, part) and (root := packages.root_of(part)) in roots:
            found[roots.index(root), part] = None
    for _place, part in sorted(found, key=lambda one: one[0]):
        words(reader, writer).read(part)


READERS: dict[Kind, Callable[[bytes, Writer], None]] = {
    Kind.DOCX: _office,
    Kind.DOTX: _office,
    Kind.ODT: _open_document,
    Kind.OTT: _open_document,
    Kind.RTF: rich_texts.read,
}
KINDS = {CONTENT_TYPES[kind]: kind for kind in (Kind.PDF, *READERS)}
