"""Zip files: DOCX and ODT as all kinds of programs write them, and what else people send in that form."""

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from xml.parsers import expat

from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES, Kind

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MAX_ENTRIES = 2_000
MAX_UNPACKED = 60 * 1024 * 1024
MAX_PART = 256 * 1024
IS_ENCRYPTED = 0x1
TYPES = "[content_types].xml"
# The content types of main parts (ECMA-376 part 1, 11.3 and 12.3; [MS-OFFMACRO2] 2.2), without regard to case.
MAIN_PARTS = {
    f"{CONTENT_TYPES[Kind.DOCX]}.main+xml": Kind.DOCX,
    f"{CONTENT_TYPES[Kind.DOTX]}.main+xml": Kind.DOTX,
    "application/vnd.ms-word.document.macroenabled.main+xml": Kind.MACROS,
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": Kind.MACROS,
}
OPEN_DOCUMENTS = {CONTENT_TYPES[kind]: kind for kind in (Kind.ODT, Kind.OTT)}
OTHER_OPEN_DOCUMENTS = "application/vnd.oasis.opendocument."
PAGES = ("index/document.iwa", "index.zip", "index.apxl")


@dataclass(frozen=True)
class Parts:
    """The parts of an archive by their names, as those who read them compare names: in any case, with any slashes."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]

    def text(self, name: str) -> bytes:
        """The beginning of a part; nothing when there is no such part."""
        if name not in self.entries:
            return b""
        with self.archive.open(self.entries[name]) as part:
            return part.read(MAX_PART)

    def elements(self, name: str) -> list[dict[str, str]]:
        """The attributes of each element of a part of XML, by their names without prefixes, as far as it can be read."""
        found: list[dict[str, str]] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda _, attributes: found.append(
            {key.rpartition(":")[2]: value for key, value in attributes.items()}
        )
        parser.EntityDeclHandler = _refuse  # they can explode
        with suppress(expat.ExpatError):  # cut at our limit, or damaged: what was read must do
            parser.Parse(self.text(name))
        return found


def kind_of(content: bytes) -> Kind:
    """What is in a file that begins as a zip file."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _kind_of_parts(archive)
    except Exception:  # what a damaged archive raises depends on where it is damaged
        return Kind.DAMAGED


def types_in(content: bytes) -> bytes:
    """What a zip file whose kind is known says of its types, in small letters; nothing for one that is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = Parts(archive, {_plain(entry.filename): entry for entry in archive.infolist()})
            said = (TYPES, "mimetype", "meta-inf/manifest.xml")
            return b"".join(map(parts.text, said)).lower()
    except Exception:  # as above
        return b""


def _kind_of_parts(archive: zipfile.ZipFile) -> Kind:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return Kind.UNKNOWN
    parts = Parts(archive, {_plain(entry.filename): entry for entry in entries})
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        return Kind.PROTECTED
    if any(name.endswith("vbaproject.bin") for name in parts.entries):
        return Kind.MACROS
    return _office(parts) or _open_document(parts) or _other(parts)


def _office(parts: Parts) -> Kind | None:
    """Microsoft's own, wherever its main part lies."""
    types = parts.elements(TYPES)
    for element in types:
        kind = MAIN_PARTS.get(_media_type(element))
        if kind and _has_part(parts, element):
            return kind
    if any("sheet.main" in _media_type(element) or "presentation.main" in _media_type(element) for element in types):
        return Kind.OTHER_OFFICE
    return Kind.DAMAGED if types or "word/document.xml" in parts.entries else None


def _has_part(parts: Parts, element: dict[str, str]) -> bool:
    """Whether a part is there that a content type is given to: by its name, or by the ending of its name."""
    if named := element.get("PartName"):
        return _plain(named) in parts.entries
    ending = f".{element.get('Extension', '').casefold()}"
    return any(name.endswith(ending) for name in parts.entries if name != TYPES)


def _open_document(parts: Parts) -> Kind | None:
    """LibreOffice's, of which the type is a part of its own or stands in the manifest (OpenDocument 1.3 part 2, 3)."""
    manifest = parts.elements("meta-inf/manifest.xml")
    root = next((element for element in manifest if element.get("full-path") == "/"), {})
    media_type = parts.text("mimetype").decode(errors="replace").strip() or root.get("media-type", "")
    if not media_type.startswith(OTHER_OPEN_DOCUMENTS):
        return None
    if b"encryption-data" in parts.text("meta-inf/manifest.xml"):
        return Kind.PROTECTED
    if media_type not in OPEN_DOCUMENTS:
        return Kind.OTHER_OFFICE
    return OPEN_DOCUMENTS[media_type] if "content.xml" in parts.entries else Kind.DAMAGED


def _other(parts: Parts) -> Kind:
    return Kind.PAGES if any(name.endswith(PAGES) for name in parts.entries) else Kind.ARCHIVE


def _media_type(element: dict[str, str]) -> str:
    return element.get("ContentType", "").strip().casefold()


def _plain(name: str) -> str:
    return unquote(name).replace("\\", "/").lstrip("/").casefold()


def _refuse(*_: object) -> None:
    raise ValueError("No word processor declares entities.")
