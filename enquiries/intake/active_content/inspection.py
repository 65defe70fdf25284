"""Looking into a CV that is of a kind we take, for what makes it one that we do not."""

import logging
import zipfile
from collections.abc import Callable
from threading import Lock
from typing import Any
from xml.parsers.expat import ExpatError

from enquiries.intake.active_content import compounds, office, open_documents, packages, rich_texts
from enquiries.intake.cv_kinds import pdfs
from enquiries.intake.cv_kinds.eicar import EICAR
from enquiries.intake.cv_kinds.kinds import Kind

OFFICE = {Kind.DOCX, Kind.DOTX}
OPEN_DOCUMENTS = {Kind.ODT, Kind.OTT}
DEEPEST = 2  # a document in a chart's table in a document is the most that programs write
SECONDS_TO_WAIT = 10
_one_at_a_time = Lock()  # a part may take 60 MB while it is looked through
log = logging.getLogger(__name__)


def found(content: bytes, kind: Kind) -> Kind | None:
    """Why a file of this kind is not taken; None for one that is. What cannot be looked through is not taken either."""
    if EICAR in content:
        return Kind.VIRUS
    try:
        return LOOKS[kind](content)
    except (ExpatError, zipfile.BadZipFile):
        return Kind.DAMAGED
    except Exception as error:  # what a damaged file raises depends on where it is damaged; its words may be personal
        log.warning("a CV could not be looked through: %s", type(error).__name__)
        return Kind.UNCHECKED


def _in_office(content: bytes) -> Kind | None:
    return _in_archive(content, office.Look)


def _in_open_document(content: bytes) -> Kind | None:
    return _in_archive(content, open_documents.Look)


def _in_archive(content: bytes, look: type[Any]) -> Kind | None:
    if not _one_at_a_time.acquire(timeout=SECONDS_TO_WAIT):
        raise packages.TooMuch
    try:
        return _in_parts(content, 0, packages.Reader(), look)
    finally:
        _one_at_a_time.release()


def _in_parts(content: bytes, depth: int, reader: packages.Reader, look: type[Any]) -> Kind | None:
    """What is in the first part that has something."""
    for name, part in reader.parts(content):
        kind = _in_any_part(part, depth, reader) or open_documents.macros_by_name(name)
        if not kind and packages.is_xml(name, part):
            kind = look(reader).through(part)
        if kind:
            return kind
    return None


def _in_any_part(part: bytes, depth: int, reader: packages.Reader) -> Kind | None:
    if EICAR in part:
        return Kind.VIRUS
    if packages.is_program(part):
        return Kind.EMBEDDED
    return _in_document(part, depth + 1, reader) if packages.is_document(part) else None


def _in_document(content: bytes, depth: int, reader: packages.Reader) -> Kind | None:
    """A chart has the table of its figures inside; whatever else is a document of its own has no place in a CV."""
    if content.startswith(b"PK") and depth <= DEEPEST:
        return _in_parts(content, depth, reader, office.Look)
    return Kind.MACROS if _is_macro(content) else Kind.EMBEDDED


def _is_macro(content: bytes) -> bool:
    return compounds.found(content) is Kind.MACROS


LOOKS: dict[Kind, Callable[[bytes], Kind | None]] = {
    Kind.PDF: pdfs.found,
    Kind.DOC: compounds.found,
    Kind.RTF: rich_texts.found,
    **dict.fromkeys(OFFICE, _in_office),
    **dict.fromkeys(OPEN_DOCUMENTS, _in_open_document),
}
