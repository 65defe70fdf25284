"""Saying what a file is. Nothing is unpacked beyond a few bounded parts, and nothing raises, whatever the bytes are."""

from enquiries.intake.cv_kinds import archives, compound_files, pdfs, texts
from enquiries.intake.cv_kinds.kinds import Kind

# What other programs put in front of a document, and its readers pass over.
BLANK = b"\xef\xbb\xbf\0\t\r\n "
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*")
PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
OTHER_ARCHIVES = (b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh")


def kind_of(content: bytes) -> Kind:
    """What the file is. The end of a text is not looked at."""
    if content.startswith(archives.MAGIC):
        return archives.kind_of(content)
    if content.startswith(compound_files.MAGIC):
        return compound_files.kind_of(content)
    if content[: pdfs.HEADER_WITHIN].lstrip(BLANK).startswith(b"{\\rtf"):
        return Kind.RTF
    if kind := _kind_by_first_bytes(content):
        return kind
    if pdfs.HEADER in content[: pdfs.HEADER_WITHIN]:
        return pdfs.kind_of(content)
    return texts.kind_of(content)


def _kind_by_first_bytes(content: bytes) -> Kind | None:
    """Asked before a PDF is looked for, so that one inside a picture or a program is not taken for a document."""
    if content.startswith(PICTURES) or content[8:12] == b"WEBP" or content[4:8] == b"ftyp":
        return Kind.PICTURE
    if content.startswith(OTHER_ARCHIVES):
        return Kind.ARCHIVE
    if content.startswith(PROGRAMS) and b"\0" in content[:64]:
        return Kind.UNKNOWN
    return None
