"""A program that opens the PDF on its standard input without a password and looks through it, within bounds of its own.

Its argument is what a virus scanner would report, in hexadecimal digits. It ends with 0 for a PDF that only shows pages,
and with one of the numbers below for another.
"""

import re
import resource
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

LOCKED, BROKEN, SCRIPTED, EMBEDDED, VIRUS = 3, 4, 5, 6, 7
MEMORY = 250 * 1024 * 1024
CPU_SECONDS = 5
# Of a picture, which can be hundreds of megabytes; the test file is the beginning of a file or no virus (eicar.org).
BEGINNING = 1024 * 1024
DEEPEST = 100
# ISO 32000-2, 12.6.4, tables 201 and following: what is done without asking, and what needs more than this document.
ACTIONS = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition", "/RichMediaExecute",
    "/Movie", "/Sound", "/GoTo3DView", "/Thread",
}  # fmt: skip
ANNOTATIONS = {"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/FileAttachment"}
# What a document may do by itself: turn to one of its own pages.
HARMLESS = {"/GoTo", "/Named"}
# Any of these, before the rest of an object is looked at. In the library's words names are plain, whatever the file
# writes for their letters.
SUSPICIOUS = re.compile(
    rb"/(?:JS|JavaScript|AA|OpenAction|EF|EmbeddedFiles|XFA|Launch|SubmitForm|ImportData|GoToE|GoToR|Rendition|RichMedia\w*"
    rb"|Movie|Sound|3D|GoTo3DView|Thread|Screen|FileAttachment)\b"
)
TEXT = re.compile(rb"\((?:[^\\()]|\\.)*\)", re.DOTALL)


def main() -> int:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    return inspect(sys.stdin.buffer.read(), bytes.fromhex(sys.argv[1]))


def inspect(content: bytes, virus: bytes) -> int:
    """The number that the program ends with."""
    # The end mark helps the library to find the last object of a file that lost its own.
    file = BytesIO(content + b"\n%%EOF\n")
    try:
        with pikepdf.open(file, inherit_page_attributes=False) as document:
            return max(map(_danger, document.objects), default=0) or _virus_in(document, virus)
    except pikepdf.PasswordError:
        return LOCKED
    except pikepdf.PdfError:
        return BROKEN


def _danger(item: pikepdf.Object) -> int:
    """What an object does or carries; 0 for one that only shows something."""
    words = _dictionary(item)
    if words is None or not SUSPICIOUS.search(TEXT.sub(b"", words.unparse(resolved=True))):
        return 0
    return max(map(_danger_of_dictionary, _dictionaries(words)), default=0)


def _dictionary(item: pikepdf.Object) -> Any:
    if isinstance(item, pikepdf.Stream):
        return item.stream_dict
    return item if isinstance(item, (pikepdf.Dictionary, pikepdf.Array)) else None


def _dictionaries(item: Any, depth: int = 0) -> Iterator[Any]:
    """The dictionaries in an object; those of other objects are looked at there."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(item, pikepdf.Dictionary):
        yield item
    values = item.values() if isinstance(item, pikepdf.Dictionary) else item
    for value in values:
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect:
            yield from _dictionaries(value, depth + 1)


def _danger_of_dictionary(item: Any) -> int:
    if item.get("/EF") or item.get("/EmbeddedFiles"):
        return EMBEDDED
    if "/JS" in item or "/JavaScript" in item or "/XFA" in item or _starts_something(item):
        return SCRIPTED
    return 0


def _starts_something(item: Any) -> bool:
    if _name(item.get("/S")) in ACTIONS and _name(item.get("/Type")) not in ("/StructElem", "/NS"):
        return True
    if _name(item.get("/Subtype")) in ANNOTATIONS and "/Rect" in item:
        return True
    # Where a page of its own is to be shown stands in an array, a name or a text.
    return _acts(item.get("/OpenAction")) or any(map(_acts, _values(item.get("/AA"))))


def _acts(action: Any) -> bool:
    return isinstance(action, pikepdf.Dictionary) and _name(action.get("/S")) not in HARMLESS


def _values(item: Any) -> list[Any]:
    return list(item.values()) if isinstance(item, pikepdf.Dictionary) else []


def _name(value: Any) -> str:
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _virus_in(document: pikepdf.Pdf, virus: bytes) -> int:
    streams = (item for item in document.objects if isinstance(item, pikepdf.Stream))
    return VIRUS if any(virus in _content(stream) for stream in streams) else 0


def _content(stream: pikepdf.Stream) -> bytes:
    """What is in the stream, as far as that is worth while; as it is in the file where its filter is one of pictures."""
    raw = bytes(stream.read_raw_bytes())
    if _name(stream.get("/Subtype")) == "/Image":
        return _beginning(raw)
    try:
        return bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.generalized))
    except pikepdf.PdfError:
        return raw


def _beginning(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, BEGINNING)
    except zlib.error:
        return raw


if __name__ == "__main__":
    sys.exit(main())
