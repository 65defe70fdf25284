"""Reading a file that goes with a mail or belongs to an enquiry: like a CV by its content alone, but of any usual kind."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from articles.lib.attachments import file_name
from enquiries.intake.active_content import inspection
from enquiries.intake.cv_kinds import archives, compound_files
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES, Kind
from enquiries.intake.cv_kinds.recognition import kind_of
from enquiries.models import Scan
from enquiries.scanning import verdicts

MAX_BYTES = 10 * 1024 * 1024
# Of all files of one mail: in the form of a mail they are a third larger, and many servers take 25 MB.
MOST_BYTES = 15 * 1024 * 1024
PICTURES = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "TIFF": "tif"}
# How photos of phones begin (ISO/IEC 23008-12, annex B); Pillow does not know them.
HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1")
# By the type of the main part: ECMA-376 part 1, 12.3 and 13.3, and OpenDocument 1.3 part 2, 3.3.
MAIN_PARTS = {
    b"spreadsheetml.sheet.main+xml": "xlsx",
    b"presentationml.presentation.main+xml": "pptx",
    b"presentationml.slideshow.main+xml": "ppsx",
}
OPEN_DOCUMENTS = {
    b"opendocument.spreadsheet": "ods",
    b"opendocument.presentation": "odp",
    b"opendocument.graphics": "odg",
}
OLDER = {"Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"}
TYPES = {
    **{kind.value: content_type for kind, content_type in CONTENT_TYPES.items()},
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ppsx": "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "odg": "application/vnd.oasis.opendocument.graphics",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "tif": "image/tiff",
    "heic": "image/heic",
    "txt": "text/plain",
    "csv": "text/csv",
}
LOOKED_THROUGH_AS = {
    **dict.fromkeys(("xlsx", "pptx", "ppsx"), Kind.DOCX),
    **dict.fromkeys(("ods", "odp", "odg"), Kind.ODT),
    **dict.fromkeys(("xls", "ppt"), Kind.DOC),
    **{kind.value: kind for kind in CONTENT_TYPES},
}
WHY = {
    Kind.PROTECTED: "is protected by a password, so that nobody can check it",
    Kind.MACROS: "has macros in it",
    Kind.FETCHING: "fetches something from elsewhere when it is opened",
    Kind.EMBEDDED: "has another file inside it",
    Kind.SCRIPTED: "has a script or an action in it",
    Kind.VIRUS: "is reported as a virus",
    Kind.UNCHECKED: "could not be looked through",
    Kind.DAMAGED: "is damaged or incomplete",
    Kind.ICLOUD: "is still in iCloud",
    Kind.LINK: "is only a link to a document",
    Kind.ARCHIVE: "is a compressed folder; attach the files in it",
}
NOT_ATTACHED = ". It is not attached."
OTHER = "is of no kind that can be attached: documents, spreadsheets, presentations, PDFs, pictures and plain text can"


@dataclass(frozen=True, kw_only=True)
class CheckedFile:
    """A sound file: the name that people see, its type and its bytes."""

    name: str
    content_type: str
    content: bytes
    scan: Scan = Scan.WAITING


def read(upload: UploadedFile) -> CheckedFile:
    """The upload as a sound file under its own name. Raises `ValidationError` with a sentence that says what is wrong."""
    called = upload.name or ""
    if not upload.size:
        raise _refusal(called, "is empty", "empty")
    if upload.size > MAX_BYTES:
        raise _refusal(called, "is larger than 10 MB", "too_large")
    return check(called, upload.read())


def check(called: str, content: bytes) -> CheckedFile:
    """The bytes as a sound file, by the name that somebody gave them. Raises `ValidationError` as `read` does."""
    kind = kind_of(content)
    ending = _ending(kind, content, called)
    if ending in LOOKED_THROUGH_AS:
        kind = inspection.found(content, LOOKED_THROUGH_AS[ending]) or Kind.TEXT
    if not ending or kind in WHY:
        raise _refusal(called, WHY.get(kind, OTHER), kind.value)
    scan, _virus = verdicts.on(content)
    if scan == Scan.INFECTED:
        raise _refusal(called, WHY[Kind.VIRUS], Kind.VIRUS.value)
    return CheckedFile(name=named(called, ending), content_type=TYPES[ending], content=content, scan=scan)


def _ending(kind: Kind, content: bytes, called: str) -> str:
    """The ending of the names of such files; empty for what is not taken."""
    match kind:
        case Kind.PICTURE:
            return _picture(content)
        case Kind.OTHER_OFFICE:
            return _office(content)
        case Kind.TEXT:
            return "csv" if called.casefold().endswith(".csv") else "txt"
    return kind.value if kind in CONTENT_TYPES else ""


def _picture(content: bytes) -> str:
    if content[4:12] in HEIC:
        return "heic"
    try:
        with Image.open(BytesIO(content), formats=list(PICTURES)) as picture:
            picture.verify()
            return PICTURES[picture.format or ""]
    except Exception:  # what a damaged picture raises depends on where it is damaged
        return ""


def _office(content: bytes) -> str:
    if content.startswith(compound_files.MAGIC):
        return next((ending for name, ending in OLDER.items() if compound_files.has_entry(content, name)), "")
    types = archives.types_in(content)
    every = MAIN_PARTS | OPEN_DOCUMENTS
    return next((ending for main, ending in every.items() if main in types), "")


def named(called: str, ending: str) -> str:
    """A name that is safe to save under: what somebody called the file, with the ending that its content has."""
    stem = file_name(PurePath(called.replace("\\", "/")).name)
    without = stem.rpartition(".")[0] if stem.casefold().rpartition(".")[2] in (*TYPES, "jpeg", "tiff") else stem
    return f"{without.strip(' .') or 'file'}.{ending}"


def _refusal(called: str, why: str, code: Any) -> ValidationError:
    return ValidationError(f"“{file_name(called) or 'The file'}” {why}{NOT_ATTACHED}", code=code)
