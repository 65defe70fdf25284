"""The parts of zip files, each once and within bounds, and what is the same in all kinds of documents made of them."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from xml.parsers import expat

from enquiries.intake.cv_kinds import archives, compound_files

BLANK = b"\xef\xbb\xbf\xff\xfe\0\t\r\n "
ROOT_WITHIN = 16 * 1024
MOST_ELEMENTS = 300_000  # a book of 200 pages has as many

# From an element's name without a prefix, and its attributes by such names.
type Look = Callable[[str, dict[str, str]], None]


class TooMuch(Exception):
    """More than is looked through."""


def is_document(content: bytes) -> bool:
    """Whether a part is a document of its own: its kind is looked at, whatever it is called."""
    return content.startswith((*archives.MAGIC, compound_files.MAGIC, b"{\\rt", b"%PDF-"))


def is_program(content: bytes) -> bool:
    return content.startswith((b"MZ", b"\x7fELF")) and b"\0" in content[:64]


def is_xml(name: str, content: bytes) -> bool:
    """Drawings, which declare what they like, are pictures."""
    return not name.endswith(".svg") and content[:64].lstrip(BLANK).startswith(b"<")


def root_of(content: bytes) -> str:
    """The name of a part's first element without its prefix; empty for one that has none near its beginning.

    Raises `TooMuch`.
    """
    names: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: names.append(_local(name))
    parser.EntityDeclHandler = _refuse
    with suppress(expat.ExpatError):  # cut within it, or no XML
        parser.Parse(content[:ROOT_WITHIN])
    return names[0] if names else ""


class Reader:
    """Reads one file, which may have so many bytes and elements in all its parts, those of documents in it included."""

    def __init__(self) -> None:
        self._count = 0
        self._unpacked = 0

    def parts(self, content: bytes) -> Iterator[tuple[str, bytes]]:
        """The name and content of every part, also of those that share a name.

        Raises what damaged archives raise, and `TooMuch`.
        """
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            self._unpacked += sum(entry.file_size for entry in entries)
            if len(entries) > archives.MAX_ENTRIES or self._unpacked > archives.MAX_UNPACKED:
                raise TooMuch
            for entry in entries:
                yield entry.filename.replace("\\", "/").casefold(), archive.read(entry)

    def read(
        self,
        content: bytes,
        element: Look,
        *,
        text: Callable[[str], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Calls these for each element of a part, the words in it and its end.

        Raises `ExpatError` where a word processor would not read on either, and `TooMuch`.
        """

        def started(name: str, attributes: dict[str, str]) -> None:
            self._count += 1
            if self._count > MOST_ELEMENTS:
                raise TooMuch
            element(_local(name), {_local(key): value for key, value in attributes.items()})

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = started
        parser.EntityDeclHandler = _refuse
        parser.CharacterDataHandler = text
        parser.EndElementHandler = (lambda _: ended()) if ended else None
        parser.Parse(content, True)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    """Entities can explode, and no word processor declares any."""
    raise TooMuch
