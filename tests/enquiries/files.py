"""Documents as programs write them, cut to the bone, and some that only pretend."""

import struct
import zipfile
from io import BytesIO
from typing import Any

import pikepdf

RTF = rb"{\rtf1\ansi Hello}"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
SECTOR = 512
NONE = 0xFFFFFFFF


def pdf(*lines: str) -> bytes:
    """One page with these lines of words."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        page.Contents = document.make_stream(f"BT /F1 14 Tf 20 TL 72 770 Td {shown} ET".encode() if lines else b"")
        file = BytesIO()
        document.save(file)
    return file.getvalue()


PDF = pdf()


def saved_pdf(**options: Any) -> bytes:
    """The PDF as it is saved with these options."""
    with pikepdf.open(BytesIO(PDF)) as document:
        file = BytesIO()
        document.save(file, **options)
    return file.getvalue()


def locked_pdf(*, user: str = "", owner: str = "secret", version: int = 6, **options: Any) -> bytes:
    """A PDF that asks for the user's password, if it has one; the owner's only forbids."""
    return saved_pdf(encryption=pikepdf.Encryption(user=user, owner=owner, R=version), **options)


def archive(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return file.getvalue()


def types(main: str = "/word/document.xml", kind: str = DOCX_TYPE) -> str:
    """The list of parts of an Office file with this main part."""
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{main}" ContentType="{kind}.main+xml"/></Types>'
    )


def docx(**more: str | bytes) -> bytes:
    return archive({"[Content_Types].xml": types(), "word/document.xml": "<w:document/>", **more})


def odt(kind: str = ODT_TYPE, **more: str | bytes) -> bytes:
    return archive({"mimetype": kind, "content.xml": "<office/>", **more})


def manifest(inside: str = "", kind: str = ODT_TYPE) -> str:
    return (
        '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{inside}</manifest:manifest>'
    )


def compound(**streams: bytes) -> bytes:
    """An OLE file with these streams, each of less than 4,096 bytes and stored in eight sectors of its own."""
    count = len(streams)
    directory = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    directory += [
        _entry(name, 2, 2 + 8 * number, 4096, right=number + 2 if number + 1 < count else NONE)
        for number, name in enumerate(streams)
    ]
    directory += [bytes(128)] * (-len(directory) % 4)
    fat = [0xFFFFFFFD, 0xFFFFFFFE]
    for number in range(count):
        first = 2 + 8 * number
        fat += [*range(first + 1, first + 8), 0xFFFFFFFE]
    fat += [NONE] * (SECTOR // 4 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[NONE] * 108)
    body = b"".join(content.ljust(4096, b"\0") for content in streams.values())
    return header + struct.pack("<128I", *fat) + b"".join(directory)[:SECTOR] + body


def _entry(name: str, kind: int, sector: int, size: int, *, right: int = NONE, child: int = NONE) -> bytes:
    named = name.encode("utf-16-le").ljust(64, b"\0")
    named += struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, NONE, right, child)
    return (named + bytes(36) + struct.pack("<IQ", sector, size)).ljust(128, b"\0")


def word_stream(*, mark: int = 0xA5EC, flags: int = 0) -> bytes:
    """What a Word document begins with."""
    return struct.pack("<HHHHHH", mark, 0xC1, 0, 0x809, 0, flags)


DOC = compound(WordDocument=word_stream())
