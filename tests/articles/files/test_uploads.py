"""Uploaded files are taken by what they are, whatever they are called."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.files import kinds, uploads

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64)
WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(64)
OFFICE = "application/vnd.openxmlformats-officedocument."


def archive(**parts):
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def office(main, *others):
    types = f'<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>'
    return archive(**{"[Content_Types].xml": types, **dict.fromkeys(others, "x")})


def open_document(kind):
    return archive(**{"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


FILES = {
    "pdf": PDF,
    "docx": office(f"{OFFICE}wordprocessingml.document.main+xml"),
    "xlsx": office(f"{OFFICE}spreadsheetml.sheet.main+xml"),
    "pptx": office(f"{OFFICE}presentationml.presentation.main+xml"),
    "odt": open_document("text"),
    "ods": open_document("spreadsheet"),
    "odp": open_document("presentation"),
    "csv": "Level,Low,High\nJunior,£30000,£40000\n".encode(),
    "mp4": MP4,
    "webm": WEBM,
    "vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n",
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_recognised_by_its_content(kind):
    assert kinds.recognise(BytesIO(FILES[kind])) == kind


def test_every_kind_is_tried():
    assert sorted(FILES) == sorted(kinds.KINDS) == sorted([*kinds.DOWNLOADS, *kinds.FILMS, *kinds.CAPTIONS])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Words without any separator\n",
        b"<html><script>alert(1)</script>, </html>",
        b"\xef\xbb\xbf <svg xmlns='http://www.w3.org/2000/svg'>,</svg>",
        b"MZ\x90\x00,\x03",
        PDF[:40],
        MP4.replace(b"mp42", b"qt  "),
        b"\xff\xfeL\x00e\x00,\x00",
        archive(**{"a.txt": "x"}),
        office("application/xml"),
        FILES["docx"][:-30],
    ],
)
def test_anything_else_is_nothing(content):
    assert kinds.recognise(BytesIO(content)) == ""


@pytest.mark.parametrize(
    "content",
    [
        office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        office(f"{OFFICE}wordprocessingml.document.main+xml", "word/vbaProject.bin"),
    ],
)
def test_macros_are_seen(content):
    assert kinds.recognise(BytesIO(content)) == kinds.MACROS


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("survey.pdf", PDF, None),
        ("SURVEY.PDF", PDF, None),
        ("survey.pdf", b"<html>", "wrong_kind"),
        ("film.mp4", MP4, "wrong_kind"),
        ("survey.docx", PDF, "wrong_name"),
        ("survey.xlsx", office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "macros"),
        ("survey.pdf", PDF + bytes(20 * 2**20) + b"%%EOF", "large"),
    ],
)
def test_an_upload_is_taken_or_refused_with_a_reason(name, content, code):
    upload, check = SimpleUploadedFile(name, content), uploads.Validator(kinds.DOWNLOADS)
    if code is None:
        check(upload)
        return
    with pytest.raises(ValidationError) as refused:
        check(upload)
    assert refused.value.code == code


def test_a_stored_file_has_a_place_of_its_own_and_a_name_to_save_it_under():
    place, again = (uploads.upload_path(None, "../Gehälter & more (2026).PDF").split("/") for _ in range(2))
    assert (place[0], place[2]) == ("files", "gehalter-more-2026.pdf")
    assert len(place[1]) == 16
    assert place[1] != again[1]
    assert uploads.upload_path(None, "….csv").endswith("/file.csv")
