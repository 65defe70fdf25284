"""Documents with words in them, as word processors write them, cut to what a reader needs."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from tests.enquiries import files

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def pdf(*pages: str, size: tuple[float, float] = (595, 842), **catalogue: pikepdf.Object) -> bytes:
    """A PDF with these words, a page each."""
    with pikepdf.new() as document:
        font = document.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        for words in pages:
            document.add_blank_page(page_size=size)
            page = document.pages[-1]
            page.Resources = Dictionary(Font=Dictionary(F1=font))
            drawn = b"BT /F1 24 Tf 50 700 Td (%s) Tj ET" % words.encode("cp1252")
            page.Contents = document.make_indirect(Stream(document, drawn))
        for name, value in catalogue.items():
            document.Root[f"/{name}"] = value
        with BytesIO() as out:
            document.save(out)
            return out.getvalue()


def link_to(address: str) -> Array:
    """The annotations of a page that is one large link."""
    action = Dictionary(S=Name.URI, URI=address)
    return Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 600, 800], A=action)])


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def docx(body: str, **more: str) -> bytes:
    return files.docx(**{"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>", **more})


def header(words: str) -> str:
    return f"<w:hdr {WORD}>{paragraph(run(words))}</w:hdr>"


def odt(body: str, **more: str) -> bytes:
    content = f"<office:document-content {OPEN}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return files.odt(**{"content.xml": content, **more})


def rtf(body: str) -> bytes:
    start = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Calibri;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}"
    return f"{start}{{\\*\\generator Word;}}{{\\info{{\\author Somebody}}}}{body}}}".encode("ascii")
