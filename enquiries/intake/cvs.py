"""Reading an uploaded CV: its content decides what it is, and its name must agree.

Nothing is unpacked beyond a few bounded parts, so an archive that explodes has nothing to explode in.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

MAX_BYTES = 5 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_UNPACKED = 60 * 1024 * 1024
MAX_PART = 256 * 1024
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
}
ACCEPT = ",".join(f".{suffix}" for suffix in CONTENT_TYPES)
CHOOSE = "Upload your CV as a PDF, DOC, DOCX, ODT or RTF file."
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, kw_only=True)
class UploadedCV:
    """A sound CV: a name of ours, its type and its bytes."""

    name: str
    content_type: str
    content: bytes


def read(upload: UploadedFile) -> UploadedCV:
    """The upload as a CV. Raises `ValidationError` with a sentence that says what to do instead."""
    if not upload.size:
        raise ValidationError("This file is empty. Choose your CV again.", code="empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            "Your CV is larger than 5 MB. Save it as a smaller PDF and upload that.", code="too_large"
        )
    content = upload.read()
    kind = kind_of(content)
    suffix = PurePosixPath((upload.name or "").replace("\\", "/")).suffix.lower().removeprefix(".")
    if kind is None:
        raise ValidationError(CHOOSE, code="wrong_type")
    if suffix != kind:
        raise ValidationError(
            "This file holds a %(kind)s document, but its name does not end in .%(suffix)s. Save it again from your word "
            "processor and upload that.",
            code="wrong_name",
            params={"kind": kind.upper(), "suffix": kind},
        )
    return UploadedCV(name=f"cv.{kind}", content_type=CONTENT_TYPES[kind], content=content)


def kind_of(content: bytes) -> str | None:
    """`pdf`, `doc`, `docx`, `odt` or `rtf`, by what is in the file; None for everything else."""
    if content.startswith(b"%PDF-"):
        return "pdf" if b"%%EOF" in content[-2048:] else None
    if content.startswith(b"{\\rtf1"):
        return "rtf"
    if content.startswith(OLE):
        return "doc" if "WordDocument".encode("utf-16-le") in content else None
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_archive(content)
    return None


def _kind_of_archive(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _kind_of_parts(archive)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, RuntimeError):
        return None  # damaged, encrypted or packed in a way that no word processor writes


def _kind_of_parts(archive: zipfile.ZipFile) -> str | None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return None
    names = {entry.filename for entry in entries}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    if _part(archive, names, "mimetype").strip() == CONTENT_TYPES["odt"].encode():
        return "odt" if "content.xml" in names else None
    if "word/document.xml" in names and f"{CONTENT_TYPES['docx']}.main+xml".encode() in _part(
        archive, names, "[Content_Types].xml"
    ):
        return "docx"
    return None


def _part(archive: zipfile.ZipFile, names: set[str], name: str) -> bytes:
    """The beginning of one part; nothing when there is no such part."""
    if name not in names:
        return b""
    with archive.open(name) as part:
        return part.read(MAX_PART)
