"""What is said of a file that is no CV, or one that nobody can open: a sentence of its own for each kind."""

import plistlib
import time

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from enquiries.intake import cvs
from enquiries.intake.cv_kinds import archives, compound_files
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES, SENTENCES, Kind
from enquiries.intake.cv_kinds.recognition import kind_of
from tests import cast
from tests.enquiries import files

STREAMS = pikepdf.ObjectStreamMode.generate
MACROS = "application/vnd.ms-word.document.macroEnabled"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
HTML = "<!DOCTYPE html>\n<html><body><h1>My CV</h1></body></html>"
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/%s; boundary=x\r\n\r\n--x\r\n"
LINKED = {"NSURLNameKey": "cv.pdf", "NSURLFileSizeKey": 12_345, "NSURLFileResourceTypeKey": "file"}
LOCKED_PART = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'


def locked_zip() -> bytes:
    """A zip file whose only entry is marked as encrypted, in both of its headers."""
    content = bytearray(files.archive({"cv.pdf": files.PDF}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


CONTENTS = {
    Kind.PROTECTED: {
        "docx": files.compound(EncryptionInfo=b"\4\0\4\0", EncryptedPackage=b"secret"),
        "doc": files.compound(WordDocument=files.word_stream(flags=0x0100)),
        "doc of Word 6": files.compound(WordDocument=files.word_stream(mark=0xA5DC, flags=0x0100)),
        "pdf, RC4 or AES": files.locked_pdf(user="open", version=4),
        "pdf, AES-256": files.locked_pdf(user="open"),
        "pdf, AES-256 in Word's form": files.locked_pdf(user="open", object_stream_mode=STREAMS),
        "pdf without an end": files.locked_pdf(user="open").removesuffix(b"%%EOF\n"),
        "pdf with bytes in front": b"\xef\xbb\xbf" + files.locked_pdf(user="open"),
        "pdf for holders of a certificate": files.locked_pdf(version=4).replace(b"/Standard", b"/Adobe.PubSec"),
        "odt": files.odt(**{"META-INF/manifest.xml": files.manifest(LOCKED_PART)}),
        "odt of newer LibreOffice": files.archive({"mimetype": files.ODT_TYPE, "encrypted-package": b"x",
                                                   "META-INF/manifest.xml": files.manifest(LOCKED_PART)}),
        "zip": locked_zip(),
    },
    Kind.MARKUP: {
        "web page": HTML.encode(),
        "web page after a byte order mark": b"\xef\xbb\xbf\r\n" + HTML.encode(),
        "web page in UTF-16": HTML.encode("utf-16"),
        "page of Word": b'<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>',
        "page in one file": MAIL % b"related",
        "XML of Word 2003": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    },
    Kind.ICLOUD: {
        "placeholder": plistlib.dumps(LINKED, fmt=plistlib.FMT_BINARY),
        "placeholder as XML": plistlib.dumps(LINKED),
    },
    Kind.LINK: {
        "Google's": b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1", "email": "jane@example.org"}',
        "Windows'": b"[InternetShortcut]\r\nURL=https://example.org/cv\r\n",
        "Apple's": plistlib.dumps({"URL": "https://example.org/cv"}),
    },
    Kind.PAGES: {
        "newer": files.archive({"Index/Document.iwa": b"x", "preview.jpg": b"x"}),
        "a folder": files.archive({"CV.pages/Index.zip": b"x", "CV.pages/Data/": b""}),
    },
    Kind.PICTURE: {
        "jpeg": cast.picture("JPEG"),
        "png": cast.picture("PNG"),
        "webp": cast.picture("WEBP"),
        "heic": b"\0\0\0\x24ftypheic\0\0\0\0mif1heic",
        "drawing": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "drawing with a declaration": b"<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'/>",
        "gif with a pdf behind it": b"GIF89a" + bytes(20) + files.PDF,
    },
    Kind.MACROS: {
        "docm": files.archive({"[Content_Types].xml": files.types(kind=MACROS), "word/document.xml": ""}),
        "docx with a macro": files.docx(**{"word/vbaProject.bin": b"x"}),
        "docx with a backslashed macro": files.docx(**{"word\\VBAPROJECT.BIN": b"x"}),
    },
    Kind.OTHER_OFFICE: {
        "xlsx": files.archive({"[Content_Types].xml": files.types("/xl/workbook.xml", SHEET), "xl/workbook.xml": ""}),
        "pptx": files.archive({"[Content_Types].xml": files.types("/ppt/p.xml", SLIDES), "ppt/p.xml": ""}),
        "xls": files.compound(Workbook=b""),
        "ods": files.odt("application/vnd.oasis.opendocument.spreadsheet"),
    },
    Kind.EMAIL: {
        "from Outlook": files.compound(**{"__nameid_version1.0": b"", "WordDocument": files.word_stream()}),
        "from others": MAIL % b"mixed",
        "as received": b"Received: from mail.example.org\r\nFrom: jane@example.org\r\n\r\nMy CV",
    },
    Kind.TEXT: {
        "words": b"I can do it.",
        "words in UTF-16": "I can do it.".encode("utf-16"),
        "old words": "Résumé".encode("latin-1"),
    },
    Kind.ARCHIVE: {
        "plain zip": files.archive({"letter.txt": "Hello"}),
        "zip of a cv": files.archive({"cv.pdf": files.PDF, "cv.docx": files.docx()}),
        "empty zip": files.archive({}),
        "rar": b"Rar!\x1a\7\1\0" + bytes(50),
        "gzip": b"\x1f\x8b\x08" + bytes(50),
    },
    Kind.DAMAGED: {
        "header alone": b"%PDF-1.4",
        "program after a header": b"%PDF-1.4 <?php system('id');",
        "half of a pdf": files.saved_pdf(object_stream_mode=STREAMS)[:150],
        "cut docx": files.docx()[:-60],
        "list of parts alone": files.archive({"[Content_Types].xml": files.types()}),
        "parts without a list": files.archive({"word/document.xml": "<w:document/>"}),
        "exploding list of parts": files.archive({
            "[Content_Types].xml": '<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + files.types()[21:],
            "word/document.xml": "",
        }),
        "odt without words": files.archive({"mimetype": files.ODT_TYPE}),
        "blanks": b" \r\n" * 50,
        "a hole": bytes(500),
    },
    Kind.UNKNOWN: {
        "program": b"MZ\x90\0" + bytes(200),
        "program with a pdf behind it": b"MZ\x90\0" + bytes(200) + files.PDF,
        "noise": bytes(range(256)) * 8,
        "compound file of another program": files.compound(Contents=b""),
        "bomb": files.docx(**{"word/big.bin": bytes(80_000_000)}),
        "too many parts": files.archive({f"x/{number}": b"" for number in range(3_000)}),
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        pytest.param(kind, content, id=f"{kind}: {name}")
        for kind, contents in CONTENTS.items()
        for name, content in contents.items()
    ],
)
def test_each_kind_is_told_apart(kind: Kind, content: bytes) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize("kind", SENTENCES)
def test_the_sentence_of_its_kind_is_said_whatever_its_name(kind: Kind) -> None:
    content = next(iter(CONTENTS[kind].values()))
    for name in ("cv.pdf", "cv.doc", "cv"):
        with pytest.raises(ValidationError) as error:
            cvs.read(SimpleUploadedFile(name, content, "application/pdf"))
        assert (error.value.messages, error.value.code) == ([SENTENCES[kind]], kind.value)


def test_every_kind_is_taken_or_has_a_sentence() -> None:
    assert {*CONTENT_TYPES, *SENTENCES} == set(Kind)
    assert not CONTENT_TYPES.keys() & SENTENCES.keys()
    assert SENTENCES.keys() == CONTENTS.keys()


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ValidationError) as error:
        cvs.read(SimpleUploadedFile("cv.pdf", b""))
    assert error.value.messages == ["This file is empty. Choose your CV again."]


BEGINNINGS = [
    b"%PDF-1 0 obj /Root ",
    *archives.MAGIC,
    compound_files.MAGIC,
    b"{\\rtf",
    b"<",
    b"bplist00",
    b"\xff\xfe",
    b"",
]
WHOLE = [files.docx(), files.odt(**{"META-INF/manifest.xml": files.manifest()}), files.DOC, files.PDF]


@given(beginning=st.sampled_from(BEGINNINGS), rest=st.binary(max_size=2_000))
def test_no_bytes_whatever_raise(beginning: bytes, rest: bytes) -> None:
    assert kind_of(beginning + rest) in Kind


@given(whole=st.sampled_from(WHOLE), at=st.floats(0, 1), put=st.binary(max_size=20), taken=st.integers(0, 40))
def test_no_damage_whatever_raises(whole: bytes, at: float, put: bytes, taken: int) -> None:
    start = int(at * len(whole))
    assert kind_of(whole[:start] + put + whole[start + taken :]) in Kind


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\n" + b"1 " * 2_500_000,
        b"%PDF-1.4\n1 " + b"1" * 5_000_000,
        compound_files.MAGIC + "EncryptedPackage".encode("utf-16-le") * 150_000,
        archives.MAGIC[0] * 1_250_000,
        b"<" * 5_000_000,
        bytes(5_000_000),
    ],
    ids=["numbers", "one number", "names", "zip headers", "markup", "a hole"],
)
def test_the_largest_file_is_judged_in_time(content: bytes) -> None:
    begun = time.process_time()
    kind_of(content)
    assert time.process_time() - begun < 2
