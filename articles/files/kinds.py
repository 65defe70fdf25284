"""What a file is by its content; its name says nothing about that."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from zipfile import BadZipFile, ZipFile

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
# The main part of a file that Office makes, as [Content_Types].xml names it (ECMA-376, part 2, section 7.2).
MAIN_PARTS = {
    f"{OFFICE}wordprocessingml.document.main+xml": "docx",
    f"{OFFICE}spreadsheetml.sheet.main+xml": "xlsx",
    f"{OFFICE}presentationml.presentation.main+xml": "pptx",
}
OPEN_DOCUMENTS = {f"{OPEN_DOCUMENT}{name}": ending for name, ending in
                  (("text", "odt"), ("spreadsheet", "ods"), ("presentation", "odp"))}  # fmt: skip
# Brands of ISO 14496-12 files that browsers play; QuickTime's own, `qt  `, is not among them.
MP4_BRANDS = re.compile(rb"....ftyp(?:isom|iso[2-9]|mp4[12]|avc1|M4V |M4VP|dash|f4v )", re.DOTALL)
WEBM = re.compile(rb"\x1a\x45\xdf\xa3.{0,60}webm", re.DOTALL)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SEPARATED = re.compile(r"[^\n]*[,;\t]")
LARGEST_PART = 2**20
SAMPLE = 2**16
MACROS = "macro"


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of file: what readers call it, what browsers do, and the most bytes that we take of it."""

    name: str
    media_type: str
    most: int = 20 * 2**20

    @property
    def dense(self) -> bool:
        """Whether the format itself compresses."""
        return not self.media_type.startswith("text/")


KINDS = {
    "pdf": Kind(name="PDF", media_type="application/pdf"),
    "docx": Kind(name="Word", media_type=f"{OFFICE}wordprocessingml.document"),
    "xlsx": Kind(name="Excel", media_type=f"{OFFICE}spreadsheetml.sheet"),
    "pptx": Kind(name="PowerPoint", media_type=f"{OFFICE}presentationml.presentation"),
    "odt": Kind(name="OpenDocument text", media_type=f"{OPEN_DOCUMENT}text"),
    "ods": Kind(name="OpenDocument spreadsheet", media_type=f"{OPEN_DOCUMENT}spreadsheet"),
    "odp": Kind(name="OpenDocument slides", media_type=f"{OPEN_DOCUMENT}presentation"),
    "csv": Kind(name="CSV", media_type="text/csv; charset=utf-8"),
    "mp4": Kind(name="MP4", media_type="video/mp4", most=80 * 2**20),
    "webm": Kind(name="WebM", media_type="video/webm", most=80 * 2**20),
    "vtt": Kind(name="WebVTT", media_type="text/vtt; charset=utf-8", most=2**20),
}
DOWNLOADS = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv")
FILMS = ("mp4", "webm")
CAPTIONS = ("vtt",)


def recognise(file: IO[bytes]) -> str:
    """The ending that a file of this content has, `macro` for an Office file with macros; empty for any other content."""
    ways: tuple[Callable[[IO[bytes]], str], ...] = (_pdf, _film, _archive, _text)
    for way in ways:
        file.seek(0)
        if kind := way(file):
            break
    file.seek(0)
    return kind


def _pdf(file: IO[bytes]) -> str:
    """Readers of PDFs want the header within the first kilobyte and the end mark within the last."""
    if b"%PDF-" not in file.read(1024):
        return ""
    file.seek(max(0, file.seek(0, 2) - 1024))
    return "pdf" if b"%%EOF" in file.read() else ""


def _film(file: IO[bytes]) -> str:
    start = file.read(80)
    return "mp4" if MP4_BRANDS.match(start) else "webm" if WEBM.match(start) else ""


def _archive(file: IO[bytes]) -> str:
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names:
                return _office(_part(archive, "[Content_Types].xml"), names)
            kind = _part(archive, "mimetype") if "content.xml" in names else b""
    except (BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError, ValueError):
        return ""
    return OPEN_DOCUMENTS.get(kind.decode(errors="replace").strip(), "")


def _office(types: bytes, names: set[str]) -> str:
    if b"macroEnabled" in types or any(name.casefold().endswith("vbaproject.bin") for name in names):
        return MACROS
    return next((kind for name, kind in MAIN_PARTS.items() if f'"{name}"'.encode() in types), "")


def _part(archive: ZipFile, name: str) -> bytes:
    """The part, as far as it is of a size that such parts have."""
    with archive.open(name) as part:
        return part.read(LARGEST_PART)


def _text(file: IO[bytes]) -> str:
    """Text in UTF-8: captions say what they are, rows have separators in their first line. Markup is neither."""
    try:
        text = file.read(20 * 2**20).decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    if text.startswith("WEBVTT") and text[6:7] in ("", " ", "\t", "\n", "\r"):
        return "vtt"
    if CONTROL.search(text) or text.lstrip().startswith("<"):
        return ""
    return "csv" if SEPARATED.match(text.lstrip()) else ""
