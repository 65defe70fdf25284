"""Which files are taken as a CV: by their content, whatever their names and their senders say."""

import struct
import zipfile
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from enquiries.intake import cvs
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES
from enquiries.intake.cv_kinds.recognition import kind_of
from tests.enquiries import files

PART_HEADERS = b'------boundary\r\nContent-Disposition: form-data; name="cv"\r\n' + b"X-Padding: 0\r\n" * 8 + b"\r\n"
STREAMS = pikepdf.ObjectStreamMode.generate


def until(content: bytes, mark: bytes) -> bytes:
    """The file as it is when it breaks off before the last of these marks."""
    return content[: content.rindex(mark)]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (files.PDF, "pdf"),
        (files.DOC, "doc"),
        (files.docx(), "docx"),
        (files.odt(), "odt"),
        (files.RTF, "rtf"),
    ],
)
@pytest.mark.parametrize(
    "name",
    [
        "cv.pdf", "CV.DOCX", "Résumé – Zoë 李.rtf", "document", "cv.pdf (1)", "cv.pdf ", "cv final (2).", ".htaccess",
        "C:\\fakepath\\cv.odt", "a" * 300 + ".doc", "cv.pdf.exe", "primary:1234", "cv\u202efdp.exe",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("inspector_here")
def test_a_cv_is_taken_under_any_name_and_gets_one_of_ours(name: str, content: bytes, kind: str) -> None:
    types = ("application/octet-stream", "text/html", "") if name == "cv.pdf" else ("",)
    for content_type in types:
        assert cvs.read(SimpleUploadedFile(name, content, content_type)) == cvs.UploadedCV(
            name=f"cv.{kind}", content_type=CONTENT_TYPES[kind], content=content
        )


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + files.PDF,
        b"\r\n" + files.PDF,
        PART_HEADERS + files.PDF,
        PART_HEADERS + files.PDF + b"\r\n------boundary--\r\n",
        b"<br />\n<b>Warning</b>: headers already sent in <b>export.php</b>\n" + files.PDF,
        b" " * 1019 + files.PDF,
        files.PDF + b"\0" * 3 * 1024,
        files.PDF + b"\0" * 90_000,
        files.PDF + b"<!-- sent by a portal -->" * 200,
        until(files.PDF, b"%%EOF"),
        until(files.PDF, b"startxref"),
        until(files.saved_pdf(object_stream_mode=STREAMS), b"startxref"),
        files.PDF.replace(b"\n", b"\r\n"),
        files.PDF + files.docx(),
    ],
    ids=[
        "byte order mark", "line break", "part headers", "whole part", "PHP's warning", "as late as can be", "NULs",
        "many NULs", "trailer", "no end mark", "no address of the table", "neither, in Word's form", "CRLF", "a DOCX behind",
    ],
)  # fmt: skip
def test_a_pdf_may_have_other_bytes_around_it_and_no_end(content: bytes) -> None:
    assert kind_of(content) == "pdf"


@pytest.mark.parametrize(
    "content",
    [
        files.locked_pdf(version=4),
        PART_HEADERS + files.locked_pdf(version=6),
        until(files.locked_pdf(object_stream_mode=STREAMS), b"%%EOF"),
    ],
    ids=["AES-128", "part headers", "no end mark"],
)
def test_a_pdf_that_only_its_owner_may_change_is_taken(content: bytes) -> None:
    assert b"/Encrypt" in content
    assert kind_of(content) == "pdf"


def test_a_pdf_about_encryption_is_taken() -> None:
    assert kind_of(files.PDF + b"% how we use /Encrypt in PDF files") == "pdf"


@pytest.mark.parametrize(
    "prefix", [b"\xef\xbb\xbf", b"\n", b"\r\n\r\n", b" \t"], ids=["byte order mark", "line", "lines", "blanks"]
)
def test_an_rtf_may_have_blanks_in_front(prefix: bytes) -> None:
    assert kind_of(prefix + files.RTF) == "rtf"


def backslashed(parts: dict[str, str]) -> bytes:
    return files.archive({name.replace("/", "\\"): content for name, content in parts.items()})


DEFAULT = (
    f'<Types><Default Extension="xml" ContentType="{files.DOCX_TYPE}.main+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/xml"/></Types>'
)


@pytest.mark.parametrize(
    "content",
    [
        files.archive({"[Content_Types].xml": files.types("/word/document2.xml"), "word/document2.xml": ""}),
        files.archive({"[Content_Types].xml": files.types("/cv/main.xml"), "cv/main.xml": ""}),
        files.archive({"word/document.xml": "", "[Content_Types].xml": files.types()}),
        backslashed({"[Content_Types].xml": files.types(), "word/document.xml": "", "_rels/.rels": ""}),
        files.archive({"[content_types].XML": files.types("/Word/Document.xml"), "word/document.xml": ""}),
        files.archive({"[Content_Types].xml": files.types("/word/my%20cv.xml"), "/word/my cv.xml": ""}),
        files.archive({"[Content_Types].xml": DEFAULT, "word/document.xml": ""}),
        files.archive({"[Content_Types].xml": files.types().replace('"1.0"', "'1.0' encoding='UTF-16'").encode("utf-16"),
                       "word/document.xml": ""}),
        files.archive({"[Content_Types].xml": files.types().replace("<", "<ct:").replace("<ct:/", "</ct:")
                       .replace("<ct:?", "<?").replace("xmlns=", "xmlns:ct="), "word/document.xml": ""}),
        files.archive({"[Content_Types].xml": files.types(kind=files.DOCX_TYPE.upper()), "word/document.xml": ""}),
        files.docx(**{"word/embeddings/cv.xlsx": files.archive({"a": "b"})}),
    ],
    ids=[
        "Word online", "another folder", "types last", "backslashes", "another case", "a name with a space",
        "type by ending", "UTF-16", "prefixes", "type in another case", "a sheet inside",
    ],
)  # fmt: skip
def test_a_docx_may_keep_its_parts_anywhere(content: bytes) -> None:
    assert kind_of(content) == "docx"


def test_a_docx_may_be_packed_without_compression_or_with_data_descriptors() -> None:
    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

    file = Stream()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as target:
        target.writestr("[Content_Types].xml", files.types())
        target.writestr("word/document.xml", "")
    assert kind_of(file.getvalue()) == "docx"


@pytest.mark.parametrize(
    "content",
    [
        files.archive({"content.xml": "", "mimetype": files.ODT_TYPE}),
        files.archive({"mimetype": f"{files.ODT_TYPE}\n", "content.xml": ""}),
        files.archive({"content.xml": "", "META-INF/manifest.xml": files.manifest()}),
        files.archive({"content.xml": "", "META-INF\\manifest.xml": files.manifest(), "mimetype": ""}),
    ],
    ids=["type last", "line break", "manifest only", "empty type"],
)
def test_an_odt_may_say_what_it_is_anywhere(content: bytes) -> None:
    assert kind_of(content) == "odt"


def test_a_template_opens_as_a_document_does() -> None:
    word = files.DOCX_TYPE.replace("document.wordprocessingml.document", "document.wordprocessingml.template")
    assert kind_of(files.archive({"[Content_Types].xml": files.types(kind=word), "word/document.xml": ""})) == "dotx"
    assert kind_of(files.odt(f"{files.ODT_TYPE}-template")) == "ott"


@pytest.mark.parametrize("mark", [0xA5EC, 0xA5DC], ids=["Word 97", "Word 6"])
def test_an_old_word_document_is_taken(mark: int) -> None:
    assert kind_of(files.compound(Table=b"", WordDocument=files.word_stream(mark=mark))) == "doc"


def test_a_word_document_about_encryption_is_taken() -> None:
    words = "EncryptedPackage".encode("utf-16-le") + b"\0" * 48 + struct.pack("<H", 34)
    assert kind_of(files.compound(WordDocument=files.word_stream() + b"\0" * 88 + b" " + words)) == "doc"


def test_just_under_five_megabytes_is_taken_and_more_is_not() -> None:
    def padded(size: int) -> SimpleUploadedFile:
        return SimpleUploadedFile("cv.pdf", files.PDF + b"%" * (size - len(files.PDF)))

    assert len(cvs.read(padded(cvs.MAX_BYTES)).content) == 5 * 1024 * 1024
    with pytest.raises(ValidationError, match="Your CV is larger than 5 MB") as error:
        cvs.read(padded(cvs.MAX_BYTES + 1))
    assert error.value.code == "too_large"
