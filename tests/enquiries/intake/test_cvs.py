import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from enquiries.intake import cvs
from tests.enquiries import files


def read(name: str, content: bytes) -> cvs.UploadedCV:
    return cvs.read(SimpleUploadedFile(name, content))


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(ValidationError) as error:
        read(name, content)
    return error.value.messages[0]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("cv.pdf", files.PDF, "pdf"),
        ("CV.PDF", files.PDF, "pdf"),
        ("Résumé – Zoë 李.pdf", files.PDF, "pdf"),
        ("cv.doc", files.DOC, "doc"),
        ("cv final (2).docx", files.docx(), "docx"),
        ("cv.odt", files.odt(), "odt"),
        ("cv.rtf", files.RTF, "rtf"),
        ("C:\\fakepath\\cv.pdf", files.PDF, "pdf"),
        ("a" * 300 + ".pdf", files.PDF, "pdf"),
        ("polyglot.pdf", files.PDF + files.docx() + b"%%EOF", "pdf"),
    ],
)
def test_a_cv_is_taken_under_a_name_of_ours(name: str, content: bytes, kind: str) -> None:
    assert read(name, content) == cvs.UploadedCV(
        name=f"cv.{kind}", content_type=cvs.CONTENT_TYPES[kind], content=content
    )


def test_just_under_five_megabytes_is_taken_and_more_is_not() -> None:
    def padded(size: int) -> bytes:
        return files.PDF[:9] + b"%" * (size - len(files.PDF)) + files.PDF[9:]

    assert len(read("near.pdf", padded(cvs.MAX_BYTES)).content) == 5 * 1024 * 1024
    assert refusal("over.pdf", padded(cvs.MAX_BYTES + 1)).startswith("Your CV is larger than 5 MB.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gif.pdf", b"GIF89a" + files.PDF),
        ("cut.pdf", b"%PDF-1.4"),
        ("page.pdf", b"<html><script>alert(1)</script></html>"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("program.pdf", b"MZ\x90\0" + b"\0" * 200),
        ("words.txt", b"I can do it."),
        ("sheet.doc", bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le")),
        ("plain.docx", files.archive({"letter.txt": "Hello"})),
        ("types-only.docx", files.archive({"[Content_Types].xml": files.DOCX_TYPES})),
        ("no-types.docx", files.archive({"word/document.xml": "<w:document/>"})),
        ("cut.docx", files.docx()[:-60]),
        ("macro.docx", files.docx(**{"word/vbaProject.bin": b"x"})),
        ("bomb.docx", files.docx(**{"word/big.bin": b"\0" * 80_000_000})),
        ("many.docx", files.archive({f"x/{number}": b"" for number in range(3_000)})),
        ("sheet.odt", files.archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""})),
    ],
)
def test_what_is_no_cv_is_refused_with_the_kinds_that_are_taken(name: str, content: bytes) -> None:
    assert refusal(name, content) == "Upload your CV as a PDF, DOC, DOCX, ODT or RTF file."


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("cv.docx", files.PDF, "PDF"),
        ("cv.pdf", files.docx(), "DOCX"),
        ("cv.pdf.exe", files.PDF, "PDF"),
        ("cv", files.PDF, "PDF"),
        ("cv.docm", files.docx(), "DOCX"),
    ],
)
def test_a_name_that_says_something_else_is_refused(name: str, content: bytes, kind: str) -> None:
    assert refusal(name, content).startswith(f"This file holds a {kind} document, but its name does not end in ")


def test_an_empty_file_is_refused() -> None:
    assert refusal("cv.pdf", b"") == "This file is empty. Choose your CV again."
